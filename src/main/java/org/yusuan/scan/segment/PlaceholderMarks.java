package org.yusuan.scan.segment;

import static java.util.stream.Collectors.groupingBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.segment.CropCells.CropCell;

/**
 * Marks that stand in a cell in place of a figure: a dash, a slash, an ellipsis. Engines bring each
 * line to one height and so take a dash for a stroke of a character and a point for a zero. Their
 * shape and size, compared with the print of the page, tell them better.
 *
 * <p>Heights, lengths and distances of the constants are shares of the text height of the page,
 * unless they say otherwise, and guesses unless they say what was measured; positions are in pixels
 * of the straightened picture.
 */
public final class PlaceholderMarks {
  /** How surely a mark is told by its shape; a guess. */
  private static final double MARK_PROBABILITY = 0.95;

  /**
   * A stroke as long as a character may be the numeral one instead; seldom, alone in a cell. A
   * guess.
   */
  private static final double NUMERAL_ONE_PROBABILITY = 0.1;

  /** A dash is no higher than this. */
  private static final double MAX_DASH_HEIGHT = 0.3;

  /** A hyphen of a narrow font is 0.2 long; smaller ink is a point or dirt. */
  private static final double MIN_DASH_LENGTH = 0.17;

  /** Longer than two characters is no dash: an underline, or what is left of a ruling. */
  private static final double MAX_DASH_LENGTH = 2.6;

  /** A dash up to this length is a hyphen. */
  private static final double MAX_HYPHEN_LENGTH = 0.7;

  /** A longer dash up to this length is one character, beyond it two. */
  private static final double MAX_SINGLE_DASH_LENGTH = 1.5;

  /** A dash is this many times as long as high: blur makes short ones higher. */
  private static final double MIN_DASH_ELONGATION = 1.2;

  /** Share of its box that a stroke fills: half, if it is one pixel thick and not quite level. */
  private static final double MIN_DASH_FILL = 0.35;

  /** How far from the middle of the print beside it, or of its cell, a dash stands. */
  private static final double MAX_OFF_MIDDLE = 0.3;

  /** How far the two parts of a dash, or points of a row, may be off each other's height. */
  private static final double MAX_LEVEL_DIFFERENCE = 0.15;

  /** A row of points has at least this many. */
  private static final int MIN_POINTS_IN_ROW = 3;

  /** A point or full stop is no larger than this. */
  private static final double MAX_POINT_SIZE = 0.55;

  /** Full stops stand at least this far from each other, the points of an ellipsis nearer. */
  private static final double MIN_FULL_STOP_STEP = 0.75;

  /** Points farther from each other than this are no row. */
  private static final double MAX_POINT_STEP = 1.6;

  /** Of two parts of one mark, the smaller one is at least this share of the larger one. */
  private static final double MIN_SIZE_RATIO = 0.4;

  /** Ink smaller than this share of a cell's largest piece is dirt. */
  private static final double MAX_DIRT_SHARE = 0.2;

  /** A slash is at least this high. */
  private static final double MIN_SLASH_HEIGHT = 0.6;

  /** A slash is at most this high. */
  private static final double MAX_SLASH_HEIGHT = 1.6;

  /** A slash is at least this many pixels high. */
  private static final int MIN_SLASH_PIXELS = 10;

  /** It leans by this share of its height: an italic one leans by a fifth. */
  private static final double MIN_SLASH_LEAN = 0.27;

  /** A one or a seven has a row this many times as wide as the usual one; a slash has none. */
  private static final double MAX_SLASH_WIDTH_RATIO = 1.8;

  /** A fax makes a thin stroke wider by this many pixels in places. */
  private static final int FAX_JAG_PIXELS = 2;

  /** How far the rows of a slash are off its line, as a share of its height. */
  private static final double MAX_SLASH_BEND = 0.07;

  private final BinaryImage ink;
  private final double textHeight;

  private PlaceholderMarks(BinaryImage ink, double textHeight) {
    this.ink = ink;
    this.textHeight = textHeight;
  }

  /** A mark, where it stands, and what it may be. */
  public record Mark(LineBox line, List<Reading> readings) {}

