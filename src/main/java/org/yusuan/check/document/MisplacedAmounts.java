package org.yusuan.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Amounts that stand where another one belongs: what was budgeted where a table says what was
 * carried out, and a total one row too low. Immutable; threads may share it.
 */
final class MisplacedAmounts {

  static final String OTHER_STAGE = "budget-called-execution";
  static final String ROW_TOO_LOW = "total-one-row-too-low";

  /**
   * What was carried out differs from the budget by more than this part of itself, where it is
   * told. Bonds are not all debt: of 12 pairs of tables in 7 reports, 10 differ by up to 0.036 of
   * the debt where nothing is wrong, and 4 that print the budget by 0.19 to 0.71.
   */
  private static final BigDecimal MIN_DIFFERENCE = new BigDecimal("0.1");

  /** A total with fewer digits may stand in the row below it by chance. A guess. */
  private static final int MIN_DIGITS = 4;

  private final DocumentRules rules;
  private final Messages messages;

  MisplacedAmounts(DocumentRules rules, Messages messages) {
    this.rules = rules;
    this.messages = messages;
  }

  /** The findings of tables without recognized text. */
  List<Finding> findings(List<Table> tables) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : tables) {
      rowsTooLow(table, findings);
      for (DocumentRules.SameThing same : rules.executed()) {
        if (table.kind().equals(same.kind())) {
          for (Table other : tables) {
            if (other.kind().equals(same.otherKind())) {
              otherStages(same, table, other, findings);
            }
          }
        }
      }
    }
    return findings;
  }

  /** Tells amounts that a table calls executed and another one, in its row of it, the budget. */
  private void otherStages(
      DocumentRules.SameThing same, Table table, Table other, List<Finding> findings) {
    String scope = other.dimensions().scope();
    int planned = only(other, rules.budgetMeasure());
    int executed = only(other, rules.executionMeasure());
    int row = row(other, same.otherLabel());
    if (scope == null || planned < 0 || executed < 0 || row < 0) {
      return;
    }
    Cell budget = other.cell(row, planned);
    Cell execution = other.cell(row, executed);
    int column = only(table, scope);
    if (budget == null || execution == null || column < 0) {
      return;
    }
    String section = "";
    for (int r = 0; r < table.rows().size(); r++) {
      String label = label(table.rows().get(r));
      section = rules.section().matcher(label).lookingAt() ? label : section;
      Cell cell = table.cell(r, column);
      if (same.section().matcher(section).matches()
          && same.label().matcher(label).matches()
          && cell != null
          && isOf(cell.amount(), budget.amount(), execution.amount())) {
        findings.add(
            finding(
                OTHER_STAGE,
                table,
                cell,
                List.of(
                    new CellRef(table.id(), r, cell.column()),
                    new CellRef(other.id(), row, planned),
                    new CellRef(other.id(), row, executed)),
                Map.of(
                    "label", section + "」「" + label,
                    "column", header(table, column),
                    "printed", cell.text(),
                    "title", other.titleOrId(),
                    "otherPage", Integer.toString(execution.page()),
                    "otherLabel", text(other.rows().get(row)),
                    "budget", budget.text(),
                    "execution", execution.text())));
      }
    }
  }

  private static boolean isOf(
      @Nullable BigDecimal printed, @Nullable BigDecimal budget, @Nullable BigDecimal execution) {
    return printed != null
        && budget != null
        && execution != null
        && printed.signum() > 0
        && printed.compareTo(budget) == 0
        && execution.subtract(printed).abs().compareTo(execution.abs().multiply(MIN_DIFFERENCE))
            > 0;
  }

  /** Tells a total that is blank, and stands in the next row. */
  private void rowsTooLow(Table table, List<Finding> findings) {
    int first = total(table, 0);
    int second = total(table, 1);
    if (first >= 0 && second >= 0) {
      rowTooLow(table, first, second, findings);
      rowTooLow(table, second, first, findings);
    }
  }

  private void rowTooLow(Table table, int full, int blank, List<Finding> findings) {
    int below = next(table, blank);
    if (below < 0 || rules.total().matcher(label(table.rows().get(below))).matches()) {
      return;
    }
    for (Cell total : table.rows().get(full).cells()) {
      int column = twin(table, total.column());
      Cell own = column < 0 ? null : table.cell(blank, column);
      Cell moved = column < 0 ? null : table.cell(below, column);
      BigDecimal amount = total.amount();
      if (amount != null
          && amount.precision() - amount.scale() >= MIN_DIGITS
          && (own == null || own.text().isBlank())
          && moved != null
          && moved.amount() != null
          && moved.amount().compareTo(amount) == 0) {
        findings.add(
            finding(
                ROW_TOO_LOW,
                table,
                moved,
                List.of(
                    new CellRef(table.id(), below, column),
                    new CellRef(table.id(), full, total.column())),
                Map.of(
                    "label", text(table.rows().get(below)),
                    "column", header(table, column),
                    "printed", moved.text(),
                    "other", text(table.rows().get(full)),
                    "total", text(table.rows().get(blank)))));
      }
    }
  }

  /** The only row of a list that is its total; negative if there is none, or more than one. */
  private int total(Table table, int list) {
    int found = -1;
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      if (row.list() == list && rules.total().matcher(label(row)).matches()) {
        if (found >= 0) {
          return -1;
        }
        found = r;
      }
    }
    return found;
  }

  /** The row of the same list below one; negative if there is none. */
  private static int next(Table table, int at) {
    int list = table.rows().get(at).list();
    for (int r = at + 1; r < table.rows().size(); r++) {
      if (table.rows().get(r).list() == list) {
        return r;
      }
    }
    return -1;
  }

  /** The column of another list with the same meaning; negative if there is not exactly one. */
  private static int twin(Table table, int column) {
    Column own = table.columns().get(column);
    int found = -1;
    for (int c = 0; c < table.columns().size(); c++) {
      Column other = table.columns().get(c);
      if (c != column
          && own.measure() != null
          && other.role() == ColumnRole.AMOUNT
          && other.list() != own.list()
          && own.measure().equals(other.measure())
          && Objects.equals(own.year(), other.year())
          && own.stage() == other.stage()) {
        if (found >= 0) {
          return -1;
        }
        found = c;
      }
    }
    return found;
  }

  private static int only(Table table, String measure) {
    int found = -1;
    for (int c = 0; c < table.columns().size(); c++) {
      if (measure.equals(table.columns().get(c).measure())) {
        if (found >= 0) {
          return -1;
        }
        found = c;
      }
    }
    return found;
  }

  private static int row(Table table, Pattern label) {
    int found = -1;
    for (int r = 0; r < table.rows().size(); r++) {
      if (label.matcher(label(table.rows().get(r))).matches()) {
        if (found >= 0) {
          return -1;
        }
        found = r;
      }
    }
    return found;
  }

  private static String label(Row row) {
    return TextNormalizer.of(text(row));
  }

  private static String text(Row row) {
    String label = row.keys().label();
    return label == null ? "" : label.strip();
  }

  private static String header(Table table, int column) {
    return String.join("/", table.columns().get(column).header());
  }

  private Finding finding(
      String rule, Table table, Cell cell, List<CellRef> cells, Map<String, String> texts) {
    Map<String, Wording> fields = new HashMap<>();
    fields.put("table", Wording.of(table.titleOrId()));
    fields.put("page", Wording.of(cell.page()));
    texts.forEach((name, text) -> fields.put(name, Wording.of(text)));
    fields.put("unit", Wording.of(table.unit() == null ? "" : table.unit()));
    Wording sentence = messages.say(rule, fields);
    return new Finding(
        rule, Severity.WARNING, Blame.DOCUMENT, sentence.zh(), sentence.en(), cells, cell.page());
  }
}
