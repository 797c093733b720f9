package org.yusuan.scan;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;

/**
 * Reads images of pages. Threads may share one: each call takes one of its workers, and waits while
 * all are busy.
 */
public final class Scanner implements AutoCloseable {
  private final List<CtcModel> models;
  private final List<LineReader> readers;
  private final BlockingQueue<LineReader> idle;

  private Scanner(List<CtcModel> models, List<LineReader> readers) {
    this.models = models;
    this.readers = readers;
    this.idle = new LinkedBlockingQueue<>(readers);
  }

  /**
   * Starts the engines.
   *
   * @throws ScanException if a model or a native library is missing
   */
  public static Scanner open(ScanOptions options) {
    OcrCache cache = OcrCache.ofUser();
    List<String> engines = options.engines();
    CtcModel figures = engines.contains(ScanOptions.FIGURES) ? CtcModel.figures(cache) : null;
    CtcModel general = engines.contains(ScanOptions.PPOCR) ? CtcModel.ppOcr(cache) : null;
    List<LineReader> readers = new ArrayList<>();
    for (int i = 0; i < options.workers(); i++) {
      readers.add(
          new LineReader(
              figures == null ? null : new CtcRecognizer(figures),
              general == null
                  ? TesseractRecognizer.open(cache, "chi_sim", "", 40)
                  : new CtcRecognizer(general),
              TesseractRecognizer.open(cache, "eng", TesseractRecognizer.FIGURES, 40)));
    }
    return new Scanner(Stream.of(figures, general).filter(Objects::nonNull).toList(), readers);
  }

  /**
   * Reads the image of a page.
   *
   * @param image the page as displayed, in any orientation
   * @param number page number in its file, from 1
   * @param widthPoints width of the page as displayed
   * @param heightPoints height of the page as displayed
   * @return the page; what went wrong is among its problems
   */
  public ScannedPage read(
      BufferedImage image, int number, double widthPoints, double heightPoints) {
    LineReader reader = take();
    try {
      return new PageReader(reader).read(Gray.of(image), number, widthPoints, heightPoints);
    } finally {
      idle.add(reader);
    }
  }

  private LineReader take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a worker", e);
    }
  }

  /** Ends the engines. No call of {@link #read} may be under way. */
  @Override
  public void close() {
    readers.forEach(LineReader::close);
    models.forEach(CtcModel::close);
  }
}
