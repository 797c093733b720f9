package org.yusuan;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.TableFinder;
import org.yusuan.model.table.Box;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.Resolution;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.scan.ScannedPage;
import org.yusuan.scan.Scanner;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PictureOfTable;
import org.yusuan.text.PrintedNumber;

/** Reads tables that are pictures on a page of text: what is recognized of them joins the text. */
final class EmbeddedPictures {

  /** Resolution at which pictures are read, in dots per inch: what engines read best. */
  private static final int READING_DPI = 300;

  /** Resolution, in dots per inch, at which a grid of lines can be seen. A guess. */
  static final int COARSE_DPI = 100;

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

  /** Strips of one picture meet within this distance, in points. A guess. */
  private static final double MAX_STRIP_GAP = 0.5;

  /** Pages with more pictures than this are drawings. A guess. */
  private static final int MAX_STRIPS = 500;

  /** With fewer figures than this it is a chart, a photograph or a stamp. Guess. */
  private static final int MIN_FIGURES = 3;

  private EmbeddedPictures() {}

  /** The pictures of a page of text that may hold a table. */
  static List<Box> mayHoldTables(Page page) {
    List<Box> pictures = new ArrayList<>();
    for (Box image : joined(page.images())) {
      boolean large =
          image.width() >= MIN_WIDTH_SHARE * page.width()
              && image.width() * image.height() >= MIN_AREA_SHARE * page.width() * page.height();
      if (large
          && characters(page, image) <= MAX_CHARACTERS
          && pictures.stream().noneMatch(other -> other.intersects(image))) {
        pictures.add(image);
      }
    }
    return pictures;
  }

  /** The pictures; strips of one picture, as programs cut large ones, are put together. */
  private static List<Box> joined(List<Box> images) {
    List<Box> joined = new ArrayList<>();
    if (images.size() > MAX_STRIPS) {
      return images;
    }
    for (Box image : images) {
      Box whole = image;
      for (int i = 0; i < joined.size(); i++) {
        if (isNextStrip(whole, joined.get(i))) {
          whole = whole.union(joined.remove(i));
          i = -1; // what it touches now may have been passed
        }
      }
      joined.add(whole);
    }
    return joined;
  }

  /** Whether two pictures meet along a whole side of both. */
  private static boolean isNextStrip(Box one, Box other) {
    boolean below =
        Math.abs(one.left() - other.left()) <= MAX_STRIP_GAP
            && Math.abs(one.right() - other.right()) <= MAX_STRIP_GAP
            && gap(one.top(), one.bottom(), other.top(), other.bottom()) <= MAX_STRIP_GAP;
    return below
        || Math.abs(one.top() - other.top()) <= MAX_STRIP_GAP
            && Math.abs(one.bottom() - other.bottom()) <= MAX_STRIP_GAP
            && gap(one.left(), one.right(), other.left(), other.right()) <= MAX_STRIP_GAP;
  }

  private static double gap(double start, double end, double otherStart, double otherEnd) {
    return Math.max(otherStart - end, start - otherEnd);
  }

  /**
   * Those pictures that look like tables.
   *
   * @param shown the page as displayed, at the coarse resolution
   */
  static List<Box> tables(Page page, BufferedImage shown) {
    double scale = shown.getWidth() / page.width();
    return mayHoldTables(page).stream()
        .filter(
            picture ->
                PictureOfTable.isLikely(
                    GrayImage.of(crop(shown, picture, scale)), Resolution.POINTS_PER_INCH * scale))
        .toList();
  }

  /**
   * Tells of pictures with figures of which no table was made.
   *
   * @param read the page with what its pictures say
   */
  static List<String> problems(Page read, List<Box> pictures, List<Grid> grids) {
    List<String> problems = new ArrayList<>();
    for (Box picture : pictures) {
      boolean isTable =
          grids.stream()
              .flatMap(grid -> grid.regions().stream())
              .anyMatch(region -> region.bbox().intersects(picture));
      long figures =
          read.words().stream()
              .filter(word -> picture.contains(word.box().centerX(), word.box().centerY()))
              .filter(EmbeddedPictures::isFigure)
              .count();
      if (!isTable && figures >= MIN_FIGURES) {
        problems.add(notRead(read.number(), picture));
      }
    }
    return problems;
  }

  private static String notRead(int page, Box picture) {
    return String.format(
        Locale.ROOT,
        "page %d has a picture that looks like a table, which was not read as one: at"
            + " (%.0f, %.0f), %.0f x %.0f pt",
        page,
        picture.left(),
        picture.top(),
        picture.width(),
        picture.height());
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
    return (int) Math.min(READING_DPI, Resolution.maxDpi(page.width(), page.height()));
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
          scanner.readPart(part, page.number(), part.getWidth() / scale, part.getHeight() / scale);
      if (!holdsATable(read.page())) {
        continue;
      }
      if (isChart(read.page())) {
        problems.add(notRead(page.number(), picture));
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
    return picture.words().stream().filter(EmbeddedPictures::isFigure).count() >= MIN_FIGURES;
  }

  /** Whether the lines of a picture make a grid, but what is written in it makes no rows. */
  static boolean isChart(Page picture) {
    List<Grid> grids = TableFinder.find(picture);
    return !grids.isEmpty() && grids.stream().noneMatch(EmbeddedPictures::hasRows);
  }

  private static boolean hasRows(Grid grid) {
    int[] filled = new int[grid.rows()];
    for (GridCell cell : grid.cells()) {
      if (cell.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
        filled[cell.row()]++;
      }
    }
    return Arrays.stream(filled).filter(cells -> cells > 1).count() > 1;
  }

  private static boolean isFigure(Word word) {
    return PrintedNumber.parseRecognized(word.text()) != null;
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
