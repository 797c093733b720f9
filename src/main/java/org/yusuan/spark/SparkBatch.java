package org.yusuan.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.jspecify.annotations.Nullable;
import org.yusuan.cli.command.BatchWorker;
import org.yusuan.io.ErrorMessage;
import org.yusuan.io.Sha256;
import org.yusuan.scan.ScanOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import scala.Tuple2;

/**
 * The job for {@code spark-submit}: reads documents of any file system, and writes the tables of
 * the database as Parquet. What an output folder holds already, by content and tool, is not read
 * again.
 */
@Command(
    name = "spark-submit … --class org.yusuan.spark.SparkBatch yusuan.jar",
    mixinStandardHelpOptions = true,
    description = "Read documents on a cluster and write the tables of the database as Parquet.")
public final class SparkBatch implements Callable<Integer> {

  private static final String FAILED = "failed";

  /** Documents of one task, at most: what a lost executor has read of it is read again. A guess. */
  private static final int MAX_DOCUMENTS_PER_TASK = 32;

  /**
   * Tasks for each core, if there are documents enough: the last ones to end wait less. A guess.
   */
  private static final int MIN_TASKS_PER_CORE = 4;

  private static final StructType CORRECTED =
      new StructType().add("document", DataTypes.StringType).add("now", DataTypes.StringType);

