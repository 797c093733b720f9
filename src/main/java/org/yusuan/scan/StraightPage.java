package org.yusuan.scan;

import java.util.List;
import org.yusuan.page.PageCurl;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.Deskewer;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;
import org.yusuan.scan.ruling.BrokenRulings;
import org.yusuan.scan.ruling.CurledRulings;
import org.yusuan.scan.ruling.PaleRulings;

/**
 * A page without skew, perspective and the curl of a book.
 *
 * @param transform the way back to its picture
 * @param picture what is seen, straightened
 * @param lines what looks like rulings there, in pixels
 */
record StraightPage(PageTransform transform, GrayImage picture, List<Ruling> lines) {

  /**
   * Straightens a page.
   *
   * @param quarters turns that were already made
   * @param sourceDpi resolution of the cleaned picture
   * @param dpi resolution of the result
   */
  static StraightPage of(ImageCleaner clean, int quarters, double sourceDpi, double dpi) {
    GrayImage whole =
        clean.bilevel() ? BrokenRulings.mended(clean.image(), sourceDpi) : clean.image();
    PageTransform flat =
        new Deskewer(BinaryImage.darkerThan(whole, clean.textThreshold()), sourceDpi)
            .measure(quarters);
    GrayImage straight = Deskewer.straighten(whole, sourceDpi, flat, dpi);
    List<Ruling> lines = PaleRulings.findRulings(straight, clean, dpi);
    PageCurl curl = CurledRulings.measured(straight, clean.rulingThreshold(), lines, dpi);
    if (curl.equals(PageCurl.NONE)) {
      return new StraightPage(flat, straight, lines);
    }
    PageTransform curled = flat.curled(curl);
    GrayImage level = Deskewer.straighten(whole, sourceDpi, curled, dpi);
    return new StraightPage(curled, level, PaleRulings.findRulings(level, clean, dpi));
  }
}
