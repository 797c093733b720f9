package org.yusuan.scan;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.yusuan.scan.image.GrayImage;

/**
 * Makes of a clean picture what a scanner would.
 *
 * @param skew degrees clockwise
 * @param perspective how far a corner is pulled in, as part of the width
 * @param blur standard deviation in pixels
 * @param noise standard deviation in grey levels
 * @param quality JPEG quality from 0 to 1; 0 for none
 * @param bilevel whether only black and white are left, with specks, as in a fax
 * @param seed of noise and specks
 */
public record ScanSimulator(
    double skew,
    double perspective,
    double blur,
    double noise,
    double quality,
    boolean bilevel,
    long seed) {
  private static final double SPECKS = 0.0015;

  /** An office scanner: skew, blur, noise, strong JPEG. */
  public static ScanSimulator office(long seed) {
    double skew = new Random(seed).nextDouble() * 2 - 1;
    return new ScanSimulator(skew, 0, 0.7, 7, 0.45, false, seed);
  }

  /** A fax: skew, black and white, specks. */
  public static ScanSimulator fax(long seed) {
    double skew = new Random(seed).nextDouble() * 2 - 1;
    return new ScanSimulator(skew, 0, 0.7, 7, 0, true, seed);
  }

  /** The scan of a clean picture. */
  public BufferedImage scan(BufferedImage clean) throws IOException {
    GrayImage gray = GrayImage.of(turned(clean));
    if (perspective > 0) {
      gray = pulled(gray);
    }
    if (blur > 0) {
      gray = gray.blur(blur);
    }
    Random random = new Random(seed);
    for (int i = 0; i < gray.pixels.length; i++) {
      double value = (gray.pixels[i] & 255) + noise * random.nextGaussian();
      if (bilevel) {
        double speck = random.nextDouble();
        value = speck < SPECKS ? 0 : speck > 1 - SPECKS ? 255 : value < 128 ? 0 : 255;
      }
      gray.pixels[i] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }
    return quality > 0 ? jpeg(gray.toImage()) : gray.toImage();
  }

  private BufferedImage turned(BufferedImage clean) {
    BufferedImage turned =
        new BufferedImage(clean.getWidth(), clean.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D graphics = turned.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, clean.getWidth(), clean.getHeight());
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(
        clean,
        AffineTransform.getRotateInstance(
            Math.toRadians(skew), clean.getWidth() / 2.0, clean.getHeight() / 2.0),
        null);
    graphics.dispose();
    return turned;
  }

  /** Lower lines are longer than upper ones, as in a photo taken from below. */
  private GrayImage pulled(GrayImage gray) {
    GrayImage pulled = GrayImage.blank(gray.width, gray.height);
    for (int y = 0; y < gray.height; y++) {
      double inset = perspective * gray.width * (1 - (double) y / gray.height);
      double scale = gray.width / (gray.width - 2 * inset);
      for (int x = 0; x < gray.width; x++) {
        double from = (x - inset) * scale;
        int left = (int) Math.floor(from);
        if (left >= 0 && left + 1 < gray.width) {
          double part = from - left;
          pulled.pixels[y * gray.width + x] =
              (byte) Math.round((1 - part) * gray.at(left, y) + part * gray.at(left + 1, y));
        }
      }
    }
    return pulled;
  }

  private BufferedImage jpeg(BufferedImage image) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream stream = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality((float) quality);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), how);
    } finally {
      writer.dispose();
    }
    return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
  }
}
