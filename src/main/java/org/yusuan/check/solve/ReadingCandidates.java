package org.yusuan.check.solve;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Table;
import org.yusuan.text.PrintedNumber;

/** The other ways to read a recognized cell that its image offers. */
final class ReadingCandidates {

  /**
   * A probability from the recognizer below this is taken for this, so that its logarithm stays
   * finite. A guess.
   */
  private static final double MIN_PROBABILITY = 1e-6;

  /** How much a number in the wrong column is less likely than one in the right column, as e^-4. */
  private static final double SHIFT_COST = 4;

  private final AmountIndex index;

  ReadingCandidates(AmountIndex index) {
    this.index = index;
  }

  /** The changes of a cell as it was read; none if it belongs to a text layer. */
  List<ReadingChange> changesOf(int id) {
    List<ReadingChange> changes = new ArrayList<>();
    if (!index.isRecognized(id)) {
      return changes;
    }
    Cell cell = index.cell(id);
    Table table = index.table(id);
    long read = cell.amount() == null ? 0 : AmountIndex.fen(cell.amount());
    double first = probability(cell);
    Set<Long> seen = new HashSet<>();
    seen.add(read);
    for (Reading reading : cell.readings()) {
      Long value = value(reading.text(), table);
      if (value != null && seen.add(value)) {
        double likely = Math.max(reading.probability(), MIN_PROBABILITY);
        double cost = Math.max(0, Math.log(first / likely));
        changes.add(
            new ReadingChange(
                new int[] {id},
                new long[] {value},
                new String[] {reading.text()},
                cost,
                reading.probability()));
      }
    }
    if (read != 0) {
      addShift(id, -1, changes);
      addShift(id, 1, changes);
    }
    return changes;
  }

  private static double probability(Cell cell) {
    for (Reading reading : cell.readings()) {
      if (reading.text().equals(cell.text())) {
        return Math.max(reading.probability(), MIN_PROBABILITY);
      }
    }
    return cell.confidence() == null ? 1 : Math.max(cell.confidence(), MIN_PROBABILITY);
  }

  /** The amount in 分 that a text states; 0 if it is blank; null if it is no number. */
  private static @Nullable Long value(String text, Table table) {
    if (text.isBlank()) {
      return 0L;
    }
    PrintedNumber figure = PrintedNumber.parseRecognized(text);
    Integer factor = table.unitFactor();
    if (figure == null || figure.percent() || factor == null || figure.value().precision() > 14) {
      return null;
    }
    BigDecimal amount = figure.value().multiply(BigDecimal.valueOf(factor));
    // A stain after the last decimal is read as one decimal more, which no sum in 分 could
    // disprove.
    return AmountIndex.isFinerThanFen(amount) || !AmountIndex.fits(amount)
        ? null
        : AmountIndex.fen(amount);
  }

  /** The number may belong to the next column on one side, if that is blank in this row. */
  private void addShift(int id, int step, List<ReadingChange> changes) {
    CellRef ref = index.ref(id);
    Table table = index.table(id);
    int list = table.columns().get(ref.column()).list();
    int column = ref.column() + step;
    while (column >= 0
        && column < table.columns().size()
        && table.columns().get(column).list() == list) {
      Column candidate = table.columns().get(column);
      if (candidate.role() == ColumnRole.AMOUNT) {
        int other = index.id(index.tableOf(id), ref.row(), column);
        if (other >= 0 && index.isRecognized(other) && index.cell(other).text().isBlank()) {
          Cell cell = index.cell(id);
          changes.add(
              new ReadingChange(
                  new int[] {id, other},
                  new long[] {0, cell.amount() == null ? 0 : AmountIndex.fen(cell.amount())},
                  new String[] {"", cell.text()},
                  SHIFT_COST,
                  probability(cell)));
        }
        return;
      }
      column += step;
    }
  }
}
