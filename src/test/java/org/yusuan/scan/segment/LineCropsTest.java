package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.GrayImage;

class LineCropsTest {
  private final List<GrayImage> lines = List.of(GrayImage.blank(90, 30));

  @Test
  void printThatWasEnlargedIsSeenInItsOwnPixels() {
    GrayImage own = LineCrops.inOwnPixels(lines, 0.5).get(0);
    assertEquals(45, own.width);
    assertEquals(15, own.height);
  }

  @Test
  void printWithAllItsPixelsStaysAsItIs() {
    assertSame(lines, LineCrops.inOwnPixels(lines, 1.5));
  }
}
