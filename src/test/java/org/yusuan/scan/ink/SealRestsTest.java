package org.yusuan.scan.ink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

class SealRestsTest {
  private final GrayImage page = GrayImage.blank(600, 600);

  private void fill(int tone, int left, int top, int width, int height) {
    for (int y = top; y < top + height; y++) {
      for (int x = left; x < left + width; x++) {
        page.pixels[y * page.width + x] = (byte) tone;
      }
    }
  }

  @Test
  void greySpecksGoAndPrintAndRulingsStay() {
    fill(150, 200, 200, 12, 5);
    fill(150, 300, 200, 3, 20);
    fill(40, 302, 205, 2, 10);
    fill(120, 310, 218, 3, 3);
    fill(150, 100, 400, 400, 3);
    fill(150, 20, 20, 12, 5);
    new SealRests(new ConnectedComponent(100, 100, 500, 500, 0), 90, 8).takeOut(page);
    assertEquals(255, page.at(205, 202), "a rest of a stroke");
    assertEquals(40, page.at(302, 210), "a digit with a dark core");
    assertEquals(150, page.at(300, 202), "its edge");
    assertEquals(120, page.at(311, 219), "the point beside it");
    assertEquals(150, page.at(300, 401), "a ruling");
    assertEquals(150, page.at(25, 22), "what is outside the seal");
  }
}
