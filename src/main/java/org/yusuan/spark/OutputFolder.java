package org.yusuan.spark;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The folder that holds the tables: {@code TABLE/run=ID/*.parquet}. A run's files are written
 * beside, and moved to their places when all are whole; what a run that failed in between left
 * there goes when the next begins. A run counts once its {@link #LAST} is in place.
 */
final class OutputFolder {

  /** The table of what became of each file. */
  static final String OUTCOMES = "outcomes";

  /** The table that is moved last. */
  static final String LAST = OUTCOMES;

  /** The table with the JSON of documents, if that is kept. */
  static final String JSON = "json";

  private static final String STAGE = "_unfinished";

  private final Path root;
  private final FileSystem files;

  OutputFolder(String root, Configuration configuration) throws IOException {
    this.root = new Path(root);
    this.files = this.root.getFileSystem(configuration);
  }

  /** Takes away what runs that failed have left. */
  void clean() throws IOException {
    files.delete(new Path(root, STAGE), true);
    for (String table : tables()) {
      Path folder = new Path(root, table);
      if (!table.equals(LAST) && files.exists(folder)) {
        for (FileStatus run : files.listStatus(folder)) {
          if (!files.exists(new Path(new Path(root, LAST), run.getPath().getName()))) {
            files.delete(run.getPath(), true);
          }
        }
      }
    }
  }

  private static List<String> tables() {
    return Stream.concat(TableRows.TABLES.stream(), Stream.of(JSON, LAST)).toList();
  }

  /** Whether a run ended here before. */
  boolean hasRuns() throws IOException {
    return files.exists(new Path(root, LAST)) && files.listStatus(new Path(root, LAST)).length > 0;
  }

  /** The path of a table. */
  String table(String name) {
    return new Path(root, name).toString();
  }

  /** The path at which a run writes a table until it is complete. */
  String unfinished(String name) {
    return new Path(new Path(root, STAGE), name).toString();
  }

  /** Moves a run's tables to their places. */
  void publish(String run) throws IOException {
    for (String table : tables()) {
      Path from = new Path(unfinished(table));
      if (files.exists(from)) {
        Path folder = new Path(root, table);
        files.mkdirs(folder);
        Path to = new Path(folder, "run=" + run);
        if (!files.rename(from, to)) {
          throw new IOException("cannot move " + from + " to " + to);
        }
      }
    }
    files.delete(new Path(root, STAGE), true);
  }
}
