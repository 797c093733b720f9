package org.yusuan.scan.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

class PhotographedSheetTest {

  private static BufferedImage desk(Color ground, int[] xs, int[] ys) {
    BufferedImage image = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setColor(ground);
    g.fillRect(0, 0, 600, 800);
    g.setColor(ground.brighter());
    for (int y = 0; y < 800; y += 14) {
      g.fillRect(0, y, 600, 5);
    }
    g.setColor(new Color(240, 238, 230));
    g.fillPolygon(new Polygon(xs, ys, 4));
    g.setColor(Color.BLACK);
    g.drawLine(200, 300, 400, 300);
    g.dispose();
    return image;
  }

  @Test
  void theGroundAroundASheetBecomesPaperAndItsPrintStays() {
    BufferedImage desk =
        desk(new Color(110, 80, 50), new int[] {90, 520, 540, 70}, new int[] {110, 90, 700, 690});
    BufferedImage alone = PhotographedSheet.alone(desk);
    assertEquals(0xFFF0EEE6, alone.getRGB(10, 14));
    assertEquals(0xFFF0EEE6, alone.getRGB(590, 790));
    assertEquals(0xFF000000, alone.getRGB(300, 300));
  }

  @Test
  void aPageThatFillsItsPictureOrLiesOnWhiteStaysAsItIs() {
    int[] xs = {0, 600, 600, 0};
    int[] ys = {0, 0, 800, 800};
    BufferedImage whole = desk(Color.DARK_GRAY, xs, ys);
    assertSame(whole, PhotographedSheet.alone(whole));
    BufferedImage white =
        desk(new Color(225, 225, 225), new int[] {90, 520, 540, 70}, new int[] {110, 90, 700, 690});
    assertSame(white, PhotographedSheet.alone(white));
  }

  @Test
  void aCoverWithADarkBandAtOneSideIsNoSheetOnAGround() {
    BufferedImage cover =
        desk(new Color(20, 40, 120), new int[] {0, 600, 600, 0}, new int[] {250, 250, 800, 800});
    assertTrue(PhotographedSheet.alone(cover) == cover);
  }
}
