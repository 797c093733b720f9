package org.yusuan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;

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
    assertEquals(List.of(PICTURE), EmbeddedPictures.grids(PAGE, grid(60)));
    BufferedImage dark = grid(60);
    Graphics2D pen = dark.createGraphics();
    pen.setColor(Color.DARK_GRAY);
    for (int column = 0; column < 4; column++) {
      pen.fillRect(62 + 95 * column, 62, 40, 33);
    }
    pen.dispose();
    assertEquals(List.of(PICTURE), EmbeddedPictures.grids(PAGE, dark));
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
    assertEquals(List.of(), EmbeddedPictures.grids(PAGE, chart));
  }
}
