package org.yusuan.scan.segment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.yusuan.graph.DisjointSet;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.segment.CropCells.CropCell;

/**
 * Groups pieces of ink to lines of text: in each ruled cell by itself, so that no line runs over a
 * ruling; then in what is left of the page. The constants are guesses unless they say what was
 * measured.
 */
public final class TextLineFinder {
  /** Smaller ink, in square inches, is a speck: a point of a 6-point font has twice that. */
  private static final double MIN_AREA = 0.00005;

  /**
   * Higher than this, in inches, is no text: a picture, a stamp. The largest titles have 36 points.
   */
  private static final double MAX_TEXT_HEIGHT = 0.6;

  /** A gap this many text heights wide parts two words outside of tables. */
  private static final double MIN_WORD_GAP = 1.6;

  /** Characters of one word stand closer, in text heights. */
  private static final double MAX_CHARACTER_GAP = 0.3;

  /**
   * Neighbours share this part of the lower one's height. The lines of two cells of a header, one
   * of two lines and one of three, share 0.4.
   */
  private static final double MIN_LEVEL_SHARE = 0.6;

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

  /** A stain is narrower than this, in inches: a small minus has 2 points. A guess. */
  private static final double MAX_STAIN_WIDTH = 0.02;

  /** And lower than this, in inches. A guess. */
  private static final double MAX_STAIN_HEIGHT = 0.03;

  /** A stain that is one pixel high is narrower than this, in inches. A guess. */
  private static final double MAX_SCRATCH_WIDTH = 0.04;

  /** Wider or higher ink, in inches, does not tell the height of text. A guess. */
  private static final double MAX_CHARACTER_INCHES = 0.3;

  /** Nor do those lower than this, in inches. A guess. */
  private static final double MIN_CHARACTER_INCHES = 0.035;

  /** The height of text, in inches, on a page without characters. A guess. */
  private static final double DEFAULT_HEIGHT_INCHES = 0.12;

  /** The height of text is this quantile of those of its ink: strokes are lower. A guess. */
  private static final double HEIGHT_QUANTILE = 0.7;

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

  /** Gaps are measured by the line, but by at most this many text heights. A guess. */
  private static final double MAX_GAP_HEIGHTS = 2.5;

  /** Neighbours of one line are less than this many times as high as each other. A guess. */
  private static final double MAX_HEIGHT_RATIO = 2.6;

  /** Strokes join a line from this part of the gap between words. A guess. */
  private static final double MAX_BESIDE_SHARE = 0.6;

  /** A line with such strokes is at most this many times as high as without. A guess. */
  private static final double MAX_LINE_HEIGHT_RATIO = 1.3;

  /** Strokes that share more than this part of their height with a line are of it. A guess. */
  private static final double MIN_OVERLAP_SHARE = 0.5;

  /** Other strokes are lower than this many text heights. A guess. */
  private static final double MAX_STROKE_HEIGHT = 0.6;

  private final BinaryImage ink;
  private final double dpi;
  private final double textHeight;

  /**
   * @param textHeight typical height of a line of this page in pixels
   */
  private TextLineFinder(BinaryImage ink, double dpi, double textHeight) {
    this.ink = ink;
    this.dpi = dpi;
    this.textHeight = textHeight;
  }

