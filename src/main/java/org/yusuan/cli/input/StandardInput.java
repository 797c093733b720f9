package org.yusuan.cli.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document that comes in on standard input, as a file: its pages are read in any order. Close it
 * to take the file away.
 */
public final class StandardInput implements AutoCloseable {

  /** The name by which a user asks for the standard input. */
  public static final Path NAME = Path.of("-");

  /** No kind of picture needs more bytes than this to be told. */
  private static final int HEAD_BYTES = 4;

  private final Path folder;
  private final Path file;

  private StandardInput(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /** Reads the whole input into a temporary file. */
  public static StandardInput read(InputStream in) throws IOException {
    Path folder = Files.createTempDirectory("yusuan-");
    byte[] head = in.readNBytes(HEAD_BYTES);
    Path file = folder.resolve("stdin" + ending(head));
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(head);
      in.transferTo(out);
    }
    return new StandardInput(folder, file);
  }

  /** What does not begin like a picture is a PDF, or is told to be none. */
  private static String ending(byte[] head) {
    if (head.length < HEAD_BYTES) {
      return ".pdf";
    }
    int first = head[0] & 0xFF;
    int second = head[1] & 0xFF;
    if (first == 0x89 && second == 'P') {
      return ".png";
    }
    if (first == 0xFF && second == 0xD8) {
      return ".jpg";
    }
    return first == second && (first == 'I' || first == 'M') ? ".tif" : ".pdf";
  }

  public Path file() {
    return file;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
