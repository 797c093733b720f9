package org.yusuan.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Times whole processes, from their start to their end, as a user of a shell waits for them: two
 * commands in turn on the same documents. Memory is that of the process and all it starts, at its
 * peak, where the system tells it (Linux).
 */
public final class ProcessBenchmark {

  /** What stands for the documents in a command. */
  public static final String DOCUMENTS = "{}";

  private static final String PEAK = "VmHWM:";

  private ProcessBenchmark() {}

  /**
   * One run of one command.
   *
   * @param seconds from its start to its end
   * @param megabytes its memory at the peak; 0 if that is unknown
   */
  private record Run(double seconds, double megabytes) {}

  /**
   * Prints a line for each group of documents: medians of both commands, and their ratio.
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
        Locale.ROOT, "%-44s %10s %8s %10s %8s %6s%n", "", "s", "MB", "theirs s", "MB", "ratio");
    for (List<Path> group : groups) {
      Run[] first = new Run[rounds];
      Run[] second = new Run[rounds];
      for (int round = 0; round < rounds; round++) {
        first[round] = run(ours, group);
        second[round] = run(theirs, group);
      }
      double us = median(first, Run::seconds);
      double them = median(second, Run::seconds);
      String name =
          group.size() == 1
              ? String.valueOf(group.get(0).getFileName())
              : group.size() + " documents, one run";
      out.printf(
          Locale.ROOT,
          "%-44s %10.2f %8.0f %10.2f %8.0f %6.2f%n",
          name,
          us,
          median(first, Run::megabytes),
          them,
          median(second, Run::megabytes),
          us / them);
      out.flush();
    }
  }

  private static Run run(String command, List<Path> documents)
      throws IOException, InterruptedException {
    String named =
        documents.stream()
            .map(path -> "'" + path.toAbsolutePath().toString().replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String whole = command.replace(DOCUMENTS, named);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder("sh", "-c", whole)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
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
    return new Run(seconds, peak);
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

  private static double median(Run[] runs, ToDoubleFunction<Run> measure) {
    return Median.of(Arrays.stream(runs).mapToDouble(measure).toArray());
  }
}
