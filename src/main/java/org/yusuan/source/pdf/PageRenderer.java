package org.yusuan.source.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.Picture;
import org.yusuan.page.Resolution;

/** Draws pages for recognition: at the resolution of their own image, with bounded pixels. */
final class PageRenderer {

  /** Bytes of one unpacked image at most: an A4 page in colour at 600 dpi has 104 MB. */
  private static final long MAX_IMAGE_BYTES = 160L << 20;

  /** Pixels of one image at most, in whatever form: an A3 page at 1,200 dpi has 278 M. */
  private static final long MAX_IMAGE_PIXELS = 300_000_000;

  /** Bits of a pixel of a stencil as PDFBox unpacks it. */
  private static final int STENCIL_BITS = 32;

  /** Resolution, in dots per inch, for pages that are not one image: what engines read best. */
  private static final double USUAL_DPI = 300;

  /**
   * An image of a lower resolution, in dots per inch, does not tell at which one the page is drawn.
   * A guess.
   */
  private static final double MIN_DPI = 100;

  /** Pages are drawn at this resolution, in dots per inch, at most. A guess. */
  private static final double MAX_DPI = 400;

  /** How deep forms inside forms are searched for images. A guess. */
  private static final int MAX_FORM_DEPTH = 4;

  private final Set<COSDictionary> measured = Collections.newSetFromMap(new IdentityHashMap<>());
  private int widest;
  private int highest;

  private PageRenderer() {}

  /**
   * Draws a page as displayed.
   *
   * @param number page number, from 1
   * @throws IOException if the page is damaged or holds an image that is too large
   */
  static Picture draw(PDDocument document, int number) throws IOException {
    PDPage page = document.getPage(number - 1);
    PageRenderer images = new PageRenderer();
    images.measure(page.getResources(), 0);
    PDRectangle crop = page.getCropBox();
    boolean sideways = Math.floorMod(page.getRotation(), 180) == 90;
    double width = sideways ? crop.getHeight() : crop.getWidth();
    double height = sideways ? crop.getWidth() : crop.getHeight();
    double longer = Math.max(images.widest, images.highest);
    double dpi =
        longer == 0 ? USUAL_DPI : longer * Resolution.POINTS_PER_INCH / Math.max(width, height);
    double own = dpi;
    dpi = dpi < MIN_DPI ? USUAL_DPI : Math.min(MAX_DPI, dpi);
    dpi = Math.min(dpi, Resolution.maxDpi(width, height));
    boolean coarse = longer > 0 && own < MIN_DPI; // enlarged by PDFBox it would be of squares
    if ((long) images.widest * images.highest <= Resolution.MAX_PIXELS && (dpi == own || coarse)) {
      BufferedImage whole = WholePageImage.of(page);
      if (whole != null) {
        return new Picture(whole, width, height, List.of());
      }
    }
    InterruptibleRenderer renderer = new InterruptibleRenderer(document);
    renderer.setSubsamplingAllowed(true);
    BufferedImage image = renderer.renderImageWithDPI(number - 1, (float) dpi, ImageType.BGR);
    return new Picture(image, width, height, List.of());
  }

  /** Refuses to draw a page with an image that would not fit into memory. */
  static void requireBearable(PDPage page) throws IOException {
    new PageRenderer().measure(page.getResources(), 0);
  }

  /** Finds the largest image, and refuses those that would not fit into memory. */
  private void measure(@Nullable PDResources resources, int depth) throws IOException {
    if (resources == null || depth > MAX_FORM_DEPTH || !measured.add(resources.getCOSObject())) {
      return;
    }
    for (COSName name : resources.getXObjectNames()) {
      PDXObject object = resources.getXObject(name);
      if (object instanceof PDImageXObject image) {
        requireBearable(image);
        if ((long) image.getWidth() * image.getHeight() > (long) widest * highest) {
          widest = image.getWidth();
          highest = image.getHeight();
        }
      } else if (object instanceof PDFormXObject form) {
        measure(form.getResources(), depth + 1);
      }
    }
  }

  private static void requireBearable(PDImageXObject image) throws IOException {
    long pixels = ImageSize.pixels(image);
    long bits =
        image.isStencil()
            ? STENCIL_BITS // PDFBox unpacks it in colour
            : (long) Math.max(1, components(image)) * Math.max(1, image.getBitsPerComponent());
    if (pixels > MAX_IMAGE_PIXELS || pixels * bits / 8 > MAX_IMAGE_BYTES) {
      throw new IOException(
          "its image of "
              + image.getWidth()
              + " x "
              + image.getHeight()
              + " pixels is too large to be a page");
    }
  }

  private static int components(PDImageXObject image) {
    try {
      return image.getColorSpace().getNumberOfComponents();
    } catch (IOException | RuntimeException e) {
      return 3; // told by the image itself, as in JPEG 2000
    }
  }
}
