package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;

class LineEraserTest {
  private static final Ruling DOWN = new Ruling(false, 50.5, 0, 100, 3);

  /** A ruling of three dark pixels and a paler one on each side. */
  private static Gray ruled() {
    Gray image = Gray.blank(100, 100);
    int[] tones = {225, 60, 40, 60, 225};
    for (int y = 0; y < 100; y++) {
      for (int i = 0; i < tones.length; i++) {
        image.pixels[y * 100 + 48 + i] = (byte) tones[i];
      }
    }
    return image;
  }

  @Test
  void takesTheRulingOut() {
    Gray erased = LineEraser.erase(ruled(), List.of(DOWN));
    for (int x = 40; x < 60; x++) {
      assertEquals(255, erased.at(x, 50));
    }
  }

  @Test
  void leavesPalePrintBesideIt() {
    Gray image = ruled();
    for (int y = 45; y < 55; y++) {
      image.pixels[y * 100 + 47] = (byte) 170;
      image.pixels[y * 100 + 48] = (byte) 140;
    }
    Gray erased = LineEraser.erase(image, List.of(DOWN));
    assertEquals(170, erased.at(47, 50));
    assertTrue(erased.at(48, 50) < 200);
    assertEquals(255, erased.at(48, 20));
  }

  @Test
  void raggedRestsAreNoPrintNorAreThoseOfCorners() {
    Ruling across = new Ruling(true, 50.5, 0, 100, 3);
    Mask ink = new Mask(100, 100);
    Blob corner = new Blob(53, 46, 58, 54, 12);
    for (int i = 46; i < 54; i++) {
      ink.ink[i * 100 + 53] = true;
    }
    for (int x = 53; x < 58; x++) {
      ink.ink[53 * 100 + x] = true;
    }
    Blob digit = new Blob(60, 40, 66, 50, 30);
    for (int y = 40; y < 50; y++) {
      ink.ink[y * 100 + 62] = true;
    }
    Gray text = Gray.blank(100, 100);
    text.pixels[50 * 100 + 53] = 0;
    text.pixels[45 * 100 + 62] = 0;
    assertEquals(
        List.of(digit),
        LineEraser.withoutRests(text, ink, List.of(corner, digit), List.of(DOWN, across)));
    assertEquals(255, text.at(53, 50));
    assertEquals(0, text.at(62, 45));
  }

  @Test
  void aStrokeJustBesideItsRaggedEdgeIsPrint() {
    Mask ink = new Mask(100, 100);
    Blob ragged = new Blob(53, 10, 54, 14, 4);
    Blob stroke = new Blob(54, 20, 55, 27, 7);
    for (Blob blob : List.of(ragged, stroke)) {
      for (int y = blob.top(); y < blob.bottom(); y++) {
        ink.ink[y * 100 + blob.left()] = true;
      }
    }
    assertEquals(
        List.of(stroke),
        LineEraser.withoutRests(null, ink, List.of(ragged, stroke), List.of(DOWN)));
  }
}
