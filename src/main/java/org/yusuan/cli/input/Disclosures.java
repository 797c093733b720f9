package org.yusuan.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The disclosure files that a user named: files ending in .json, and all such below folders. */
public final class Disclosures {

  private Disclosures() {}

  /** The files, those of a folder sorted by path. Hidden files are passed over. */
  public static List<Path> of(List<Path> named) throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        found.add(path);
        continue;
      }
      try (Stream<Path> files = Files.walk(path)) {
        files
            .filter(file -> file.getFileName().toString().endsWith(".json"))
            .filter(file -> !file.getFileName().toString().startsWith("."))
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }
}
