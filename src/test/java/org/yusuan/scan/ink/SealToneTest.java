package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class SealToneTest {
  private final GrayImage page = GrayImage.blank(900, 900);

  private void fill(int tone, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        page.pixels[y * page.width + x] = (byte) tone;
      }
    }
  }

  private void ring(int tone, int thickness) {
    for (int y = 250; y < 650; y++) {
      for (int x = 250; x < 650; x++) {
        if (Math.abs(Math.hypot(x - 450, y - 450) - 165) <= thickness / 2.0) {
          page.pixels[y * page.width + x] = (byte) tone;
        }
      }
    }
  }

  private int tone() {
    return SealTone.of(page, 200);
  }

  @Test
  void aRimThatPrintCutsTellsItsGrey() {
    ring(121, 9);
    fill(20, 400, 280, 90, 30);
    assertEquals(121, tone());
  }

  @Test
  void aWatermarkAndAShadedCellAreNoSeals() {
    ring(180, 9);
    fill(120, 100, 700, 400, 120);
    assertEquals(0, tone());
  }

  @Test
  void thinStrokesAreNone() {
    ring(121, 3);
    assertEquals(0, tone());
  }
}
