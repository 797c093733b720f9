package org.yusuan.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.Vocabulary;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Status;
import org.yusuan.page.Word;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/** Turns the body of a grid into rows: what each is about, how deep it stands, what it holds. */
final class RowReader {

  private static final Pattern CODE = Pattern.compile("\\d{3,9}");

  /** A whole code and its name in one cell; years, which have four digits, are no codes. */
  private static final Pattern CODE_AND_NAME =
      Pattern.compile("(\\d{3}|\\d{5}|\\d{7})[-_.、]?(\\p{IsHan}.+)");

  private static final Pattern CODE_PART = Pattern.compile("\\d{1,3}");

  /** An unnumbered item this many points right of the numbered ones is a part of one of them. */
  private static final double INDENT = 4.0;

  /** A label read less surely than this may be any other. */
  private static final double DOUBTFUL = 0.5;

  /** A centred label leaves at least this many points, one character, on either side. */
  private static final double MIN_CENTRED_GAP = 10;

  private final Vocabulary words;
  private final List<Column> columns;
  private final @Nullable Integer unitFactor;
  private final boolean form;

  /**
   * @param unitFactor how many 元 one unit of the table's amounts is worth; null if unknown
   * @param form whether every cell may hold anything, as in a form
   */
  RowReader(Vocabulary words, List<Column> columns, @Nullable Integer unitFactor, boolean form) {
    this.words = words;
    this.columns = columns;
    this.unitFactor = unitFactor;
    this.form = form;
  }

