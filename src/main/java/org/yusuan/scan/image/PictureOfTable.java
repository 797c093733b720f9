package org.yusuan.scan.image;

import java.util.Arrays;
import org.yusuan.page.PageTransform;

/**
 * Tells from the coarse pixels of a picture within a page whether it shows a table: thin lines
 * across and down, or rows of short texts in columns. A little skew is taken out before. Of 71
 * charts in published documents none looks like one.
 */
public final class PictureOfTable {

  /** A table has at least this many lines across, its edges included. A guess. */
  private static final int MIN_LINES_ACROSS = 4;

  /** A table has at least this many lines down, its edges included; charts have none. A guess. */
  private static final int MIN_LINES_DOWN = 3;

  /** Those across are at least as long as this part of the picture's width. A guess. */
  private static final double MIN_LINE_WIDTH = 0.5;

  /**
   * Those down are at least as long as this part of its height: a table may be small in a picture.
   * A guess.
   */
  private static final double MIN_LINE_HEIGHT = 0.1;

  /** Grey below this, of 255, is ink: thin lines are pale at the coarse resolution. A guess. */
  private static final int MAX_INK_TONE = 200;

  /** A line is at most this many pixels thick at the coarse resolution. A guess. */
  private static final int MAX_LINE_PIXELS = 5;

  /** A chart has at least this many bars. A guess. */
  private static final int MIN_BARS = 4;

  /** A bar is narrower than this part of its chart. A guess. */
  private static final double MAX_BAR_WIDTH = 0.12;

  /** A table without lines has at least this many rows of text with columns. A guess. */
  private static final int MIN_ROWS = 4;

  /** At least this part of its rows of text have columns; titles and notes have none. A guess. */
  private static final double MIN_ROWS_SHARE = 0.6;

  /** Rows of text are at least this high, in inches: print of 6 points. A guess. */
  private static final double MIN_ROW_INCHES = 0.05;

  /** Rows of text are at most this high, in inches: print of 24 points. A guess. */
  private static final double MAX_ROW_INCHES = 0.35;

  /** Space between columns is at least this many times as wide as its row is high. A guess. */
  private static final double MIN_GAP_HEIGHTS = 1.5;

  /** Lines and filled areas are longer than this, in inches; strokes are not. A guess. */
  private static final double MIN_RUN_INCHES = 0.3;

  /** A larger part of the ink in filled areas than this is a chart or a photograph. A guess. */
  private static final double MAX_FILLED_SHARE = 0.35;

  /** Skew below this, as a slope, hides no line. A guess. */
  private static final double MIN_SLOPE = 0.002;

  /** Slopes are tried in these steps: over 6 inches each moves an end by the height of a row. */
  private static final double SLOPE_STEP = 0.01;

  /** So many to either side: 5 degrees. A guess. */
  private static final int SLOPES = 9;

  private final GrayImage picture;
  private final double dpi;

  private PictureOfTable(GrayImage picture, double dpi) {
    this.picture = picture;
    this.dpi = dpi;
  }

  /**
   * Whether a picture may show a table.
   *
   * @param picture its pixels at a coarse resolution, where hair lines are a pixel thick
   * @param dpi that resolution
   */
  public static boolean isLikely(GrayImage picture, double dpi) {
    PageTransform way = new Deskewer(BinaryImage.darkerThan(picture, MAX_INK_TONE), dpi).measure(0);
    boolean isLevel = Math.abs(way.a()) < MIN_SLOPE;
    PictureOfTable straight =
        new PictureOfTable(isLevel ? picture : Deskewer.straighten(picture, dpi, way, dpi), dpi);
    return straight.hasGrid() || straight.hasRows();
  }

  private boolean hasGrid() {
    GrayImage turned = picture.rotate(1);
    return lines(picture, MIN_LINE_WIDTH) >= MIN_LINES_ACROSS
        && lines(turned, MIN_LINE_HEIGHT) >= MIN_LINES_DOWN
        && !holdsBars(turned);
  }

  /** The number of thin lines across a picture that are longer than a part of its width. */
  private static int lines(GrayImage picture, double part) {
    int lines = 0;
    int thick = 0;
    for (int y = 0; y <= picture.height; y++) {
      if (y < picture.height && longestRun(picture, y) >= part * picture.width) {
        thick++;
      } else {
        lines += thick > 0 && thick <= MAX_LINE_PIXELS ? 1 : 0;
        thick = 0;
      }
    }
    return lines;
  }

