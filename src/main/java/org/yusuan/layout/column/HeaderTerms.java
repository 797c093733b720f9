package org.yusuan.layout.column;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.knowledge.table.Term;
import org.yusuan.knowledge.table.TitleGrammar;
import org.yusuan.layout.column.MappingTrace.MeaningSource;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Stage;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Finds the terms of the vocabulary in the texts above a column. A path holds these texts from the
 * top of the header down to the one right above the column.
 */
final class HeaderTerms {

  private final TableTerms words;

  HeaderTerms(TableTerms words) {
    this.words = words;
  }

  /** A term, and the text that says it. */
  record TermFound(Term term, MeaningSource source, String text) {}

  /** The term of a column; null if its header is blank or says nothing known. */
  @Nullable TermFound termOf(List<String> header) {
    List<String> path = named(header);
    if (path.isEmpty()) {
      return null;
    }
    int leaf = path.size() - 1;
    Term found = find(path, leaf);
    TermFound termOf =
        found == null ? null : new TermFound(found, MeaningSource.HEADER, path.get(leaf));
    if (found == null && leaf > 0) {
      // A label that is broken over two cells, one below the other.
      String joined = path.get(leaf - 1) + path.get(leaf);
      found = findText(plain(joined), above(path, leaf - 1));
      termOf = found == null ? null : new TermFound(found, MeaningSource.BROKEN_HEADER, joined);
    }
    for (int i = leaf - 1; found != null && found.role() == ColumnRole.AMOUNT && i >= 0; i--) {
      Term parent = find(path, i);
      // 平均年限 and 平均利率 are no money, though they stand by 合计, 一般债务 and 专项债务.
      if (parent != null
          && (parent.role() == ColumnRole.COUNT || parent.role() == ColumnRole.PERCENT)) {
        return new TermFound(parent, MeaningSource.HEADER_ABOVE, path.get(i));
      }
    }
    for (int i = leaf - 1; found != null && isPlaceholder(found) && i >= 0; i--) {
      Term parent = find(path, i);
      if (parent != null && parent.role() == ColumnRole.AMOUNT && !isPlaceholder(parent)) {
        return new TermFound(parent, MeaningSource.HEADER_ABOVE, path.get(i));
      }
    }
    return termOf;
  }

  /** The path without what only numbers the column at its end: B, or A=B+C. */
  private List<String> named(List<String> path) {
    int end = path.size();
    while (end > 1 && isNumber(path.get(end - 1))) {
      end--;
    }
    return path.subList(0, end);
  }

  /**
   * Whether a text only numbers its column, as A or A=B+C; a mark or digit that a scan made of 款
   * does not.
   */
  private boolean isNumber(String text) {
    return Ideographs.count(text) == 0
        && text.codePoints().anyMatch(c -> Character.isLetter(c) || c == '=')
        && TableTerms.fits(words.columnNumbers(), plain(text));
  }

  /** A header text in plain form, with years in European digits. */
  private static String plain(String text) {
    return TitleGrammar.digits(TextNormalizer.of(text));
  }

  /**
   * A column whose own header says nothing known, beneath one that says code or beside a part of a
   * code: the part that comes after the column before. The single characters 类, 款 and 项 are easily
   * misread.
   */
  @Nullable TermFound codePart(List<String> path, @Nullable Column before) {
    int parent = path.size() - 2;
    if (parent < 0) {
      return null;
    }
    boolean code = isCode(find(path, parent));
    ColumnRole role = null;
    if (before == null || !before.header().contains(path.get(parent))) {
      role = code ? ColumnRole.CODE_CLASS : null;
    } else if (code || path.get(parent + 1).length() == 1) {
      role =
          switch (before.role()) {
            case CODE_CLASS -> ColumnRole.CODE_GROUP;
            case CODE_GROUP -> ColumnRole.CODE_ITEM;
            default -> null;
          };
    }
    return term(role)
        .map(term -> new TermFound(term, MeaningSource.CODE_PARTS, path.get(parent)))
        .orElse(null);
  }

  private static boolean isCode(@Nullable Term term) {
    return term != null && term.role() == ColumnRole.CODE;
  }

  /** Whether a term says less than the texts above it, as 合计, 小计, 预算数 and 决算数 do. */
  private boolean isPlaceholder(Term term) {
    return words.generic().contains(term.id());
  }

  private @Nullable Term find(List<String> path, int index) {
    return findText(plain(path.get(index)), above(path, index));
  }

  private static String above(List<String> path, int index) {
    return plain(String.join("", path.subList(0, index)));
  }

  private @Nullable Term findText(String text, String above) {
    for (Term term : words.columns()) {
      if (term.fits(text, above)) {
        return term;
      }
    }
    return null;
  }

  /** The term of a column that shows names, whatever else its header could say; null if none. */
  @Nullable Term names(List<String> path) {
    String text = plain(path.get(path.size() - 1));
    String above = above(path, path.size() - 1);
    return words.columns().stream()
        .filter(term -> !term.role().isNumeric() && term.fits(text, above))
        .findFirst()
        .orElse(null);
  }

  /** The year that a header names; null if it names none, or compares two. */
  @Nullable Integer year(List<String> path) {
    Integer year = null;
    for (String text : path) {
      Matcher matcher = words.columnYear().matcher(plain(text));
      if (matcher.find() && !TableTerms.fits(words.compared(), plain(text))) {
        year = Integer.valueOf(matcher.group(1));
      }
    }
    return year;
  }

  /** The stage that a header names; null if it names none, or compares two. */
  @Nullable Stage stage(List<String> path) {
    for (int i = path.size() - 1; i >= 0; i--) {
      String text = plain(path.get(i));
      if (TableTerms.fits(words.compared(), text)) {
        return null;
      }
      for (Map.Entry<Stage, List<Pattern>> entry : words.stages().entrySet()) {
        if (TableTerms.fits(entry.getValue(), text)) {
          return entry.getKey();
        }
      }
    }
    return null;
  }

  /** Whether a header text says that the column is a part of another one. */
  boolean isMemo(List<String> path) {
    return path.stream().anyMatch(text -> TableTerms.fits(words.memo(), plain(text)));
  }

  /** The first term of a role. */
  Optional<Term> term(@Nullable ColumnRole role) {
    return words.columns().stream().filter(term -> term.role() == role).findFirst();
  }
}
