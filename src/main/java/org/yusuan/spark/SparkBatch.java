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
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
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
    SparkConf conf = new SparkConf();
    conf.setIfMissing("spark.app.name", "yusuan");
    try (JavaSparkContext context =
        JavaSparkContext.fromSparkContext(SparkContext.getOrCreate(conf))) {
      return run(context);
    }
  }

  private int run(JavaSparkContext context) throws IOException, SQLException {
    Configuration configuration = context.hadoopConfiguration();
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
    Held held = Held.of(folder, tool, configuration);
    Broadcast<SerializableConfiguration> reached =
        SerializableConfiguration.broadcast(context.sc(), configuration);
    JobPlan plan =
        new JobPlan(files, hashes(context, files, reached), held, own.corrected(), retry);
    tellAgain(plan.again());
    List<TaskReader.Work> work = plan.work(context.defaultParallelism());
    TaskReader reading =
        new TaskReader(
            new Engine.Setup(how, own, seconds, memory, json),
            tool,
            ParquetSchema.schemas(),
            folder.unfinished().toString(),
            folder.root().toString(),
            reached);
    List<TaskReader.Done> done = context.parallelize(work, work.size()).map(reading).collect();
    String run =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT)
            .withZone(ZoneOffset.UTC)
            .format(Instant.now());
    folder.publish(
        run, done.stream().map(TaskReader.Done::name).collect(Collectors.toSet()), plan.replaced());
    tell(done, files.size());
    return CommandLine.ExitCode.OK;
  }

  private void tell(List<TaskReader.Done> tasks, int files) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%d files: %d read now, %d failed, the others were there before or have the same content%n",
        files,
        tasks.stream().mapToInt(TaskReader.Done::read).sum(),
        tasks.stream().mapToInt(TaskReader.Done::failed).sum());
    out.flush();
  }

  private void tellAgain(int documents) {
    if (documents > 0) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          Locale.ROOT,
          "yusuan: %d documents in %s are read again: %s%n",
          documents,
          output,
          retry ? "they failed, or their corrections are others" : "their corrections are others");
      err.flush();
    }
  }

  /** For each file its hash, or why it cannot be read. */
  private static List<JobPlan.Content> hashes(
      JavaSparkContext context,
      List<InputFiles.Listed> files,
      Broadcast<SerializableConfiguration> reached) {
    int slices = Math.min(files.size(), context.defaultParallelism() * JobPlan.MIN_TASKS_PER_CORE);
    List<String> paths = files.stream().map(InputFiles.Listed::path).toList();
    return context
        .parallelize(paths, slices)
        .map(path -> content(path, reached.value().value()))
        .collect();
  }

  private static JobPlan.Content content(String path, Configuration reached) {
    Path file = new Path(path);
    try (InputStream in = file.getFileSystem(reached).open(file)) {
      return new JobPlan.Content(Sha256.of(in), null);
    } catch (IOException e) {
      return new JobPlan.Content(null, "cannot be read: " + ErrorMessage.of(e));
    }
  }

  private static String fingerprint(OwnKnowledge own, List<String> how) throws IOException {
    java.nio.file.Path work = Files.createTempDirectory("yusuan-layouts");
    try {
      return BatchWorker.fingerprint(own.writeLayouts(work), how);
    } finally {
      TaskReader.delete(work);
    }
  }
}
