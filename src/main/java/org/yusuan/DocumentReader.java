package org.yusuan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.grid.assembly.TableFinder;
import org.yusuan.model.SourcePage;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.PageRotation;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Picture;
import org.yusuan.scan.ScannedPage;
import org.yusuan.scan.Scanner;
import org.yusuan.scan.ocr.ScanException;
import org.yusuan.source.TextLayerTriage;
import org.yusuan.source.image.ImageFile;
import org.yusuan.source.pdf.PdfFile;

/** Reads the pages of one open document, each from its text layer or from its picture. */
final class DocumentReader implements AutoCloseable {

  /** Gives the scanner; throws ScanException if there is none. */
  interface Engines {
    Scanner scanner();
  }

  /**
   * A page that was read.
   *
   * @param content what stands on it, straightened
   * @param source what the output says of it
   * @param straightening the way back to the page as displayed; null if it was not changed
   * @param failure why nothing of it could be read; null if something was, or nothing is there
   */
  record Read(
      PageContent content,
      SourcePage source,
      @Nullable PageTransform straightening,
      @Nullable String failure) {}

  private final @Nullable PdfFile pdf;
  private final @Nullable ImageFile images;
  private final Options options;
  private final Engines engines;

  private DocumentReader(
      @Nullable PdfFile pdf, @Nullable ImageFile images, Options options, Engines engines) {
    this.pdf = pdf;
    this.images = images;
    this.options = options;
    this.engines = engines;
  }

  /** Opens a PDF or a picture file. */
  static DocumentReader open(Path file, Options options, Engines engines)
      throws UnreadableFileException {
    return ImageFile.isNamed(file) && !PdfFile.isPdf(file)
        ? new DocumentReader(null, ImageFile.open(file), options, engines)
        : new DocumentReader(PdfFile.open(file), null, options, engines);
  }

  String name() {
    return pdf != null ? pdf.name() : images != null ? images.name() : "";
  }

  int pageCount() {
    return pdf != null ? pdf.pageCount() : images != null ? images.pageCount() : 0;
  }

  @Nullable String producer() {
    return pdf == null ? null : pdf.producer();
  }

  /**
   * Reads pages; those that are pictures several at a time.
   *
   * @param progress is told the number of each page when it has been read, by one thread at a time
   * @return the pages in order
   */
  List<Read> read(List<Integer> numbers, IntConsumer progress) throws IOException {
    Map<Integer, Read> done = new TreeMap<>();
    List<Page> pictures = new ArrayList<>();
    for (int number : numbers) {
      Page page = textPage(number);
      if (page.width() == 0 && images == null
          || options.ocr() == Options.Ocr.NEVER
          || (options.ocr() == Options.Ocr.AUTO
              && TextLayerTriage.reason(page) == null
              && pdf != null)) {
        done.put(number, read(page));
        progress.accept(number);
      } else {
        pictures.add(page);
      }
    }
    if (pictures.isEmpty()) {
      return List.copyOf(done.values());
    }
    Object telling = new Object();
    ExecutorService workers =
        Executors.newFixedThreadPool(Math.min(pictures.size(), options.scan().workers()));
    try {
      List<Future<Read>> futures = new ArrayList<>();
      for (Page page : pictures) {
        futures.add(
            workers.submit(
                () -> {
                  Read read = recognized(page);
                  synchronized (telling) {
                    progress.accept(page.number());
                  }
                  return read;
                }));
      }
      for (Future<Read> future : futures) {
        Read read = future.get();
        done.put(read.source().page(), read);
      }
      requireAPage(done.values());
      return List.copyOf(done.values());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pages were read", e);
    } catch (ExecutionException e) {
      throw new IOException("pages cannot be recognized: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
    }
  }

  /** A file of which no page can be read is no empty document. */
  private void requireAPage(Collection<Read> reads) throws UnreadableFileException {
    if (reads.stream().allMatch(read -> read.failure != null)) {
      String failure = reads.stream().map(Read::failure).findFirst().orElse(null);
      throw new UnreadableFileException(name(), String.valueOf(failure), null);
    }
  }

  private Page textPage(int number) {
    return pdf != null
        ? pdf.read(number)
        : new Page(number, 0, 0, Origin.OCR, List.of(), List.of(), List.of(), List.of());
  }

  /** The page read from its picture; from its text layer if that fails. */
  private Read recognized(Page page) {
    int number = page.number();
    try {
      Picture picture = picture(number);
      ScannedPage scanned =
          engines.scanner().read(picture.image(), number, picture.width(), picture.height());
      Page shown =
          new Page(
              number,
              picture.width(),
              picture.height(),
              Origin.OCR,
              List.of(),
              List.of(),
              List.of(),
              List.of());
      List<String> faults =
          picture.faults().stream()
              .map(fault -> "page " + number + ": its picture is damaged: " + fault)
              .toList();
      boolean lost = !faults.isEmpty() && scanned.page().words().isEmpty();
      return read(
          scanned.page(), shown, scanned.straightening(), faults, lost ? faults.get(0) : null);
    } catch (ScanException e) {
      return failed(
          page,
          "page "
              + number
              + " must be read from its picture, but recognition cannot be had: "
              + e.getMessage());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return failed(page, "page " + number + " cannot be read from its picture: " + message(e));
    } catch (OutOfMemoryError e) {
      return failed(
          page, "page " + number + " cannot be read from its picture: there is too little memory");
    }
  }

  private Picture picture(int number) throws IOException {
    // Neither kind of file may be used by two threads at a time.
    synchronized (this) {
      if (pdf != null) {
        return pdf.picture(number);
      }
      if (images != null) {
        return images.picture(number);
      }
      throw new IOException("no file is open");
    }
  }

  /** A page of text, turned if its lines run up or down. */
  private static Read read(Page page) {
    int quarters = PageRotation.quarters(page);
    Page upright = PageRotation.turned(page, quarters);
    return read(
        upright,
        page,
        quarters == 0
            ? null
            : new PageTransform(quarters, upright.width(), upright.height(), 0, 0, 0, 0),
        List.of(),
        null);
  }

  private static Read failed(Page page, String failure) {
    return read(page, page, null, List.of(failure), page.words().isEmpty() ? failure : null);
  }

  private static Read read(
      Page page,
      Page shown,
      @Nullable PageTransform way,
      List<String> more,
      @Nullable String failure) {
    List<String> problems = new ArrayList<>(page.problems());
    problems.addAll(more);
    SourcePage source =
        new SourcePage(page.number(), shown.width(), shown.height(), page.origin(), problems);
    return new Read(PageContent.of(page, TableFinder.find(page)), source, way, failure);
  }

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
  }

  @Override
  public void close() throws IOException {
    if (pdf != null) {
      pdf.close();
    }
    if (images != null) {
      images.close();
    }
  }
}
