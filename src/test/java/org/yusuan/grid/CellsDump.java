package org.yusuan.grid;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.Region;
import org.yusuan.page.Page;
import org.yusuan.pdf.PdfFile;

/**
 * Writes the tables that {@link TableFinder} finds in PDF files as neutral cells, one JSON a file:
 * {@code CellsDump OUT_DIR FILE...}. For measuring the finder alone; pages are not joined.
 */
final class CellsDump {

  private CellsDump() {}

  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[0]));
    ObjectMapper json = new ObjectMapper();
    long finding = 0;
    long reading = 0;
    for (int i = 1; i < args.length; i++) {
      Path file = Path.of(args[i]);
      List<Map<String, Object>> tables = new ArrayList<>();
      try (PdfFile pdf = PdfFile.open(file)) {
        for (int number = 1; number <= pdf.pageCount(); number++) {
          long start = System.nanoTime();
          Page page = pdf.read(number);
          long read = System.nanoTime();
          List<Grid> grids = TableFinder.find(page);
          finding += System.nanoTime() - read;
          reading += read - start;
          grids.forEach(grid -> tables.add(table(grid)));
        }
      }
      String name = String.valueOf(file.getFileName()).replaceFirst("\\.pdf$", ".json");
      json.writeValue(out.resolve(name).toFile(), tables);
    }
    System.out.printf("reading %d ms, finding %d ms%n", reading / 1_000_000, finding / 1_000_000);
  }

  private static Map<String, Object> table(Grid grid) {
    List<Map<String, Object>> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("row", cell.row());
      entry.put("col", cell.column());
      entry.put("rowspan", cell.rowSpan());
      entry.put("colspan", cell.columnSpan());
      entry.put("text", cell.text());
      entry.put("bbox", cell.box().edges());
      cells.add(entry);
    }
    Region region = grid.regions().get(0);
    Map<String, Object> table = new LinkedHashMap<>();
    table.put("page", region.page());
    table.put("bbox", region.bbox().edges());
    table.put("ruled", grid.ruled());
    table.put("cells", cells);
    return table;
  }
}
