package org.yusuan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** Turns made disclosures into ones read off a scan, for tests. */
final class Scans {

  private Scans() {}

  /** The disclosure as read off a scan; some cells read otherwise than they were printed. */
  static Disclosure of(Disclosure disclosure, Map<CellRef, List<Reading>> readings) {
    return of(disclosure, readings, 0.9);
  }

  /** The disclosure as read off a scan, each cell as surely as told. */
  static Disclosure of(
      Disclosure disclosure, Map<CellRef, List<Reading>> readings, double confidence) {
    List<Table> tables = new ArrayList<>();
    for (Table table : disclosure.tables()) {
      List<Row> rows = new ArrayList<>();
      for (int r = 0; r < table.rows().size(); r++) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : table.rows().get(r).cells()) {
          List<Reading> own = readings.get(new CellRef(table.id(), r, cell.column()));
          cells.add(
              own == null
                  ? scanned(cell, cell.text(), List.of(), confidence)
                  : scanned(cell, own.get(0).text(), own, confidence));
        }
        rows.add(table.rows().get(r).withCells(cells));
      }
      tables.add(table.withRows(rows));
    }
    return TextReparser.reparse(disclosure.withTables(tables, disclosure.quality()));
  }

  private static Cell scanned(Cell cell, String text, List<Reading> readings, double confidence) {
    return new Cell(
        cell.column(),
        1,
        1,
        text,
        null,
        null,
        cell.page(),
        cell.bbox(),
        Origin.OCR,
        confidence,
        readings,
        null,
        null);
  }

  /** The cell of a checked disclosure. */
  static Cell cell(Disclosure disclosure, String table, int row, int column) {
    return disclosure.tables().stream()
        .filter(candidate -> candidate.id().equals(table))
        .flatMap(candidate -> candidate.rows().get(row).cells().stream())
        .filter(cell -> cell.column() == column)
        .findFirst()
        .orElseThrow();
  }
}
