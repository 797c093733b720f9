package org.yusuan.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.knowledge.table.TermSum;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Reports what keeps the figures of a table from being understood: a note that denies them, no
 * unit, a cell that is no number where numbers stand. Nothing published is changed.
 */
public final class TableReview {

  /** The sentences of a note are looked at one by one. */
  private static final Pattern SENTENCE_END = Pattern.compile("[。；;\\n]");

  /** Figures with decimals, and what may be left of rulings between them. */
  private static final Pattern ONLY_FIGURES =
      Pattern.compile("[-−—_.\\s]*\\d[\\d,.\\s]*\\.\\d\\d[\\d\\s.,—−-]*");

  /** A figure with two decimals or more. */
  private static final Pattern DECIMALS = Pattern.compile("\\d[\\d,]*\\.\\d{2}");

  /**
   * A label and a figure that ran together, as the ruling between them is missing. What a target
   * measures (412.34平方公里) is short, or begins with a unit.
   */
  private static final Pattern LABEL_AND_FIGURE =
      Pattern.compile(
          "\\d[\\d,]*\\.\\d{2,}(?!万|亿|元|平方|立方)[\\p{IsHan}、（）()]{4,}"
              + "|[\\p{IsHan}、（）()]{4,}\\d[\\d,]*\\.\\d{2,}");

  /**
   * So many figures in the header of a table on a page, or run together with labels, are amounts
   * that were swallowed. A guess.
   */
  private static final int MIN_IN_HEADER = 2;

  /** Fewer amounts without a name are an accident of one cell. A guess. */
  private static final int MIN_UNNAMED = 3;

  private final TableTerms words;
  private final Set<String> unitless;
  private final Messages messages;

  /** A review by the words of the given layouts. */
  public TableReview(Layouts layouts, Messages messages) {
    this.words = layouts.vocabulary();
    this.unitless = layouts.kinds().unitless();
    this.messages = messages;
  }

