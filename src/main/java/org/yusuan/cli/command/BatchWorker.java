package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.batch.OutputForm;
import org.yusuan.batch.WorkerServer;
import org.yusuan.cli.option.LogLevel;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.cli.option.ToolVersion;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.io.Sha256;
import org.yusuan.scan.ScanOptions;

/** The process that reads documents for {@code yusuan batch}. Not for use by hand. */
public final class BatchWorker {

  private BatchWorker() {}

  /**
   * Serves its parent; the arguments are which pages to recognize, the engines, the file of
   * corrections, and folders with a user's own layouts.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    serve(args, OutputForm.json());
  }

  /**
   * The same with other files than those of JSON.
   *
   * @param form what to write of a document
   */
  public static void serve(String[] args, OutputForm form)
      throws IOException, InterruptedException {
    LogLevel.QUIET.apply();
    PrintStream outcomes = System.out;
    // Whatever a library prints must not get among the outcomes.
    System.setOut(System.err);
    List<Path> layouts = Stream.of(args).skip(3).map(Path::of).toList();
    Options options =
        Options.defaults()
            .withLayoutFolders(layouts)
            .withPassword(PasswordOption.ofEnvironment())
            .withScan(Options.Ocr.valueOf(args[0]), new ScanOptions(List.of(args[1].split(",")), 1))
            .withCorrections(new CorrectionFile(Path.of(args[2])).read());
    // The process ends with its parent; there is nobody to close this for.
    Yusuan yusuan = new Yusuan(options);
    WorkerServer.serve(System.in, outcomes, document -> yusuan.read(document, page -> {}), form);
  }

  /**
   * A word that changes when the program, the layouts or the arguments do: the version, and a hash
   * of the archive that runs, of the arguments and of the user's own layouts.
   */
  public static String fingerprint(List<Path> layouts, List<String> arguments) throws IOException {
    List<String> parts = new ArrayList<>(arguments);
    try {
      Path code =
          Path.of(BatchWorker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      parts.add(Files.isRegularFile(code) ? Sha256.of(code) : "classes");
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    for (Path folder : layouts) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          parts.add(folder.relativize(file) + " " + Sha256.of(file));
        }
      }
    }
    String all = Sha256.of(String.join("\n", parts));
    return new ToolVersion().getVersion()[0] + " " + all.substring(0, 12);
  }
}
