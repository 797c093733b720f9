package org.yusuan.batch;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.io.Sha256;

/** Which file is written for which document: that at the same path below the output folder. */
final class Targets {

  private static final String ENDING = ".json";

  /** The longest name, in bytes, that file systems in common use admit. */
  private static final int MAX_NAME_BYTES = 255;

  private Targets() {}

  /**
   * A file for each document. Documents whose files would be the same but for their ending keep it;
   * so {@code a.pdf} and {@code a.png} become {@code a.json} and {@code a.png.json}.
   *
   * @param documents documents below the input folder, in the order in which they claim names
   */
  static Map<Path, Path> of(Path input, List<Path> documents, Path output) {
    Map<Path, Path> targets = new HashMap<>();
    Set<Path> taken = new HashSet<>();
    for (Path document : documents) {
      String name = document.getFileName().toString();
      Path beside = output.resolve(input.relativize(document).toString());
      Path target = beside.resolveSibling(fitting(name.substring(0, name.lastIndexOf('.')), name));
      for (String longer = name; !taken.add(target); longer += ENDING) {
        target = beside.resolveSibling(fitting(longer, longer));
      }
      targets.put(document, target);
    }
    return targets;
  }

  /** The stem with its ending; a stem that is too long is cut, and told apart by a hash. */
  private static String fitting(String stem, String name) {
    if (bytes(stem + ENDING) <= MAX_NAME_BYTES) {
      return stem + ENDING;
    }
    String hash = Sha256.of(name).substring(0, 8);
    String ending = "-" + hash + ENDING;
    String cut = stem;
    while (bytes(cut + ending) > MAX_NAME_BYTES) {
      cut = cut.substring(0, cut.offsetByCodePoints(cut.length(), -1));
    }
    return cut + ending;
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }
}
