package org.yusuan.scan.segment;

import java.util.List;
import org.yusuan.scan.image.ConnectedComponent;

/** How large the print of a page is: the rest of the reading expects the sizes of books. */
public final class PrintSize {
  /** Fewer characters are a cover or a heading, which may be as large as they like. A guess. */
  private static final int MIN_CHARACTERS = 30;

  /** Lower ink, in inches, is a stroke or a stain. A guess. */
  private static final double MIN_INCHES = 0.035;

  /** Characters are at most this many times as wide as high, or as high as wide. A guess. */
  private static final double MAX_ELONGATION = 3.5;

  private PrintSize() {}

  /**
   * The median height of the characters of a page in inches; 0 if it has few.
   *
   * @param components the pieces of ink that may be text
   */
  public static double inches(List<ConnectedComponent> components, double dpi) {
    double[] heights =
        components.stream()
            .filter(component -> component.height() > MIN_INCHES * dpi)
            .filter(component -> component.height() <= MAX_ELONGATION * component.width())
            .filter(component -> component.width() <= MAX_ELONGATION * component.height())
            .mapToDouble(ConnectedComponent::height)
            .sorted()
            .toArray();
    return heights.length < MIN_CHARACTERS ? 0 : heights[heights.length / 2] / dpi;
  }
}
