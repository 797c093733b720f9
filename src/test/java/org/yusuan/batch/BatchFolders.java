package org.yusuan.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of made documents and one for what is read from them. */
abstract class BatchFolders {

  @TempDir Path folder;
  Path in;
  Path out;

  @BeforeEach
  void makeFolders() throws IOException {
    in = Files.createDirectories(folder.resolve("in"));
    out = folder.resolve("out");
  }

  /** Writes a document; {@link Harness#extract} says what its content does. */
  void document(String path, String content) throws IOException {
    Path file = in.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  /** Reads the folder with two jobs. */
  BatchSummary run() throws Exception {
    return Harness.run(in, out, 2, Harness::extract);
  }

  /** What was written for a document. */
  String output(String path) throws IOException {
    return Files.readString(out.resolve(path));
  }
}
