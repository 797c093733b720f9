package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

class SealInkTest {
  private static final int INK = 120;
  private static final PixelBox SEAL = new PixelBox(50, 50, 350, 350);
  private final GrayImage print = GrayImage.blank(400, 400);
  private final GrayImage grey = GrayImage.blank(400, 400);
  private final GrayImage inks = new GrayImage(400, 400, new byte[400 * 400]);

  private static void fill(GrayImage image, int tone, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        image.pixels[y * image.width + x] = (byte) tone;
      }
    }
  }

  private void takeOut(PixelBox seal) {
    new SealInk(print, grey, inks).takeOut(seal, 200);
  }

  @Test
  void printUnderASealThatItsColorMadePaleIsAsDarkAsItsLight() {
    fill(inks, INK, 100, 100, 40, 40);
    fill(grey, INK, 100, 100, 40, 40);
    fill(grey, 30, 118, 105, 4, 24);
    fill(print, 170, 118, 105, 4, 24);
    takeOut(SEAL);
    assertEquals(255 * 30 / INK, print.at(120, 110));
    assertEquals(255, print.at(105, 110), "the seal");
  }

  @Test
  void outlinesOfASealGoAndPrintWithItsEdgeStays() {
    fill(inks, INK, 100, 100, 6, 40);
    fill(print, 200, 106, 100, 2, 40);
    fill(print, 40, 112, 100, 3, 24);
    fill(print, 190, 115, 100, 1, 24);
    fill(print, 200, 250, 250, 20, 2);
    takeOut(SEAL);
    assertEquals(255, print.at(106, 110), "an outline");
    assertEquals(40, print.at(113, 110), "print");
    assertEquals(190, print.at(115, 110), "its edge");
    assertEquals(200, print.at(255, 250), "what is not beside ink");
  }

  @Test
  void tickAndTintedGroundStayAsTheyAre() {
    fill(inks, INK, 100, 100, 6, 40);
    fill(print, 200, 106, 100, 2, 40);
    takeOut(new PixelBox(90, 90, 200, 200));
    assertTrue(print.at(106, 110) == 200, "a tick");
    fill(inks, 220, 100, 100, 6, 40);
    takeOut(SEAL);
    assertEquals(200, print.at(106, 110), "beside a tinted ground");
  }
}
