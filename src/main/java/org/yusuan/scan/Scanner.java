package org.yusuan.scan;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.yusuan.page.Resolution;
import org.yusuan.scan.image.CoarsePicture;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PhotographedSheet;
import org.yusuan.scan.ink.ColorSeparation;
import org.yusuan.scan.ink.SeparatedPrint;
import org.yusuan.scan.ocr.CtcModel;
import org.yusuan.scan.ocr.CtcRecognizer;
import org.yusuan.scan.ocr.EnsembleReader;
import org.yusuan.scan.ocr.ModelCache;
import org.yusuan.scan.ocr.ScanException;
import org.yusuan.scan.ocr.TesseractRecognizer;

/**
 * Reads images of pages. Threads may share one: each call takes one of its workers, and waits while
 * all are busy.
 */
public final class Scanner implements AutoCloseable {
  private final List<CtcModel> models;
  private final List<EnsembleReader> readers;
  private final BlockingQueue<EnsembleReader> idle;

  private Scanner(List<CtcModel> models, List<EnsembleReader> readers) {
    this.models = models;
    this.readers = readers;
    this.idle = new LinkedBlockingQueue<>(readers);
  }

  /**
   * Starts the engines.
   *
   * @param terms what lines of text may show
   * @throws ScanException if a model or a native library is missing
   */
  public static Scanner open(ScanOptions options, Collection<String> terms) {
    ModelCache cache = ModelCache.ofUser();
    List<String> engines = options.engines();
    CtcModel figures = engines.contains(ScanOptions.FIGURES) ? CtcModel.figures(cache) : null;
    CtcModel hidden = figures == null ? null : CtcModel.hiddenFigures(cache);
    CtcModel general = engines.contains(ScanOptions.PPOCR) ? CtcModel.ppOcr(cache) : null;
    List<EnsembleReader> readers = new ArrayList<>();
    for (int i = 0; i < options.workers(); i++) {
      readers.add(
          new EnsembleReader(
              figures == null ? null : CtcRecognizer.ofFigures(figures),
              hidden == null ? null : CtcRecognizer.ofHiddenFigures(hidden),
              general == null
                  ? TesseractRecognizer.open(cache, "chi_sim", "", 40)
                  : CtcRecognizer.ofText(general, terms),
              TesseractRecognizer.open(cache, "eng", TesseractRecognizer.FIGURES, 40)));
    }
    return new Scanner(
        Stream.of(figures, hidden, general).filter(Objects::nonNull).toList(), readers);
  }

  /**
   * Reads the image of a part of a page.
   *
   * @param image the part as displayed, in any orientation
   * @param number number of the page in its file, from 1
   * @param widthPoints width of the part as displayed
   * @param heightPoints height of the part as displayed
   * @return the part as a page; what went wrong is among its problems
   */
  public ScannedPage readPart(
      BufferedImage image, int number, double widthPoints, double heightPoints) {
    return read(
        image,
        widthPoints,
        RulingEdit.NONE,
        (pipeline, picture) -> pipeline.readPart(picture, number, widthPoints, heightPoints));
  }

  /**
   * Reads the image of a page by edited rulings, which cut the text into cells. Print of any size
   * is read, whatever the page is said to measure.
   *
   * @param image the page as displayed, in any orientation
   * @param number page number in its file, from 1
   * @param widthPoints width of the page as displayed
   * @param heightPoints height of the page as displayed
   * @param edit what a person says of the rulings
   * @return the page; what went wrong is among its problems
   */
  public ScannedPage readPage(
      BufferedImage image, int number, double widthPoints, double heightPoints, RulingEdit edit) {
    return read(
        image,
        widthPoints,
        edit,
        (pipeline, picture) -> pipeline.readPage(picture, number, widthPoints, heightPoints));
  }

  private ScannedPage read(
      BufferedImage image,
      double widthPoints,
      RulingEdit edit,
      BiFunction<ScanPipeline, GrayImage, ScannedPage> how) {
    double dpi = image.getWidth() * Resolution.POINTS_PER_INCH / widthPoints;
    SeparatedPrint print = ColorSeparation.print(PhotographedSheet.alone(image), dpi);
    double factor = CoarsePicture.factor(dpi);
    EnsembleReader reader = take();
    try {
      return how.apply(
          new ScanPipeline(
              reader,
              new PagePreparation(
                  edit,
                  print.covered().stream().map(place -> place.times(factor)).toList(),
                  print.strokes(),
                  1 / factor,
                  1)),
          CoarsePicture.enlarged(print.picture(), factor));
    } finally {
      idle.add(reader);
    }
  }

  private EnsembleReader take() {
    try {
      return idle.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a worker", e);
    }
  }

  /** Ends the engines. No call of {@link #readPage} may be under way. */
  @Override
  public void close() {
    readers.forEach(EnsembleReader::close);
    models.forEach(CtcModel::close);
  }
}
