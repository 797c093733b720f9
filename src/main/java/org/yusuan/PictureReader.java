package org.yusuan;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.PageSource;
import org.yusuan.page.Picture;
import org.yusuan.scan.ScannedPage;
import org.yusuan.scan.ocr.ScanException;

/**
 * Reads pages from their pictures, and pictures on pages of text. Several threads may read at once;
 * the file is drawn by one of them at a time.
 */
final class PictureReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PictureReader.class);

  /** Opens the file anew. */
  interface Reopening {
    void run() throws IOException;
  }

  private final TimedSteps drawing = new TimedSteps();
  private final Duration limit = Budget.standard().drawing();
  private final Reopening reopening;
  private final Supplier<PageSource> file;
  private final DocumentReader.Engines engines;
  private final DrawnLines drawn;

  /**
   * @param file the file as it is open now: it may have to be opened anew
   * @param reopening is run when a page that took too long still holds the file
   */
  PictureReader(
      Supplier<PageSource> file,
      Reopening reopening,
      DocumentReader.Engines engines,
      DrawnLines drawn) {
    this.reopening = reopening;
    this.file = file;
    this.engines = engines;
    this.drawn = drawn;
  }

  /** The page read from its picture; from its text layer if that fails. */
  ReadPage fromPicture(Page page) {
    int number = page.number();
    try {
      Picture picture = picture(number);
      ScannedPage scanned =
          engines
              .scanner()
              .readPage(
                  picture.image(),
                  number,
                  picture.width(),
                  picture.height(),
                  (rulings, transform) -> drawn.rulings(number, rulings, transform));
      Page shown = Page.blank(number, picture.width(), picture.height(), Origin.OCR, List.of());
      List<String> faults =
          picture.faults().stream()
              .map(fault -> "page " + number + ": its picture is damaged: " + fault)
              .collect(Collectors.toCollection(ArrayList::new));
      if (file.get().isDamaged(number)) {
        faults.addAll(page.problems());
      }
      boolean lost = !faults.isEmpty() && scanned.page().words().isEmpty();
      return ReadPage.of(
          scanned.page(), shown, scanned.transform(), faults, lost ? faults.get(0) : null);
    } catch (ScanException e) {
      return ReadPage.failed(
          page,
          "page "
              + number
              + " must be read from its picture, but recognition cannot be had: "
              + e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return ReadPage.failed(
          page, "page " + number + " cannot be read from its picture: " + ErrorMessage.of(e));
    } catch (OutOfMemoryError e) {
      return ReadPage.failed(
          page, "page " + number + " cannot be read from its picture: there is too little memory");
    }
  }

  /**
   * A page of text with the words of the pictures on it; if they cannot be read, that is among its
   * problems.
   */
  ReadPage withPictures(Page page) {
    boolean damaged = file.get().isDamaged(page.number());
    String reason;
    try {
      List<Box> tables =
          EmbeddedPictures.tables(page, display(page.number(), EmbeddedPictures.COARSE_DPI));
      if (tables.isEmpty()) {
        return ReadPage.ofTextLayer(page, damaged);
      }
      LOG.debug("page {}: {} pictures of tables are read", page.number(), tables.size());
      BufferedImage shown = display(page.number(), EmbeddedPictures.dpi(page));
      Page whole = EmbeddedPictures.read(page, tables, shown, engines.scanner());
      ReadPage read = ReadPage.ofTextLayer(whole, damaged);
      return read.with(EmbeddedPictures.problems(whole, tables, read.content().grids()));
    } catch (ScanException e) {
      reason = "recognition cannot be had: " + e.getMessage();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      reason = ErrorMessage.of(e);
    } catch (OutOfMemoryError e) {
      reason = "there is too little memory";
    }
    return ReadPage.of(
        page,
        page,
        null,
        List.of("page " + page.number() + " has a picture that was not read: " + reason),
        null);
  }

  private BufferedImage display(int number, int dpi) throws IOException {
    return draw(() -> file.get().display(number, dpi));
  }

  private Picture picture(int number) throws IOException {
    return draw(() -> file.get().picture(number));
  }

  private synchronized <T> T draw(Callable<T> step) throws IOException {
    try {
      return drawing.run(step, limit);
    } catch (TimedSteps.ExceededException e) {
      reopening.run();
      throw new IOException("drawing it " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    drawing.close();
  }
}
