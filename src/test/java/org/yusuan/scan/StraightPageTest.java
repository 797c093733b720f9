package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;

class StraightPageTest {
  private static final int WIDTH = 1600;
  private static final int HEIGHT = 1200;
  private static final double DPI = 200;

  @Test
  void perspectiveIsToldByPaleRulingsToo() {
    // Lines across are dark, and of those down one.
    double by = 0.0002 * Resolution.POINTS_PER_INCH / DPI;
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, WIDTH, HEIGHT);
    graphics.translate(WIDTH / 2, HEIGHT / 2);
    graphics.setStroke(new BasicStroke(3));
    for (int u = -600; u <= 600; u += 150) {
      double slope = by * u;
      graphics.setColor(u == 600 ? Color.BLACK : new Color(195, 195, 195));
      graphics.draw(new Line2D.Double(u - 400 * slope, -400, u + 400 * slope, 400));
    }
    graphics.setColor(Color.BLACK);
    for (int v = -400; v <= 400; v += 50) {
      graphics.draw(new Line2D.Double(-600 + 600 * by * v, v, 600 + 600 * by * v, v));
    }
    graphics.dispose();

    ImageCleaner clean = ImageCleaner.clean(GrayImage.of(image).blur(0.6));
    PageTransform way = StraightPage.of(clean, 0, DPI, DPI, clean.textThreshold()).transform();

    assertEquals(0, way.a(), 0.001);
    assertEquals(0, way.c(), 0.001);
    assertEquals(0.0002, way.d(), 0.00002);
  }
}
