package org.yusuan;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.scan.ScannedPage;
import org.yusuan.scan.Scanner;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.text.PrintedNumber;

/** Reads tables that are pictures on a page of text: what is recognized of them joins the text. */
final class EmbeddedPictures {

  /** Resolution at which pictures are read, in dots per inch: what engines read best. */
  private static final int READING_DPI = 300;

  /** Resolution, in dots per inch, at which a grid of lines can be seen. A guess. */
  static final int COARSE_DPI = 100;

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

  /** Pixels of a drawn page at most: an A3 page at 300 dpi has 17 M. */
  private static final double MAX_PIXELS = 25e6;

  /**
   * A picture of a table takes up at least this part of the area of a page. Logos and seals have
   * less. A guess.
   */
  private static final double MIN_AREA_SHARE = 0.06;

  /** And at least this part of its width. A guess. */
  private static final double MIN_WIDTH_SHARE = 0.3;

  /**
   * A picture with more characters of text on it lies behind the text: a form, or a letterhead. A
   * guess.
   */
  private static final int MAX_CHARACTERS = 3;

  /** With fewer figures than this it is a chart, a photograph or a stamp. Guess. */
  private static final int MIN_FIGURES = 3;

  private EmbeddedPictures() {}

  /** The pictures of a page of text that may hold a table. */
  static List<Box> mayHoldTables(Page page) {
    List<Box> pictures = new ArrayList<>();
    for (Box image : page.images()) {
      boolean large =
          image.width() >= MIN_WIDTH_SHARE * page.width()
              && image.width() * image.height() >= MIN_AREA_SHARE * page.width() * page.height();
      if (large
          && characters(page, image) <= MAX_CHARACTERS
          && pictures.stream().noneMatch(other -> overlap(other, image))) {
        pictures.add(image);
      }
    }
    return pictures;
  }

  /**
   * Those pictures on which lines make a grid.
   *
   * @param shown the page as displayed, at the coarse resolution
   */
  static List<Box> grids(Page page, BufferedImage shown) {
    double scale = shown.getWidth() / page.width();
    return mayHoldTables(page).stream()
        .filter(
            picture -> {
              GrayImage grey = GrayImage.of(crop(shown, picture, scale));
              GrayImage turned = grey.rotate(1);
              return lines(grey, MIN_LINE_WIDTH) >= MIN_LINES_ACROSS
                  && lines(turned, MIN_LINE_HEIGHT) >= MIN_LINES_DOWN
                  && !holdsBars(turned);
            })
        .toList();
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

  private static BufferedImage crop(BufferedImage shown, Box picture, double scale) {
    int left = (int) Math.max(0, Math.min(shown.getWidth() - 1, picture.left() * scale));
    int top = (int) Math.max(0, Math.min(shown.getHeight() - 1, picture.top() * scale));
    int width = (int) Math.max(1, Math.min(shown.getWidth() - left, picture.width() * scale));
    int height = (int) Math.max(1, Math.min(shown.getHeight() - top, picture.height() * scale));
    return shown.getSubimage(left, top, width, height);
  }

  /** The resolution that a page is to be drawn at. */
  static int dpi(Page page) {
    return (int) Math.min(READING_DPI, 72 * Math.sqrt(MAX_PIXELS / (page.width() * page.height())));
  }

  private static boolean overlap(Box one, Box other) {
    return one.overlapX(other) > 0 && one.overlapY(other) > 0;
  }

  private static int characters(Page page, Box image) {
    int characters = 0;
    for (Word word : page.words()) {
      for (Glyph glyph : word.glyphs()) {
        characters += image.contains(glyph.box().centerX(), glyph.box().centerY()) ? 1 : 0;
      }
    }
    return characters;
  }

  /**
   * The page with the words that are read from its pictures.
   *
   * @param shown the page as displayed
   */
  static Page read(Page page, List<Box> pictures, BufferedImage shown, Scanner scanner) {
    List<Word> words = new ArrayList<>(page.words());
    List<Ruling> rulings = new ArrayList<>(page.rulings());
    List<String> problems = new ArrayList<>(page.problems());
    double scale = shown.getWidth() / page.width();
    for (Box picture : pictures) {
      BufferedImage part = crop(shown, picture, scale);
      ScannedPage read =
          scanner.readPage(part, page.number(), part.getWidth() / scale, part.getHeight() / scale);
      if (!holdsATable(read.page())) {
        continue;
      }
      if (read.transform().quarters() != 0) {
        problems.add(
            "page " + page.number() + " has a picture of a table on its side, which was not read");
        continue;
      }
      for (Word word : read.page().words()) {
        words.add(moved(word, picture.left(), picture.top()));
      }
      for (Ruling ruling : read.page().rulings()) {
        rulings.add(moved(ruling, picture.left(), picture.top()));
      }
    }
    return new Page(
        page.number(),
        page.width(),
        page.height(),
        page.origin(),
        words,
        rulings,
        page.images(),
        problems);
  }

  private static boolean holdsATable(Page picture) {
    return picture.words().stream()
            .filter(word -> PrintedNumber.parseRecognized(word.text()) != null)
            .count()
        >= MIN_FIGURES;
  }

  private static Word moved(Word word, double x, double y) {
    return new Word(
        word.text(),
        moved(word.box(), x, y),
        word.glyphs().stream()
            .map(glyph -> new Glyph(glyph.text(), moved(glyph.box(), x, y)))
            .toList(),
        word.fontSize(),
        word.bold(),
        word.origin(),
        word.confidence(),
        word.readings());
  }

  private static Box moved(Box box, double x, double y) {
    return new Box(box.left() + x, box.top() + y, box.right() + x, box.bottom() + y);
  }

  private static Ruling moved(Ruling ruling, double x, double y) {
    double along = ruling.horizontal() ? x : y;
    double across = ruling.horizontal() ? y : x;
    return new Ruling(
        ruling.horizontal(),
        ruling.position() + across,
        ruling.start() + along,
        ruling.end() + along,
        ruling.thickness());
  }
}