  /** The findings of the tables of one document. */
  public List<Finding> review(List<Table> tables) {
    List<Finding> findings = new ArrayList<>();
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      CellRef filled = firstFigure(table);
      if (filled != null && saysEmpty(table.note())) {
        findings.add(finding("note-denies-figures", Severity.WARNING, table, filled, Map.of()));
      }
      boolean assumed = table.unitFactor() != null;
      if (filled != null
          && table.unit() == null
          && !table.kind().equals(Table.UNKNOWN)
          && !unitless.contains(table.kind())
          && (assumed || !mayHaveUnit(table, t + 1 < tables.size() ? tables.get(t + 1) : null))) {
        findings.add(
            finding(
                assumed ? "unit-assumed" : "unit-missing",
                Severity.WARNING,
                table,
                filled,
                Map.of()));
      }
      findings.addAll(noNumbers(table));
      if (!table.kind().equals(Table.UNKNOWN)) {
        findings.addAll(shortCodes(table));
      }
    }
    return findings;
  }

  /**
   * Whether a unit may be printed where it was not found: a table without a title is a piece of
   * another, the right half of a table on the next sheet prints the unit of both, and a form may
   * state several units in its labels.
   */
  private boolean mayHaveUnit(Table table, @Nullable Table next) {
    boolean half =
        next != null
            && next.title() == null
            && next.unit() != null
            && !table.pages().isEmpty()
            && next.pages().contains(table.pages().get(table.pages().size() - 1) + 1);
    return table.title() == null
        || half
        || table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .map(cell -> TextNormalizer.of(cell.text()))
            .anyMatch(text -> words.captions().unitInCell().matcher(text).find());
  }

  /**
   * The file with a problem for each recognized page with amounts that nobody can name, as the
   * title of their table or the header of their column was not read, or with figures that are in a
   * table and are no amounts, as its unit, its columns or its cells were not found. Of 173 made
   * pages with defects 12 said nothing else and had such figures: all had lost amounts. Clean ones
   * had none.
   */
  public SourceFile withLostFigures(SourceFile source, List<Table> tables) {
    List<SourcePage> pages = new ArrayList<>();
    for (SourcePage page : source.pages()) {
      int lost = page.origin() == Origin.OCR ? lostFigures(page.page(), tables) : 0;
      List<String> problems = new ArrayList<>(page.problems());
      int unnamed = page.origin() == Origin.OCR ? unnamedFigures(page.page(), tables) : 0;
      if (unnamed > 0) {
        problems.add(
            problem(
                page, unnamed, "amounts stand in a table or in columns whose names were not read"));
      }
      if (lost > 0) {
        problems.add(
            problem(
                page,
                lost,
                "figures stand in a table that was not understood, and are no amounts"));
      }
      pages.add(page.withProblems(problems));
    }
    return source.withPages(pages);
  }

  private static String problem(SourcePage page, int count, String of) {
    return "page " + page.page() + ": " + count + " " + of;
  }

  /**
   * How many amounts of a page stand in a table of no known kind, in columns of no known meaning of
   * a table whose layout knows a meaning for all, or in columns that say the same, so that only
   * their order tells what they mean; 0 if there are few. Of 2,296 tables with a text layer 14 are
   * of no known kind: on a scan its title was most likely misread.
   */
  private int unnamedFigures(int page, List<Table> tables) {
    int unnamed = 0;
    for (Table table : tables) {
      boolean unknown = table.kind().equals(Table.UNKNOWN);
      long amounts =
          table.rows().stream()
              .flatMap(row -> row.cells().stream())
              .filter(cell -> cell.page() == page && isAmount(table, cell))
              .filter(cell -> isMoreThanNought(cell.value()))
              .filter(
                  cell ->
                      unknown
                          || isWithoutMeaning(table, cell.column())
                          || isWithoutGroup(table, cell.column())
                          || isNamedAsAnother(table, cell.column()))
              .count();
      unnamed += (int) amounts;
    }
    return unnamed >= MIN_UNNAMED ? unnamed : 0;
  }

  /**
   * Whether a column of a known layout is of no known meaning and does not say that it is a part of
   * another, or is called 小计 of nobody knows what. Of 2,797 tables with a text layer 13 of one
   * document had such a 小计; its group was known by the name of a part, as 其中：某项目中….
   */
  private static boolean isWithoutMeaning(Table table, int column) {
    Column own = table.columns().get(column);
    boolean subtotal = TermSum.SUBTOTAL.equals(own.measure());
    return table.layout() != null
        && (own.measure() == null && own.memo() == null
            || subtotal && !isGroupRepeated(table, own));
  }

  /** Whether another column repeats the name of a column's group: then it was read. */
  private static boolean isGroupRepeated(Table table, Column own) {
    return own.header().size() > 1
        && table.columns().stream()
            .map(Column::header)
            .filter(header -> header.size() == own.header().size() && !header.equals(own.header()))
            .map(header -> header.get(header.size() - 1))
            .anyMatch(name -> name.contains(own.header().get(0)));
  }

  /**
   * Whether a column of a known layout is called 决算数 or the like with nothing above, where another
   * of the same name has a group above it: its group was not read. Of 714 such tables with a text
   * layer none had one.
   */
  private boolean isWithoutGroup(Table table, int column) {
    Column own = table.columns().get(column);
    return table.layout() != null
        && own.measure() != null
        && words.generic().contains(own.measure())
        && own.header().size() == 1
        && table.columns().stream()
            .map(Column::header)
            .anyMatch(
                other ->
                    other.size() > 1 && other.get(other.size() - 1).equals(own.header().get(0)));
  }

  /**
   * Whether another column of the same list has the same header, or is a total or an amount of the
   * same year and stage like this one: the header of one of them was not read. Of 2,797 tables with
   * a text layer one of a known layout had two such columns.
   */
  private boolean isNamedAsAnother(Table table, int column) {
    Column own = table.columns().get(column);
    boolean generic =
        table.layout() != null && own.measure() != null && words.generic().contains(own.measure());
    return table.columns().stream()
        .anyMatch(
            other ->
                other != own
                    && other.list() == own.list()
                    && other.role() == ColumnRole.AMOUNT
                    && (other.header().equals(own.header())
                        || generic
                            && Objects.equals(own.measure(), other.measure())
                            && Objects.equals(own.year(), other.year())
                            && own.stage() == other.stage()));
  }

  private static boolean isMoreThanNought(@Nullable BigDecimal value) {
    return value != null && value.signum() != 0;
  }

  private int lostFigures(int page, List<Table> tables) {
    int lost = 0;
    for (Table table : tables) {
      if (table.unitFactor() == null && unitless.contains(table.kind())) {
        continue;
      }
      long swallowed =
          table.header().stream()
              .filter(cell -> cell.page() == page)
              .mapToLong(cell -> DECIMALS.matcher(cell.text()).results().count())
              .sum();
      lost += swallowed >= MIN_IN_HEADER ? (int) swallowed : 0;
      long joined =
          table.rows().stream()
              .flatMap(row -> row.cells().stream())
              .filter(cell -> cell.page() == page && cell.amount() == null)
              .filter(cell -> LABEL_AND_FIGURE.matcher(TextNormalizer.of(cell.text())).matches())
              .count();
      lost += joined >= MIN_IN_HEADER ? (int) joined : 0;
      lost +=
          (int)
              table.rows().stream()
                  .flatMap(row -> row.cells().stream())
                  .filter(cell -> cell.page() == page && cell.amount() == null)
                  .filter(cell -> mayBeAmount(table.columns().get(cell.column()).role()))
                  .filter(cell -> ONLY_FIGURES.matcher(cell.text()).matches())
                  .count();
    }
    return lost;
  }

  private static boolean mayBeAmount(ColumnRole role) {
    return role != ColumnRole.COUNT && role != ColumnRole.PERCENT;
  }

  private boolean saysEmpty(@Nullable String note) {
    return note != null
        && SENTENCE_END
            .splitAsStream(note)
            .map(TextNormalizer::of)
            .filter(words.captions().partly().asMatchPredicate().negate())
            .anyMatch(words.captions().empty().asMatchPredicate());
  }

  /** The first amount that is neither blank nor zero; null if there is none. */
  private static @Nullable CellRef firstFigure(Table table) {
    for (int r = 0; r < table.rows().size(); r++) {
      for (Cell cell : table.rows().get(r).cells()) {
        if (isAmount(table, cell) && cell.value() != null && cell.value().signum() != 0) {
          return new CellRef(table.id(), r, cell.column());
        }
      }
    }
    return null;
  }

  private List<Finding> noNumbers(Table table) {
    List<Finding> findings = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      for (Cell cell : row.cells()) {
        // A cell that spans columns is a remark.
        if (isAmount(table, cell)
            && cell.columnSpan() == 1
            && cell.value() == null
            && FigureForm.isMeant(cell.text())) {
          findings.add(
              finding(
                  "not-a-number",
                  Severity.WARNING,
                  table,
                  new CellRef(table.id(), r, cell.column()),
                  Map.of("text", Wording.of(cell.text()))));
        }
      }
    }
    return findings;
  }

  /** Spreadsheet programs drop the zero of 05; the code is read with it, and the cell reported. */
  private List<Finding> shortCodes(Table table) {
    List<Finding> findings = new ArrayList<>();
    for (int r = 0; r < table.rows().size(); r++) {
      for (Cell cell : table.rows().get(r).cells()) {
        ColumnRole role = table.columns().get(cell.column()).role();
        if ((role == ColumnRole.CODE_GROUP
                || role == ColumnRole.CODE_ITEM
                || role == ColumnRole.CODE_SUBITEM)
            && TextNormalizer.of(cell.text()).matches("\\d")) {
          findings.add(
              finding(
                  "short-code",
                  Severity.INFO,
                  table,
                  new CellRef(table.id(), r, cell.column()),
                  Map.of(
                      "text",
                      Wording.of(cell.text()),
                      "code",
                      Wording.of("0" + cell.text().strip()))));
        }
      }
    }
    return findings;
  }

  private static boolean isAmount(Table table, Cell cell) {
    return table.columns().get(cell.column()).role() == ColumnRole.AMOUNT;
  }

  /** The finding of a rule; its sentence has the name of the rule. */
  private Finding finding(
      String rule, Severity severity, Table table, CellRef ref, Map<String, Wording> fields) {
    Cell cell = Objects.requireNonNull(table.cell(ref.row(), ref.column()));
    Map<String, Wording> all = new HashMap<>(fields);
    all.put("table", Wording.of(table.titleOrId()));
    all.put("page", Wording.of(cell.page()));
    Wording message = messages.say(rule, all);
    return new Finding(
        rule, severity, blame(cell), message.zh(), message.en(), List.of(ref), cell.page());
  }

  private static Blame blame(Cell cell) {
    if (FigureForm.isMisread(cell.text())) {
      return Blame.EXTRACTION;
    }
    return cell.origin() == Origin.OCR ? Blame.UNKNOWN : Blame.DOCUMENT;
  }
}
