package org.yusuan.spark;

import java.io.IOException;
import java.io.Serializable;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.yusuan.batch.ChildWorker;
import org.yusuan.batch.DocumentOutcome;
import org.yusuan.cli.command.BatchWorker;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.Disclosure;

/**
 * Reads the documents of one task, one after the other, in a child process as a batch does: a
 * document that hangs or ends its process is cut off and becomes a failure. The engines of
 * recognition start once for the task.
 *
 * @param ocr which pages to recognize, and the engines, as {@link BatchWorker} takes them
 * @param own corrections and layouts of the user
 * @param seconds how long one document may take
 * @param memory Java heap of the child, as {@code 1g}
 * @param tool what reads, by version and options
 * @param json whether the JSON of each document is kept
 */
record PartitionReader(
    List<String> ocr, OwnKnowledge own, int seconds, String memory, String tool, boolean json)
    implements FlatMapFunction<Iterator<Row>, Row>, Serializable {

  private static final long serialVersionUID = 1L;

  /** A document: what became of it, and its rows of each table. */
  static StructType schema() throws SQLException {
    StructType schema =
        new StructType()
            .add("path", DataTypes.StringType)
            .add("document", DataTypes.StringType)
            .add("tool", DataTypes.StringType)
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
  public Iterator<Row> call(Iterator<Row> documents) throws IOException, SQLException {
    List<Row> waiting = new ArrayList<>();
    documents.forEachRemaining(waiting::add);
    if (waiting.isEmpty()) {
      return Collections.emptyIterator();
    }
    waiting.sort(Comparator.comparingLong(row -> row.getLong(2)));
    Path folder = Files.createTempDirectory("yusuan-spark");
    Path corrected = folder.resolve("corrections.jsonl");
    own.writeCorrections(corrected);
    List<String> arguments = new ArrayList<>(ocr);
    arguments.add(corrected.toString());
    for (Path layouts : own.writeLayouts(folder.resolve("layouts"))) {
      arguments.add(layouts.toString());
    }
    ChildWorker worker =
        new ChildWorker(
            ChildWorker.javaCommand(memory, classPath(), BatchWorker.class.getName(), arguments),
            Duration.ofSeconds(seconds));
    TableRows tables = new TableRows();
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener(
          context -> {
            worker.close();
            delete(folder);
            close(tables);
          });
    }
    DisclosureJson form = new DisclosureJson();
    Configuration configuration = new Configuration();
    return waiting.stream()
        .map(row -> read(row, worker, tables, form, folder, configuration))
        .iterator();
  }

  private static void close(TableRows tables) {
    try {
      tables.close();
    } catch (SQLException e) {
      throw new IllegalStateException("the database in memory cannot be closed", e);
    }
  }

  private Row read(
      Row listed,
      ChildWorker worker,
      TableRows tables,
      DisclosureJson form,
      Path folder,
      Configuration conf) {
    String path = listed.getString(0);
    String sha256 = listed.getString(1);
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(path);
    Path local = folder.resolve("in").resolve(remote.getName());
    Path target = folder.resolve("out.json");
    try {
      Files.createDirectories(folder.resolve("in"));
      FileSystem files = remote.getFileSystem(conf);
      files.copyToLocalFile(false, remote, new org.apache.hadoop.fs.Path(local.toUri()), true);
      DocumentOutcome outcome = worker.process(local, target);
      if (outcome.failed()) {
        return row(path, sha256, result(outcome), outcome.message(), 0, null, List.of());
      }
      Disclosure disclosure = form.read(target);
      return row(
          path,
          sha256,
          result(outcome),
          null,
          outcome.pages(),
          json ? Files.readString(target) : null,
          tables.of(disclosure));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the task was ended", e);
    } catch (IOException | SQLException | RuntimeException e) {
      return row(path, sha256, "failed", ErrorMessage.of(e), 0, null, List.of());
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
      String result,
      @Nullable String message,
      int pages,
      @Nullable String text,
      List<List<Row>> tables) {
    List<@Nullable Object> values = new ArrayList<>();
    Collections.addAll(values, path, sha256, tool, result, message, pages, text);
    for (int i = 0; i < TableRows.TABLES.size(); i++) {
      values.add(tables.isEmpty() ? new Row[0] : tables.get(i).toArray(Row[]::new));
    }
    return RowFactory.create(values.toArray());
  }

  /**
   * The class path of the child: what the job brought, then this process's own. {@code
   * spark-submit} loads the job's jars by a class loader of its own.
   */
  private static String classPath() {
    Set<String> entries = new LinkedHashSet<>();
    for (ClassLoader loader = Thread.currentThread().getContextClassLoader();
        loader != null;
        loader = loader.getParent()) {
      if (loader instanceof URLClassLoader jars) {
        for (URL url : jars.getURLs()) {
          if (url.getProtocol().equals("file")) {
            entries.add(Path.of(java.net.URI.create(url.toString())).toString());
          }
        }
      }
    }
    entries.add(System.getProperty("java.class.path"));
    return String.join(java.io.File.pathSeparator, entries);
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
