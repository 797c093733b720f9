package org.yusuan.cli.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.yusuan.io.FileEndings;

/**
 * One document to read, and what its output is called. No two of a run are called alike.
 *
 * @param file the file
 * @param relative its path below the folder that the user named, or its name; with folders above if
 *     others would be called the same
 * @param stem the name of its output without an ending
 */
public record Inputs(Path file, Path relative, String stem) {

  /** The files named, and every document below the folders named, sorted; each once. */
  public static List<Inputs> of(List<Path> named) throws IOException {
    Map<Path, Path> relatives = new LinkedHashMap<>();
    for (Path path : named) {
      if (!Files.isDirectory(path)) {
        relatives.putIfAbsent(whole(path), path.getFileName() == null ? path : path.getFileName());
        continue;
      }
      try (Stream<Path> files = Files.walk(path)) {
        files
            .filter(Files::isRegularFile)
            .filter(FileEndings::isDocument)
            .sorted()
            .forEach(file -> relatives.putIfAbsent(whole(file), path.relativize(file)));
      }
    }
    tellApart(relatives);
    List<Inputs> inputs = new ArrayList<>();
    Set<Path> taken = new HashSet<>();
    relatives.forEach(
        (file, relative) -> {
          String name = String.valueOf(relative.getFileName());
          int dot = name.lastIndexOf('.');
          String stem = dot > 0 ? name.substring(0, dot) : name;
          // a.pdf and a.png beside each other become a.json and a.png.json.
          if (!taken.add(relative.resolveSibling(stem))) {
            stem = name;
          }
          inputs.add(new Inputs(file, relative, stem));
        });
    return inputs;
  }

  private static Path whole(Path file) {
    return file.toAbsolutePath().normalize();
  }

  /** Files of one relative path get the names of folders above it, until they differ. */
  private static void tellApart(Map<Path, Path> relatives) {
    boolean changed = true;
    while (changed) {
      changed = false;
      Map<Path, Integer> uses = new HashMap<>();
      relatives.values().forEach(relative -> uses.merge(relative, 1, Integer::sum));
      for (Map.Entry<Path, Path> entry : relatives.entrySet()) {
        Path file = entry.getKey();
        int longer = entry.getValue().getNameCount() + 1;
        if (uses.getOrDefault(entry.getValue(), 0) > 1 && longer <= file.getNameCount()) {
          entry.setValue(file.subpath(file.getNameCount() - longer, file.getNameCount()));
          changed = true;
        }
      }
    }
  }

  /** The path of the output, with an ending. */
  public Path withEnding(String ending) {
    return relative.resolveSibling(stem + ending);
  }
}
