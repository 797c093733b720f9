package org.yusuan.scan.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * Parts the ink of ruled cells into lines: bands with paper between them; strokes of one character
 * are put together, and lines that touch are cut. The constants are guesses unless they say what
 * was measured.
 */
final class CellLines {
  /** A band lower than this many text heights is one line. */
  private static final double MIN_TWO_LINES = 1.5;

  /** No line is lower than this many text heights. */
  private static final double MIN_LINE_HEIGHT = 0.6;

  /** Fewer bands than this do not tell the height of lines; a guess. */
  private static final int MIN_BANDS = 8;

  /** A break in thin print is at most this high: two pixels of a scan with 200 dpi. */
  private static final double MAX_BREAK_INCHES = 0.01;

  /**
   * A broken line is at most this many times as high as the high bands of its page. Two lines of
   * figures are 1.4 times as high as one of characters.
   */
  private static final double MAX_BROKEN_HEIGHT = 1.1;

  /** This quantile of the heights of bands is that of a line of characters. A guess. */
  private static final double HIGH_BAND_QUANTILE = 0.75;

  /**
   * And this one is at least that of a line of figures: many bands may be two lines that touch. A
   * guess.
   */
  private static final double LOW_BAND_QUANTILE = 0.25;

  /** Between two lines there is at most this share of the usual ink of a row. */
  private static final double MAX_VALLEY_INK = 0.4;

  /** The height of a line in a cell is taken for at least this many text heights. A guess. */
  private static final double MIN_BAND_HEIGHT = 0.6;

  /** And for at most this many. A guess. */
  private static final double MAX_BAND_HEIGHT = 1.3;

  /** A band lower than this part of a line may be a stroke of a character. A guess. */
  private static final double MAX_THIN_BAND = 0.45;

  /** Strokes of one character are together at most this many times as high as a line. A guess. */
  private static final double MAX_MERGED_HEIGHT = 1.25;

  /** And they are apart by at most this part of a line. A guess. */
  private static final double MAX_STROKE_GAP = 0.4;

  private final BinaryImage ink;
  private final double textHeight;
  private final double dpi;

  /**
   * @param ink the ink of the page without its rulings
   * @param textHeight typical height of a line of this page in pixels
   */
  CellLines(BinaryImage ink, double textHeight, double dpi) {
    this.ink = ink;
    this.textHeight = textHeight;
    this.dpi = dpi;
  }

  /** The lines of each cell, from the top. */
  List<List<List<ConnectedComponent>>> of(List<List<ConnectedComponent>> cells) {
    List<List<List<ConnectedComponent>>> bands = cells.stream().map(this::bands).toList();
    double highest = bandHeight(bands, HIGH_BAND_QUANTILE);
    List<List<List<ConnectedComponent>>> whole =
        bands.stream().map(ofCell -> mergeBrokenBands(ofCell, highest)).toList();
    double lineHeight = Math.max(textHeight, bandHeight(whole, LOW_BAND_QUANTILE));
    return whole.stream()
        .map(
            ofCell ->
                ofCell.stream()
                    .flatMap(band -> cutBetweenLines(band, lineHeight).stream())
                    .toList())
        .toList();
  }

  /** A quantile of the heights of bands that may be lines; 0 if there are too few to tell. */
  private double bandHeight(List<List<List<ConnectedComponent>>> cells, double quantile) {
    double[] heights =
        cells.stream()
            .flatMap(List::stream)
            .mapToDouble(band -> TextLineFinder.freeLineOf(band).height())
            .filter(height -> height >= MIN_LINE_HEIGHT * textHeight)
            .sorted()
            .toArray();
    return heights.length < MIN_BANDS ? 0 : heights[(int) (heights.length * quantile)];
  }

  /**
   * Thin print breaks along a row of pixels: two bands that all but touch, and are together no
   * higher than the lines of other cells, are one line.
   */
  private List<List<ConnectedComponent>> mergeBrokenBands(
      List<List<ConnectedComponent>> bands, double highest) {
    List<List<ConnectedComponent>> merged = new ArrayList<>();
    for (List<ConnectedComponent> band : bands) {
      LineBox below = TextLineFinder.freeLineOf(band);
      LineBox above =
          merged.isEmpty() ? null : TextLineFinder.freeLineOf(merged.get(merged.size() - 1));
      if (above != null
          && below.top() - above.bottom() <= MAX_BREAK_INCHES * dpi
          && below.bottom() - above.top() <= MAX_BROKEN_HEIGHT * highest) {
        merged.get(merged.size() - 1).addAll(band);
      } else {
        merged.add(new ArrayList<>(band));
      }
    }
    return merged;
  }

