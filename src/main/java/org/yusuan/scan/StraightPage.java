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
import org.yusuan.scan.toner.MissingToner;

/**
 * A page without skew, perspective, the curl of a book, and white hairlines.
 *
 * @param transform the way back to its picture
 * @param picture what is seen, straightened
 * @param lines what looks like rulings there, in pixels
 * @param toner the white hairlines of missing toner that ran across it
 */
record StraightPage(
    PageTransform transform, GrayImage picture, List<Ruling> lines, MissingToner toner) {

  /**
   * Straightens a page.
   *
   * @param quarters turns that were already made
   * @param sourceDpi resolution of the cleaned picture
   * @param dpi resolution of the result
   * @param inkThreshold what is darker, of 255, is ink of characters
   */
  static StraightPage of(
      ImageCleaner clean, int quarters, double sourceDpi, double dpi, int inkThreshold) {
    GrayImage whole =
        clean.bilevel() ? BrokenRulings.mended(clean.image(), sourceDpi) : clean.image();
    PageTransform flat = flat(whole, clean, sourceDpi, quarters);
    StraightPage page = whole(flat, whole, clean, sourceDpi, dpi, inkThreshold);
    PageCurl curl =
        CurledRulings.measured(page.picture(), clean.rulingThreshold(), page.lines(), dpi);
    return curl.equals(PageCurl.NONE)
        ? page
        : whole(flat.curled(curl), whole, clean, sourceDpi, dpi, inkThreshold);
  }

  /** The way to the page without skew and perspective, which pale rulings may have to tell. */
  private static PageTransform flat(
      GrayImage whole, ImageCleaner clean, double sourceDpi, int quarters) {
    PageTransform flat =
        new Deskewer(BinaryImage.darkerThan(whole, clean.textThreshold()), sourceDpi)
            .measure(quarters);
    if (!Deskewer.isHalfSeen(flat)) {
      return flat;
    }
    PageTransform paler =
        new Deskewer(BinaryImage.darkerThan(whole, clean.lineThreshold()), sourceDpi)
            .measure(quarters);
    return Deskewer.isHalfSeen(paler) ? flat : paler;
  }

  /** The page by a transform, with its rulings found and the gaps of hairlines filled. */
  private static StraightPage whole(
      PageTransform transform,
      GrayImage source,
      ImageCleaner clean,
      double sourceDpi,
      double dpi,
      int inkThreshold) {
    GrayImage straight = Deskewer.straighten(source, sourceDpi, transform, dpi);
    // Pale rulings are drawn while they are found, over the gaps too.
    GrayImage plain =
        clean.faded()
            ? new GrayImage(straight.width, straight.height, straight.pixels.clone())
            : straight;
    List<Ruling> lines = PaleRulings.findRulings(straight, clean, dpi);
    MissingToner toner = MissingToner.seen(plain, lines, inkThreshold, dpi);
    if (toner.hairlines() == 0) {
      return new StraightPage(transform, straight, lines, toner);
    }
    GrayImage filled = toner.filled(plain);
    return new StraightPage(transform, filled, PaleRulings.findRulings(filled, clean, dpi), toner);
  }
}
