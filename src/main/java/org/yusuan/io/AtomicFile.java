package org.yusuan.io;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.regex.Pattern;

/** Writes files so that a reader sees either nothing or the whole. */
public final class AtomicFile {

  /** Names of files that are being written; a process that is killed leaves one behind. */
  private static final Pattern UNFINISHED = Pattern.compile("\\.[0-9a-f-]{36}\\.part");

  private AtomicFile() {}

  /**
   * Writes beside the target, then renames. Missing folders are made. After a failure no part of
   * the file is left.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path target, byte[] content) throws IOException {
    write(target, unfinished -> Files.write(unfinished, content));
  }

  /** Writes the content of a file. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes it.
     *
     * @param unfinished the file to write, which may not exist yet
     * @throws IOException if it cannot be written
     */
    void write(Path unfinished) throws IOException;
  }

  /**
   * Writes a file whose content is written piece by piece.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path target, Content content) throws IOException {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException("not a file: " + target);
    }
    Files.createDirectories(folder);
    // Not Files.createTempFile: its files can be read by their owner alone.
    // Its name does not hold the target's, which may be as long as names can be.
    Path beside = unfinished(folder.resolve("file"));
    try {
      content.write(beside);
      move(beside, target);
    } catch (IOException e) {
      String reason = ErrorMessage.of(e).replace(beside + ": ", "");
      throw new IOException("cannot write " + target + ": " + reason, e);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /** A name beside a file, for what becomes that file once it is whole. */
  public static Path unfinished(Path target) {
    return target.resolveSibling("." + UUID.randomUUID() + ".part");
  }

  /** Whether the file is one that a writer left unfinished, or is writing just now. */
  public static boolean isUnfinished(Path file) {
    return UNFINISHED.matcher(String.valueOf(file.getFileName())).matches();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
