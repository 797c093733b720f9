package org.yusuan.workbench;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.DaemonThreads;
import org.yusuan.io.ErrorMessage;

/**
 * The disclosures of a folder by their heads. Heads are kept in a hidden file of the folder and
 * taken from there as long as a file's size and time are the same. Threads may share it.
 */
final class FolderIndex {

  /** The file that heads are kept in; what begins with a point is taken for no disclosure. */
  static final String FILE = ".review-index.json";

  /** How a file looked when its head was read. */
  record IndexedFile(
      long size, long modified, @Nullable DocumentHead head, @Nullable String fault) {}

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final Map<String, IndexedFile> entries = new TreeMap<>();
  private Thread reader = new Thread(() -> {});
  private volatile int found;

  FolderIndex(Path folder) {
    this.folder = folder;
  }

  /**
   * What is known of the folder.
   *
   * @param heads by the paths of files below the folder, each document once
   * @param faults files that are no disclosures, with the reason
   * @param left how many files have not been looked at yet
   */
  record Listing(Map<String, DocumentHead> heads, List<String> faults, int left) {}

  /**
   * Looks at the folder again.
   *
   * @param patience how long to wait for heads that must be read, in milliseconds; what is left is
   *     read while the answer is used
   */
  Listing list(long patience) throws IOException {
    Thread running;
    synchronized (this) {
      if (!reader.isAlive()) {
        List<Path> changed = changed();
        reader = new DaemonThreads("review-index").newThread(() -> read(changed));
        reader.start();
      }
      running = reader;
    }
    try {
      running.join(Math.max(1, patience));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return listing();
  }

  /** The file of a document; null if none is known. */
  synchronized @Nullable Path file(String id) {
    for (Map.Entry<String, IndexedFile> entry : entries.entrySet()) {
      DocumentHead head = entry.getValue().head();
      if (head != null && head.id().equals(id)) {
        return folder.resolve(entry.getKey());
      }
    }
    return null;
  }

  private synchronized Listing listing() {
    Map<String, DocumentHead> heads = new LinkedHashMap<>();
    List<String> faults = new ArrayList<>();
    Map<String, String> first = new HashMap<>();
    entries.forEach(
        (name, entry) -> {
          if (entry.head() == null) {
            faults.add(name + ": " + entry.fault());
          } else if (first.putIfAbsent(entry.head().id(), name) == null) {
            heads.put(name, entry.head());
          }
        });
    return new Listing(heads, faults, Math.max(0, found - entries.size()));
  }

  /** The files that are new or other than they were; those that are gone are forgotten. */
  private List<Path> changed() throws IOException {
    if (entries.isEmpty()) {
      entries.putAll(kept());
    }
    List<Path> changed = new ArrayList<>();
    List<String> there = new ArrayList<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : (Iterable<Path>) all.sorted()::iterator) {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(".json") || name.startsWith(".") || !Files.isRegularFile(file)) {
          continue;
        }
        String key = key(file);
        there.add(key);
        IndexedFile entry = entries.get(key);
        if (entry == null
            || entry.size() != Files.size(file)
            || entry.modified() != Files.getLastModifiedTime(file).toMillis()) {
          entries.remove(key);
          changed.add(file);
        }
      }
    }
    entries.keySet().retainAll(there);
    found = there.size();
    return changed;
  }

  private String key(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
  }

  /** Reads heads, on all processors: a folder of hundreds of megabytes is read once. */
  private void read(List<Path> files) {
    files.parallelStream().forEach(this::read);
    if (!files.isEmpty()) {
      keep();
    }
  }

  private void read(Path file) {
    IndexedFile entry;
    try {
      long size = Files.size(file);
      long modified = Files.getLastModifiedTime(file).toMillis();
      try {
        entry = new IndexedFile(size, modified, DocumentHead.read(file), null);
      } catch (IOException | RuntimeException e) {
        entry = new IndexedFile(size, modified, null, ErrorMessage.of(e));
      }
    } catch (IOException e) {
      entry = new IndexedFile(-1, -1, null, ErrorMessage.of(e));
    }
    synchronized (this) {
      entries.put(key(file), entry);
    }
  }

  private Map<String, IndexedFile> kept() {
    try {
      return JSON.readValue(
          folder.resolve(FILE).toFile(), new TypeReference<TreeMap<String, IndexedFile>>() {});
    } catch (IOException e) {
      // It is not there, or another build wrote it: all heads are read.
      return Map.of();
    }
  }

  private void keep() {
    try {
      byte[] bytes;
      synchronized (this) {
        bytes = JSON.writeValueAsBytes(entries);
      }
      AtomicFile.write(folder.resolve(FILE), bytes);
    } catch (IOException e) {
      // A folder that cannot be written to is read anew the next time.
    }
  }
}
