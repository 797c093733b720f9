package org.yusuan.layout.row;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Keys;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Reads what the rows of one list are about, from the top down: codes of up to three
 * classifications, labels, units, regions and projects. It remembers the parts of codes that rows
 * below leave blank.
 */
final class KeyReader {

  private static final Pattern CODE = Pattern.compile("\\d{3,9}");

  /**
   * A whole code, in brackets perhaps, and its name in one cell; years, which have four digits, are
   * no codes.
   */
  private static final Pattern CODE_AND_NAME =
      Pattern.compile("[\\[(【]?(\\d{3}|\\d{5}|\\d{7})[])】]?[-_.、]?(\\p{IsHan}.+)");

  /** A number in a list, or a code of a unit; a year is none. */
  private static final Pattern LIST_NUMBER = Pattern.compile("(?!(?:19|20)\\d\\d$)\\d{1,9}");

  private static final Pattern CODE_PART = Pattern.compile("\\d{1,3}");

  /** Of which classification the codes of a column are, by its header. */
  private enum CodeScheme {
    /** The code itself tells of which classification it is. */
    PLAIN,
    /**
     * A code of the economic classification; of that of the departments, where a table has both.
     */
    ECONOMIC,
    /** A code of the governments' own economic classification, beside another code. */
    GOVERNMENT
  }

  private final TableTerms words;
  private final List<Column> columns;
  private final boolean several;
  private final Map<CodeScheme, CodeParts> codes = new EnumMap<>(CodeScheme.class);

  /**
   * @param columns all columns of the table
   * @param list the list whose rows are read
   */
  KeyReader(TableTerms words, List<Column> columns, int list) {
    this.words = words;
    this.columns = columns;
    long kinds =
        columns.stream()
            .filter(column -> column.list() == list && isKey(column.role()))
            .map(this::header)
            .distinct()
            .count();
    this.several = kinds > 1;
    for (CodeScheme of : CodeScheme.values()) {
      codes.put(of, new CodeParts());
    }
  }

  /** The keys of a row: what it is about. */
  Keys readKeys(List<GridCell> own) {
    codes.values().forEach(CodeParts::begin);
    String label = null;
    String unitCode = null;
    String unitName = null;
    String project = null;
    String region = null;
    CodeScheme main = null;
    for (GridCell cell : own) {
      Column column = columns.get(cell.column());
      String text = cell.text().strip();
      String plain = TextNormalizer.of(text);
      if (plain.isEmpty()) {
        continue;
      }
      CodeScheme of = of(column);
      main = main == null && isKey(column.role()) ? of : main;
      Matcher shared = CODE_AND_NAME.matcher(plain);
      if (isLabelOrCode(column.role()) && shared.matches()) {
        parts(of).whole = shared.group(1);
        label = of == main || label == null ? shared.group(2) : label;
        continue;
      }
      switch (column.role()) {
        case CODE_CLASS, CODE_GROUP, CODE_ITEM, CODE_SUBITEM, CODE -> {
          if (!parts(of).take(column.role(), plain) && label == null) {
            label = text;
          }
        }
        case NAME, ITEM -> label = label == null || isCodeOnly(label) ? text : label;
        case REGION -> {
          region = text;
          label = label == null ? text : label;
        }
        case UNIT_CODE -> unitCode = text;
        case UNIT_NAME -> unitName = text;
        case PROJECT -> project = text;
        default -> {}
      }
    }
    String plainCode = parts(CodeScheme.PLAIN).code();
    String economicCode = parts(CodeScheme.ECONOMIC).code();
    String functionalCode = null;
    if (plainCode != null) {
      boolean isFunctional = isFunctional(own) || ClassificationCode.isFunctional(plainCode);
      functionalCode = isFunctional ? plainCode : null;
      economicCode = isFunctional || economicCode != null ? economicCode : plainCode;
    }
    if (label == null && functionalCode == null && economicCode == null) {
      label = project != null ? project : unitName != null ? unitName : firstText(own);
    }
    String code = functionalCode != null ? functionalCode : economicCode;
    if (code == null && unitCode != null && unitName == null) {
      unitName = label; // one column names the units and, below each, its items
    } else if (code != null && code.equals(unitCode)) {
      unitCode = null; // one column has the codes of both
    }
    return new Keys(
        label,
        functionalCode,
        economicCode,
        parts(CodeScheme.GOVERNMENT).code(),
        region,
        null,
        code == null ? null : ClassificationCode.parent(code),
        null,
        unitCode,
        unitName,
        project);
  }