  /** The bands of ink of one cell, with paper between them. */
  private List<List<ConnectedComponent>> bands(List<ConnectedComponent> cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    List<ConnectedComponent> sorted = new ArrayList<>(cell);
    sorted.sort(Comparator.comparingInt(ConnectedComponent::top));
    List<List<ConnectedComponent>> bands = new ArrayList<>();
    List<ConnectedComponent> band = new ArrayList<>();
    int bottom = Integer.MIN_VALUE;
    for (ConnectedComponent component : sorted) {
      if (!band.isEmpty() && component.top() >= bottom) {
        bands.add(band);
        band = new ArrayList<>();
        bottom = Integer.MIN_VALUE;
      }
      band.add(component);
      bottom = Math.max(bottom, component.bottom());
    }
    bands.add(band);
    return mergeThinBands(bands);
  }

  /** Strokes of one character that lie above each other (二, ：) are one line. */
  private List<List<ConnectedComponent>> mergeThinBands(List<List<ConnectedComponent>> bands) {
    List<List<ConnectedComponent>> merged = new ArrayList<>(bands);
    double tallest =
        bands.stream().map(TextLineFinder::freeLineOf).mapToInt(LineBox::height).max().orElse(0);
    double height =
        Math.max(MIN_BAND_HEIGHT * textHeight, Math.min(MAX_BAND_HEIGHT * textHeight, tallest));
    boolean changed = true;
    while (changed && merged.size() > 1) {
      changed = false;
      for (int i = 0; i + 1 < merged.size() && !changed; i++) {
        LineBox a = TextLineFinder.freeLineOf(merged.get(i));
        LineBox b = TextLineFinder.freeLineOf(merged.get(i + 1));
        boolean thin = Math.min(a.height(), b.height()) < MAX_THIN_BAND * height;
        if (thin
            && b.bottom() - a.top() <= MAX_MERGED_HEIGHT * height
            && b.top() - a.bottom() <= MAX_STROKE_GAP * height) {
          List<ConnectedComponent> both = new ArrayList<>(merged.get(i));
          both.addAll(merged.get(i + 1));
          merged.set(i, both);
          merged.remove(i + 1);
          changed = true;
        }
      }
    }
    return merged;
  }

  /** A band of several lines that touch is cut where its ink is least, if it is much less there. */
  private List<List<ConnectedComponent>> cutBetweenLines(
      List<ConnectedComponent> band, double lineHeight) {
    LineBox line = TextLineFinder.freeLineOf(band);
    int end = (int) Math.ceil(MIN_LINE_HEIGHT * lineHeight);
    if (line.height() < MIN_TWO_LINES * lineHeight || line.height() <= 2 * end) {
      return List.of(band);
    }
    int[] profile = new int[line.height()];
    for (int y = 0; y < profile.length; y++) {
      int row = (line.top() + y) * ink.width;
      for (int x = line.left(); x < line.right(); x++) {
        profile[y] += ink.ink[row + x] ? 1 : 0;
      }
    }
    int cut = end;
    for (int y = end; y <= profile.length - end; y++) {
      if (profile[y] < profile[cut]) {
        cut = y;
      }
    }
    double above = Arrays.stream(profile, 0, cut).average().orElse(0);
    double below = Arrays.stream(profile, cut + 1, profile.length).average().orElse(0);
    if (profile[cut] > MAX_VALLEY_INK * Math.min(above, below)) {
      return List.of(band);
    }
    List<List<ConnectedComponent>> parts =
        new ArrayList<>(cutBetweenLines(clipped(band, line.top(), line.top() + cut), lineHeight));
    parts.addAll(cutBetweenLines(clipped(band, line.top() + cut + 1, line.bottom()), lineHeight));
    return parts;
  }

  private static List<ConnectedComponent> clipped(List<ConnectedComponent> band, int from, int to) {
    List<ConnectedComponent> part = new ArrayList<>();
    for (ConnectedComponent component : band) {
      int top = Math.max(from, component.top());
      int bottom = Math.min(to, component.bottom());
      if (bottom - top > Math.min(2, component.height() - 1)) {
        part.add(
            new ConnectedComponent(
                component.left(), top, component.right(), bottom, component.area()));
      }
    }
    return part;
  }
}
