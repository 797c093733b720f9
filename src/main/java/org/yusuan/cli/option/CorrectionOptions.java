package org.yusuan.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;
import picocli.CommandLine.Option;

/** The option that names a file of corrections; several commands have it. */
public final class CorrectionOptions {

  @Option(
      names = "--corrections",
      paramLabel = "FILE",
      description =
          "What people corrected, as JSON Lines. Default: corrections.jsonl in the folder of the"
              + " outputs, if it is there.")
  private @Nullable Path file;

  /** Made by picocli. */
  public CorrectionOptions() {}

  /**
   * The file that was named, or that lies in a folder; it need not be there.
   *
   * @param outputs the folder of the outputs
   */
  public Path path(Path outputs) {
    return file != null ? file : outputs.resolve(CorrectionFile.NAME);
  }

  /**
   * What the file holds; nothing if none was named and none is there.
   *
   * @throws IOException if it cannot be read; the message names file and line
   */
  public Corrections read(Path outputs) throws IOException {
    if (file != null && !Files.exists(file)) {
      throw new IOException(file + ": there is no such file");
    }
    Path path = path(outputs);
    // What reads corrections is not made ready for none.
    return Files.exists(path) ? new CorrectionFile(path).read() : Corrections.NONE;
  }
}