  /**
   * @param ink the ink of the page without its rulings
   * @param components the pieces of that ink that may be text
   * @param cells ruled cells, none inside another
   * @return lines of cells in the order of the cells, then the others from the top
   */
  public static List<LineBox> findLines(
      BinaryImage ink, List<ConnectedComponent> components, List<CropCell> cells, double dpi) {
    List<List<ConnectedComponent>> ofCells = byCell(components, cells, dpi);
    List<ConnectedComponent> free = ofCells.remove(cells.size());
    TextLineFinder finder = new TextLineFinder(ink, dpi, textHeight(components, dpi));
    SpeckleFilter specks = new SpeckleFilter(finder.textHeight, ink.height);
    ofCells.replaceAll(specks::withoutDirtInCell);
    free = specks.withoutDirt(free);
    List<List<List<ConnectedComponent>>> ofBands =
        new ArrayList<>(ofCells.stream().map(finder::bands).toList());
    double highest = finder.bandHeight(ofBands, HIGH_BAND_QUANTILE);
    ofBands.replaceAll(bands -> finder.mergeBrokenBands(bands, highest));
    double lineHeight = Math.max(finder.textHeight, finder.bandHeight(ofBands, LOW_BAND_QUANTILE));
    List<LineBox> lines = new ArrayList<>();
    for (int cell = 0; cell < ofCells.size(); cell++) {
      List<List<ConnectedComponent>> bands =
          ofBands.get(cell).stream()
              .flatMap(band -> finder.cutBetweenLines(band, lineHeight).stream())
              .toList();
      boolean text = !bands.stream().allMatch(specks::areDirt);
      for (List<ConnectedComponent> line : bands) {
        if (!line.isEmpty() && !(text && specks.areDirt(line))) {
          lines.add(lineOf(line, cell));
        }
      }
    }
    lines.removeIf(finder::tooSmall);
    List<LineBox> others = new ArrayList<>();
    for (List<ConnectedComponent> line :
        new ColumnGaps(ink, finder.textHeight).cut(finder.chainNeighbours(free))) {
      others.add(freeLineOf(line));
    }
    others.removeIf(finder::tooSmall);
    others.sort(Comparator.comparingInt(LineBox::top).thenComparingInt(LineBox::left));
    lines.addAll(others);
    return lines;
  }

  /**
   * Pieces of ink by the cell that they stand in.
   *
   * @return a list for each cell, and one more for what stands in none; without specks and what is
   *     too high for text
   */
  static List<List<ConnectedComponent>> byCell(
      List<ConnectedComponent> components, List<CropCell> cells, double dpi) {
    List<List<ConnectedComponent>> byCell = new ArrayList<>();
    for (int i = 0; i <= cells.size(); i++) {
      byCell.add(new ArrayList<>());
    }
    for (ConnectedComponent component : components) {
      if (component.height() > MAX_TEXT_HEIGHT * dpi
          || component.area() < Math.max(2, MIN_AREA * dpi * dpi)) {
        continue;
      }
      int home = 0;
      while (home < cells.size() && !cells.get(home).holds(component)) {
        home++;
      }
      byCell.get(home).add(component);
    }
    return byCell;
  }

  /** Whether a line is a stain, not a character. */
  private boolean tooSmall(LineBox line) {
    return line.width() < dpi * MAX_STAIN_WIDTH && line.height() < dpi * MAX_STAIN_HEIGHT
        || line.height() < 2 && line.width() < dpi * MAX_SCRATCH_WIDTH;
  }

  /** Typical height of the characters of a page in pixels; a guess if it has none. */
  static double textHeight(List<ConnectedComponent> components, double dpi) {
    double[] heights =
        components.stream()
            .filter(component -> component.width() < dpi * MAX_CHARACTER_INCHES)
            .filter(
                component ->
                    component.height() > dpi * MIN_CHARACTER_INCHES
                        && component.height() < dpi * MAX_CHARACTER_INCHES)
            .mapToDouble(ConnectedComponent::height)
            .sorted()
            .toArray();
    return heights.length == 0
        ? dpi * DEFAULT_HEIGHT_INCHES
        : heights[(int) (heights.length * HEIGHT_QUANTILE)];
  }

  private static LineBox freeLineOf(List<ConnectedComponent> components) {
    return lineOf(components, LineBox.NO_CELL);
  }

  /** The place of pieces of ink, which stand in a cell or in {@link LineBox#NO_CELL}. */
  static LineBox lineOf(List<ConnectedComponent> components, int cell) {
    int left = components.stream().mapToInt(ConnectedComponent::left).min().orElseThrow();
    int top = components.stream().mapToInt(ConnectedComponent::top).min().orElseThrow();
    int right = components.stream().mapToInt(ConnectedComponent::right).max().orElseThrow();
    int bottom = components.stream().mapToInt(ConnectedComponent::bottom).max().orElseThrow();
    return new LineBox(left, top, right, bottom, cell);
  }

