package org.yusuan.source.pdf;

import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Finds page sizes that no page has, and corrects them. */
final class PageSize {

  /** In points. A visiting card has 150. */
  private static final double MIN_POINTS = 10;

  /** In points: the largest page that PDF 1.7 (Annex C) knows. */
  private static final double MAX_POINTS = 14_400;

  private PageSize() {}

  /**
   * Takes a page without a usable size for one of A4.
   *
   * @return what was done, as part of a sentence; null if its size is good
   */
  static @Nullable String mend(PDPage page) {
    PDRectangle crop = page.getCropBox();
    if (isUsable(crop)) {
      return null;
    }
    PDRectangle media = page.getMediaBox();
    PDRectangle size = isUsable(media) ? media : PDRectangle.A4;
    page.setMediaBox(size);
    page.setCropBox(size);
    return String.format(
        Locale.ROOT,
        "its size is %.4g x %.4g pt; it was read as one of %.0f x %.0f",
        crop.getWidth(),
        crop.getHeight(),
        size.getWidth(),
        size.getHeight());
  }

  /** Whether something has the four numbers of a rectangle. */
  static boolean isRectangle(COSArray place) {
    int numbers = 0;
    for (int i = 0; i < place.size(); i++) {
      numbers += place.getObject(i) instanceof COSNumber ? 1 : 0;
    }
    return numbers == 4 && place.size() == 4;
  }

  private static boolean isUsable(PDRectangle box) {
    return isUsable(box.getWidth())
        && isUsable(box.getHeight())
        && Math.abs(box.getLowerLeftX()) < 1e6
        && Math.abs(box.getLowerLeftY()) < 1e6;
  }

  private static boolean isUsable(double length) {
    return length >= MIN_POINTS && length <= MAX_POINTS;
  }
}
