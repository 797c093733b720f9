package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

class CoveredPrintTest {
  private static final int WIDTH = 200;
  private static final int DPI = 200;

  private static void fill(GrayImage image, int left, int top, int width, int height, int tone) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        image.pixels[y * WIDTH + x] = (byte) tone;
      }
    }
  }

  /** Five upright strokes of print, and a level stroke of a pen through them. */
  private static List<PixelBox> places(boolean opaque, List<PixelBox> seals) {
    GrayImage grey = GrayImage.blank(WIDTH, 60);
    GrayImage print = GrayImage.blank(WIDTH, 60);
    fill(grey, 60, 28, 80, 5, 120);
    for (int x = 80; x < 130; x += 10) {
      for (GrayImage image : List.of(grey, print)) {
        fill(image, x, 20, 3, 8, 20);
        fill(image, x, 33, 3, 8, 20);
      }
      if (!opaque) {
        fill(grey, x, 28, 3, 5, 20);
        fill(print, x, 28, 3, 5, 20);
      }
    }
    return CoveredPrint.separated(seals, grey, print, DPI).covered();
  }

  @Test
  void opaqueInkHidesThePrintThatItTouches() {
    List<PixelBox> places = places(true, List.of());

    assertFalse(places.isEmpty());
    assertTrue(places.stream().allMatch(place -> place.right() > 76 && place.left() < 130));
  }

  @Test
  void whatShowsThroughTheInkIsNotHidden() {
    assertTrue(places(false, List.of()).isEmpty());
  }

  @Test
  void sealsHideNothing() {
    assertTrue(places(true, List.of(new PixelBox(0, 0, WIDTH, 60))).isEmpty());
  }

  @Test
  void theCircleOfAPenIsNoSeal() {
    GrayImage grey = GrayImage.blank(WIDTH, 160);
    GrayImage print = GrayImage.blank(WIDTH, 160);
    for (int turn = 0; turn < 720; turn++) {
      double angle = Math.toRadians(turn / 2.0);
      int x = (int) (90 + 60 * Math.cos(angle));
      int y = (int) (80 + 60 * Math.sin(angle));
      fill(grey, x - 2, y - 2, 5, 5, 120);
    }
    // A digit that the left of the circle hides in part.
    fill(grey, 22, 74, 5, 12, 20);
    fill(print, 22, 74, 5, 12, 20);

    List<PixelBox> places =
        CoveredPrint.separated(
                CoveredPrint.stamped(List.of(new PixelBox(20, 10, 160, 150)), grey, print),
                grey,
                print,
                DPI)
            .covered();

    assertFalse(places.isEmpty());
    assertTrue(places.stream().allMatch(place -> place.left() < 40));
  }

  @Test
  void theEdgeOfADarkStrokeIsNoStroke() {
    GrayImage grey = GrayImage.blank(WIDTH, 60);
    GrayImage print = GrayImage.blank(WIDTH, 60);
    fill(grey, 60, 28, 80, 1, 120);
    for (GrayImage image : List.of(grey, print)) {
      fill(image, 60, 29, 80, 4, 20);
    }

    assertTrue(CoveredPrint.separated(List.of(), grey, print, DPI).covered().isEmpty());
  }
}
