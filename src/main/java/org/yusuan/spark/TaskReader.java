package org.yusuan.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.yusuan.batch.DocumentOutcome;
import org.yusuan.export.JsonTerm;
import org.yusuan.io.ErrorMessage;

/**
 * Reads the documents of one task, one after the other, in a child process as a batch does: a
 * document that hangs or ends its process is cut off and becomes a failure. The engines of
 * recognition start once for an executor.
 *
 * @param setup what reads
 * @param tool the same, by version and options
 * @param schemas the columns of each table
 * @param target the folder in which the tables are written
 * @param root the folder of the tables of earlier runs
 * @param configuration how file systems are reached
 */
record TaskReader(
    Engine.Setup setup,
    String tool,
    Map<String, String> schemas,
    String target,
    String root,
    Broadcast<SerializableConfiguration> configuration)
    implements Function<TaskReader.Work, TaskReader.Done>, Serializable {

  private static final long serialVersionUID = 1L;

  /**
   * A document to read.
   *
   * @param path where it lies
   * @param document its hash; null if it cannot be read
   * @param corrections a word that changes with its corrections
   * @param message why it cannot be read; null if it can
   */
  record Wanted(
      String path, @Nullable String document, String corrections, @Nullable String message)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Rows of an earlier run that stay, while others of the same files are read anew.
   *
   * @param part where they are
   * @param without the documents whose rows do not stay
   */
  record Kept(OutputFolder.Part part, Set<String> without) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * The work of one task.
   *
   * @param documents the largest first
   * @param kept what is copied
   * @param first whether it writes all tables, also those without rows
   */
  record Work(List<Wanted> documents, List<Kept> kept, boolean first) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  /**
   * What a task did.
   *
   * @param name the name of its files
   * @param read how many documents were read
   * @param failed how many were not
   */
  record Done(String name, int read, int failed) implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public Done call(Work work) throws IOException, InterruptedException {
    TaskContext task = TaskContext.get();
    Configuration reached = configuration.value().value();
    String name =
        String.format(
            Locale.ROOT,
            "part-%05d-%d%s",
            task.partitionId(),
            task.taskAttemptId(),
            OutputFolder.ENDING);
    int read = 0;
    try (TableFiles files = new TableFiles(schemas, new TableFiles.Place(target, name), reached)) {
      for (Kept kept : work.kept()) {
        copy(kept, files, reached);
      }
      Engine engine = Engine.take(setup);
      task.addTaskCompletionListener(
          context -> {
            if (context.isFailed() || context.isInterrupted()) {
              engine.close();
            } else {
              engine.giveBack();
            }
          });
      for (Wanted wanted : work.documents()) {
        if (read(wanted, engine, files, reached)) {
          read++;
        }
      }
      if (work.first()) {
        files.addEmpty(ParquetSchema.TABLES);
      }
      files.addEmpty(List.of(ParquetSchema.OUTCOMES));
    }
    return new Done(name, read, work.documents().size() - read);
  }

  /** Copies the rows that stay. */
  private void copy(Kept kept, TableFiles files, Configuration reached) throws IOException {
    for (String table : schemas.keySet()) {
      org.apache.hadoop.fs.Path file = kept.part().of(new org.apache.hadoop.fs.Path(root), table);
      if (!file.getFileSystem(reached).exists(file)) {
        continue;
      }
      try (WrittenRows rows = new WrittenRows(file, reached)) {
        for (Group row = rows.next(); row != null; row = rows.next()) {
          if (!kept.without().contains(WrittenRows.text(row, ParquetSchema.DOCUMENT))) {
            files.add(table, WrittenRows.values(row));
          }
        }
      }
    }
  }

  /**
   * What became of a document.
   *
   * @param result a word for it
   * @param message why it was not read; null if it was
   * @param pages how many pages were read
   * @param rows what was read; null if it was not
   */
  private record Result(
      String result, @Nullable String message, int pages, RowBytes.@Nullable Rows rows) {
    static Result failed(@Nullable String message) {
      return new Result("failed", message, 0, null);
    }
  }

  /**
   * Reads a document and writes its rows.
   *
   * @return whether it could be read
   * @throws IOException if its rows cannot be written, or no document can be read here
   */
  private boolean read(Wanted wanted, Engine engine, TableFiles files, Configuration reached)
      throws IOException, InterruptedException {
    Result reading = reading(wanted, engine, reached);
    RowBytes.Rows rows = reading.rows();
    if (rows != null) {
      for (int table = 0; table < ParquetSchema.TABLES.size(); table++) {
        for (@Nullable Object[] row : rows.tables().get(table)) {
          files.add(ParquetSchema.TABLES.get(table), row);
        }
      }
      if (rows.json() != null) {
        files.add(
            ParquetSchema.JSON, binary(wanted.document()), binary(wanted.path()), rows.json());
      }
    }
    files.add(
        ParquetSchema.OUTCOMES,
        binary(wanted.path()),
        binary(wanted.document()),
        binary(tool),
        binary(wanted.corrections()),
        binary(reading.result()),
        binary(reading.message()),
        reading.pages());
    return rows != null;
  }

  private static Result reading(Wanted wanted, Engine engine, Configuration reached)
      throws IOException, InterruptedException {
    if (wanted.document() == null) {
      return Result.failed(wanted.message());
    }
    try {
      Path local;
      try {
        local = local(wanted.path(), engine, reached);
      } catch (IOException e) {
        return Result.failed(ErrorMessage.of(e));
      }
      DocumentOutcome outcome = engine.process(local, rows(engine));
      String result = JsonTerm.of(outcome.result());
      return outcome.failed()
          ? new Result(result, outcome.message(), 0, null)
          : new Result(
              result,
              null,
              outcome.pages(),
              RowBytes.read(Files.readAllBytes(rows(engine)), ParquetSchema.TABLES.size()));
    } finally {
      delete(engine.folder().resolve("in"));
      delete(rows(engine));
    }
  }

  /** The file, or a copy of it on this machine. */
  private static Path local(String path, Engine engine, Configuration reached) throws IOException {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(path);
    if ("file".equals(remote.toUri().getScheme())) {
      return Path.of(remote.toUri().getPath());
    }
    Path local = Files.createDirectories(engine.folder().resolve("in")).resolve(remote.getName());
    FileSystem files = remote.getFileSystem(reached);
    files.copyToLocalFile(false, remote, new org.apache.hadoop.fs.Path(local.toUri()), true);
    return local;
  }

  private static Path rows(Engine engine) {
    return engine.folder().resolve("rows");
  }

  private static @Nullable Binary binary(@Nullable String text) {
    return text == null ? null : Binary.fromString(text);
  }

  /** Deletes a file or a folder with all below it, as far as that goes. */
  static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It lies in the folder for temporary files.
    }
  }
}
