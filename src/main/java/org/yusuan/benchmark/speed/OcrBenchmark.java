package org.yusuan.benchmark.speed;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.yusuan.page.Page;
import org.yusuan.page.PageSource;
import org.yusuan.page.Picture;
import org.yusuan.page.Resolution;
import org.yusuan.page.Word;
import org.yusuan.source.PageSources;

/**
 * Compares our reading of scans with plain Tesseract (Chinese model, whole page) on the same
 * pictures in the same run. The truth is the same document with a text layer, page by page: a
 * figure counts as right if the page holds it as often as the truth does.
 */
public final class OcrBenchmark {
  private static final Pattern FIGURE = Pattern.compile("-?\\d[\\d,]*(\\.\\d+)?");

  private OcrBenchmark() {}

  /** Reads the given pages of a scan with one worker. */
  public interface PageReading {
    /** The pages in order, and nothing left out. */
    List<Page> readPages(Path scan, List<Integer> pages) throws IOException;
  }

  /**
   * Runs the benchmark.
   *
   * @param scan a document of pictures
   * @param truth the same document with a text layer, page for page
   * @param pages the pages to read, from 1
   */
  public static void run(
      Path scan, Path truth, List<Integer> pages, PageReading ours, Appendable out)
      throws IOException {
    List<Map<String, Integer>> wanted = new ArrayList<>();
    try (PageSource born = PageSources.open(truth)) {
      for (int page : pages) {
        wanted.add(figures(text(born.page(page))));
      }
    }
    // One page of each first, so that neither pays for its start.
    ours.readPages(scan, pages.subList(0, 1));
    long start = System.nanoTime();
    double busy = processorSeconds();
    List<Page> read = ours.readPages(scan, pages);
    double ourBusySeconds = processorSeconds() - busy;
    double ourSeconds = (System.nanoTime() - start) / 1e9;
    // Before the other one fills the same process.
    String memory = peakMemory();
    List<Map<String, Integer>> ourFigures = new ArrayList<>();
    for (Page page : read) {
      ourFigures.add(figures(text(page)));
    }
    boolean command = hasCommand();
    List<Map<String, Integer>> plainFigures = new ArrayList<>();
    double plainSeconds;
    String ofProcessor = "";
    try (PageSource source = PageSources.open(scan)) {
      if (command) {
        plainSeconds = byCommand(source, pages, plainFigures);
      } else {
        busy = processorSeconds();
        plainSeconds = embedded(source, pages, plainFigures);
        ofProcessor =
            String.format(
                Locale.ROOT,
                " (%.2f times by time of the processor, which other programs disturb less)",
                (processorSeconds() - busy) / ourBusySeconds);
      }
    }
    int total = wanted.stream().flatMap(map -> map.values().stream()).mapToInt(n -> n).sum();
    out.append(
        String.format(
            Locale.ROOT,
            "%s: %d pages, %d figures; baseline: %s%n%-18s %12s %16s %12s%n",
            scan.getFileName(),
            pages.size(),
            total,
            command
                ? "the tesseract command, chi_sim, one thread"
                : "the embedded Tesseract on whole pages, chi_sim (no tesseract command here)",
            "",
            "pages/min",
            "figures right",
            "wrong"));
    line(out, "yusuan", 60 * pages.size() / ourSeconds, right(wanted, ourFigures), total);
    line(
        out,
        "plain tesseract",
        60 * pages.size() / plainSeconds,
        right(wanted, plainFigures),
        total);
    out.append(
        String.format(
            Locale.ROOT,
            "yusuan is %.2f times as fast%s, with %.3f of its errors; with one worker its process takes"
                + " %s at most%n",
            plainSeconds / ourSeconds,
            ofProcessor,
            (double) (total - right(wanted, ourFigures))
                / Math.max(1, total - right(wanted, plainFigures)),
            memory));
  }

  private static void line(Appendable out, String name, double speed, int right, int total)
      throws IOException {
    out.append(
        String.format(
            Locale.ROOT,
            "%-18s %12.1f %14.2f %% %12d%n",
            name,
            speed,
            100.0 * right / Math.max(1, total),
            total - right));
  }

  private static double embedded(
      PageSource source, List<Integer> pages, List<Map<String, Integer>> found) throws IOException {
    try (PlainTesseract tesseract = PlainTesseract.open()) {
      double seconds = 0;
      for (int page : pages) {
        Picture picture = source.picture(page);
        long start = System.nanoTime();
        String text = tesseract.readPage(picture.image(), dpi(picture));
        seconds += (System.nanoTime() - start) / 1e9;
        found.add(figures(text));
      }
      return seconds;
    }
  }

  private static double byCommand(
      PageSource source, List<Integer> pages, List<Map<String, Integer>> found) throws IOException {
    Path folder = Files.createTempDirectory("benchmark");
    try {
      double seconds = 0;
      for (int page : pages) {
        Picture picture = source.picture(page);
        File file = folder.resolve("page.png").toFile();
        BufferedImage image = picture.image();
        ImageIO.write(image, "png", file);
        ProcessBuilder builder =
            new ProcessBuilder(
                "tesseract",
                file.toString(),
                "stdout",
                "-l",
                "chi_sim",
                "--dpi",
                String.valueOf(dpi(picture)));
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        long start = System.nanoTime();
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        seconds += (System.nanoTime() - start) / 1e9;
        found.add(figures(text));
        Files.delete(file.toPath());
      }
      return seconds;
    } finally {
      Files.deleteIfExists(folder);
    }
  }

  private static boolean hasCommand() {
    try {
      Process process =
          new ProcessBuilder("tesseract", "--list-langs").redirectErrorStream(true).start();
      String languages =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return languages.contains("chi_sim");
    } catch (IOException e) {
      return false;
    }
  }

  private static int dpi(Picture picture) {
    return (int)
        Math.round(picture.image().getWidth() * Resolution.POINTS_PER_INCH / picture.width());
  }

  private static String text(Page page) {
    StringBuilder text = new StringBuilder();
    for (Word word : page.words()) {
      text.append(word.text()).append('\n');
    }
    return text.toString();
  }

  /** How often each figure stands in a text. */
  static Map<String, Integer> figures(String text) {
    Map<String, Integer> figures = new HashMap<>();
    Matcher matcher = FIGURE.matcher(text);
    while (matcher.find()) {
      figures.merge(matcher.group(), 1, Integer::sum);
    }
    return figures;
  }

  private static int right(List<Map<String, Integer>> wanted, List<Map<String, Integer>> found) {
    int right = 0;
    for (int i = 0; i < Math.min(wanted.size(), found.size()); i++) {
      for (Map.Entry<String, Integer> figure : wanted.get(i).entrySet()) {
        right += Math.min(figure.getValue(), found.get(i).getOrDefault(figure.getKey(), 0));
      }
    }
    return right;
  }

  /** What this process has taken of the processor, with all its threads. */
  private static double processorSeconds() {
    return ProcessHandle.current()
        .info()
        .totalCpuDuration()
        .map(taken -> taken.toMillis() / 1e3)
        .orElse(Double.NaN);
  }

  private static String peakMemory() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
        if (line.startsWith("VmHWM:")) {
          return line.substring(6).strip();
        }
      }
    } catch (IOException e) {
      // Only Linux states it.
    }
    return "unknown on this system";
  }
}