  /** A quantile of the heights of bands that may be lines; 0 if there are too few to tell. */
  private double bandHeight(List<List<List<ConnectedComponent>>> cells, double quantile) {
    double[] heights =
        cells.stream()
            .flatMap(List::stream)
            .mapToDouble(band -> freeLineOf(band).height())
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
      LineBox below = freeLineOf(band);
      LineBox above = merged.isEmpty() ? null : freeLineOf(merged.get(merged.size() - 1));
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
        LineBox a = freeLineOf(merged.get(i));
        LineBox b = freeLineOf(merged.get(i + 1));
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
    LineBox line = freeLineOf(band);
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

  /**
   * Chains of neighbours on one height: first what stands close, then what is as high as that on
   * the whole. A stroke of one line may have the height of a character of the next cell.
   */
  private List<List<ConnectedComponent>> chainNeighbours(List<ConnectedComponent> components) {
    List<List<ConnectedComponent>> close =
        chained(components.stream().map(List::of).toList(), MAX_CHARACTER_GAP);
    return joinOverlapping(chained(close, MIN_WORD_GAP));
  }

  private List<List<ConnectedComponent>> chained(
      List<List<ConnectedComponent>> pieces, double widest) {
    record Piece(List<ConnectedComponent> ink, LineBox box) {}
    List<Piece> sorted =
        pieces.stream()
            .map(ink -> new Piece(ink, freeLineOf(ink)))
            .sorted(Comparator.comparingInt(piece -> piece.box().left()))
            .toList();
    int n = sorted.size();
    DisjointSet chained = new DisjointSet(n);
    double reach = MAX_GAP_HEIGHTS * widest * textHeight;
    for (int i = 0; i < n; i++) {
      LineBox a = sorted.get(i).box();
      for (int k = i + 1; k < n && sorted.get(k).box().left() - a.right() < reach; k++) {
        LineBox b = sorted.get(k).box();
        double height = Math.max(textHeight, Math.max(a.height(), b.height()));
        int overlap = Math.min(a.bottom(), b.bottom()) - Math.max(a.top(), b.top());
        if (b.left() - a.right() < widest * Math.min(height, MAX_GAP_HEIGHTS * textHeight)
            && overlap > MIN_LEVEL_SHARE * Math.min(a.height(), b.height())
            && height < MAX_HEIGHT_RATIO * Math.max(textHeight, Math.min(a.height(), b.height()))) {
          chained.union(i, k);
        }
      }
    }
    List<List<ConnectedComponent>> chains = new ArrayList<>();
    int[] index = new int[n];
    Arrays.fill(index, -1);
    for (int i = 0; i < n; i++) {
      int root = chained.find(i);
      if (index[root] < 0) {
        index[root] = chains.size();
        chains.add(new ArrayList<>());
      }
      chains.get(index[root]).addAll(sorted.get(i).ink());
    }
    return chains;
  }

  /** Chains that share their place are one: the upper and the lower strokes of one line. */
  private List<List<ConnectedComponent>> joinOverlapping(List<List<ConnectedComponent>> chains) {
    List<List<ConnectedComponent>> joined = new ArrayList<>();
    List<LineBox> boxes = new ArrayList<>();
    List<List<ConnectedComponent>> bySize = new ArrayList<>(chains);
    bySize.sort(
        Comparator.comparingInt((List<ConnectedComponent> chain) -> freeLineOf(chain).width())
            .reversed());
    for (List<ConnectedComponent> chain : bySize) {
      LineBox box = freeLineOf(chain);
      int home = -1;
      for (int i = 0; i < boxes.size() && home < 0; i++) {
        LineBox other = boxes.get(i);
        int overlapY = Math.min(box.bottom(), other.bottom()) - Math.max(box.top(), other.top());
        int gapX = Math.max(box.left(), other.left()) - Math.min(box.right(), other.right());
        int union = Math.max(box.bottom(), other.bottom()) - Math.min(box.top(), other.top());
        boolean beside = gapX < MAX_BESIDE_SHARE * MIN_WORD_GAP * textHeight;
        boolean fits = union <= MAX_LINE_HEIGHT_RATIO * Math.max(textHeight, other.height());
        if (beside
            && (overlapY > MIN_OVERLAP_SHARE * box.height()
                || fits && box.height() < MAX_STROKE_HEIGHT * textHeight)) {
          home = i;
        }
      }
      if (home < 0) {
        joined.add(new ArrayList<>(chain));
        boxes.add(box);
      } else {
        joined.get(home).addAll(chain);
        boxes.set(home, freeLineOf(joined.get(home)));
      }
    }
    return joined;
  }
}
