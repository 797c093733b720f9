package org.yusuan.source.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * Finds the image of a page that is nothing but an image, as scanners make them: its own pixels are
 * better than a drawing of them, and quicker to have.
 */
final class WholePageImage {
  /** Part of the page's width or height by which an image may miss the page's edges. Guess. */
  private static final double MAX_EDGE_GAP_SHARE = 0.005;

  private WholePageImage() {}

  /**
   * The pixels of the only image of a page.
   *
   * @return null if the page is turned, shows anything else, or the image does not cover it upright
   * @throws IOException if the page or the image is damaged
   */
  static @Nullable BufferedImage of(PDPage page) throws IOException {
    if (page.getRotation() % 360 != 0 || !page.getAnnotations().isEmpty()) {
      return null;
    }
    PDImageXObject image = null;
    Matrix matrix = new Matrix();
    Deque<Matrix> saved = new ArrayDeque<>();
    List<COSBase> operands = new ArrayList<>();
    PDFStreamParser parser = new PDFStreamParser(page);
    for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
      if (!(token instanceof Operator operator)) {
        operands.add((COSBase) token);
        continue;
      }
      switch (operator.getName()) {
        case "q" -> saved.push(matrix);
        case "Q" -> matrix = saved.isEmpty() ? matrix : saved.pop();
        case "cm" -> {
          Matrix change = matrix(operands);
          if (change == null) {
            return null;
          }
          matrix = change.multiply(matrix);
        }
        case "Do" -> {
          if (image != null || !covers(matrix, page.getCropBox())) {
            return null;
          }
          image = image(page, operands);
          if (image == null) {
            return null;
          }
        }
        default -> {
          return null;
        }
      }
      operands.clear();
    }
    return image == null ? null : isGrey(image) ? grey(image) : image.getImage();
  }

  /** Whether an image is stored in one byte of grey a pixel, as it is to be shown. */
  private static boolean isGrey(PDImageXObject image) throws IOException {
    return image.getBitsPerComponent() == 8
        && image.getDecode() == null
        && image.getColorSpace() == PDDeviceGray.INSTANCE;
  }

  /** A grey image as PDFBox gives it, which sets its pixels one by one. */
  private static BufferedImage grey(PDImageXObject image) throws IOException {
    int width = image.getWidth();
    int height = image.getHeight();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    int[] colors = new int[width];
    try (InputStream tones = image.createInputStream()) {
      for (int y = 0; y < height; y++) {
        byte[] row = Arrays.copyOf(tones.readNBytes(width), width); // black where the file ends
        for (int x = 0; x < width; x++) {
          colors[x] = (row[x] & 255) * 0x010101;
        }
        picture.getRaster().setDataElements(0, y, width, 1, colors);
      }
    }
    return picture;
  }

  private static @Nullable Matrix matrix(List<COSBase> operands) {
    if (operands.size() != 6 || !operands.stream().allMatch(COSNumber.class::isInstance)) {
      return null;
    }
    float[] values = new float[6];
    for (int i = 0; i < 6; i++) {
      values[i] = ((COSNumber) operands.get(i)).floatValue();
    }
    return new Matrix(values[0], values[1], values[2], values[3], values[4], values[5]);
  }

  /** The image that {@code Do} draws, if it is opaque. */
  private static @Nullable PDImageXObject image(PDPage page, List<COSBase> operands)
      throws IOException {
    if (operands.size() != 1 || !(operands.get(0) instanceof COSName name)) {
      return null;
    }
    PDXObject object = page.getResources().getXObject(name);
    return object instanceof PDImageXObject image
            && !image.isStencil()
            && image.getMask() == null
            && image.getSoftMask() == null
            && image.getColorKeyMask() == null
        ? image
        : null;
  }

  private static boolean covers(Matrix matrix, PDRectangle page) {
    double x = MAX_EDGE_GAP_SHARE * page.getWidth();
    double y = MAX_EDGE_GAP_SHARE * page.getHeight();
    return Math.abs(matrix.getShearX()) < 1e-3
        && Math.abs(matrix.getShearY()) < 1e-3
        && Math.abs(matrix.getTranslateX() - page.getLowerLeftX()) <= x
        && Math.abs(matrix.getTranslateY() - page.getLowerLeftY()) <= y
        && Math.abs(matrix.getScaleX() - page.getWidth()) <= x
        && Math.abs(matrix.getScaleY() - page.getHeight()) <= y;
  }
}
