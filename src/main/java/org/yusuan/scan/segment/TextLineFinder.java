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
    List<List<List<ConnectedComponent>>> ofLines =
        new CellLines(ink, finder.textHeight, dpi).of(ofCells);
    List<LineBox> lines = new ArrayList<>();
    for (int cell = 0; cell < ofLines.size(); cell++) {
      List<List<ConnectedComponent>> bands = ofLines.get(cell);
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

  static LineBox freeLineOf(List<ConnectedComponent> components) {
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