  private CodeParts parts(CodeScheme of) {
    CodeParts parts = codes.get(of);
    if (parts == null) {
      throw new IllegalStateException("no parts of " + of);
    }
    return parts;
  }

  /**
   * Of which classification the codes of a column are; those of the governments are told apart only
   * beside others.
   */
  private CodeScheme of(Column column) {
    CodeScheme of = header(column);
    return of == CodeScheme.GOVERNMENT && !several ? CodeScheme.ECONOMIC : of;
  }

  private CodeScheme header(Column column) {
    if (says(words.codes().government(), column)) {
      return CodeScheme.GOVERNMENT;
    }
    return says(words.codes().economic(), column) ? CodeScheme.ECONOMIC : CodeScheme.PLAIN;
  }

  private boolean isFunctional(List<GridCell> own) {
    return own.stream()
        .map(cell -> columns.get(cell.column()))
        .anyMatch(column -> isCode(column.role()) && says(words.codes().functional(), column));
  }

  private static boolean says(Pattern pattern, Column column) {
    return pattern.matcher(TextNormalizer.of(String.join("", column.header()))).find();
  }

  /** Whether the role is one of a classification code, or a part of one. */
  static boolean isCode(ColumnRole role) {
    return switch (role) {
      case CODE, CODE_CLASS, CODE_GROUP, CODE_ITEM, CODE_SUBITEM -> true;
      default -> false;
    };
  }

  private static boolean isKey(ColumnRole role) {
    return isCode(role) || role == ColumnRole.NAME;
  }

  /** Whether a cell of the role may hold a code and its name. */
  static boolean isLabelOrCode(ColumnRole role) {
    return role == ColumnRole.NAME || role == ColumnRole.ITEM || role == ColumnRole.CODE;
  }

  private static boolean isCodeOnly(String text) {
    return CODE_PART.matcher(TextNormalizer.of(text)).matches();
  }

  /** The first text that is no amount; of two, one that says more than a number in a list. */
  private @Nullable String firstText(List<GridCell> own) {
    String first = null;
    for (GridCell cell : own) {
      String text = cell.text().strip();
      if (!cell.isBlank() && columns.get(cell.column()).role() != ColumnRole.AMOUNT) {
        if (!LIST_NUMBER.matcher(text).matches() && (first == null || Ideographs.count(text) > 0)) {
          return text;
        }
        first = first == null ? text : first;
      }
    }
    return first;
  }

  /**
   * Collects a code that rows print whole or in parts; parts left blank are those of the row above.
   */
  private static final class CodeParts {
    private @Nullable String whole;
    private @Nullable String clazz;
    private @Nullable String group;
    private @Nullable String item;
    private @Nullable String subitem;
    private String classAbove = "";
    private String groupAbove = "";
    private String itemAbove = "";

    void begin() {
      whole = null;
      clazz = null;
      group = null;
      item = null;
      subitem = null;
    }

    /** Takes a text of a code column; false if it is no code. */
    boolean take(ColumnRole role, String plain) {
      Pattern form = role == ColumnRole.CODE ? CODE : CODE_PART;
      if (!form.matcher(plain).matches() && !CODE.matcher(plain).matches()) {
        return false;
      }
      if (role == ColumnRole.CODE || plain.length() > 3) {
        whole = plain;
      } else if (role == ColumnRole.CODE_CLASS) {
        clazz = plain;
      } else if (role == ColumnRole.CODE_GROUP) {
        group = plain;
      } else if (role == ColumnRole.CODE_ITEM) {
        item = plain;
      } else {
        subitem = plain;
      }
      return true;
    }

    @Nullable String code() {
      if (whole != null) {
        return whole;
      }
      if (clazz == null && group == null && item == null && subitem == null) {
        return null;
      }
      if (clazz != null) {
        classAbove = clazz;
        groupAbove = "";
        itemAbove = "";
      }
      if (group != null) {
        groupAbove = twoDigits(group);
        itemAbove = "";
      }
      if (item != null) {
        itemAbove = twoDigits(item);
      }
      boolean deeper = item != null || subitem != null;
      return classAbove
          + (group != null || deeper ? groupAbove : "")
          + (deeper ? itemAbove : "")
          + (subitem != null ? twoDigits(subitem) : "");
    }

    private static String twoDigits(String part) {
      // Spreadsheet programs drop the zero of 05.
      return part.length() == 1 ? "0" + part : part;
    }
  }
}
