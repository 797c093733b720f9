package org.yusuan.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.yusuan.io.AtomicFile;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * The tables of a document as CSV, as they are printed: the rows of the header, then a line for
 * each printed line; the text of a merged cell stands at its top left. Texts that a spreadsheet
 * would run are defused.
 */
public final class CsvTables {

  private final boolean byteOrderMark;

  /**
   * A writer.
   *
   * @param byteOrderMark whether files begin with one, for Excel
   */
  public CsvTables(boolean byteOrderMark) {
    this.byteOrderMark = byteOrderMark;
  }

  /**
   * Writes a file for each table, named by its id and kind.
   *
   * @return how many were written
   * @throws IOException if one cannot be written
   */
  public int write(Disclosure disclosure, Path folder) throws IOException {
    for (Table table : disclosure.tables()) {
      String name = (table.id() + "-" + table.kind()).replaceAll("[^A-Za-z0-9_-]", "_") + ".csv";
      byte[] content =
          (byteOrderMark ? "\uFEFF" + csv(table) : csv(table)).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(folder.resolve(name), content);
    }
    return disclosure.tables().size();
  }

  /** One table. */
  static String csv(Table table) throws IOException {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      for (String[] line : lines(table)) {
        csv.writeRecord(Arrays.stream(line).map(CsvFacts::defused).toList());
      }
    }
    return text.toString();
  }

  private static List<String[]> lines(Table table) {
    int width = table.columns().size();
    List<String[]> lines = new ArrayList<>();
    for (int row = 0; row < table.headerRows(); row++) {
      lines.add(blank(width));
    }
    for (HeaderCell cell : table.header()) {
      if (cell.row() < lines.size() && cell.column() < width) {
        lines.get(cell.row())[cell.column()] = cell.text();
      }
    }
    TreeMap<Integer, String[]> printed = new TreeMap<>();
    for (Row row : table.rows()) {
      String[] line = printed.computeIfAbsent(row.line(), number -> blank(width));
      for (Cell cell : row.cells()) {
        line[cell.column()] = cell.text();
      }
    }
    lines.addAll(printed.values());
    return lines;
  }

  private static String[] blank(int width) {
    String[] line = new String[width];
    Arrays.fill(line, "");
    return line;
  }
}
