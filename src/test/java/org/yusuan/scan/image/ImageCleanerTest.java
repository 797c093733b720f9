package org.yusuan.scan.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ImageCleanerTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int EDGE = 110;

  /** Paper with grain; its upper part shaded; rulings 3 pixels thick at 60 and at 180. */
  private static GrayImage page(int shade) {
    Random random = new Random(5);
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        boolean ruled = y % 120 >= 60 && y % 120 < 63;
        int paper = y < EDGE ? shade : 240;
        double tone = (ruled ? 90 : paper) + 3 * random.nextGaussian();
        pixels[y * WIDTH + x] = (byte) Math.max(0, Math.min(255, tone));
      }
    }
    return new GrayImage(WIDTH, HEIGHT, pixels);
  }

  @Test
  void aShadedHeaderIsPaperUpToItsEdge() {
    for (int shade : new int[] {215, 190, 160}) {
      ImageCleaner clean = ImageCleaner.clean(page(shade));
      BinaryImage ink = BinaryImage.darkerThan(clean.image(), clean.lineThreshold());
      for (int y = 0; y < HEIGHT; y++) {
        int dark = 0;
        for (int x = 0; x < WIDTH; x++) {
          dark += ink.ink[y * WIDTH + x] ? 1 : 0;
        }
        if (y % 120 >= 60 && y % 120 < 63) {
          assertEquals(WIDTH, dark, "ruling at " + y + " in a shade of " + shade);
        } else if (y < EDGE - 1 || y > EDGE) {
          assertTrue(dark <= WIDTH / 20, dark + " dark pixels at " + y + ", shade " + shade);
        }
      }
    }
  }

  @Test
  void thePictureStaysDarkWhereStrokesAreThick() {
    GrayImage page = page(240);
    for (int y = 90; y < 150; y++) {
      for (int x = 40; x < 52; x++) {
        page.pixels[y * WIDTH + x] = 20;
      }
    }
    ImageCleaner clean = ImageCleaner.clean(page);
    assertTrue(clean.image().at(46, 120) < 60);
  }

  @Test
  void aShadedHeaderMayBeLow() {
    GrayImage page = page(240);
    for (int y = 83; y < 109; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int at = y * WIDTH + x;
        page.pixels[at] = (byte) ((page.pixels[at] & 255) - 45);
      }
    }
    ImageCleaner clean = ImageCleaner.clean(page);
    BinaryImage ink = BinaryImage.darkerThan(clean.image(), clean.lineThreshold());
    for (int y = 85; y < 107; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertFalse(ink.ink[y * WIDTH + x], "ink at " + x + ", " + y);
      }
    }
  }

  @Test
  void paperWithGrainIsBlankAndALineOfPrintIsNot() {
    Random random = new Random(7);
    byte[] pixels = new byte[WIDTH * HEIGHT];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) Math.max(0, Math.min(255, 238 + 3 * random.nextGaussian()));
    }
    assertTrue(ImageCleaner.clean(new GrayImage(WIDTH, HEIGHT, pixels)).isBlank());
    for (int x = 40; x < 90; x++) {
      pixels[100 * WIDTH + x] = 90;
      pixels[101 * WIDTH + x] = 90;
    }
    assertFalse(ImageCleaner.clean(new GrayImage(WIDTH, HEIGHT, pixels)).isBlank());
  }

  /**
   * No tone of it is between black and white; it was taken for a bilevel picture, and all white.
   */
  @Test
  void printThatIsPaleAllOverIsNotBlank() {
    byte[] pixels = new byte[WIDTH * HEIGHT];
    Arrays.fill(pixels, (byte) 245);
    for (int x = 40; x < 140; x++) {
      for (int y = 100; y < 110; y++) {
        pixels[y * WIDTH + x] = (byte) (x % 3 == 0 ? 204 : 245);
      }
    }
    assertFalse(ImageCleaner.clean(new GrayImage(WIDTH, HEIGHT, pixels)).isBlank());
  }

  @Test
  void hairlinesInGreyAreDarkEnoughForRulings() {
    GrayImage page = GrayImage.blank(600, 400);
    Arrays.fill(page.pixels, (byte) 250);
    for (int x = 100; x < 500; x++) {
      page.pixels[200 * 600 + x] = (byte) 226;
      for (int y = 210; y < 225; y++) {
        page.pixels[y * 600 + x] = (byte) (x % 8 < 3 ? 30 : x % 8 == 3 ? 130 : 250);
      }
    }
    ImageCleaner clean = ImageCleaner.clean(page);
    assertTrue(clean.image().at(300, 200) < clean.rulingThreshold());
    assertTrue(clean.image().at(300, 150) >= clean.rulingThreshold());
    assertTrue(clean.lineThreshold() < 226);
  }
}
