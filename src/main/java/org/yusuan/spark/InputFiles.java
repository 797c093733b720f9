package org.yusuan.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.yusuan.io.FileEndings;

/** The documents that a job is given, on any file system that Hadoop's classes read. */
final class InputFiles {

  /** An input that begins so is a file that lists documents, one a line. */
  private static final String LIST = "@";

  private InputFiles() {}

  /**
   * A document.
   *
   * @param path its whole path with scheme
   * @param size its length in bytes; 0 if it is not there
   */
  record Listed(String path, long size) {}

  /**
   * All documents below the folders, of the patterns and in the lists; each once, the largest
   * first, so that none of them is begun last.
   *
   * @throws IOException if a folder, a pattern or a list leads to nothing
   */
  static List<Listed> of(List<String> inputs, Configuration configuration) throws IOException {
    TreeMap<String, Listed> found = new TreeMap<>();
    for (String input : inputs) {
      if (input.startsWith(LIST)) {
        Path list = new Path(input.substring(LIST.length()));
        try (InputStream in = list.getFileSystem(configuration).open(list)) {
          for (String line :
              new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            if (!line.isBlank()) {
              addNamed(new Path(line.strip()), configuration, found);
            }
          }
        }
      } else {
        addMatching(new Path(input), configuration, found);
      }
    }
    List<Listed> files = new ArrayList<>(found.values());
    files.sort(Comparator.comparingLong(Listed::size).reversed().thenComparing(Listed::path));
    return files;
  }

  private static void addMatching(
      Path pattern, Configuration configuration, TreeMap<String, Listed> found) throws IOException {
    FileSystem files = pattern.getFileSystem(configuration);
    FileStatus[] matching = files.globStatus(pattern);
    if (matching == null || matching.length == 0) {
      throw new FileNotFoundException("no such file or folder: " + pattern);
    }
    for (FileStatus match : matching) {
      if (match.isFile()) {
        add(match, found);
      } else if (match.getPath().toUri().getScheme().equals("file")) {
        addLocal(match.getPath(), files, found);
      } else {
        RemoteIterator<LocatedFileStatus> below = files.listFiles(match.getPath(), true);
        while (below.hasNext()) {
          addDocument(below.next(), found);
        }
      }
    }
  }

  /** The other way starts a process for each file of this machine, to ask for its permissions. */
  private static void addLocal(Path folder, FileSystem files, TreeMap<String, Listed> found)
      throws IOException {
    for (FileStatus entry : files.listStatus(folder)) {
      if (entry.isDirectory()) {
        addLocal(entry.getPath(), files, found);
      } else {
        addDocument(entry, found);
      }
    }
  }

  private static void addDocument(FileStatus file, TreeMap<String, Listed> found) {
    if (FileEndings.isDocument(java.nio.file.Path.of(file.getPath().getName()))) {
      add(file, found);
    }
  }

  /** A file that is not there becomes a failure of its own. */
  private static void addNamed(
      Path path, Configuration configuration, TreeMap<String, Listed> found) throws IOException {
    FileSystem files = path.getFileSystem(configuration);
    try {
      add(files.getFileStatus(path), found);
    } catch (IOException e) {
      String whole = files.makeQualified(path).toString();
      found.put(whole, new Listed(whole, 0));
    }
  }

  private static void add(FileStatus file, TreeMap<String, Listed> found) {
    String path = file.getPath().toString();
    found.put(path, new Listed(path, file.getLen()));
  }
}
