package org.yusuan.cli.option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.yusuan.io.FileEndings;

/**
 * One document to read, and its path below the folder that was named.
 *
 * @param file the file
 * @param relative its path below the folder that the user named; its name if the user named the
 *     file
 */
public record Inputs(Path file, Path relative) {

  /** The files named, and every document below the folders named, sorted. */
  public static List<Inputs> of(List<Path> named) throws IOException {
    List<Inputs> inputs = new ArrayList<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        inputs.add(new Inputs(path, path.getFileName() == null ? path : path.getFileName()));
        continue;
      }
      try (Stream<Path> files = Files.walk(path)) {
        files
            .filter(Files::isRegularFile)
            .filter(FileEndings::isDocument)
            .sorted()
            .forEach(file -> inputs.add(new Inputs(file, path.relativize(file))));
      }
    }
    return inputs;
  }

  /** The relative path with another ending. */
  public Path withEnding(String ending) {
    String name = relative.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return relative.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
  }
}
