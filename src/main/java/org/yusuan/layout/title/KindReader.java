package org.yusuan.layout.title;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.table.TableKinds;
import org.yusuan.knowledge.table.TitleGrammar;
import org.yusuan.layout.column.Header;
import org.yusuan.model.table.Dimensions;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Tells which kind of table a grid is by the parts of its title, where no layout describes it, and
 * what every table is about. Header and rows confirm the title or overrule it. Immutable; threads
 * may share it.
 */
public final class KindReader {

  /** At least this many labels that only the other side has overrule a title. A guess. */
  private static final int MIN_OVERRULING_LABELS = 3;

  /** Labels beyond these are not looked at: the first tell what a table lists. A guess. */
  private static final int MAX_LABELS = 400;

  /** Longer texts are no labels. A guess. */
  private static final int MAX_LABEL_CHARACTERS = 60;

  private static final String REVENUE = "revenue";
  private static final String EXPENDITURE = "expenditure";
  private static final String BALANCE = "balance";
  private static final String ECONOMIC = "economic";
  private static final String FUNCTIONAL = "functional";
  private static final String REGION = "region";

  /** So many rows of departments count for more than one row of governments. A guess. */
  private static final int MIN_DEPARTMENT_ROWS = 3;

  private final TitleGrammar grammar;
  private final TableKinds kinds;

  public KindReader(TitleGrammar grammar, TableKinds kinds) {
    this.grammar = grammar;
    this.kinds = kinds;
  }

  /**
   * The kind that a table was found to be.
   *
   * @param told its kind; null if it is none that is known
   * @param subject whose table it is; null if that is unknown
   * @param stated whether title or header say whose
   * @param dimensions what it is about
   */
  public record FoundKind(
      TableKinds.@Nullable TitleKind told,
      @Nullable String subject,
      boolean stated,
      Dimensions dimensions) {}

  /** The one year that a title names; null if it names none or several. */
  public @Nullable Integer year(@Nullable String title) {
    TitleGrammar.Parts parts = title == null ? null : grammar.parts(title);
    return parts == null ? null : parts.year();
  }

  /**
   * Finds the kind of a table.
   *
   * @param title its title as published; null if it has none
   * @param header its header, with the texts above each column
   * @param prevailingSubject whose tables the document's others are; null if that is unknown
   */
  public FoundKind readKind(
      @Nullable String title, Grid grid, Header header, @Nullable String prevailingSubject) {
    TitleGrammar.Parts parts = title == null ? null : grammar.parts(title);
    String columns = header(header.paths());
    Set<String> labels = labels(grid);
    String body = String.join("\n", labels);
    String stated = stated(parts, columns);
    String subject =
        stated != null ? stated : prevailingSubject != null ? prevailingSubject : subject(labels);
    if (parts != null) {
      parts = settled(parts, subject, header.paths(), labels);
    }
    TableKinds.TitleKind told =
        kinds.kind(new TableKinds.TableSigns(parts, subject, columns, body));
    return new FoundKind(told, subject, stated != null, dimensions(parts, labels));
  }

  private static String header(List<List<String>> paths) {
    StringBuilder text = new StringBuilder();
    for (List<String> path : paths) {
      text.append(TextNormalizer.of(String.join("", path))).append('\n');
    }
    return text.toString();
  }

  private static Set<String> labels(Grid grid) {
    Set<String> labels = new LinkedHashSet<>();
    for (GridCell cell : grid.cells()) {
      // What was taken for a header may be the first row of a page on which the table goes on
      // without one.
      if (labels.size() < MAX_LABELS) {
        String text = TextNormalizer.of(cell.text());
        if (text.length() <= MAX_LABEL_CHARACTERS && Ideographs.in(text)) {
          labels.add(text);
        }
      }
    }
    return labels;
  }

  /**
   * Whether it is of a department or of a government, by its title, else by its header; null if
   * neither shows it.
   */
  private @Nullable String stated(TitleGrammar.@Nullable Parts parts, String columns) {
    TitleGrammar.Signs department = grammar.subjects().department();
    TitleGrammar.Signs government = grammar.subjects().government();
    String byTitle =
        parts == null
            ? null
            : either(
                department.title().matcher(parts.plain()).find(),
                government.title().matcher(parts.plain()).find());
    return byTitle != null
        ? byTitle
        : either(
            department.header().matcher(columns).find(),
            government.header().matcher(columns).find());
  }

  /**
   * Whether it is of a department or of a government, by its rows. Both have most rows, so the
   * other tables of the document count for more.
   */
  private @Nullable String subject(Set<String> labels) {
    long department = count(grammar.subjects().department().body(), labels);
    long government = count(grammar.subjects().government().body(), labels);
    // 债务还本支出 is a row of the full list of functions, which departments print too.
    return either(
        department > 0,
        government > 0 && department < MIN_DEPARTMENT_ROWS * Math.max(1, government));
  }

  private static @Nullable String either(boolean ofDepartment, boolean ofGovernment) {
    return ofDepartment == ofGovernment
        ? null
        : ofDepartment ? TitleGrammar.DEPARTMENT : TitleGrammar.GOVERNMENT;
  }

  private static long count(Pattern pattern, Set<String> labels) {
    return labels.stream().filter(label -> pattern.matcher(label).find()).count();
  }

  /** The parts of the title, corrected and completed by header and rows. */
  private TitleGrammar.Parts settled(
      TitleGrammar.Parts parts,
      @Nullable String subject,
      List<List<String>> paths,
      Set<String> labels) {
    String side = parts.side();
    // A department's revenue may be listed by function.
    boolean overruled = TitleGrammar.GOVERNMENT.equals(subject);
    long revenue = count(grammar.rows().revenue(), labels);
    long expenditure = count(grammar.rows().expenditure(), labels);
    if (overruled && REVENUE.equals(side) && revenue == 0 && expenditure >= MIN_OVERRULING_LABELS) {
      side = EXPENDITURE;
    } else if (overruled
        && EXPENDITURE.equals(side)
        && expenditure == 0
        && revenue >= MIN_OVERRULING_LABELS) {
      side = REVENUE;
    } else if (side == null
        && parts.budget() != null
        && grammar.rows().both().stream().allMatch(sum -> count(sum, labels) > 0)) {
      side = BALANCE;
    }
    String by = parts.classification();
    boolean regions =
        !paths.isEmpty()
            && !paths.get(0).isEmpty()
            && grammar
                .regionHeader()
                .matcher(TextNormalizer.of(String.join("", paths.get(0))))
                .find();
    if (regions && by == null) {
      by = REGION;
    }
    return parts.with(side, by);
  }

  private Dimensions dimensions(TitleGrammar.@Nullable Parts parts, Set<String> labels) {
    if (parts == null) {
      return Dimensions.NONE;
    }
    String by = parts.classification();
    if (by == null && count(grammar.rows().economic(), labels) > 0) {
      by = ECONOMIC;
    } else if (by == null && count(grammar.rows().expenditure(), labels) >= MIN_OVERRULING_LABELS) {
      by = FUNCTIONAL;
    }
    return new Dimensions(
        parts.budget(), parts.side(), parts.scope(), parts.stage(), parts.year(), by);
  }
}
