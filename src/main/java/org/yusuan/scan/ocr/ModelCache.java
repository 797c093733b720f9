package org.yusuan.scan.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.yusuan.io.Sha256;

/**
 * The files that engines want to find on disk: model data, checked against the checksums in {@code
 * models/ocr/SHA256SUMS}, and the native libraries of Tesseract. Both are packed as resources and
 * unpacked on first use to a directory of the user's cache ({@link CacheDirectory}), which system
 * property {@value #DIRECTORY_PROPERTY} can move. Threads and processes may share it: a file
 * appears whole or not at all.
 */
public final class ModelCache {
  /**
   * The system property that says where to unpack; by default {@code yusuan} in the cache directory
   * of the user.
   */
  static final String DIRECTORY_PROPERTY = "yusuan.cache";

  private static final String MODELS = "models/ocr/";
  private static final String SUMS = MODELS + "SHA256SUMS";

  /** Chosen once for the process, so that its engines share it and the choice is told once. */
  private static final class OfUser {
    static final Path DIRECTORY = directory();
  }

  private final Path directory;
  private final ClassLoader resources;

  ModelCache(Path directory, ClassLoader resources) {
    this.directory = directory;
    this.resources = resources;
  }

  /** The cache of this user. */
  public static ModelCache ofUser() {
    return new ModelCache(OfUser.DIRECTORY, ModelCache.class.getClassLoader());
  }

  private static Path directory() {
    String chosen = System.getProperty(DIRECTORY_PROPERTY);
    if (chosen != null && !chosen.isBlank()) {
      return Path.of(chosen);
    }
    String shared = System.getenv("XDG_CACHE_HOME");
    Path caches =
        shared != null && !shared.isBlank()
            ? Path.of(shared)
            : Path.of(System.getProperty("user.home"), ".cache");
    return CacheDirectory.of(
        caches, Path.of(System.getProperty("java.io.tmpdir")), System.getProperty("user.name"));
  }

  /**
   * A directory that holds the named model files, each with the right checksum.
   *
   * @throws ScanException if a file is missing from the program or damaged
   */
  public Path models(List<String> names) {
    Map<String, String> sums = sums();
    Path models = directory.resolve("ocr-models");
    for (String name : names) {
      String sum = sums.get(name);
      if (sum == null) {
        throw new ScanException(
            "OCR model " + name + " has no line in " + SUMS + ": get the program again");
      }
      Path target = models.resolve(name);
      if (!sum.equals(digest(target))) {
        unpack(MODELS + name, target);
        if (!sum.equals(digest(target))) {
          throw new ScanException(
              "OCR model "
                  + name
                  + " is damaged (its SHA-256 is not the one in "
                  + SUMS
                  + "): get the program again, or the file from its source in models/ocr/README.md");
        }
      }
    }
    return models;
  }

  /**
   * A directory with the native libraries of the given classpath folders; headers and static
   * libraries are not unpacked.
   *
   * @param version names the set, so that another version does not mix with it
   * @param files resource → name in the directory
   * @throws ScanException if one is not there
   */
  Path natives(String version, Map<String, String> files) {
    Path natives = directory.resolve("natives").resolve(version);
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path target = natives.resolve(file.getValue());
      if (!isWhole(target, file.getKey())) {
        unpack(file.getKey(), target);
      }
    }
    return natives;
  }

  private Map<String, String> sums() {
    Map<String, String> sums = new TreeMap<>();
    try (InputStream in = resources.getResourceAsStream(SUMS)) {
      if (in == null) {
        throw new ScanException("the OCR models are missing from the program (" + SUMS + ")");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.split("\n")) {
        String[] parts = line.trim().split("\\s+\\*?", 2);
        if (parts.length == 2) {
          sums.put(parts[1], parts[0]);
        }
      }
      return sums;
    } catch (IOException e) {
      throw new ScanException("the list of OCR models cannot be read: " + e.getMessage(), e);
    }
  }

  private void unpack(String resource, Path target) {
    try (InputStream in = resources.getResourceAsStream(resource)) {
      if (in == null) {
        throw new ScanException(
            "recognition needs " + resource + ", which is missing from the program");
      }
      Path folder = target.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      Path part = Files.createTempFile(folder, "part", ".tmp");
      try {
        Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
        try {
          Files.move(
              part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
          Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new ScanException(
          "cannot unpack "
              + resource
              + " to "
              + target
              + ": "
              + e.getMessage()
              + "; choose another directory with -D"
              + DIRECTORY_PROPERTY
              + "=DIR",
          e);
    }
  }

  /** Whether a file is what its resource holds: a damaged library would end the program. */
  private boolean isWhole(Path file, String resource) {
    try (InputStream in = resources.getResourceAsStream(resource)) {
      return in != null
          && Files.isRegularFile(file)
          && checksum(in) == checksum(Files.newInputStream(file));
    } catch (IOException e) {
      return false;
    }
  }

  private static long checksum(InputStream from) throws IOException {
    CRC32 sum = new CRC32();
    try (CheckedInputStream in = new CheckedInputStream(from, sum)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return sum.getValue();
  }

  /** SHA-256 in hex; empty if there is no such file. */
  private static String digest(Path file) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try {
      return Sha256.of(file);
    } catch (IOException e) {
      return "";
    }
  }

  /** Paths of resources, for messages. */
  List<String> missing(List<String> wanted) {
    List<String> missing = new ArrayList<>();
    for (String resource : wanted) {
      if (resources.getResource(resource) == null) {
        missing.add(resource);
      }
    }
    return missing;
  }
}