  /**
   * The marks that stand alone in their cell, or only with rows of points above and below, also
   * those that were too small to make a line.
   *
   * @param ink the ink of the page without its rulings
   * @param components the pieces of that ink that may be text
   * @param cells ruled cells, none inside another
   * @param lines the lines of the page, each with the index of its cell
   * @param dpi resolution of the picture
   */
  public static List<Mark> findMarks(
      BinaryImage ink,
      List<ConnectedComponent> components,
      List<CropCell> cells,
      List<LineBox> lines,
      double dpi) {
    PlaceholderMarks marks = new PlaceholderMarks(ink, TextLineFinder.textHeight(components, dpi));
    List<List<ConnectedComponent>> ofCells = TextLineFinder.byCell(components, cells, dpi);
    Map<Integer, List<LineBox>> linesOf =
        lines.stream().filter(LineBox::inCell).collect(groupingBy(LineBox::cell));
    List<Mark> found = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      List<LineBox> own = linesOf.getOrDefault(i, List.of());
      List<ConnectedComponent> parts = withoutDirt(ofCells.get(i));
      if (own.size() > 1) {
        found.addAll(marks.findRowsOfPoints(parts, own));
      } else if (!parts.isEmpty()) {
        LineBox place = own.isEmpty() ? TextLineFinder.lineOf(parts, i) : own.get(0);
        List<Reading> readings = marks.readMark(parts, place, cells.get(i), lines);
        if (!readings.isEmpty()) {
          found.add(new Mark(place, readings));
        }
      }
    }
    return found;
  }

  /**
   * The rows of points of a cell that has nothing else; none if one of its lines is no such row.
   */
  private List<Mark> findRowsOfPoints(List<ConnectedComponent> parts, List<LineBox> lines) {
    List<Mark> found = new ArrayList<>();
    for (LineBox line : lines) {
      List<ConnectedComponent> own =
          parts.stream()
              .filter(part -> part.centerY() >= line.top() && part.centerY() <= line.bottom())
              .toList();
      List<Reading> readings = readRowOfPoints(own);
      if (readings.isEmpty()) {
        return List.of();
      }
      found.add(new Mark(line, readings));
    }
    return found;
  }

  /** The larger pieces of ink of a cell, from the left. */
  private static List<ConnectedComponent> withoutDirt(List<ConnectedComponent> ink) {
    int largest = ink.stream().mapToInt(ConnectedComponent::area).max().orElse(0);
    return ink.stream()
        .filter(part -> part.area() >= MAX_DIRT_SHARE * largest)
        .sorted(Comparator.comparingInt(ConnectedComponent::left))
        .toList();
  }

  /** The marks that the ink of a cell may be, likeliest first; empty if it is no mark. */
  private List<Reading> readMark(
      List<ConnectedComponent> parts, LineBox place, CropCell cell, List<LineBox> lines) {
    if (isDash(parts) && inMiddle(place, cell, lines)) {
      return readDash(parts);
    }
    if (parts.size() >= MIN_POINTS_IN_ROW) {
      return readRowOfPoints(parts);
    }
    return parts.size() == 1 && isSlash(parts.get(0))
        ? List.of(new Reading("/", MARK_PROBABILITY))
        : List.of();
  }

  /** One or two flat strokes on one height. */
  private boolean isDash(List<ConnectedComponent> parts) {
    ConnectedComponent first = parts.get(0);
    ConnectedComponent last = parts.get(parts.size() - 1);
    return parts.size() <= 2
        && last.right() - first.left() <= MAX_DASH_LENGTH * textHeight
        && Math.abs(first.centerY() - last.centerY()) <= MAX_LEVEL_DIFFERENCE * textHeight
        && parts.stream().allMatch(this::isFlat);
  }

  private boolean isFlat(ConnectedComponent part) {
    return part.height() <= MAX_DASH_HEIGHT * textHeight
        && part.width() >= MIN_DASH_LENGTH * textHeight
        && part.width() >= MIN_DASH_ELONGATION * part.height()
        && part.area() >= MIN_DASH_FILL * part.width() * part.height();
  }

  /**
   * Whether a dash stands where figures would: on the height of print beside it, or of its cell.
   */
  private boolean inMiddle(LineBox place, CropCell cell, List<LineBox> lines) {
    double middle = (place.top() + place.bottom()) / 2.0;
    double reach = MAX_OFF_MIDDLE * textHeight;
    return Math.abs(middle - (cell.top() + cell.bottom()) / 2) <= reach
        || lines.stream()
            .filter(line -> line.inCell() && line.height() > MAX_POINT_SIZE * textHeight)
            .mapToDouble(line -> (line.top() + line.bottom()) / 2.0)
            .anyMatch(other -> Math.abs(middle - other) <= reach);
  }

  private List<Reading> readDash(List<ConnectedComponent> parts) {
    double length = parts.get(parts.size() - 1).right() - parts.get(0).left();
    if (parts.size() == 2) {
      boolean hyphens = parts.get(0).width() <= MAX_HYPHEN_LENGTH * textHeight;
      return List.of(new Reading(hyphens ? "--" : "——", MARK_PROBABILITY));
    }
    if (length <= MAX_HYPHEN_LENGTH * textHeight) {
      return List.of(new Reading("-", MARK_PROBABILITY));
    }
    return length <= MAX_SINGLE_DASH_LENGTH * textHeight
        ? List.of(
            new Reading("—", MARK_PROBABILITY - NUMERAL_ONE_PROBABILITY),
            new Reading("一", NUMERAL_ONE_PROBABILITY))
        : List.of(new Reading("——", MARK_PROBABILITY));
  }

  /** Small round pieces of one size on one height: full stops, or the points of ellipses. */
  private List<Reading> readRowOfPoints(List<ConnectedComponent> parts) {
    if (parts.size() < MIN_POINTS_IN_ROW
        || !parts.stream().allMatch(part -> isPointLike(part, parts.get(0)))) {
      return List.of();
    }
    double apart =
        2 * parts.stream().filter(this::isRing).count() > parts.size() ? 0 : MIN_FULL_STOP_STEP;
    if (isEvenlySet(parts, apart * textHeight, MAX_POINT_STEP * textHeight)) {
      return List.of(new Reading("。".repeat(parts.size()), MARK_PROBABILITY));
    }
    // Columns of codes that no ruling parts have an ellipsis each.
    List<String> ellipses = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= parts.size(); i++) {
      if (i < parts.size()
          && parts.get(i).centerX() - parts.get(i - 1).centerX()
              <= MIN_FULL_STOP_STEP * textHeight) {
        continue;
      }
      List<ConnectedComponent> points = parts.subList(first, i);
      if (points.size() < 2 || !isEvenlySet(points, 0, MIN_FULL_STOP_STEP * textHeight)) {
        return List.of();
      }
      // One or two points more or less come from dirt and faint print.
      ellipses.add("…".repeat((int) Math.round(points.size() / 3.0)));
      first = i;
    }
    return List.of(new Reading(String.join(" ", ellipses), MARK_PROBABILITY));
  }

  /** Whether the middle of a piece is paper. */
  private boolean isRing(ConnectedComponent part) {
    return !ink.ink[(int) part.centerY() * ink.width + (int) part.centerX()];
  }

  private boolean isPointLike(ConnectedComponent part, ConnectedComponent first) {
    int longer = Math.max(part.width(), part.height());
    int shorter = Math.min(part.width(), part.height());
    return longer <= MAX_POINT_SIZE * textHeight
        && shorter >= MIN_SIZE_RATIO * longer
        && part.area() >= MIN_SIZE_RATIO * first.area()
        && first.area() >= MIN_SIZE_RATIO * part.area()
        && Math.abs(part.centerY() - first.centerY()) <= MAX_LEVEL_DIFFERENCE * textHeight;
  }

  /** Whether the middles of pieces are one distance apart, which is between the two given. */
  private static boolean isEvenlySet(List<ConnectedComponent> parts, double least, double most) {
    int last = parts.size() - 1;
    double left = parts.get(0).centerX();
    double step = (parts.get(last).centerX() - left) / last;
    return step > least
        && step <= most
        && IntStream.rangeClosed(0, last)
            .allMatch(i -> Math.abs(parts.get(i).centerX() - left - i * step) <= step / 2);
  }

  /** One even stroke that leans to the right. */
  private boolean isSlash(ConnectedComponent part) {
    int height = part.height();
    if (height < Math.max(MIN_SLASH_PIXELS, MIN_SLASH_HEIGHT * textHeight)
        || height > MAX_SLASH_HEIGHT * textHeight
        || part.width() < MIN_SLASH_LEAN * height
        || part.width() > height) {
      return false;
    }
    int[] widths = new int[height];
    double[] middles = new double[height];
    for (int y = 0; y < height; y++) {
      int left = part.right();
      int right = part.left();
      for (int x = part.left(); x < part.right(); x++) {
        if (ink.ink[(part.top() + y) * ink.width + x]) {
          left = Math.min(left, x);
          right = x + 1;
        }
      }
      widths[y] = right - left;
      middles[y] = (left + right) / 2.0;
    }
    int[] sorted = widths.clone();
    Arrays.sort(sorted);
    int usual = Math.max(2, sorted[height / 2]);
    double slope = (middles[height - 1] - middles[0]) / (height - 1);
    for (int y = 0; y < height; y++) {
      if (widths[y] <= 0
          || widths[y] > Math.max(MAX_SLASH_WIDTH_RATIO * usual, usual + FAX_JAG_PIXELS)
          || Math.abs(middles[y] - middles[0] - slope * y)
              > Math.max(1.5, MAX_SLASH_BEND * height)) {
        return false;
      }
    }
    return -slope >= MIN_SLASH_LEAN;
  }
}
