package org.yusuan.scan.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CoarsePictureTest {
  @Test
  void aPictureOfFewPixelsIsBroughtToTheResolutionOfPages() {
    assertEquals(2.5, CoarsePicture.factor(80));
    GrayImage fine = CoarsePicture.enlarged(GrayImage.blank(40, 20), 2.5);
    assertEquals(100, fine.width);
    assertEquals(50, fine.height);
    assertEquals(new PixelBox(2, 5, 8, 11), new PixelBox(1, 2, 3, 4).times(2.6));
  }

  @Test
  void aScanStaysAsItIs() {
    assertEquals(1, CoarsePicture.factor(150));
  }
}
