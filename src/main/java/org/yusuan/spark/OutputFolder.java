package org.yusuan.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.yusuan.store.ParquetTables;

/**
 * The folder that holds the tables: {@code TABLE/run=ID/NAME.parquet}; the files that one task
 * wrote have one name. A run's files are written beside, and moved to their places when all are
 * whole; what a run that failed in between left there goes when the next begins. A run counts once
 * its {@link ParquetSchema#OUTCOMES} are in place. With them lies a list of the parts of earlier
 * runs that it replaces, until these are gone.
 */
final class OutputFolder {

  private static final String STAGE = "_unfinished";

  /** What tasks wrote ends so. */
  static final String ENDING = ".parquet";

  private final Path root;
  private final FileSystem files;

  OutputFolder(String root, Configuration configuration) throws IOException {
    this.root = new Path(root);
    this.files = this.root.getFileSystem(configuration);
  }

  /**
   * The files that one task wrote in an earlier run.
   *
   * @param run the folder of the run below each table, as {@code run=ID}
   * @param name the name of the files
   */
  record Part(String run, String name) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Its file of a table. */
    Path of(Path root, String table) {
      return new Path(new Path(new Path(root, table), run), name);
    }
  }

  /** Takes away what runs that failed have left, and what later ones replaced. */
  void clean() throws IOException {
    files.delete(new Path(root, STAGE), true);
    Path counted = new Path(root, ParquetSchema.OUTCOMES);
    for (String table : tables()) {
      for (Path run : below(new Path(root, table))) {
        if (!files.exists(new Path(counted, run.getName()))) {
          files.delete(run, true);
        }
      }
    }
    for (Path run : below(counted)) {
      removeReplaced(run);
    }
  }

  /** The tables in the order in which they come to their places. */
  private static List<String> tables() {
    return Stream.concat(
            ParquetSchema.TABLES.stream(), Stream.of(ParquetSchema.JSON, ParquetSchema.OUTCOMES))
        .toList();
  }

  /** All parts of the runs that ended. */
  List<Part> parts() throws IOException {
    List<Part> parts = new ArrayList<>();
    for (Path run : below(new Path(root, ParquetSchema.OUTCOMES))) {
      for (Path file : below(run)) {
        if (file.getName().endsWith(ENDING)) {
          parts.add(new Part(run.getName(), file.getName()));
        }
      }
    }
    return parts;
  }

  /** The path of the folder. */
  Path root() {
    return files.makeQualified(root);
  }

  /** The folder in which a run writes its tables until they are complete. */
  Path unfinished() {
    return new Path(root(), STAGE);
  }

  /**
   * Moves a run's tables to their places.
   *
   * @param names the files that count: tasks that were lost have left others
   * @param replaced the parts whose documents are all in this run
   */
  void publish(String run, Set<String> names, Collection<Part> replaced) throws IOException {
    Path folder = new Path(ParquetTables.run(run));
    for (String table : tables()) {
      Path from = new Path(unfinished(), table);
      if (!files.exists(from)) {
        continue;
      }
      for (Path file : below(from)) {
        if (!names.contains(file.getName())) {
          files.delete(file, false);
        }
      }
      if (table.equals(ParquetSchema.OUTCOMES)) {
        list(replaced, new Path(from, ParquetTables.REPLACED));
      }
      Path to = new Path(new Path(root, table), folder);
      files.mkdirs(to.getParent());
      if (!files.rename(from, to)) {
        throw new IOException("cannot move " + from + " to " + to);
      }
    }
    files.delete(unfinished(), true);
    removeReplaced(new Path(new Path(root, ParquetSchema.OUTCOMES), folder));
  }

  private void list(Collection<Part> replaced, Path list) throws IOException {
    if (!replaced.isEmpty()) {
      StringBuilder lines = new StringBuilder();
      replaced.forEach(
          part -> lines.append(part.run()).append('/').append(part.name()).append('\n'));
      try (OutputStream out = files.create(list)) {
        out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  /** Deletes the parts that a run replaces, then their list. */
  private void removeReplaced(Path run) throws IOException {
    Path list = new Path(run, ParquetTables.REPLACED);
    if (!files.exists(list)) {
      return;
    }
    String lines;
    try (InputStream in = files.open(list)) {
      lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (String line : lines.lines().toList()) {
      for (String table : tables()) {
        files.delete(new Path(new Path(root, table), line), false);
      }
    }
    files.delete(list, false);
  }

  private List<Path> below(Path folder) throws IOException {
    return files.exists(folder)
        ? Arrays.stream(files.listStatus(folder)).map(FileStatus::getPath).sorted().toList()
        : List.of();
  }
}
