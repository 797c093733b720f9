package org.yusuan;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.io.DaemonThreads;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.PageSource;
import org.yusuan.scan.Scanner;
import org.yusuan.source.PageSources;
import org.yusuan.source.TextLayerTriage;

/** Reads the pages of one open document, each from its text layer or from its picture. */
final class DocumentReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DocumentReader.class);

  private static final DaemonThreads PAGE_THREADS = new DaemonThreads("yusuan-pages");

  /**
   * Gives the scanner; throws ScanException if there is none. The same for all documents that share
   * it.
   */
  interface Engines {
    Scanner scanner();
  }

  private final Path path;
  private final Options options;
  private final TimedSteps steps;
  private final Budget budget;
  private final String name;
  private final int pageCount;
  private final @Nullable String producer;
  private final Set<Integer> lost = ConcurrentHashMap.newKeySet();
  private final DrawnLines drawn;
  private final Engines engines;
  private final PictureReader pictureReader;
  private volatile PageSource file;

  private DocumentReader(
      Path path,
      PageSource file,
      Options options,
      Engines engines,
      TimedSteps steps,
      DrawnLines drawn) {
    this.drawn = drawn;
    this.engines = engines;
    this.path = path;
    this.file = file;
    this.options = options;
    this.pictureReader = new PictureReader(() -> this.file, this::reopen, engines, drawn);
    this.steps = steps;
    this.budget = Budget.standard();
    this.name = file.name();
    this.pageCount = file.pageCount();
    this.producer = file.producer();
  }

  /** Opens a PDF or a picture file. */
  static DocumentReader open(Path path, Options options, Engines engines, TimedSteps steps)
      throws IOException, TimedSteps.ExceededException {
    PageSource file =
        steps.run(() -> PageSources.open(path, options.password()), Budget.standard().spare());
    return new DocumentReader(
        path, file, options, engines, steps, DrawnLines.open(path, options.corrections()));
  }

  String name() {
    return name;
  }

  int pageCount() {
    return pageCount;
  }

  @Nullable String producer() {
    return producer;
  }

  /**
   * Reads pages; those that are pictures several at a time.
   *
   * @param progress is told of each page when it has been read, by one thread at a time
   * @return the pages in order
   */
  List<ReadPage> readPages(List<Integer> numbers, ReadingProgress progress) throws IOException {
    progress.starts(numbers.size());
    Object telling = new Object();
    ReadingProgress told =
        number -> {
          synchronized (telling) {
            progress.read(number);
          }
        };
    Map<Integer, ReadPage> done = new TreeMap<>();
    List<Page> pictures = readTextLayers(numbers, told, done);
    if (!pictures.isEmpty()) {
      // One document at a time: it has all the engines, and the memory for their pictures.
      synchronized (engines) {
        readPictures(pictures, told, done);
      }
    }
    requireAPage(done.values());
    return List.copyOf(done.values());
  }

  /** Reads the pages with a text layer, and returns those to be read from their pictures. */
  private List<Page> readTextLayers(
      List<Integer> numbers, ReadingProgress progress, Map<Integer, ReadPage> done)
      throws IOException {
    List<Page> pictures = new ArrayList<>();
    // The tables of a page are found while the next page is read.
    ExecutorService finder = Executors.newSingleThreadExecutor(PAGE_THREADS);
    try (TimedSteps finding = new TimedSteps()) {
      Map<Integer, Future<ReadPage>> found = new TreeMap<>();
      for (int number : numbers) {
        Duration left = budget.pages(numbers.size()).minus(steps.used()).minus(finding.used());
        PageOutcome outcome = readPage(number, left);
        Page page = outcome.page;
        if (outcome.failure != null) {
          done.put(number, ReadPage.failed(page, outcome.failure));
          progress.read(number);
        } else if (outcome.fromPicture) {
          LOG.debug("page {}: read from its picture ({})", number, TextLayerTriage.reason(page));
          pictures.add(page);
        } else if (!outcome.tables.isEmpty()) {
          LOG.debug("page {}: {} pictures on it are looked at", number, outcome.tables.size());
          pictures.add(page);
        } else {
          if (TextLayerTriage.reason(page) != null) {
            lost.add(number); // its text cannot be used, but its picture must not be read
          }
          found.put(
              number,
              finder.submit(
                  () -> {
                    ReadPage read = found(page, outcome.damaged, left, finding);
                    progress.read(number);
                    return read;
                  }));
        }
      }
      for (Map.Entry<Integer, Future<ReadPage>> page : found.entrySet()) {
        done.put(page.getKey(), page.getValue().get());
      }
      return pictures;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pages were read", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof Error fault) {
        throw fault;
      }
      throw new IOException("pages cannot be read: " + e.getCause(), e);
    } finally {
      finder.shutdownNow();
    }
  }

  private void readPictures(
      List<Page> pictures, ReadingProgress progress, Map<Integer, ReadPage> done)
      throws IOException {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(pictures.size(), options.scan().workers()), PAGE_THREADS);
    try {
      List<Future<ReadPage>> futures = new ArrayList<>();
      for (Page page : pictures) {
        futures.add(
            workers.submit(
                () -> {
                  ReadPage read =
                      isReadFromPicture(page)
                          ? pictureReader.fromPicture(page)
                          : pictureReader.withPictures(page);
                  progress.read(page.number());
                  return read;
                }));
      }
      for (int i = 0; i < futures.size(); i++) {
        Page page = pictures.get(i);
        done.put(page.number(), await(futures.get(i), page));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while pages were read", e);
    } catch (ExecutionException e) {
      throw new IOException("pages cannot be recognized: " + e.getCause(), e);
    } finally {
      workers.shutdownNow();
    }
  }

  /** Fails if no page can be read: such a file must not pass for an empty document. */
  private void requireAPage(Collection<ReadPage> reads) throws UnreadableFileException {
    if (reads.stream().allMatch(read -> read.failure() != null)) {
      String failure = reads.stream().map(ReadPage::failure).findFirst().orElse(null);
      throw new UnreadableFileException(name(), String.valueOf(failure), null);
    }
  }

  /**
   * A page as its text layer has it.
   *
   * @param damaged whether something of it may be missing or wrong
   * @param fromPicture whether it has to be read from its picture
   * @param tables pictures on it that may hold tables
   * @param failure why it cannot be read; null if it can
   */
  private record PageOutcome(
      Page page,
      boolean damaged,
      boolean fromPicture,
      List<Box> tables,
      @Nullable String failure) {}

  /** Looks at a page. If that takes too long, the file is opened anew for those that follow. */
  private PageOutcome readPage(int number, Duration left) throws IOException {
    String reason;
    try {
      if (left.isNegative()) {
        reason = "was not read: the pages before took too long";
      } else {
        PageSource source = file;
        return steps.run(
            () -> {
              Page page = drawn.on(source.page(number));
              boolean picture = isReadFromPicture(page);
              boolean never = options.ocr() == Options.Ocr.NEVER;
              List<Box> tables =
                  picture || never ? List.of() : EmbeddedPictures.mayHoldTables(page);
              return new PageOutcome(page, source.isDamaged(number), picture, tables, null);
            },
            limit(left));
      }
    } catch (TimedSteps.ExceededException e) {
      reason = "cannot be read: it " + e.getMessage();
      reopen();
    } catch (RuntimeException e) {
      reason = "cannot be read: " + ErrorMessage.of(e);
    }
    return lost(number, reason);
  }

  private Duration limit(Duration left) {
    return left.compareTo(budget.page()) < 0 ? left : budget.page();
  }

  private PageOutcome lost(int number, String reason) {
    lost.add(number);
    Page blank = Page.blank(number, 0, 0, Origin.TEXT, List.of());
    return new PageOutcome(blank, true, false, List.of(), "page " + number + " " + reason);
  }

  /** The tables of a page. */
  private ReadPage found(Page page, boolean damaged, Duration left, TimedSteps finding)
      throws IOException {
    String reason;
    try {
      ReadPage read = finding.run(() -> ReadPage.ofTextLayer(page, damaged), limit(left));
      LOG.debug(
          "page {}: {} words, {} rulings",
          page.number(),
          page.words().size(),
          page.rulings().size());
      return read;
    } catch (TimedSteps.ExceededException e) {
      reason = "cannot be read: it " + e.getMessage();
    } catch (RuntimeException e) {
      reason = "cannot be read: " + ErrorMessage.of(e);
    }
    PageOutcome lost = lost(page.number(), reason);
    return ReadPage.failed(lost.page, String.valueOf(lost.failure));
  }

  /** A page that takes too long still holds the file. */
  private void reopen() throws IOException {
    try {
      file = steps.run(() -> PageSources.open(path, options.password()), budget.spare());
    } catch (TimedSteps.ExceededException e) {
      throw new UnreadableFileException(name, "it " + e.getMessage(), e);
    }
  }

  /** Whether something of a page may be missing or wrong, since the file is damaged or too much. */
  boolean isDamaged(int number) {
    return lost.contains(number) || file.isDamaged(number);
  }

  private ReadPage await(Future<ReadPage> future, Page page)
      throws InterruptedException, ExecutionException {
    try {
      return future.get(budget.picture().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      future.cancel(true);
      return ReadPage.failed(
          page,
          "page "
              + page.number()
              + " cannot be read from its picture: it takes more than "
              + budget.picture().toSeconds()
              + " s");
    }
  }

  private boolean isReadFromPicture(Page page) {
    return switch (options.ocr()) {
      case NEVER -> false;
      case ALWAYS -> page.width() > 0 || page.origin() == Origin.OCR;
      case AUTO -> TextLayerTriage.reason(page) != null;
    };
  }

  @Override
  public void close() throws IOException {
    pictureReader.close();
    file.close();
  }
}
