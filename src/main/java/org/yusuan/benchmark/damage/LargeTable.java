package org.yusuan.benchmark.damage;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.yusuan.check.Checker;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/** A made table of very many amounts, some of them wrong, to see what checking it takes. */
public final class LargeTable {

  /** Classes have ten groups of ten items: so many rows with their sums. */
  private static final int ROWS_PER_CLASS = 111;

  private static final int COLUMN_GROUPS = 3;

  private final Disclosure disclosure;
  private final Set<CellRef> wrong;

  private LargeTable(Disclosure disclosure, Set<CellRef> wrong) {
    this.disclosure = disclosure;
    this.wrong = Set.copyOf(wrong);
  }

  /**
   * Makes a table.
   *
   * @param rows about how many rows
   * @param columns about how many columns of amounts
   * @param errors how many amounts are wrong
   */
  public static LargeTable of(int rows, int columns, int errors) {
    Disclosure right =
        ConsistentDisclosure.wide(
            1,
            Origin.TEXT,
            Math.max(1, (rows + ROWS_PER_CLASS / 2) / ROWS_PER_CLASS),
            COLUMN_GROUPS,
            Math.max(1, (columns - 1) / COLUMN_GROUPS - 1));
    Table table = right.tables().get(0);
    List<Row> all = new ArrayList<>(table.rows());
    Set<CellRef> wrong = new HashSet<>();
    Random random = new Random(errors);
    while (wrong.size() < errors) {
      int r = random.nextInt(all.size());
      Cell cell = all.get(r).cells().get(random.nextInt(table.columns().size()));
      BigDecimal amount = cell.amount();
      if (amount != null && wrong.add(new CellRef(table.id(), r, cell.column()))) {
        BigDecimal now = amount.add(BigDecimal.valueOf(10_000L * (1 + random.nextInt(999))));
        BigDecimal value = cell.value() == null ? now : cell.value().add(now.subtract(amount));
        Row row = all.get(r);
        all.set(
            r,
            row.withCells(
                row.cells().stream()
                    .map(
                        each ->
                            each.column() == cell.column()
                                ? cell.withText(value.toPlainString()).withNumber(value, now)
                                : each)
                    .toList()));
      }
    }
    return new LargeTable(right.withTables(List.of(table.withRows(all))), wrong);
  }

  /** The number of amounts that it prints. */
  public long amounts() {
    return disclosure.tables().get(0).rows().stream()
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() != null)
        .count();
  }

  /**
   * What a check took and found.
   *
   * @param seconds how long it took, by the clock
   * @param cpuSeconds how long the processor worked at it
   * @param named how many wrong amounts a finding names
   * @param verified how many wrong amounts are verified all the same
   */
  public record Outcome(double seconds, double cpuSeconds, long named, long verified) {}

  /** Checks the table. */
  public Outcome check() {
    Checker checker = new Checker();
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long cpu = threads.getCurrentThreadCpuTime();
    long start = System.nanoTime();
    Disclosure checked = checker.check(disclosure);
    double seconds = (System.nanoTime() - start) / 1e9;
    double cpuSeconds = (threads.getCurrentThreadCpuTime() - cpu) / 1e9;
    Set<CellRef> named = new HashSet<>();
    checked.findings().forEach(finding -> named.addAll(finding.cells()));
    return new Outcome(
        seconds,
        cpuSeconds,
        wrong.stream().filter(named::contains).count(),
        wrong.stream()
            .map(checked::cell)
            .filter(cell -> cell != null && cell.status() == Status.VERIFIED)
            .count());
  }
}
