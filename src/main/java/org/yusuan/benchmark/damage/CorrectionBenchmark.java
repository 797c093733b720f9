package org.yusuan.benchmark.damage;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.Checker;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * Measures what the check does with misreadings: puts them into disclosures that agree throughout,
 * checks, and compares with what was there. An error counts as covered if the check verifies that
 * cell in the same disclosure without misreadings.
 */
public final class CorrectionBenchmark {

  private final Checker checker = new Checker();
  private final PrintWriter out;

  private long amounts;
  private long verified;
  private long verifiedWrong;
  private long disputed;
  private long disputedWrong;
  private long unverified;
  private long unverifiedWrong;
  private long corrected;
  private long correctedWrong;
  private long errors;
  private long coveredErrors;
  private long coveredOffered;
  private long coveredOfferedCorrected;
  private long unseen;

  public CorrectionBenchmark(PrintWriter out) {
    this.out = out;
  }

  /** Runs the given number of documents with seeds from the first on, and prints a table. */
  public void run(int first, int documents) {
    for (int seed = first; seed < first + documents; seed++) {
      double rate = (1 + seed % 10) / 100.0;
      add(ConsistentDisclosure.of(seed), seed, rate);
    }
    out.printf(
        "%d disclosures, 1-10 %% of the amounts misread, seeds %d-%d%n",
        documents, first, first + documents - 1);
    line("amounts after the check", amounts, amounts);
    line("verified", verified, amounts);
    line("  of these wrong", verifiedWrong, verified);
    line("corrected", corrected, amounts);
    line("  of these wrong", correctedWrong, corrected);
    line("disputed", disputed, amounts);
    line("  of these wrong", disputedWrong, disputed);
    line("unverified", unverified, amounts);
    line("  of these wrong", unverifiedWrong, unverified);
    line("misread cells", errors, errors);
    line("  of these covered by identities", coveredErrors, errors);
    line("  covered, the right reading offered", coveredOffered, errors);
    line("    of these corrected", coveredOfferedCorrected, coveredOffered);
    line("numbers not seen and left blank", unseen, errors);
    out.flush();
  }

  /** Checks one table of 10,000 rows and 40 columns with a hundred errors, and prints the cost. */
  public void runScale() {
    Disclosure right = ConsistentDisclosure.wide(7, Origin.OCR, 90, 3, 12);
    long cells =
        right.tables().stream()
            .flatMap(table -> table.rows().stream())
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.amount() != null)
            .count();
    Misreadings misreadings = new Misreadings(7, 100.0 / cells);
    Disclosure read = misreadings.put(right);
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      pool.resetPeakUsage();
    }
    long start = System.nanoTime();
    Disclosure checked = checker.check(read);
    double seconds = (System.nanoTime() - start) / 1e9;
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    out.printf(
        Locale.ROOT,
        "%d rows x %d columns, %d amounts, %d wrong cells: %.1f s, at most %d MiB of heap in use (of %d MiB allowed); %d corrected, %d disputed%n",
        right.tables().get(0).rows().size(),
        right.tables().get(0).columns().size(),
        cells,
        misreadings.wrong().size(),
        seconds,
        peak >> 20,
        Runtime.getRuntime().maxMemory() >> 20,
        checked.quality().corrected(),
        checked.quality().disputed());
    out.flush();
  }

  /** Number of wrong amounts that were marked verified, so far. */
  public long verifiedWrong() {
    return verifiedWrong;
  }

  /** Number of amounts that were corrected to a wrong value, so far. */
  public long correctedWrong() {
    return correctedWrong;
  }

  /** Of the errors in covered cells whose right reading was offered, the share corrected. */
  public double correctedShare() {
    return coveredOffered == 0 ? 1 : (double) coveredOfferedCorrected / coveredOffered;
  }

  private void add(Disclosure right, long seed, double rate) {
    Map<CellRef, Cell> truth = cells(checker.check(right));
    Misreadings misreadings = new Misreadings(seed, rate);
    Disclosure checked = checker.check(misreadings.put(right));
    Set<CellRef> wrong = misreadings.wrong();
    errors += wrong.size();
    cells(checked)
        .forEach(
            (ref, cell) -> {
              Cell was = truth.get(ref);
              boolean same = was != null && equal(was.amount(), cell.amount());
              count(cell, same);
              if (!wrong.contains(ref)) {
                return;
              }
              boolean covered =
                  was != null && (was.amount() == null || was.status() == Status.VERIFIED);
              coveredErrors += covered ? 1 : 0;
              if (covered && misreadings.offered().contains(ref)) {
                coveredOffered++;
                coveredOfferedCorrected += same && cell.correction() != null ? 1 : 0;
              }
              unseen += cell.amount() == null && !same ? 1 : 0;
            });
  }

  private void count(Cell cell, boolean same) {
    if (cell.correction() != null) {
      corrected++;
      correctedWrong += same ? 0 : 1;
      amounts += cell.amount() == null ? 0 : 1;
      return;
    }
    if (cell.amount() == null || cell.status() == null) {
      return;
    }
    amounts++;
    switch (cell.status()) {
      case VERIFIED -> {
        verified++;
        verifiedWrong += same ? 0 : 1;
      }
      case DISPUTED -> {
        disputed++;
        disputedWrong += same ? 0 : 1;
      }
      case UNVERIFIED -> {
        unverified++;
        unverifiedWrong += same ? 0 : 1;
      }
    }
  }

  private static boolean equal(@Nullable BigDecimal a, @Nullable BigDecimal b) {
    return a == null || b == null ? a == b : a.compareTo(b) == 0;
  }

  private static Map<CellRef, Cell> cells(Disclosure disclosure) {
    Map<CellRef, Cell> cells = new HashMap<>();
    for (Table table : disclosure.tables()) {
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        for (Cell cell : row.cells()) {
          cells.put(new CellRef(table.id(), r, cell.column()), cell);
        }
      }
    }
    return cells;
  }

  private void line(String what, long count, long of) {
    out.printf(
        Locale.ROOT, "  %-38s %8d  %8.4f %%%n", what, count, of == 0 ? 0 : 100.0 * count / of);
  }
}
