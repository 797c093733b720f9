package org.yusuan.source.pdf.text;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDSimpleFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a font says that its digits, points and commas are with how they look, or, if its
 * shapes are not in the file, with what it asks another font for: a map of characters may lie, and
 * every figure that is read by it is wrong. The white that a digit encloses tells 8 (two pieces),
 * 0, 4, 6 and 9 (one, and where it stands tells 6 from 9) from the rest (none). One thread at a
 * time may use it. In 75 documents with embedded fonts none was doubted.
 */
public final class DigitShapes {

  /** Rows of the raster on which a digit is looked at. A guess. */
  private static final int ROWS = 48;

  /** Columns of that raster. A guess. */
  private static final int COLUMNS = 32;

  /** White with fewer places of the raster is where strokes cross badly. A guess. */
  private static final int MIN_HOLE_PLACES = 8;

  /**
   * The middle of the hole of a 6 lies below this part of the digit's height, that of a 9 above.
   */
  private static final double HOLE_MIDDLE = 0.5;

  /** And at most this part of the height on the other side. Those seen lie at 0.70 and 0.31. */
  private static final double MAX_HOLE_SHIFT = 0.05;

  /** At least this many digits must look like others before a font is not believed. A guess. */
  private static final int MIN_DOUBTED_DIGITS = 2;

  /**
   * How far the straight pieces that a curve is drawn with may stray from it, in parts of the font
   * size. A guess.
   */
  private static final double FLATNESS_EM = 0.01;

  /** Steps to the four neighbours of a place. */
  private static final int[] DOWN = {0, 1, 0, -1};

  private static final int[] RIGHT = {1, 0, -1, 0};

  /** A comma is higher than wide by at least this much; a point is not. A guess. */
  private static final double COMMA_HEIGHT_TO_WIDTH = 1.35;

  /** What was found out about one font. */
  private static final class Looks {
    private final Set<Integer> codes = new HashSet<>();

    /** Characters that look like what they are. */
    private final Set<String> right = new HashSet<>();

    /** Characters that look like others. */
    private final Set<String> strange = new HashSet<>();

    private boolean lies;

    void add(String text, boolean isRight, boolean isCertain) {
      (isRight ? right : strange).add(text);
      lies |= !isRight && isCertain;
      // One sign that looks in two ways cannot be right in both.
      lies |= right.contains(text) && strange.contains(text);
      lies |= strange.size() >= MIN_DOUBTED_DIGITS;
    }
  }

  private final Map<PDFont, Looks> fonts = new IdentityHashMap<>();

  /**
   * Looks at a character when a font is first asked for it.
   *
   * @param text what the font says that it is
   * @return whether it is a digit of a font that is known to lie about them
   */
  public boolean look(PDFont font, int code, String text) {
    if (!isOfFigures(text)) {
      return false;
    }
    Looks looks = fonts.computeIfAbsent(font, key -> new Looks());
    if (looks.codes.add(code)) {
      boolean embedded = font.isEmbedded();
      boolean right = embedded ? looksLike(path(font, code), text) : isNamed(font, code, text);
      looks.add(text, right, !embedded);
    }
    return looks.lies;
  }

  /** The meaning of a character: none, if it is a digit of a font whose digits look otherwise. */
  String believed(PDFont font, String text) {
    return isOfFigures(text) && lies(font) ? "\uFFFD" : text;
  }

  private boolean lies(PDFont font) {
    Looks looks = fonts.get(font);
    return looks != null && looks.lies;
  }

  /** Whether it is a digit, a point or a comma. */
  private static boolean isOfFigures(String text) {
    char c = text.length() == 1 ? text.charAt(0) : ' ';
    return c >= '0' && c <= '9' || c == '.' || c == ',';
  }

  private static @Nullable GeneralPath path(PDFont font, int code) {
    try {
      if (font instanceof PDVectorFont vector) {
        return vector.getPath(code);
      }
      return font instanceof PDSimpleFont simple && simple.getEncoding() != null
          ? simple.getPath(simple.getEncoding().getName(code))
          : null;
    } catch (IOException | RuntimeException e) {
      return null; // a font without outlines cannot be checked
    }
  }

  /** A piece of white that ink encloses: how large it is, and where its middle lies. */
  private record Hole(int size, double row) {}

  /** Whether a font that is not in the file is asked for the digit that a character stands for. */
  private static boolean isNamed(PDFont font, int code, String text) {
    if (!(font instanceof PDSimpleFont simple) || simple.getEncoding() == null) {
      return true;
    }
    String shown = simple.getGlyphList().toUnicode(simple.getEncoding().getName(code));
    return shown == null || !isOfFigures(shown) || shown.equals(text);
  }

