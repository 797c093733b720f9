package org.yusuan.spark;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.yusuan.batch.DocumentOutcome;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.Disclosure;

/**
 * Reads the documents of one task, one after the other, in a child process as a batch does: a
 * document that hangs or ends its process is cut off and becomes a failure. The engines of
 * recognition start once for an executor.
 *
 * @param setup what reads
 * @param tool the same, by version and options
 * @param json whether the JSON of each document is kept
 * @param configuration how file systems are reached
 */
record PartitionReader(
    Engine.Setup setup,
    String tool,
    boolean json,
    Broadcast<SerializableConfiguration> configuration)
    implements FlatMapFunction<Iterator<Row>, Row>, Serializable {

  private static final long serialVersionUID = 1L;

  /** A document: what became of it, and its rows of each table. */
  static StructType schema() throws SQLException {
    StructType schema =
        new StructType()
            .add("path", DataTypes.StringType)
            .add("document", DataTypes.StringType)
            .add("tool", DataTypes.StringType)
            .add("corrections", DataTypes.StringType)
            .add("result", DataTypes.StringType)
            .add("message", DataTypes.StringType)
            .add("pages", DataTypes.IntegerType)
            .add("json", DataTypes.StringType);
    for (String table : TableRows.TABLES) {
      schema = schema.add(table, DataTypes.createArrayType(TableRows.schema(table)));
    }
    return schema;
  }

  /**
   * {@inheritDoc}
   *
   * @param documents rows of path, hash and place in the order of sizes
   */
  @Override
  public Iterator<Row> call(Iterator<Row> documents) throws IOException {
    List<Row> waiting = new ArrayList<>();
    documents.forEachRemaining(waiting::add);
    if (waiting.isEmpty()) {
      return Collections.emptyIterator();
    }
    waiting.sort(Comparator.comparingLong(row -> row.getLong(2)));
    Engine engine = Engine.take(setup);
    TableRows tables = new TableRows();
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener(
          context -> {
            if (context.isFailed() || context.isInterrupted()) {
              engine.close();
            } else {
              engine.giveBack();
            }
          });
    }
    DisclosureJson form = new DisclosureJson();
    return waiting.stream().map(row -> read(row, engine, tables, form)).iterator();
  }

  private Row read(Row listed, Engine engine, TableRows tables, DisclosureJson form) {
    String path = listed.getString(0);
    String sha256 = listed.getString(1);
    String corrected = engine.corrections().fingerprint(sha256);
    Path folder = engine.folder();
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(path);
    Path local = folder.resolve("in").resolve(remote.getName());
    Path target = folder.resolve("out.json");
    try {
      Files.createDirectories(folder.resolve("in"));
      FileSystem files = remote.getFileSystem(configuration.value().value());
      files.copyToLocalFile(false, remote, new org.apache.hadoop.fs.Path(local.toUri()), true);
      DocumentOutcome outcome = engine.process(local, target);
      if (outcome.failed()) {
        return row(path, sha256, corrected, result(outcome), outcome.message(), 0, null, List.of());
      }
      Disclosure disclosure = form.read(target);
      return row(
          path,
          sha256,
          corrected,
          result(outcome),
          null,
          outcome.pages(),
          json ? Files.readString(target) : null,
          tables.of(disclosure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was ended", e);
    } catch (IOException | RuntimeException e) {
      return row(path, sha256, corrected, "failed", ErrorMessage.of(e), 0, null, List.of());
    } finally {
      delete(folder.resolve("in"));
      delete(target);
    }
  }

  private static String result(DocumentOutcome outcome) {
    return outcome.result().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A row of {@link #schema()}. */
  private Row row(
      String path,
      String sha256,
      String corrected,
      String result,
      @Nullable String message,
      int pages,
      @Nullable String text,
      List<List<Row>> tables) {
    List<@Nullable Object> values = new ArrayList<>();
    Collections.addAll(values, path, sha256, tool, corrected, result, message, pages, text);
    for (int i = 0; i < TableRows.TABLES.size(); i++) {
      values.add(tables.isEmpty() ? new Row[0] : tables.get(i).toArray(Row[]::new));
    }
    return RowFactory.create(values.toArray());
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
