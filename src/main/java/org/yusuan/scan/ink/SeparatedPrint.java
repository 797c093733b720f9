package org.yusuan.scan.ink;

import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;

/**
 * The print of a picture without coloured ink.
 *
 * @param picture the print in grey
 * @param covered where ink hid some of it
 * @param strokes the ink that did, pixel by pixel; of no size if there is none
 */
public record SeparatedPrint(GrayImage picture, List<PixelBox> covered, BinaryImage strokes) {
  public SeparatedPrint {
    covered = List.copyOf(covered);
  }
}
