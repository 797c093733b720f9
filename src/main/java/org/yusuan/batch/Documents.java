package org.yusuan.batch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.FileEndings;

/**
 * The documents below a folder.
 *
 * @param files PDFs and pictures, in the order of their paths
 * @param unreadable folders that could not be looked into, in the order of their paths
 */
record Documents(List<Path> files, List<Unreadable> unreadable) {

  /**
   * A folder that could not be looked into.
   *
   * @param path the folder
   * @param reason why
   */
  record Unreadable(Path path, IOException reason) {}

  Documents {
    files = List.copyOf(files);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * Finds the documents. Links to files count as files; links to folders are not followed, so that
   * no folder is met twice. The output folder is passed over, unless it is the input folder itself.
   *
   * @throws IOException if the input folder itself cannot be looked into
   */
  static Documents below(Path input, Path output) throws IOException {
    List<Path> files = new ArrayList<>();
    List<Unreadable> unreadable = new ArrayList<>();
    Path passedOver = output.toAbsolutePath().normalize();
    Files.walkFileTree(
        input,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isOutput = folder.toAbsolutePath().normalize().equals(passedOver);
            return isOutput && !folder.equals(input)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (FileEndings.isDocument(file) && !isHidden(file) && Files.isRegularFile(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path path, IOException reason) throws IOException {
            if (path.equals(input)) {
              throw reason;
            }
            unreadable.add(new Unreadable(path, reason));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException reason)
              throws IOException {
            return reason == null ? FileVisitResult.CONTINUE : visitFileFailed(folder, reason);
          }
        });
    files.sort(Comparator.naturalOrder());
    unreadable.sort(Comparator.comparing(Unreadable::path));
    return new Documents(files, unreadable);
  }

  /** How many lines of the summary they make. */
  int count() {
    return files.size() + unreadable.size();
  }

  private static boolean isHidden(Path file) {
    return file.getFileName().toString().startsWith(".");
  }
}
