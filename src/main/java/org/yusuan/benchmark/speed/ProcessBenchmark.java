package org.yusuan.benchmark.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times whole processes, from their start to their end, as a user of a shell waits for them: two
 * commands in turn on the same documents. Of several rounds the least time counts: what else the
 * machine does can only add to it. Memory is that of the process and all it starts, at its peak,
 * where the system tells it (Linux); of that the median counts.
 */
public final class ProcessBenchmark {

  /** The placeholder of the documents in a command. */
  public static final String DOCUMENTS = "{}";

  private static final String PEAK = "VmHWM:";

  private static final Pattern MINUTES_SECONDS = Pattern.compile("(\\d+)m([0-9.]+)s");

  private ProcessBenchmark() {}

  /**
   * One run of one command.
   *
   * @param seconds from its start to its end
   * @param processor seconds of processor time, of all processes that it started and waited for
   * @param megabytes its memory at the peak; 0 if that is unknown
   */
  private record ProcessRun(double seconds, double processor, double megabytes) {}

  /**
   * Prints a line for each group of documents: both commands, and their ratios.
   *
   * @param groups what each run reads
   * @param ours a command for the shell, with {@link #DOCUMENTS} in it
   * @param theirs another
   * @throws IOException if a command cannot be started or fails
   */
  public static void run(
      List<List<Path>> groups, String ours, String theirs, int rounds, PrintWriter out)
      throws IOException, InterruptedException {
    out.printf(
        Locale.ROOT,
        "%-44s %8s %8s %6s %9s %8s %6s %8s %8s%n",
        "least of " + rounds + " rounds",
        "s",
        "cpu s",
        "MB",
        "theirs s",
        "cpu s",
        "MB",
        "ratio s",
        "cpu");
    for (List<Path> group : groups) {
      ProcessRun[] first = new ProcessRun[rounds];
      ProcessRun[] second = new ProcessRun[rounds];
      for (int round = 0; round < rounds; round++) {
        first[round] = run(ours, group);
        second[round] = run(theirs, group);
      }
      String name =
          group.size() == 1
              ? String.valueOf(group.get(0).getFileName())
              : group.size() + " documents, one run";
      out.printf(
          Locale.ROOT,
          "%-44s %8.2f %8.2f %6.0f %9.2f %8.2f %6.0f %8.2f %8.2f%n",
          name,
          least(first, ProcessRun::seconds),
          least(first, ProcessRun::processor),
          median(first, ProcessRun::megabytes),
          least(second, ProcessRun::seconds),
          least(second, ProcessRun::processor),
          median(second, ProcessRun::megabytes),
          least(first, ProcessRun::seconds) / least(second, ProcessRun::seconds),
          least(first, ProcessRun::processor) / least(second, ProcessRun::processor));
      out.flush();
    }
  }

  private static ProcessRun run(String command, List<Path> documents)
      throws IOException, InterruptedException {
    String named =
        documents.stream()
            .map(path -> "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String whole = command.replace(DOCUMENTS, named);
    long start = System.nanoTime();
    Process process =
        // The shell tells the processor time of what it waited for, in its second line.
        new ProcessBuilder("sh", "-c", "( " + whole + "\n) >/dev/null; code=$?; times; exit $code")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    double peak = 0;
    while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
      try (Stream<ProcessHandle> all =
          Stream.concat(Stream.of(process.toHandle()), process.descendants())) {
        peak = Math.max(peak, all.mapToDouble(ProcessBenchmark::megabytes).sum());
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException("the command ended with code " + process.exitValue() + ": " + whole);
    }
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    return new ProcessRun(seconds, processorSeconds(told), peak);
  }

  /** Seconds of user and system time in the last line of what POSIX's {@code times} prints. */
  static double processorSeconds(String times) {
    Matcher amounts = MINUTES_SECONDS.matcher(times.strip().replaceFirst("(?s)^.*\\R", ""));
    double seconds = 0;
    while (amounts.find()) {
      seconds += 60 * Double.parseDouble(amounts.group(1)) + Double.parseDouble(amounts.group(2));
    }
    return seconds;
  }

  private static double megabytes(ProcessHandle process) {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith(PEAK))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException | RuntimeException e) {
      // It has ended, or the system has no such file.
      return 0;
    }
  }

  private static double least(ProcessRun[] runs, ToDoubleFunction<ProcessRun> measure) {
    return Arrays.stream(runs).mapToDouble(measure).min().orElse(0);
  }

  private static double median(ProcessRun[] runs, ToDoubleFunction<ProcessRun> measure) {
    return Median.of(Arrays.stream(runs).mapToDouble(measure).toArray());
  }
}