  private static boolean looksLike(@Nullable GeneralPath path, String text) {
    char digit = text.charAt(0);
    if (path == null) {
      return true;
    }
    if (digit == '.' || digit == ',') {
      Rectangle2D box = path.getBounds2D();
      boolean high = box.getHeight() > COMMA_HEIGHT_TO_WIDTH * box.getWidth();
      return box.getWidth() <= 0 || high == (digit == ',');
    }
    List<Hole> holes = holes(path);
    if (holes == null) {
      return true;
    }
    double row = holes.isEmpty() ? 0.5 : holes.get(0).row / ROWS;
    return switch (digit) {
      case '8' -> !holes.isEmpty();
      case '6' ->
          holes.size() <= 1 && row >= HOLE_MIDDLE - MAX_HOLE_SHIFT; // in some faces it is open
      case '9' -> holes.size() <= 1 && row <= HOLE_MIDDLE + MAX_HOLE_SHIFT;
      case '0' -> !holes.isEmpty(); // with a stroke or a dot in it, or without
      case '4' -> holes.size() <= 1;
      default -> holes.isEmpty();
    };
  }

  /** The holes of a shape; null if it is none. */
  private static @Nullable List<Hole> holes(GeneralPath path) {
    Rectangle2D box = path.getBounds2D();
    if (box.getWidth() <= 0 || box.getHeight() <= 0) {
      return null;
    }
    boolean[][] ink = ink(path, box);
    boolean[][] seen = new boolean[ROWS + 2][COLUMNS + 2];
    fill(ink, seen, 0, 0);
    List<Hole> holes = new ArrayList<>();
    for (int row = 1; row <= ROWS; row++) {
      for (int column = 1; column <= COLUMNS; column++) {
        if (!ink[row][column] && !seen[row][column]) {
          Hole hole = fill(ink, seen, row, column);
          if (hole.size >= MIN_HOLE_PLACES) {
            holes.add(hole);
          }
        }
      }
    }
    return holes;
  }

  /** Fills a piece of white; rows count from the top. */
  private static Hole fill(boolean[][] ink, boolean[][] seen, int row, int column) {
    int width = ink[0].length;
    int[] open = new int[ink.length * width]; // each place is added once
    int height = 0;
    open[height++] = row * width + column;
    seen[row][column] = true;
    int size = 0;
    long rows = 0;
    while (height > 0) {
      int place = open[--height];
      size++;
      rows += place / width;
      for (int step = 0; step < 4; step++) {
        int r = place / width + DOWN[step];
        int c = place % width + RIGHT[step];
        if (r >= 0 && c >= 0 && r < ink.length && c < width && !ink[r][c] && !seen[r][c]) {
          seen[r][c] = true;
          open[height++] = r * width + c;
        }
      }
    }
    return new Hole(size, (double) rows / size);
  }

  /** Where the shape is filled, by the rule of winding, with white around it. */
  private static boolean[][] ink(GeneralPath path, Rectangle2D box) {
    double unit = box.getHeight();
    List<double[]> edges = new ArrayList<>();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    double startX = 0;
    double startY = 0;
    PathIterator it = new FlatteningPathIterator(path.getPathIterator(null), FLATNESS_EM * unit, 6);
    for (; !it.isDone(); it.next()) {
      int kind = it.currentSegment(at);
      double toX = kind == PathIterator.SEG_CLOSE ? startX : at[0];
      double toY = kind == PathIterator.SEG_CLOSE ? startY : at[1];
      if (kind == PathIterator.SEG_MOVETO) {
        startX = toX;
        startY = toY;
      } else if (toY != y) {
        edges.add(new double[] {x, y, toX, toY});
      }
      x = toX;
      y = toY;
    }
    boolean[][] ink = new boolean[ROWS + 2][COLUMNS + 2];
    for (int row = 0; row < ROWS; row++) {
      double level = box.getMaxY() - (row + 0.5) * box.getHeight() / ROWS;
      fillRow(ink[row + 1], edges, level, box);
    }
    return ink;
  }

  private static void fillRow(boolean[] row, List<double[]> edges, double level, Rectangle2D box) {
    List<double[]> crossings = new ArrayList<>();
    for (double[] edge : edges) {
      boolean up = edge[1] <= level && edge[3] > level;
      boolean down = edge[3] <= level && edge[1] > level;
      if (up || down) {
        double part = (level - edge[1]) / (edge[3] - edge[1]);
        crossings.add(new double[] {edge[0] + part * (edge[2] - edge[0]), up ? 1 : -1});
      }
    }
    double[][] sorted = crossings.toArray(new double[0][]);
    Arrays.sort(sorted, (a, b) -> Double.compare(a[0], b[0]));
    double winding = 0;
    for (int i = 0; i + 1 < sorted.length; i++) {
      winding += sorted[i][1];
      if (winding != 0) {
        int from = column(sorted[i][0], box);
        int to = column(sorted[i + 1][0], box);
        Arrays.fill(row, 1 + Math.max(0, from), 1 + Math.min(COLUMNS - 1, to) + 1, true);
      }
    }
  }

  private static int column(double x, Rectangle2D box) {
    return (int) Math.floor((x - box.getMinX()) / box.getWidth() * COLUMNS);
  }
}
