package org.yusuan.source.second;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.page.Password;
import technology.tabula.ObjectExtractor;
import technology.tabula.Page;
import technology.tabula.RectangularTextContainer;
import technology.tabula.Table;
import technology.tabula.extractors.BasicExtractionAlgorithm;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/**
 * Reads cells of a text layer once more with tabula-java, which shares nothing with the reader of
 * this program but the library below: by rulings, else by the arrangement of the text. Cells that
 * it cannot find are left out. It holds the document in memory while it reads.
 */
public final class SecondReader {

  private static final Logger LOG = LoggerFactory.getLogger(SecondReader.class);

  private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d,，]*(?:\\.\\d+)?");

  private SecondReader() {}

  /**
   * The readings of cells that tabula reads otherwise; empty if it cannot read the file.
   *
   * @param cells cells of a text layer, by where they stand
   */
  public static Map<CellRef, String> differing(
      Path file, Password password, Map<CellRef, Cell> cells) {
    Map<Integer, Map<CellRef, Cell>> byPage = new TreeMap<>();
    cells.forEach(
        (ref, cell) ->
            byPage.computeIfAbsent(cell.page(), page -> new LinkedHashMap<>()).put(ref, cell));
    Map<CellRef, String> differing = new HashMap<>();
    try (PDDocument document = PDDocument.load(file.toFile(), password.text());
        QuietExtractor extractor = new QuietExtractor(document)) {
      for (Map.Entry<Integer, Map<CellRef, Cell>> page : byPage.entrySet()) {
        compare(extractor.page(page.getKey()), page.getValue(), differing);
      }
    } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
      // A file that it cannot read neither confirms nor refutes an accusation.
      LOG.debug("{}: not read a second time", file, e);
      return Map.of();
    }
    return differing;
  }

  /** The library's own walk over the pages prints the trace of what it cannot read. */
  private static final class QuietExtractor extends ObjectExtractor {

    QuietExtractor(PDDocument document) {
      super(document);
    }

    Page page(int number) throws IOException {
      return extractPage(number);
    }
  }

  private static void compare(Page page, Map<CellRef, Cell> cells, Map<CellRef, String> differing) {
    List<Table> ruled = new ArrayList<>(new SpreadsheetExtractionAlgorithm().extract(page));
    List<Table> arranged = new ArrayList<>();
    cells.forEach(
        (ref, cell) -> {
          String other = at(ruled, cell.bbox());
          if (other == null) {
            if (arranged.isEmpty()) {
              arranged.addAll(new BasicExtractionAlgorithm().extract(page));
            }
            other = at(arranged, cell.bbox());
          }
          if (other != null && differs(cell.text(), other)) {
            differing.put(ref, other.strip());
          }
        });
  }

  /** The text of the smallest cell around the middle of a box; null if there is none. */
  private static @Nullable String at(List<Table> tables, Box box) {
    double x = (box.left() + box.right()) / 2;
    double y = (box.top() + box.bottom()) / 2;
    @Nullable String text = null;
    double least = Double.MAX_VALUE;
    for (Table table : tables) {
      for (List<RectangularTextContainer> row : table.getRows()) {
        for (RectangularTextContainer<?> cell : row) {
          boolean around =
              cell.getLeft() <= x
                  && x <= cell.getRight()
                  && cell.getTop() <= y
                  && y <= cell.getBottom();
          if (around && cell.getArea() < least && !cell.getText().isBlank()) {
            least = cell.getArea();
            text = cell.getText();
          }
        }
      }
    }
    return text;
  }

  /** Whether both texts are a number, and not the same one. */
  static boolean differs(String own, String other) {
    List<String> numbers = numbers(own);
    List<String> others = numbers(other);
    return numbers.size() == 1 && others.size() == 1 && !numbers.equals(others);
  }

  private static List<String> numbers(String text) {
    List<String> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      numbers.add(matcher.group().replace(",", "").replace("，", ""));
    }
    return numbers;
  }
}
