package org.yusuan.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;

/**
 * What a user adds to the knowledge of the program: corrections, and folders of layouts. It is read
 * once, from any file system, and goes to the executors with the tasks.
 *
 * @param corrections what stands in the file of corrections; empty if there is none
 * @param layouts for each folder, its files' texts by their paths below it
 */
record OwnKnowledge(String corrections, List<Map<String, String>> layouts) implements Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * Reads it.
   *
   * @param corrections the file of corrections; empty if there is none
   * @throws IOException if the file or a folder is not there
   */
  static OwnKnowledge read(String corrections, List<String> folders, Configuration configuration)
      throws IOException {
    List<Map<String, String>> layouts = new ArrayList<>();
    for (String folder : folders) {
      Path root = new Path(folder);
      FileSystem files = root.getFileSystem(configuration);
      FileStatus whole = files.getFileStatus(root);
      if (!whole.isDirectory()) {
        throw new IOException("layouts are in folders; this is none: " + folder);
      }
      TreeMap<String, String> texts = new TreeMap<>();
      RemoteIterator<LocatedFileStatus> below = files.listFiles(whole.getPath(), true);
      while (below.hasNext()) {
        Path file = below.next().getPath();
        texts.put(
            whole.getPath().toUri().relativize(file.toUri()).getPath(), text(file, configuration));
      }
      layouts.add(texts);
    }
    return new OwnKnowledge(
        corrections.isEmpty() ? "" : text(new Path(corrections), configuration), layouts);
  }

  private static String text(Path file, Configuration configuration) throws IOException {
    try (InputStream in = file.getFileSystem(configuration).open(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Writes the corrections to a file of this machine; none, if there are none. */
  void writeCorrections(java.nio.file.Path file) throws IOException {
    if (!corrections.isEmpty()) {
      Files.writeString(file, corrections);
    }
  }

  /** For each document that corrections concern, a word that changes with these. */
  Map<String, String> corrected() throws IOException {
    java.nio.file.Path file = Files.createTempFile("yusuan-corrections", ".jsonl");
    try {
      Files.writeString(file, corrections);
      Corrections read = new CorrectionFile(file).read();
      Map<String, String> words = new HashMap<>();
      for (CorrectionEntry entry : read.entries()) {
        words.computeIfAbsent(entry.document(), read::fingerprint);
      }
      return words;
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Writes the folders of layouts below one of this machine, and names them. */
  List<java.nio.file.Path> writeLayouts(java.nio.file.Path folder) throws IOException {
    List<java.nio.file.Path> written = new ArrayList<>();
    for (int i = 0; i < layouts.size(); i++) {
      java.nio.file.Path root = Files.createDirectories(folder.resolve(String.valueOf(i)));
      for (Map.Entry<String, String> file : layouts.get(i).entrySet()) {
        java.nio.file.Path target = root.resolve(file.getKey()).normalize();
        if (!target.startsWith(root)) {
          throw new IOException("not below its folder: " + file.getKey());
        }
        java.nio.file.Path parent = target.getParent();
        if (parent != null) {
          Files.createDirectories(parent);
        }
        Files.writeString(target, file.getValue());
      }
      written.add(root);
    }
    return written;
  }
}
