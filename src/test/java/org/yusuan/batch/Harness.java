package org.yusuan.batch;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

/** What the tests run in processes of their own. */
public final class Harness {

  private Harness() {}

  /**
   * {@code worker}: serve as a child worker. {@code batch IN OUT JOBS MILLIS}: run a batch whose
   * documents take so long. {@code children IN OUT JOBS}: run a batch in processes of its own.
   */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("worker")) {
      WorkerServer.serve(System.in, System.out, Harness::extract, OutputForm.json());
    } else if (args[0].equals("children")) {
      List<String> command =
          ChildWorker.javaCommand("64m", Harness.class.getName(), List.of("worker"));
      new Batch(
              new BatchOptions(
                  Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]), "test 1", false),
              () -> new ChildWorker(command, Duration.ofSeconds(30)),
              BatchProgress.silent())
          .run();
      System.exit(0);
    } else {
      int millis = Integer.parseInt(args[4]);
      run(
          Path.of(args[1]),
          Path.of(args[2]),
          Integer.parseInt(args[3]),
          document -> {
            Thread.sleep(millis);
            return extract(document);
          });
      System.exit(0);
    }
  }

  /** A batch in this process. */
  static BatchSummary run(Path in, Path out, int jobs, Extraction extraction) throws Exception {
    return new Batch(
            new BatchOptions(in, out, jobs, "test 1", false),
            () -> new LocalWorker(extraction),
            BatchProgress.silent())
        .run();
  }

  /** Ends this process as another would. */
  private static void kill() throws Exception {
    new ProcessBuilder("kill", "-9", String.valueOf(ProcessHandle.current().pid())).start();
    Thread.sleep(60_000);
  }

  /** A disclosure that depends on the document's content alone; some contents misbehave. */
  static Disclosure extract(Path document) throws Exception {
    String content = Files.readString(document);
    switch (content) {
      case "bad" -> throw new IllegalArgumentException("this is no budget");
      case "slow" -> Thread.sleep(600_000);
      case "large" -> {
        List<byte[]> hoard = new ArrayList<>();
        while (true) {
          hoard.add(new byte[1 << 24]);
        }
      }
      case "killed always" -> kill();
      case "killed once" -> {
        Path mark = document.resolveSibling("mark");
        if (!Files.exists(mark)) {
          Files.createFile(mark);
          kill();
        }
      }
      case "crash" -> Runtime.getRuntime().halt(7);
      case "noisy" -> new PrintStream(System.err, true, StandardCharsets.UTF_8).println("noise");
      default -> {}
    }
    return MadeDisclosure.budget("局" + content, 2024)
        .table(
            MadeTable.coded("t1", "expenditure", "支出总表", "元")
                .measure("total", "合计")
                .code("201", "一般公共服务支出", String.valueOf(content.length())))
        .build();
  }
}
