package org.yusuan.scan.toner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

/**
 * White hairlines that run across a whole page, where the drum of a copier gave no toner. They cut
 * all rulings of the other direction at the same place, as nothing printed does; characters that
 * they run through lose a stroke, so that titles, labels and figures may be read as others.
 *
 * @param columns those that run down the page: the columns of pixels that they take
 * @param rows those that run from left to right
 */
public record MissingToner(List<Gap> columns, List<Gap> rows) {

  /** A hairline is at most this many inches wide. A guess: made ones have 1 to 3 pixels of 200. */
  private static final double MAX_WIDTH = 0.025;

  /** Rulings shorter than this many inches tell nothing: strokes of print are such. A guess. */
  private static final double MIN_LENGTH = 1;

  /** So many rulings or more are cut at one place. A guess. */
  private static final int MIN_RULINGS = 4;

  /** Share of the rulings that pass the place which are cut there. A guess. */
  private static final double MIN_SHARE = 0.6;

  /**
   * The tone of cleaned paper, of 255: a ruling is cut where it is nearer to that than to its own.
   */
  private static final int PAPER_TONE = 250;

  /**
   * Columns or rows of pixels of one hairline.
   *
   * @param first the first
   * @param last the last
   */
  record Gap(int first, int last) {}

  public MissingToner {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
  }

  /**
   * The hairlines of a page. Where rulings are cut by some, strokes of print tell of further ones
   * that run between the tables.
   *
   * @param picture a straightened page
   * @param lines its rulings, in pixels
   * @param threshold what is darker, of 255, is ink of characters
   * @param dpi pixels an inch
   */
  public static MissingToner seen(
      GrayImage picture, List<Ruling> lines, int threshold, double dpi) {
    List<Gap> columns = across(picture, lines, true, dpi);
    List<Gap> rows = across(picture, lines, false, dpi);
    return new MissingToner(
        columns,
        columns.isEmpty() && rows.isEmpty()
            ? rows
            : CutStrokes.rows(picture, threshold, (int) (MAX_WIDTH * dpi), rows));
  }

  /** What the hairlines take of a place. */
  public List<PixelBox> within(PixelBox place) {
    List<PixelBox> within = new ArrayList<>();
    for (Gap gap : columns) {
      if (gap.first() < place.right() && gap.last() >= place.left()) {
        within.add(
            new PixelBox(
                Math.max(gap.first(), place.left()),
                place.top(),
                Math.min(gap.last() + 1, place.right()),
                place.bottom()));
      }
    }
    for (Gap gap : rows) {
      if (gap.first() < place.bottom() && gap.last() >= place.top()) {
        within.add(
            new PixelBox(
                place.left(),
                Math.max(gap.first(), place.top()),
                place.right(),
                Math.min(gap.last() + 1, place.bottom())));
      }
    }
    return within;
  }

  /** How many hairlines there are. */
  public int hairlines() {
    return columns.size() + rows.size();
  }

  /** The picture with the strokes on both sides of each hairline joined. */
  public GrayImage filled(GrayImage picture) {
    byte[] pixels = picture.pixels.clone();
    GapFill down = new GapFill(pixels, picture.width, picture.height, 1, picture.width);
    columns.forEach(gap -> down.fill(gap.first(), gap.last()));
    GapFill level = new GapFill(pixels, picture.height, picture.width, picture.width, 1);
    rows.forEach(gap -> level.fill(gap.first(), gap.last()));
    return new GrayImage(picture.width, picture.height, pixels);
  }

  /** The hairlines that cut the level, or else the upright rulings. */
  private static List<Gap> across(
      GrayImage picture, List<Ruling> lines, boolean level, double dpi) {
    int length = level ? picture.width : picture.height;
    int[] passing = new int[length];
    int[] cut = new int[length];
    for (Ruling line : lines) {
      if (line.horizontal() == level && line.length() >= MIN_LENGTH * dpi) {
        add(picture, line, MAX_WIDTH * dpi, passing, cut);
      }
    }
    return gaps(
        IntStream.range(0, length)
            .filter(i -> cut[i] >= MIN_RULINGS && cut[i] >= MIN_SHARE * passing[i])
            .toArray());
  }

  /** Places that follow upon one another are of one hairline. */
  private static List<Gap> gaps(int[] white) {
    List<Gap> gaps = new ArrayList<>();
    for (int i = 0, first = 0; i < white.length; i++) {
      if (i + 1 == white.length || white[i + 1] > white[i] + 1) {
        gaps.add(new Gap(white[first], white[i]));
        first = i + 1;
      }
    }
    return gaps;
  }

  /** Notes where a ruling passes, and where it is cut between two places with ink. */
  private static void add(GrayImage picture, Ruling line, double width, int[] passing, int[] cut) {
    int start = Math.max(0, (int) line.start());
    int[] tones =
        IntStream.range(start, Math.min(passing.length, (int) line.end() + 1))
            .map(along -> tone(picture, line, along))
            .toArray();
    int threshold = (usual(tones) + PAPER_TONE) / 2;
    // No gap begins before the first ink.
    int gap = Integer.MIN_VALUE;
    for (int i = 0; i < tones.length; i++) {
      passing[start + i]++;
      if (tones[i] >= threshold) {
        gap++;
      } else {
        if (gap > 0 && gap <= width) {
          for (int k = start + i - gap; k < start + i; k++) {
            cut[k]++;
          }
        }
        gap = 0;
      }
    }
  }

  private static int usual(int[] tones) {
    int[] sorted = tones.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** The darkest tone of a ruling at a place of its length. */
  private static int tone(GrayImage picture, Ruling line, int along) {
    int middle = (int) line.position();
    int tone = PAPER_TONE;
    for (int across = middle - 1; across <= middle + 1; across++) {
      int x = line.horizontal() ? along : across;
      int y = line.horizontal() ? across : along;
      if (x >= 0 && y >= 0 && x < picture.width && y < picture.height) {
        tone = Math.min(tone, picture.at(x, y));
      }
    }
    return tone;
  }
}