  /**
   * Whether filled areas of different heights stand side by side, as the bars of a chart do: those
   * of a shaded header are equally high.
   *
   * @param turned the picture on its side: the areas lie one below another in it
   */
  private static boolean holdsBars(GrayImage turned) {
    int bars = 0;
    int shortest = Integer.MAX_VALUE;
    int longest = 0;
    int thick = 0;
    int high = 0;
    for (int y = 0; y <= turned.height; y++) {
      int run = y < turned.height ? longestRun(turned, y) : 0;
      if (run >= MIN_LINE_HEIGHT * turned.width) {
        thick++;
        high = Math.max(high, run);
        continue;
      }
      if (thick > MAX_LINE_PIXELS && thick < MAX_BAR_WIDTH * turned.height) {
        bars++;
        shortest = Math.min(shortest, high);
        longest = Math.max(longest, high);
      }
      thick = 0;
      high = 0;
    }
    return bars >= MIN_BARS && longest - shortest >= MIN_LINE_HEIGHT * turned.width;
  }

  private static int longestRun(GrayImage picture, int y) {
    int longest = 0;
    int run = 0;
    for (int x = 0; x < picture.width; x++) {
      run = picture.at(x, y) < MAX_INK_TONE ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private boolean hasRows() {
    int longest = (int) (MIN_RUN_INCHES * dpi);
    boolean[] across = longRuns(picture, longest);
    GrayImage turned = picture.rotate(1);
    boolean[] turnedDown = longRuns(turned, longest);
    boolean[] text = new boolean[across.length];
    int ink = 0;
    int filled = 0;
    for (int y = 0; y < picture.height; y++) {
      for (int x = 0; x < picture.width; x++) {
        int at = y * picture.width + x;
        if (picture.at(x, y) < MAX_INK_TONE) {
          // Turned clockwise, the last row becomes the first column.
          boolean down = turnedDown[x * turned.width + picture.height - 1 - y];
          ink++;
          filled += across[at] && down ? 1 : 0;
          text[at] = !across[at] && !down;
        }
      }
    }
    return filled <= MAX_FILLED_SHARE * ink && !holdsBars(turned) && haveColumns(text);
  }

  /** Text alone tells its skew badly: where no rows are seen some slopes are tried. */
  private boolean haveColumns(boolean[] text) {
    Rows level = rows(text);
    if (level.text >= MIN_ROWS) {
      return level.haveColumns();
    }
    for (int step = 1; step <= SLOPES; step++) {
      for (int sign = -1; sign <= 1; sign += 2) {
        if (rows(sheared(text, sign * step * SLOPE_STEP)).haveColumns()) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean[] sheared(boolean[] text, double slope) {
    boolean[] moved = new boolean[text.length];
    for (int x = 0; x < picture.width; x++) {
      int shift = (int) Math.round((x - picture.width / 2.0) * slope);
      int last = Math.min(picture.height, picture.height - shift);
      for (int y = Math.max(0, -shift); y < last; y++) {
        moved[y * picture.width + x] = text[(y + shift) * picture.width + x];
      }
    }
    return moved;
  }

  /** The pixels that belong to runs of ink across that are longer than characters are. */
  private static boolean[] longRuns(GrayImage picture, int longest) {
    boolean[] runs = new boolean[picture.width * picture.height];
    for (int y = 0; y < picture.height; y++) {
      int begin = 0;
      for (int x = 0; x <= picture.width; x++) {
        if (x < picture.width && picture.at(x, y) < MAX_INK_TONE) {
          continue;
        }
        if (x - begin >= longest) {
          Arrays.fill(runs, y * picture.width + begin, y * picture.width + x, true);
        }
        begin = x + 1;
      }
    }
    return runs;
  }

  /**
   * How text lies in rows.
   *
   * @param all rows of ink
   * @param text those as high as a line of text
   * @param columned those of them that white space parts
   */
  private record Rows(int all, int text, int columned) {

    boolean haveColumns() {
      return columned >= MIN_ROWS && columned >= MIN_ROWS_SHARE * all;
    }
  }

  private Rows rows(boolean[] text) {
    int all = 0;
    int low = 0;
    int columned = 0;
    int begin = -1;
    for (int y = 0; y <= picture.height; y++) {
      if (y < picture.height && hasInk(text, y)) {
        begin = begin < 0 ? y : begin;
        continue;
      }
      if (begin >= 0 && y - begin >= MIN_ROW_INCHES * dpi) {
        boolean isLow = y - begin <= MAX_ROW_INCHES * dpi;
        all++;
        low += isLow ? 1 : 0;
        columned += isLow && hasColumns(text, begin, y) ? 1 : 0;
      }
      begin = -1;
    }
    return new Rows(all, low, columned);
  }

  private boolean hasInk(boolean[] text, int y) {
    for (int x = 0; x < picture.width; x++) {
      if (text[y * picture.width + x]) {
        return true;
      }
    }
    return false;
  }

  /** Whether white space parts a row of text. */
  private boolean hasColumns(boolean[] text, int top, int bottom) {
    int last = -1;
    for (int x = 0; x < picture.width; x++) {
      for (int y = top; y < bottom; y++) {
        if (text[y * picture.width + x]) {
          if (last >= 0 && x - last >= MIN_GAP_HEIGHTS * (bottom - top)) {
            return true;
          }
          last = x;
          break;
        }
      }
    }
    return false;
  }
}
