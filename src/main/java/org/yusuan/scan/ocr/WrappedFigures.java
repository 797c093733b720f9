package org.yusuan.scan.ocr;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.segment.LineBox;

/**
 * Reads figures that did not fit their cell and go on in its next line. An engine that sees only a
 * part takes that for a figure: it reads 19,604,06 as 19,604.06. So the parts are put side by side
 * and read as one.
 */
public final class WrappedFigures {
  /** Ink is darker than this: crops have black ink on white paper. A guess. */
  private static final int MAX_INK_TONE = 140;

  /** Paper between two parts, as a share of their height: as between two digits. A guess. */
  private static final double DIGIT_GAP = 0.08;

  /** Paper around the row of parts, as a share of its height. A guess. */
  private static final double MARGIN_SHARE = 0.2;

  private WrappedFigures() {}

  /**
   * Lines with the readings of each.
   *
   * @param lines where they stand
   * @param readings as many, in the same order
   * @param heights height of each line's print in pixels: a wrapped figure is higher than its print
   */
  public record ReadLines(
      List<LineBox> lines, List<List<Reading>> readings, List<Integer> heights) {}

  /**
   * Reads lines, and each wrapped figure as one line.
   *
   * @param lines the lines of one cell stand together, from the top down
   * @param crops their pictures
   */
  public static ReadLines readLines(
      List<LineBox> lines, List<GrayImage> crops, EnsembleReader reader) {
    List<List<Reading>> readings = reader.readLines(crops);
    List<int[]> runs = figureRuns(lines, readings);
    List<GrayImage> joined = new ArrayList<>();
    for (int[] run : runs) {
      joined.add(beside(crops.subList(run[0], run[1])));
    }
    List<List<Reading>> whole = joined.isEmpty() ? List.of() : reader.readLines(joined);
    List<LineBox> places = new ArrayList<>();
    List<List<Reading>> texts = new ArrayList<>();
    List<Integer> heights = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < lines.size(); i++) {
      LineBox place = lines.get(i);
      heights.add(place.height());
      if (next < runs.size() && runs.get(next)[0] == i) {
        int end = runs.get(next)[1];
        List<Reading> one = whole.get(next++);
        if (!one.isEmpty() && FigureText.isMarked(one.get(0).text())) {
          while (++i < end) {
            place = place.union(lines.get(i));
          }
          i--;
          places.add(place);
          texts.add(one);
          continue;
        }
      }
      places.add(place);
      texts.add(readings.get(i));
    }
    return new ReadLines(places, texts, heights);
  }

  /**
   * First and last line, exclusive, of cells that hold figures only, each shorter than the one
   * above.
   */
  private static List<int[]> figureRuns(List<LineBox> lines, List<List<Reading>> readings) {
    List<int[]> runs = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      int to = from + 1;
      while (to < lines.size()
          && lines.get(from).inCell()
          && lines.get(to).cell() == lines.get(from).cell()) {
        to++;
      }
      boolean figures = to - from > 1;
      for (int i = from; i < to && figures; i++) {
        figures =
            FigureText.isLikely(readings.get(i))
                && (i < to - 1 || lines.get(i).width() < lines.get(from).width());
      }
      if (figures) {
        runs.add(new int[] {from, to});
      }
      from = to;
    }
    return runs;
  }

  /** The print of several pictures in one row, digits on one height. */
  private static GrayImage beside(List<GrayImage> crops) {
    List<GrayImage> parts = crops.stream().map(WrappedFigures::trimmed).toList();
    int height = parts.stream().mapToInt(part -> part.height).max().orElseThrow();
    int gap = Math.max(1, (int) Math.round(height * DIGIT_GAP));
    int margin = (int) Math.round(height * MARGIN_SHARE);
    int width = parts.stream().mapToInt(part -> part.width + gap).sum() - gap;
    GrayImage row = GrayImage.blank(width, height);
    int x = 0;
    for (GrayImage part : parts) {
      for (int y = 0; y < part.height; y++) {
        System.arraycopy(part.pixels, y * part.width, row.pixels, y * width + x, part.width);
      }
      x += part.width + gap;
    }
    return row.crop(0, 0, width, height, margin);
  }

  /** The picture without the paper around its print; whole if it has none. */
  private static GrayImage trimmed(GrayImage crop) {
    int left = crop.width;
    int top = crop.height;
    int right = 0;
    int bottom = 0;
    for (int y = 0; y < crop.height; y++) {
      for (int x = 0; x < crop.width; x++) {
        if (crop.at(x, y) < MAX_INK_TONE) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x + 1);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return left < right ? crop.crop(left, top, right, bottom, 0) : crop;
  }
}