  private static final StructType LISTED =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("document", DataTypes.StringType)
          .add("slot", DataTypes.LongType)
          .add("message", DataTypes.StringType);

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "INPUT",
      description = "Folders, patterns as /in/*/*.pdf, documents, or @FILE with one path a line.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FOLDER",
      description = "Where the tables go; run it again to resume.")
  private String output;

  @Option(
      names = "--ocr",
      paramLabel = "WHEN",
      description = "Which pages to recognize: auto, always or never. Default: ${DEFAULT-VALUE}.")
  private String ocr = "auto";

  @Option(names = "--corrections", paramLabel = "FILE", description = "What people corrected.")
  private @Nullable String corrections;

  @Option(
      names = "--layouts",
      paramLabel = "FOLDER",
      description = "A folder with layouts of your own; may be given several times.")
  private List<String> layouts = new ArrayList<>();

  @Option(
      names = "--time-budget",
      paramLabel = "SECONDS",
      description = "Seconds after which a document is cut off. Default: ${DEFAULT-VALUE}.")
  private int seconds = 900;

  @Option(
      names = "--memory-budget",
      paramLabel = "SIZE",
      description = "Java heap of each task's own process. Default: ${DEFAULT-VALUE}.")
  private String memory = "1g";

  @Option(names = "--json", description = "Keep the JSON of each document in the table json.")
  private boolean json;

  @Option(names = "--retry", description = "Try documents again that failed before.")
  private boolean retry;

  @SuppressWarnings("NullAway.Init")
  SparkBatch() {}

  /** Runs the job; a fault of usage or of the output ends it with one line and exit code 2. */
  public static void main(String[] args) {
    int exit =
        new CommandLine(new SparkBatch())
            // A list of documents is no list of arguments.
            .setExpandAtFiles(false)
            .setExecutionExceptionHandler(
                (e, line, result) -> {
                  line.getErr().println("yusuan: " + ErrorMessage.of(e));
                  return CommandLine.ExitCode.USAGE;
                })
            .execute(args);
    if (exit == CommandLine.ExitCode.USAGE) {
      System.exit(exit);
    }
  }

  @Override
  public Integer call() throws IOException, SQLException {
    try (SparkSession spark = SparkSession.builder().appName("yusuan").getOrCreate()) {
      return run(spark);
    }
  }

  private int run(SparkSession spark) throws IOException, SQLException {
    Configuration configuration = spark.sparkContext().hadoopConfiguration();
    List<InputFiles.Listed> files = InputFiles.of(inputs, configuration);
    if (files.isEmpty()) {
      throw new IOException("no PDFs or pictures in " + inputs);
    }
    OwnKnowledge own =
        OwnKnowledge.read(corrections == null ? "" : corrections, layouts, configuration);
    List<String> how =
        List.of(ocr.toUpperCase(Locale.ROOT), String.join(",", ScanOptions.standard().engines()));
    String tool = fingerprint(own, how);
    OutputFolder folder = new OutputFolder(output, configuration);
    folder.clean();
    Broadcast<SerializableConfiguration> reached =
        SerializableConfiguration.broadcast(spark.sparkContext(), configuration);
    Dataset<Row> listed = hashed(spark, files, reached).persist();
    Dataset<Row> wanted = wanted(spark, listed, folder, tool, own);
    PartitionReader reading =
        new PartitionReader(new Engine.Setup(how, own, seconds, memory), tool, json, reached);
    String run =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    JavaRDD<Row> dealt = dealt(spark, wanted);
    spark
        .createDataFrame(dealt.mapPartitions(reading), PartitionReader.schema())
        .write()
        .parquet(folder.unfinished("reading"));
    Dataset<Row> read = spark.read().parquet(folder.unfinished("reading"));
    for (String table : TableRows.TABLES) {
      read.select(functions.explode(functions.col(table)).as("row"))
          .select("row.*")
          .write()
          .parquet(folder.unfinished(table));
    }
    if (json) {
      read.where("json IS NOT NULL")
          .select("document", "path", "json")
          .write()
          .parquet(folder.unfinished(OutputFolder.JSON));
    }
    Dataset<Row> outcomes =
        read.select("path", "document", "tool", "corrections", "result", "message", "pages")
            .unionByName(failures(listed, tool));
    outcomes.coalesce(1).write().parquet(folder.unfinished(OutputFolder.OUTCOMES));
    folder.publish(run);
    tell(spark.read().parquet(folder.table(OutputFolder.OUTCOMES) + "/run=" + run), files.size());
    return CommandLine.ExitCode.OK;
  }

  private void tell(Dataset<Row> outcomes, int files) {
    PrintWriter out = spec.commandLine().getOut();
    long done = outcomes.where("result = 'done'").count();
    long failed = outcomes.count() - done;
    out.printf(
        Locale.ROOT,
        "%d files: %d read now, %d failed, the others were there before or have the same content%n",
        files,
        done,
        failed);
    out.flush();
  }

  /** The hash of each file; a message where it cannot be read. */
  private static Dataset<Row> hashed(
      SparkSession spark,
      List<InputFiles.Listed> files,
      Broadcast<SerializableConfiguration> reached) {
    List<Tuple2<String, Long>> paths = new ArrayList<>();
    for (int slot = 0; slot < files.size(); slot++) {
      paths.add(new Tuple2<>(files.get(slot).path(), (long) slot));
    }
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    int slices = Math.min(files.size(), context.defaultParallelism() * MIN_TASKS_PER_CORE);
    JavaRDD<Row> rows =
        context
            .parallelize(paths, slices)
            .map(file -> hashed(file._1(), file._2(), reached.value().value()));
    return spark.createDataFrame(rows, LISTED);
  }

  private static Row hashed(String path, long slot, Configuration reached) {
    Path file = new Path(path);
    try (InputStream in = file.getFileSystem(reached).open(file)) {
      return RowFactory.create(path, Sha256.of(in), slot, null);
    } catch (IOException e) {
      return RowFactory.create(path, null, slot, "cannot be read: " + ErrorMessage.of(e));
    }
  }

  private static Dataset<Row> failures(Dataset<Row> listed, String tool) {
    return listed
        .where("document IS NULL")
        .select(
            functions.col("path"),
            functions.col("document"),
            functions.lit(tool).as("tool"),
            functions.lit("").as("corrections"),
            functions.lit(FAILED).as("result"),
            functions.col("message"),
            functions.lit(0).as("pages"));
  }

  /** The first file of each content that the output does not hold yet. */
  private Dataset<Row> wanted(
      SparkSession spark, Dataset<Row> listed, OutputFolder folder, String tool, OwnKnowledge own)
      throws IOException {
    Column first =
        functions.row_number().over(Window.partitionBy("document").orderBy(functions.col("path")));
    Dataset<Row> contents =
        listed
            .where("document IS NOT NULL")
            .withColumn("first", first)
            .where("first = 1")
            .select("path", "document", "slot");
    if (!folder.hasRuns()) {
      return contents;
    }
    Dataset<Row> before = spark.read().parquet(folder.table(OutputFolder.OUTCOMES));
    List<Row> others =
        before
            .where(functions.col("tool").notEqual(tool))
            .select("tool")
            .distinct()
            .limit(1)
            .collectAsList();
    if (!others.isEmpty()) {
      throw new IOException(
          output
              + " was written by another version or with other options ("
              + others.get(0).getString(0)
              + "); name another folder");
    }
    Dataset<Row> held =
        before
            .where(retry ? "result = 'done'" : "document IS NOT NULL")
            .select("document")
            .distinct();
    tellCorrected(spark, listed, before, own);
    return contents.join(held, contents.col("document").equalTo(held.col("document")), "left_anti");
  }

  /** Tells of documents that were read with other corrections than those of now. */
  private void tellCorrected(
      SparkSession spark, Dataset<Row> listed, Dataset<Row> before, OwnKnowledge own)
      throws IOException {
    Dataset<Row> now = spark.createDataFrame(own.corrected(), CORRECTED);
    long others =
        before
            .where("result = 'done'")
            .join(now, "document", "left_outer")
            .where("corrections <> coalesce(now, '')")
            .join(listed.select("document").distinct(), "document", "left_semi")
            .count();
    if (others > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "yusuan: %d documents in %s were read with other corrections than these, and are left as"
              + " they are; to read them with these, name another folder%n",
          others,
          output);
      err.flush();
    }
  }

  /** Deals the documents out by size, so that all tasks have the same amount of work. */
  private static JavaRDD<Row> dealt(SparkSession spark, Dataset<Row> wanted) {
    long count = wanted.count();
    int cores = spark.sparkContext().defaultParallelism();
    int tasks =
        (int)
            Math.max(
                1,
                Math.max(
                    Math.min(count, (long) cores * MIN_TASKS_PER_CORE),
                    count / MAX_DOCUMENTS_PER_TASK));
    return wanted
        .toJavaRDD()
        .mapToPair(row -> new Tuple2<>((int) (row.getLong(2) % tasks), row))
        .partitionBy(new HashPartitioner(tasks))
        .values();
  }

  private static String fingerprint(OwnKnowledge own, List<String> how) throws IOException {
    java.nio.file.Path work = Files.createTempDirectory("yusuan-layouts");
    try {
      return BatchWorker.fingerprint(own.writeLayouts(work), how);
    } finally {
      PartitionReader.delete(work);
    }
  }
}
