package org.yusuan.source.second;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.page.Password;

/**
 * Reads the cells and sentences of accusations once more, and notes where another reader reads
 * otherwise.
 */
public final class SecondReading {

  private SecondReading() {}

  /**
   * The disclosure with the readings of another reader for the cells that its errors name, and with
   * notes on their sentences; the same one if the readings are equal.
   *
   * @param checked with its findings
   * @param read cells that were read once more already
   */
  public static Disclosure reread(
      Path file, Password password, Disclosure checked, Set<CellRef> read) {
    Set<CellRef> accused = accused(checked);
    Map<CellRef, Cell> cells = new HashMap<>();
    for (Table table : checked.tables()) {
      for (int r = 0; r < table.rows().size(); r++) {
        for (Cell cell : table.rows().get(r).cells()) {
          CellRef ref = new CellRef(table.id(), r, cell.column());
          if (accused.contains(ref)
              && !read.contains(ref)
              && cell.origin() == Origin.TEXT
              && !cell.text().isBlank()) {
            cells.put(ref, cell);
          }
        }
      }
    }
    Map<CellRef, String> others =
        cells.isEmpty() ? Map.of() : SecondReader.differing(file, password, cells);
    Disclosure anew = others.isEmpty() ? checked : with(checked, others);
    return doubted(file, password, anew, accused);
  }

  /** The cells that the errors of a disclosure name. */
  public static Set<CellRef> accused(Disclosure checked) {
    Set<CellRef> accused = new HashSet<>();
    checked.findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .forEach(finding -> accused.addAll(finding.cells()));
    return accused;
  }

  /**
   * The disclosure with a note on the sentences of accusations that another reader reads otherwise.
   */
  private static Disclosure doubted(
      Path file, Password password, Disclosure checked, Set<CellRef> accused) {
    List<Claim> accusing =
        checked.claims().stream()
            .filter(claim -> Boolean.FALSE.equals(claim.agrees()))
            .filter(claim -> accused.contains(claim.refersTo().get(0)))
            .toList();
    Set<Claim> missing =
        accusing.isEmpty() ? Set.of() : PlainTextReader.missing(file, password, accusing);
    return missing.isEmpty()
        ? checked
        : checked.withClaims(
            checked.claims().stream()
                .map(
                    claim ->
                        missing.contains(claim)
                            ? claim.compared(claim.refersTo(), false, Claim.MISREAD)
                            : claim)
                .toList());
  }

  private static Disclosure with(Disclosure checked, Map<CellRef, String> others) {
    List<Table> tables = new ArrayList<>();
    for (Table table : checked.tables()) {
      List<Row> rows = new ArrayList<>();
      for (int r = 0; r < table.rows().size(); r++) {
        int row = r;
        rows.add(
            table
                .rows()
                .get(r)
                .withCells(
                    table.rows().get(r).cells().stream()
                        .map(
                            cell -> {
                              String other =
                                  others.get(new CellRef(table.id(), row, cell.column()));
                              return other == null
                                  ? cell
                                  : cell.withReadings(List.of(new Reading(other, 0.5)));
                            })
                        .toList()));
      }
      tables.add(table.withRows(rows));
    }
    return checked.withTables(tables);
  }
}
