package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.RowIndex.IndexedRow;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/** Holds the cells of rows against what the prose says. */
final class RowCells {

  /** A name of so few characters is a word of the language as well: 培训, 文物. A guess. */
  private static final int MAX_SHORT_CHARACTERS = 4;

  /** The codes of classes have so many digits; their names are known to all: 教育. */
  private static final int CLASS_DIGITS = 3;

  private static final String EXPENDITURE_WORD = "支出";

  private final List<Table> tables;
  private final RowIndex index;
  private final CandidateOrder order;
  private final Meaning document;
  private final boolean ofGovernment;
  private final Pattern limits;

  /**
   * The cells of the rows of one document.
   *
   * @param document year and stage of the document, where they are known
   * @param ofGovernment whether the document is of a government
   * @param limits names of limits, of which the stage does not matter
   */
  RowCells(
      List<Table> tables,
      RowIndex index,
      CandidateOrder order,
      Meaning document,
      boolean ofGovernment,
      Pattern limits) {
    this.tables = List.copyOf(tables);
    this.index = index;
    this.order = order;
    this.document = document;
    this.ofGovernment = ofGovernment;
    this.limits = limits;
  }

  /**
   * Adds the cells of rows that may hold what the prose says.
   *
   * @param list rows of one table, or of several
   * @param meaning what the clause says, with what it leaves out
   * @param context what headings and sentences before it say
   * @param section what the table is about that the nearest heading names; empty if it names none
   * @param columnName the name of the columns that are meant; empty for those that name nothing
   */
  void add(
      List<IndexedRow> list,
      Meaning meaning,
      Meaning context,
      String section,
      String columnName,
      List<Candidate> found) {
    boolean alone = list.size() == 1;
    List<Candidate> own = new ArrayList<>();
    for (IndexedRow row : list) {
      Table table = tables.get(row.table());
      for (Cell cell : table.rows().get(row.row()).cells()) {
        Meaning column = index.column(row.table(), cell.column());
        if (column == null
            || !row.part().holds(cell.column())
            || !column.name().equals(columnName)) {
          continue;
        }
        boolean named = !meaning.name().isEmpty();
        if (!named && !index.table(row.table()).names().isEmpty()) {
          continue;
        }
        Meaning says = index.says(row, cell.column(), column);
        MeaningMatch fit = MeaningMatch.of(meaning, context, says, document, named, ofGovernment);
        boolean otherStage = fit == MeaningMatch.NONE;
        fit = otherStage ? undated(meaning, context, says) : fit;
        boolean unknownParents =
            meaning.names().size() > 1
                && columnName.isEmpty()
                && index.ancestors(row, meaning.names()) < Math.min(2, meaning.names().size() - 1);
        String stated = meaning.code();
        String printed = row.code();
        boolean otherCode = stated != null && printed != null && !stated.equals(printed);
        boolean otherName =
            columnName.isEmpty() && named && !isCalled(row.meaning().name(), meaning.name());
        // Codes of both economic classifications may have one name, as 509 and 303.
        boolean otherSeries =
            stated != null && printed != null && stated.charAt(0) != printed.charAt(0);
        // 培训 may be anything of that kind, 培训支出 is an item.
        boolean shortened =
            named
                && stated == null
                && meaning.names().size() == 1
                && meaning.name().length() <= MAX_SHORT_CHARACTERS
                && meaning.get(Aspect.SIDE) == null
                && row.itemCode() != null
                && row.itemCode().length() > CLASS_DIGITS
                && label(row).endsWith(EXPENDITURE_WORD);
        // The total of a table may be called by its title, an item as it was in another year.
        boolean total = otherName && (row.meaning().names().isEmpty() || printed == null);
        // Where no code tells the parents of a row, nobody can say that they are others.
        boolean renamed =
            (unknownParents && printed != null)
                || (otherName && !total)
                || (otherCode && !otherSeries);
        if (fit != MeaningMatch.NONE) {
          own.add(
              new Candidate(
                  new CellRef(table.id(), row.row(), cell.column()),
                  table,
                  cell,
                  renamed
                          || unknownParents
                          || total
                          || otherSeries
                          || (!alone && named && columnName.isEmpty())
                      ? fit.atBest(MeaningMatch.EXTRA)
                      : shortened ? fit.atBest(MeaningMatch.LOOSE) : fit,
                  renamed,
                  otherCode && !otherSeries && alone && !otherName && !unknownParents,
                  index.isHeaded(row.table(), context, section),
                  column.get(Aspect.YEAR) != null
                      && (meaning.get(Aspect.YEAR) != null || context.get(Aspect.YEAR) != null),
                  CandidateOrder.apart(meaning, context, says),
                  order.more(row, isTotal(row), meaning, context, says) + (otherStage ? 1 : 0)));
        }
      }
    }
    found.addAll(own);
  }

  /** How well a cell fits where its stage does not matter: limits are printed as planned. */
  private MeaningMatch undated(Meaning meaning, Meaning context, Meaning says) {
    return limits.matcher(meaning.name()).matches()
        ? MeaningMatch.of(
                meaning.with(Aspect.STAGE, null),
                context.with(Aspect.STAGE, null),
                says.with(Aspect.STAGE, null),
                document,
                true,
                ofGovernment)
            .atBest(MeaningMatch.EXTRA)
        : MeaningMatch.NONE;
  }

  private static String label(IndexedRow row) {
    String label = row.part().label();
    return label == null ? "" : TextNormalizer.of(label);
  }

  private boolean isTotal(IndexedRow row) {
    return tables.get(row.table()).rows().get(row.row()).kind() == RowKind.TOTAL;
  }

  /** Whether a label is a name, with no more than a group in brackets: 行政运行（人力资源事务）. */
  private static boolean isCalled(String label, String name) {
    return label.equals(name) || label.startsWith(name + "(");
  }
}
