package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

class RulingEraserTest {
  private static final Ruling DOWN = new Ruling(false, 50.5, 0, 100, 3);

  /** A ruling of three dark pixels and a paler one on each side. */
  private static GrayImage ruled() {
    GrayImage image = GrayImage.blank(100, 100);
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
    GrayImage erased = RulingEraser.erase(ruled(), List.of(DOWN));
    for (int x = 40; x < 60; x++) {
      assertEquals(255, erased.at(x, 50));
    }
  }

  @Test
  void leavesPalePrintBesideIt() {
    GrayImage image = ruled();
    for (int y = 45; y < 55; y++) {
      image.pixels[y * 100 + 47] = (byte) 170;
      image.pixels[y * 100 + 48] = (byte) 140;
    }
    GrayImage erased = RulingEraser.erase(image, List.of(DOWN));
    assertEquals(170, erased.at(47, 50));
    assertTrue(erased.at(48, 50) < 200);
    assertEquals(255, erased.at(48, 20));
  }

  @Test
  void raggedRestsAreNoPrintNorAreThoseOfCorners() {
    Ruling across = new Ruling(true, 50.5, 0, 100, 3);
    BinaryImage ink = new BinaryImage(100, 100);
    ConnectedComponent corner = new ConnectedComponent(53, 46, 58, 54, 12);
    for (int i = 46; i < 54; i++) {
      ink.ink[i * 100 + 53] = true;
    }
    for (int x = 53; x < 58; x++) {
      ink.ink[53 * 100 + x] = true;
    }
    ConnectedComponent digit = new ConnectedComponent(60, 40, 66, 50, 30);
    for (int y = 40; y < 50; y++) {
      ink.ink[y * 100 + 62] = true;
    }
    GrayImage text = GrayImage.blank(100, 100);
    text.pixels[50 * 100 + 53] = 0;
    text.pixels[45 * 100 + 62] = 0;
    assertEquals(
        List.of(digit),
        RulingEraser.withoutRemnants(text, ink, List.of(corner, digit), List.of(DOWN, across)));
    assertEquals(255, text.at(53, 50));
    assertEquals(0, text.at(62, 45));
  }

  @Test
  void aStrokeJustBesideItsRaggedEdgeIsPrint() {
    BinaryImage ink = new BinaryImage(100, 100);
    ConnectedComponent ragged = new ConnectedComponent(53, 10, 54, 14, 4);
    ConnectedComponent stroke = new ConnectedComponent(54, 20, 55, 27, 7);
    for (ConnectedComponent blob : List.of(ragged, stroke)) {
      for (int y = blob.top(); y < blob.bottom(); y++) {
        ink.ink[y * 100 + blob.left()] = true;
      }
    }
    assertEquals(
        List.of(stroke),
        RulingEraser.withoutRemnants(null, ink, List.of(ragged, stroke), List.of(DOWN)));
  }
}