  /** The rows in reading order; rows without any text are left out. */
  List<Row> read(Grid grid, Header header) {
    int lists = columns.isEmpty() ? 0 : columns.get(columns.size() - 1).list() + 1;
    List<ListReader> readers = new ArrayList<>();
    for (int i = 0; i < lists; i++) {
      readers.add(new ListReader(i));
    }
    List<List<GridCell>> lines = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      lines.add(new ArrayList<>());
    }
    for (GridCell cell : grid.cells()) {
      if (!header.holds(cell)
          && cell.row() >= header.captionRows()
          && !header.numberRows().contains(cell.row())) {
        lines.get(cell.row()).add(cell);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      for (ListReader reader : readers) {
        Row row = reader.read(lines.get(line), line - header.bodyStart());
        if (row != null) {
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Reads one of the lists that stand side by side; remembers what rows above said. */
  private final class ListReader {
    private final int list;
    private String classCode = "";
    private String groupCode = "";

    /** Styles of numbering in use, from the top level down: 一、 then （一） or 1、. */
    private final List<Integer> styles = new ArrayList<>();

    /** Where the unnumbered parts of the last numbered item begin, by level. */
    private final List<Double> indents = new ArrayList<>();

    private double numberedLeft;
    private boolean first = true;

    ListReader(int list) {
      this.list = list;
    }

    @Nullable Row read(List<GridCell> line, int index) {
      List<GridCell> own = new ArrayList<>();
      for (GridCell cell : line) {
        // A label over several lists belongs to the last: 公用经费合计 closes both lists below 公用经费.
        if (columns.get(cell.columnEnd() - 1).list() == list) {
          own.add(cell);
        }
      }
      if (own.stream().allMatch(GridCell::isBlank)) {
        return null;
      }
      Keys keys = keys(own);
      RowKind kind = first && isTotalOfCodes(keys, own) ? RowKind.TOTAL : kind(keys);
      first = false;
      int level = kind == RowKind.TOTAL ? 0 : level(keys, own);
      List<Cell> cells = new ArrayList<>();
      for (GridCell cell : own) {
        cells.add(cell(cell));
      }
      return new Row(list, index, kind, level, keys, cells);
    }

    /**
     * Whether a row above rows with codes that has none itself is their total, which a label too
     * badly recognized does not tell.
     */
    private boolean isTotalOfCodes(Keys keys, List<GridCell> own) {
      return keys.code() == null
          && own.stream().anyMatch(cell -> isCode(columns.get(cell.column()).role()))
          && own.stream()
              .filter(cell -> isLabelOrCode(columns.get(cell.column()).role()) && !cell.isBlank())
              .anyMatch(cell -> cell.confidence() < DOUBTFUL);
    }

    private Keys keys(List<GridCell> own) {
      String label = null;
      String unitCode = null;
      String unitName = null;
      String project = null;
      String item = null;
      String group = null;
      String clazz = null;
      String whole = null;
      boolean economic = false;
      for (GridCell cell : own) {
        Column column = columns.get(cell.column());
        String text = cell.text().strip();
        String plain = TextNormalizer.of(text);
        if (plain.isEmpty()) {
          continue;
        }
        Matcher shared = CODE_AND_NAME.matcher(plain);
        if (isLabelOrCode(column.role()) && shared.matches()) {
          whole = shared.group(1);
          label = shared.group(2);
          continue;
        }
        economic |= isCode(column.role()) && says(words.codes().economic(), column);
        switch (column.role()) {
          case CODE_CLASS, CODE_GROUP, CODE_ITEM, CODE -> {
            Pattern form = column.role() == ColumnRole.CODE ? CODE : CODE_PART;
            if (!form.matcher(plain).matches() && !CODE.matcher(plain).matches()) {
              label = label == null ? text : label;
            } else if (column.role() == ColumnRole.CODE || plain.length() > 3) {
              whole = plain;
            } else if (column.role() == ColumnRole.CODE_CLASS) {
              clazz = plain;
            } else if (column.role() == ColumnRole.CODE_GROUP) {
              group = plain;
            } else {
              item = plain;
            }
          }
          case NAME, ITEM -> label = label == null || isCodeOnly(label) ? text : label;
          case UNIT_CODE -> unitCode = text;
          case UNIT_NAME -> unitName = text;
          case PROJECT -> project = text;
          default -> {}
        }
      }
      String code = whole != null ? whole : join(clazz, group, item);
      if (label == null && code == null) {
        label = project != null ? project : unitName != null ? unitName : firstText(own);
      }
      if (code == null) {
        return new Keys(label, null, null, null, null, unitCode, unitName, project);
      }
      boolean isEconomic = economic || (!isFunctional(own) && !code.startsWith("2"));
      return new Keys(
          label,
          isEconomic ? null : code,
          isEconomic ? code : null,
          parent(code),
          null,
          unitCode,
          unitName,
          project);
    }

    /**
     * The full code of a row that prints it in parts; parts left blank are those of the row above.
     */
    private @Nullable String join(
        @Nullable String clazz, @Nullable String group, @Nullable String item) {
      if (clazz == null && group == null && item == null) {
        return null;
      }
      if (clazz != null) {
        classCode = clazz;
        groupCode = "";
      }
      if (group != null) {
        groupCode = twoDigits(group);
      }
      return classCode
          + (group != null || item != null ? groupCode : "")
          + (item != null ? twoDigits(item) : "");
    }

    private int level(Keys keys, List<GridCell> own) {
      String code = keys.code();
      if (code != null) {
        return code.length() <= 3 ? 1 : code.length() <= 5 ? 2 : code.length() <= 7 ? 3 : 4;
      }
      String plain = keys.label() == null ? "" : TextNormalizer.of(keys.label());
      Double left = textLeft(own);
      int style = numbering(plain);
      if (style >= 0) {
        int at = styles.indexOf(style);
        styles.subList(at < 0 ? styles.size() : at, styles.size()).clear();
        styles.add(style);
        indents.clear();
        numberedLeft = left == null ? Double.NEGATIVE_INFINITY : left;
        return styles.size();
      }
      boolean beside =
          Vocabulary.fits(words.rows().beside(), plain)
              || Vocabulary.fits(words.rows().subtotal(), plain);
      if (styles.isEmpty() || beside || (left != null && left < numberedLeft - INDENT)) {
        return 1;
      }
      if (left == null) {
        return styles.size() + 1;
      }
      while (!indents.isEmpty() && left < indents.get(indents.size() - 1) - INDENT) {
        indents.remove(indents.size() - 1);
      }
      if (indents.isEmpty() || left > indents.get(indents.size() - 1) + INDENT) {
        indents.add(left);
      }
      return styles.size() + indents.size();
    }

    /** Which style of numbering a label begins with; -1 if it has none. */
    private int numbering(String plain) {
      for (int i = 0; i < words.numbering().size(); i++) {
        if (words.numbering().get(i).stream().anyMatch(p -> p.matcher(plain).lookingAt())) {
          return i;
        }
      }
      return -1;
    }

    /** Where the label begins; null if it is centred, which tells nothing of its level. */
    private @Nullable Double textLeft(List<GridCell> own) {
      for (GridCell cell : own) {
        if (!cell.isBlank() && !cell.words().isEmpty()) {
          double left = cell.words().stream().mapToDouble(w -> w.box().left()).min().orElseThrow();
          double right =
              cell.words().stream().mapToDouble(w -> w.box().right()).max().orElseThrow();
          double before = left - cell.box().left();
          double after = cell.box().right() - right;
          boolean centred = before > MIN_CENTRED_GAP && Math.abs(before - after) < INDENT;
          return centred ? null : left;
        }
      }
      return null;
    }
  }

  private RowKind kind(Keys keys) {
    if (keys.code() != null || keys.label() == null) {
      return RowKind.ITEM;
    }
    String plain = TextNormalizer.of(keys.label());
    if (Vocabulary.fits(words.rows().total(), plain)) {
      return RowKind.TOTAL;
    }
    return Vocabulary.fits(words.rows().subtotal(), plain) ? RowKind.SUBTOTAL : RowKind.ITEM;
  }

  private static boolean isCode(ColumnRole role) {
    return switch (role) {
      case CODE, CODE_CLASS, CODE_GROUP, CODE_ITEM -> true;
      default -> false;
    };
  }

  private static boolean isLabelOrCode(ColumnRole role) {
    return role == ColumnRole.NAME || role == ColumnRole.ITEM || role == ColumnRole.CODE;
  }

  private static boolean says(Pattern pattern, Column column) {
    return pattern.matcher(TextNormalizer.of(String.join("", column.header()))).find();
  }

  private boolean isFunctional(List<GridCell> own) {
    return own.stream()
        .map(cell -> columns.get(cell.column()))
        .anyMatch(column -> isCode(column.role()) && says(words.codes().functional(), column));
  }

  private static boolean isCodeOnly(String text) {
    return CODE_PART.matcher(TextNormalizer.of(text)).matches();
  }

  private static String twoDigits(String part) {
    // Spreadsheet programs drop the zero of 05.
    return part.length() == 1 ? "0" + part : part;
  }

  private static @Nullable String parent(String code) {
    return code.length() <= 3
        ? null
        : code.substring(0, code.length() <= 5 ? 3 : code.length() - 2);
  }

  private @Nullable String firstText(List<GridCell> own) {
    for (GridCell cell : own) {
      if (!cell.isBlank() && columns.get(cell.column()).role() != ColumnRole.AMOUNT) {
        return cell.text().strip();
      }
    }
    return null;
  }

  private Cell cell(GridCell cell) {
    ColumnRole role = columns.get(cell.column()).role();
    boolean numeric = role.isNumeric() || (form && isFormFigure(cell.text()));
    List<Word> cellWords = cell.words();
    boolean ocr = cellWords.stream().anyMatch(word -> word.origin() == Origin.OCR);
    PrintedNumber figure =
        !numeric
            ? null
            : ocr ? PrintedNumber.parseRecognized(cell.text()) : PrintedNumber.parse(cell.text());
    boolean money = figure != null && !figure.percent() && (role == ColumnRole.AMOUNT || form);
    BigDecimal value = figure == null ? null : figure.value();
    BigDecimal amount =
        money && value != null && unitFactor != null ? MoneyUnit.toYuan(value, unitFactor) : null;
    List<Reading> readings = ocr ? CellReadings.of(cellWords, cell.text()) : List.of();
    return new Cell(
        cell.column(),
        cell.columnSpan(),
        cell.rowSpan(),
        cell.text().strip(),
        value,
        amount,
        cell.page(),
        cell.box(),
        ocr ? Origin.OCR : Origin.TEXT,
        ocr ? cell.confidence() : null,
        readings,
        amount == null ? null : Status.UNVERIFIED,
        null);
  }

  /**
   * In a form, a number with a decimal point or thousands separators is money; others are counts.
   */
  private static boolean isFormFigure(String text) {
    return text.contains(".") || text.contains(",");
  }
}
