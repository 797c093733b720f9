package org.yusuan.benchmark.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.ErrorMessage;
import technology.tabula.ObjectExtractor;
import technology.tabula.PageIterator;
import technology.tabula.extractors.SpreadsheetExtractionAlgorithm;

/**
 * Times an extraction against PDFBox's text stripper and tabula-java's lattice mode on the same
 * pages in the same run. Ratios of one run can be compared between machines; seconds cannot.
 */
public final class SpeedBenchmark {

  /** Rounds before the timed ones, with the one that tries: what runs often is compiled. */
  private static final int WARM_UP_RUNS = 2;

  private SpeedBenchmark() {}

  /** Something that is done to a document. */
  public interface Work {
    /** Does it and returns the number of pages. */
    int run(Path document) throws IOException;
  }

  /**
   * Runs the benchmark. Documents that one of the others cannot read are left out, and named.
   *
   * @param ours the extraction to be timed
   * @param rounds how often each is run after those that warm up; the median counts
   */
  public static void run(List<Path> offered, int rounds, Work ours, Appendable out)
      throws IOException {
    List<String> names = List.of("PDFBox PDFTextStripper", "tabula-java lattice", "yusuan extract");
    List<Work> works = List.of(SpeedBenchmark::strip, SpeedBenchmark::tabula, ours);
    List<Path> documents = new ArrayList<>();
    for (Path document : offered) {
      String failure = failure(document, names, works);
      if (failure == null) {
        documents.add(document);
      } else {
        out.append("left out: ").append(failure).append(System.lineSeparator());
      }
    }
    if (documents.isEmpty()) {
      return;
    }
    double[][] seconds = new double[works.size()][rounds];
    long[] peaks = new long[works.size()];
    int pages = 0;
    for (int round = -WARM_UP_RUNS; round < rounds; round++) {
      pages = 0;
      // Document by document, so that whatever else the machine does hits all works alike.
      for (Path document : documents) {
        int read = 0;
        for (int w = 0; w < works.size(); w++) {
          System.gc();
          heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
          long start = System.nanoTime();
          read = works.get(w).run(document);
          if (round >= 0) {
            seconds[w][round] += (System.nanoTime() - start) / 1e9;
            peaks[w] = Math.max(peaks[w], peakHeap());
          }
        }
        pages += read;
      }
    }
    out.append(
        String.format(
            Locale.ROOT,
            "%d documents, %d pages, median of %d rounds after %d to warm up%n"
                + "%-24s %12s %18s %10s%n",
            documents.size(),
            pages,
            rounds,
            WARM_UP_RUNS + 1,
            "",
            "ms a page",
            "times stripper",
            "peak heap"));
    for (int w = 0; w < works.size(); w++) {
      out.append(
          String.format(
              Locale.ROOT,
              "%-24s %12.2f %18.2f %6d MiB%n",
              names.get(w),
              1000 * Median.of(seconds[w]) / pages,
              medianRatio(seconds[w], seconds[0]),
              peaks[w] >> 20));
    }
  }

  /** Which of the works cannot read a document, and why; null if all can. */
  private static @Nullable String failure(Path document, List<String> names, List<Work> works) {
    for (int w = 0; w < works.size(); w++) {
      try {
        works.get(w).run(document);
      } catch (IOException | RuntimeException e) {
        return document.getFileName() + " (" + names.get(w) + ": " + ErrorMessage.of(e) + ")";
      }
    }
    return null;
  }

  private static int strip(Path document) throws IOException {
    try (PDDocument pdf = PDDocument.load(document.toFile())) {
      new PDFTextStripper().getText(pdf);
      return pdf.getNumberOfPages();
    }
  }

  private static int tabula(Path document) throws IOException {
    try (PDDocument pdf = PDDocument.load(document.toFile());
        ObjectExtractor extractor = new ObjectExtractor(pdf)) {
      SpreadsheetExtractionAlgorithm lattice = new SpreadsheetExtractionAlgorithm();
      PageIterator pages = extractor.extract();
      int count = 0;
      while (pages.hasNext()) {
        lattice.extract(pages.next()).forEach(table -> table.getRows());
        count++;
      }
      return count;
    }
  }

  private static double medianRatio(double[] values, double[] plain) {
    double[] ratios = new double[values.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = values[i] / plain[i];
    }
    return Median.of(ratios);
  }

  private static List<MemoryPoolMXBean> heapPools() {
    List<MemoryPoolMXBean> pools = new ArrayList<>();
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        pools.add(pool);
      }
    }
    return pools;
  }

  private static long peakHeap() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }
}
