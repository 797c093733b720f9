package org.yusuan.check.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.solve.IdentityGraph;
import org.yusuan.check.solve.ReadingChange;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/** Writes verdicts and corrections into tables. */
public final class TableUpdater {

  private final AmountIndex index;
  private final IdentityGraph graph;
  private final Assignment values;
  private final Map<Integer, ReadingChange> changes = new HashMap<>();

  public TableUpdater(
      AmountIndex index, IdentityGraph graph, Assignment values, List<ReadingChange> changes) {
    this.index = index;
    this.graph = graph;
    this.values = values;
    for (ReadingChange change : changes) {
      Arrays.stream(change.cells()).forEach(cell -> this.changes.put(cell, change));
    }
  }

  /** The index's tables with the statuses of their cells, and with corrected cells. */
  public List<Table> tables(@Nullable Status[] statuses) {
    List<Table> tables = new ArrayList<>();
    for (int t = 0; t < index.tables().size(); t++) {
      Table table = index.tables().get(t);
      List<Row> rows = new ArrayList<>(table.rows().size());
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        List<Cell> cells = new ArrayList<>(row.cells().size());
        for (Cell cell : row.cells()) {
          cells.add(cell(index.id(t, r, cell.column()), cell, table, statuses));
        }
        rows.add(row.withCells(cells));
      }
      tables.add(table.withRows(rows));
    }
    return tables;
  }

  private Cell cell(int id, Cell cell, Table table, @Nullable Status[] statuses) {
    Cell read = cell;
    ReadingChange change = id < 0 ? null : changes.get(id);
    if (change != null && table.unitFactor() != null) {
      read = corrected(id, cell, change, table.unitFactor());
    }
    Status status = read.amount() == null ? null : Status.UNVERIFIED;
    if (status != null && id >= 0 && statuses[id] != null) {
      status = statuses[id];
    }
    return status == read.status() ? read : read.withStatus(status);
  }

  private Cell corrected(int id, Cell cell, ReadingChange change, int factor) {
    String text = "";
    for (int i = 0; i < change.cells().length; i++) {
      text = change.cells()[i] == id ? change.texts()[i] : text;
    }
    PrintedNumber figure = PrintedNumber.parseRecognized(text);
    TreeSet<String> identities = new TreeSet<>();
    for (int k = 0; k < graph.degree(id); k++) {
      Identity identity = graph.identity(graph.identityOf(id, k));
      if (identity.outcome(index, values) == Outcome.HOLDS) {
        identities.add(identity.group().id() + ": " + identity.group().says().zh());
      }
    }
    return cell.withText(text)
        .withNumber(
            figure == null ? null : figure.value(),
            figure == null ? null : MoneyUnit.toYuan(figure.value(), factor))
        .withCorrection(
            Correction.byIdentities(
                cell.text(), text, change.probability(), List.copyOf(identities)));
  }
}
