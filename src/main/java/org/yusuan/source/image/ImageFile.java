package org.yusuan.source.image;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.PageSource;
import org.yusuan.page.Picture;
import org.yusuan.page.Resolution;

/**
 * An open picture file: PNG, JPEG, or TIFF with one page or many. One thread at a time may use it;
 * close it when done.
 */
public final class ImageFile implements PageSource {

  /** More pixels than this are not read at all: an A0 page at 400 dpi has 248 M. */
  private static final long BOMB_PIXELS = 400_000_000;

  /** Length of the long side of A4 paper in points, taken if the file tells no resolution. */
  private static final double A4_LENGTH_POINTS = 841.89;

  /** Resolutions outside these bounds are what a program wrote that knew none; guesses. */
  private static final double MIN_DPI = 90;

  /** Highest resolution, in dots per inch, that a file is believed to state. A guess. */
  private static final double MAX_DPI = 1200;

  private final String name;
  private final ImageInputStream stream;
  private final ImageReader reader;
  private final int pages;

  private ImageFile(String name, ImageInputStream stream, ImageReader reader, int pages) {
    this.name = name;
    this.stream = stream;
    this.reader = reader;
    this.pages = pages;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFileException if it is no picture of a known form, or damaged
   */
  public static ImageFile open(Path path) throws UnreadableFileException {
    String name = String.valueOf(path.getFileName());
    try {
      if (Files.size(path) == 0) {
        throw new UnreadableFileException(name, "the file is empty (0 bytes)", null);
      }
      ImageInputStream stream = ImageIO.createImageInputStream(new File(path.toString()));
      if (stream == null) {
        throw new UnreadableFileException(name, "cannot be opened", null);
      }
      try {
        String fault = TiffPages.fault(stream);
        if (fault != null) {
          throw new UnreadableFileException(name, "damaged picture file: " + fault, null);
        }
        Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
        if (!readers.hasNext()) {
          throw new UnreadableFileException(name, "neither a PDF nor a known picture file", null);
        }
        ImageReader reader = readers.next();
        reader.setInput(stream);
        int pages = reader.getNumImages(true);
        if (pages < 1) {
          throw new UnreadableFileException(name, "damaged picture file: it has no pages", null);
        }
        return new ImageFile(name, stream, reader, pages);
      } catch (IOException | RuntimeException e) {
        stream.close();
        throw e;
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnreadableFileException(name, "damaged picture file: " + ErrorMessage.of(e), e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int pageCount() {
    return pages;
  }

  @Override
  public @Nullable String producer() {
    return null;
  }

  @Override
  public Page page(int number) {
    return Page.blank(number, 0, 0, Origin.OCR, List.of());
  }

  @Override
  public BufferedImage display(int number, int dpi) throws IOException {
    BufferedImage image = picture(number).image();
    BufferedImage colored =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = colored.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return colored;
  }

  /** {@inheritDoc} A very large one is thinned out while it is read. */
  @Override
  public Picture picture(int number) throws IOException {
    try {
      int width = reader.getWidth(number - 1);
      int height = reader.getHeight(number - 1);
      long pixels = (long) width * height;
      if (pixels > BOMB_PIXELS) {
        throw new IOException(
            "the picture has " + width + " x " + height + " pixels, more than can be a page");
      }
      double dpi = dpi(number - 1);
      double points =
          dpi > 0 ? Resolution.POINTS_PER_INCH / dpi : A4_LENGTH_POINTS / Math.max(width, height);
      ImageReadParam how = reader.getDefaultReadParam();
      int step = (int) Math.ceil(Math.sqrt((double) pixels / Resolution.MAX_PIXELS));
      how.setSourceSubsampling(step, step, 0, 0);
      List<String> faults = new ArrayList<>();
      IIOReadWarningListener listener = (source, warning) -> faults.add(warning);
      reader.addIIOReadWarningListener(listener);
      try {
        BufferedImage image = reader.read(number - 1, how);
        return new Picture(image, width * points, height * points, faults);
      } finally {
        reader.removeIIOReadWarningListener(listener);
      }
    } catch (RuntimeException e) {
      throw new IOException("the picture is damaged: " + ErrorMessage.of(e), e);
    }
  }

  /** Pixels per inch as the file tells; 0 if it does not, or cannot be believed. */
  private double dpi(int index) throws IOException {
    IIOMetadata metadata;
    try {
      metadata = reader.getImageMetadata(index);
    } catch (IIOException e) {
      // Some scanners write the head of a JPEG twice: its pixels can be read all the same.
      return 0;
    }
    if (metadata == null || !metadata.isStandardMetadataFormatSupported()) {
      return 0;
    }
    Element root = (Element) metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
    NodeList sizes = root.getElementsByTagName("HorizontalPixelSize");
    if (sizes.getLength() == 0) {
      return 0;
    }
    double millimetres = Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
    double dpi = millimetres > 0 ? 25.4 / millimetres : 0;
    return dpi >= MIN_DPI && dpi <= MAX_DPI ? dpi : 0;
  }

  @Override
  public void close() throws IOException {
    reader.dispose();
    stream.close();
  }
}
