package org.yusuan.page;

import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The picture of a page as displayed.
 *
 * @param image its pixels
 * @param width width of the page in points
 * @param height height of the page in points
 * @param faults what was wrong with its file, each as part of a sentence; empty if nothing was
 */
public record Picture(BufferedImage image, double width, double height, List<String> faults) {
  public Picture {
    faults = List.copyOf(faults);
  }
}
