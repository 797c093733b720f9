package org.yusuan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

/** Which pictures on a page of text are read as tables. */
class EmbeddedPicturesTest {

  private static final Box PICTURE = new Box(50, 50, 450, 250);
  private static final Page PAGE =
      new Page(1, 500, 700, Origin.TEXT, List.of(), List.of(), List.of(PICTURE), List.of());

  /** A page as displayed, a pixel a point, with a grid of five rows and four columns. */
  private static BufferedImage grid(int top) {
    BufferedImage page = new BufferedImage(500, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 500, 700);
    pen.setColor(Color.BLACK);
    for (int row = 0; row <= 5; row++) {
      int y = top + row * (240 - top) / 5;
      pen.drawLine(60, y, 440, y);
    }
    for (int column = 0; column <= 4; column++) {
      pen.drawLine(60 + 95 * column, top, 60 + 95 * column, 240);
    }
    pen.dispose();
    return page;
  }

  @Test
  void aGridIsATableAlsoBelowADarkHeader() {
    assertEquals(List.of(PICTURE), EmbeddedPictures.tables(PAGE, grid(60)));
    BufferedImage dark = grid(60);
    Graphics2D pen = dark.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    for (int column = 0; column < 4; column++) {
      pen.fillRect(62 + 95 * column, 62, 40, 33);
    }
    pen.dispose();
    assertEquals(List.of(PICTURE), EmbeddedPictures.tables(PAGE, dark));
  }

  @Test
  void aPictureThatIsCutIntoStripsIsOne() {
    List<Box> strips =
        List.of(new Box(50, 50, 450, 120), new Box(50, 190, 450, 250), new Box(50, 120, 450, 190));
    Page page = new Page(1, 500, 700, Origin.TEXT, List.of(), List.of(), strips, List.of());
    assertEquals(List.of(PICTURE), EmbeddedPictures.tables(page, grid(60)));
  }

  @Test
  void barsAboveAGridAreAChart() {
    BufferedImage chart = grid(170);
    Graphics2D pen = chart.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    for (int bar = 0; bar < 6; bar++) {
      pen.fillRect(70 + 60 * bar, 150 - 15 * bar, 20, 20 + 15 * bar);
    }
    pen.dispose();
    assertEquals(List.of(), EmbeddedPictures.tables(PAGE, chart));
  }

  /** A page as displayed, with rows of short texts in four columns, on a line that leans. */
  private static BufferedImage rows(double slope) {
    BufferedImage page = new BufferedImage(500, 700, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 500, 700);
    pen.setColor(Color.BLACK);
    pen.shear(0, slope);
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 4; column++) {
        for (int stroke = 0; stroke < 6; stroke++) {
          pen.fillRect(70 + 95 * column + 6 * stroke, 60 + 20 * row, 3, 8);
        }
      }
    }
    pen.dispose();
    return page;
  }

  @Test
  void rowsOfColumnsAreATableAlsoIfTheyLean() {
    assertEquals(List.of(PICTURE), EmbeddedPictures.tables(PAGE, rows(0)));
    assertEquals(List.of(PICTURE), EmbeddedPictures.tables(PAGE, rows(0.04)));
  }

  @Test
  void aPhotographAndALetterAreNone() {
    BufferedImage page = rows(0);
    Graphics2D pen = page.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    pen.fillOval(80, 60, 300, 170);
    pen.dispose();
    assertEquals(List.of(), EmbeddedPictures.tables(PAGE, page));
    BufferedImage letter = grid(60);
    pen = letter.createGraphics();
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 500, 700);
    pen.setColor(Color.BLACK);
    for (int row = 0; row < 8; row++) {
      for (int stroke = 0; stroke < 60; stroke++) {
        pen.fillRect(70 + 6 * stroke, 60 + 20 * row, 3, 8);
      }
    }
    pen.dispose();
    assertEquals(List.of(), EmbeddedPictures.tables(PAGE, letter));
  }

  @Test
  void aPictureWithFiguresThatBecameNoTableIsTold() {
    List<Word> words =
        Stream.of("1.50", "2.50", "4.00")
            .map(
                text ->
                    new Word(
                        text,
                        new Box(100, 100, 120, 110),
                        List.of(),
                        10,
                        false,
                        Origin.OCR,
                        1.0,
                        List.of()))
            .toList();
    Page read = new Page(3, 500, 700, Origin.TEXT, words, List.of(), PAGE.images(), List.of());
    List<String> problems = EmbeddedPictures.problems(read, List.of(PICTURE), List.of());
    assertEquals(1, problems.size());
    assertTrue(problems.get(0).startsWith("page 3 has a picture that looks like a table"));
  }

  private static Page framed(Word... words) {
    List<Ruling> rulings = new ArrayList<>();
    for (double y : new double[] {0, 20, 40}) {
      rulings.add(new Ruling(true, y, 0, 200, 0.5));
    }
    for (double x : new double[] {0, 100, 200}) {
      rulings.add(new Ruling(false, x, 0, 40, 0.5));
    }
    return new Page(1, 300, 200, Origin.OCR, List.of(words), rulings, List.of(), List.of());
  }

  @Test
  void aFrameWithoutRowsOfTextsIsAChart() {
    Word[] bars = {Grids.word("1.50", 10, 5), Grids.word("—", 110, 5), Grids.word("2.50", 110, 25)};
    assertTrue(EmbeddedPictures.isChart(framed(bars)));
    Word[] table = {
      Grids.word("项目", 10, 5),
      Grids.word("金额", 110, 5),
      Grids.word("甲", 10, 25),
      Grids.word("2.50", 110, 25)
    };
    assertFalse(EmbeddedPictures.isChart(framed(table)));
  }
}
