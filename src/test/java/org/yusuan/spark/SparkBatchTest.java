package org.yusuan.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.io.Sha256;
import org.yusuan.store.Store;

/**
 * The job on a real cluster of this machine: a master and two workers, each a process of its own.
 * Spark is tried on the Java versions that it names.
 */
@EnabledOnOs(OS.LINUX)
@EnabledForJreRange(max = JRE.JAVA_21)
class SparkBatchTest {

  private static final Path DOCUMENT = Path.of("testdata/zhuzhou-wangxinban-2020.pdf");
  private static final int DOCUMENTS = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  @TempDir private Path folder;

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void end() {
    started.forEach(SparkBatchTest::kill);
  }

  private static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Test
  void aClusterReadsWhatOneMachineReadsThoughAWorkerIsKilled() throws Exception {
    try (Store store = Store.open(Path.of(":memory:"));
        Yusuan yusuan = new Yusuan(Options.defaults())) {
      read(store, yusuan);
    }
  }

  private void read(Store store, Yusuan yusuan) throws Exception {
    Path in = Files.createDirectories(folder.resolve("in"));
    byte[] content = Files.readAllBytes(DOCUMENT);
    for (int i = 0; i < DOCUMENTS; i++) {
      Path file = in.resolve("document-" + i + ".pdf");
      Files.write(file, content);
      // Another content of the same meaning.
      Files.writeString(file, "%" + i + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
      store.load(yusuan.read(file, page -> {}));
    }
    Files.write(in.resolve("same.pdf"), Files.readAllBytes(in.resolve("document-0.pdf")));
    Files.writeString(in.resolve("broken.pdf"), "this is no budget");
    Path list = folder.resolve("list.txt");
    Files.writeString(list, folder.resolve("vanished.pdf") + "\n");

    int port = freePort();
    String master = "spark://127.0.0.1:" + port;
    start(
        "master",
        "org.apache.spark.deploy.master.Master",
        "--host",
        "127.0.0.1",
        "--port",
        String.valueOf(port),
        "--webui-port",
        "0");
    await("master", "Starting Spark master");
    Process first = worker("worker1", master);
    worker("worker2", master);
    await("worker1", "Successfully registered");
    await("worker2", "Successfully registered");

    Path out = folder.resolve("out");
    Process job = job("job", master, "-o", out.toString(), in.toString(), "@" + list);
    awaitFirstDocument(out, job);
    kill(first);
    finish(job, "job");
    assertTrue(log("job").contains("8 files: 5 read now, 2 failed"), log("job"));

    assertEquals(all(store), facts(out));
    assertEquals(
        List.of("broken.pdf failed", "vanished.pdf failed"),
        ask(
            "SELECT parse_filename(path) || ' ' || result FROM read_parquet('"
                + out
                + "/outcomes/*/*.parquet') WHERE result <> 'done' ORDER BY 1"));

    // Nothing is read twice; what comes new is.
    Path late = Files.write(in.resolve("late.pdf"), content);
    store.load(yusuan.read(late, page -> {}));
    Process again = job("again", master, "-o", out.toString(), in.toString());
    finish(again, "again");
    assertTrue(log("again").contains("8 files: 1 read now, 0 failed"), log("again"));
    assertEquals(all(store), facts(out));
    correctionsThatComeLater(store, master, in, out);
    ownLayouts(master, in.resolve("document-1.pdf"));
  }

  /** A document is read again for them, and its rows are there once; those beside it stay. */
  private void correctionsThatComeLater(Store store, String master, Path in, Path out)
      throws Exception {
    Path document = in.resolve("document-1.pdf");
    Path corrections = folder.resolve("corrections.jsonl");
    CorrectionFile file = new CorrectionFile(corrections);
    Store.Answer before =
        store.query("SELECT organization FROM documents WHERE document = ?", Sha256.of(document));
    file.append(
        List.of(
            CorrectionEntry.of(
                Sha256.of(document),
                CorrectionEntry.Kind.ORGANIZATION,
                null,
                null,
                null,
                String.valueOf(before.rows().get(0).get(0)),
                "某某单位",
                "王五",
                "2026-01-02T03:04:05Z",
                null)));
    try (Yusuan yusuan = new Yusuan(Options.defaults().withCorrections(file.read()))) {
      store.load(yusuan.read(document, page -> {}));
    }
    String[] arguments = {
      "-o", out.toString(), "--corrections", corrections.toString(), in.toString()
    };
    finish(job("corrected", master, arguments), "corrected");
    assertTrue(log("corrected").contains("8 files: 1 read now, 0 failed"), log("corrected"));
    assertTrue(facts(out).toString().contains("某某单位"), log("corrected"));
    assertEquals(all(store), facts(out));
    assertEquals(
        List.of("6 6 6"),
        ask(
            "SELECT count(*) || ' ' || count(DISTINCT document) || ' ' ||"
                + " (SELECT count(*) FROM read_parquet('"
                + out
                + "/documents/*/*.parquet')) FROM read_parquet('"
                + out
                + "/outcomes/*/*.parquet') WHERE result = 'done'"));
    finish(job("settled", master, arguments), "settled");
    assertTrue(log("settled").contains("8 files: 0 read now, 0 failed"), log("settled"));
  }

  /** A user's layouts go to the executors. */
  private void ownLayouts(String master, Path document) throws Exception {
    Path layouts = Files.createDirectory(folder.resolve("layouts"));
    Files.writeString(
        layouts.resolve("own.yaml"),
        """
        - id: own/summary
          kind: own_summary
          zh: 部门收支总表
          en: Own summary
          stage: budget
          titles: ['部门收支总表', '收支总表']
          header: ['收入', '支出']
          columns: [item, budget_amount, item, budget_amount, item, budget_amount]
        """);
    Options options = Options.defaults().withLayoutFolders(List.of(layouts));
    Path out = folder.resolve("own");
    try (Store store = Store.open(Path.of(":memory:"));
        Yusuan yusuan = new Yusuan(options)) {
      store.load(yusuan.read(document, page -> {}));
      finish(
          job(
              "own",
              master,
              "-o",
              out.toString(),
              "--layouts",
              layouts.toString(),
              document.toString()),
          "own");
      assertTrue(facts(out).toString().contains("own_summary"));
      assertEquals(all(store), facts(out));
    }
  }

  /** Waits until a task has read a document, and others have not. */
  private void awaitFirstDocument(Path out, Process job) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!isBegun(out.resolve("_unfinished/documents"))) {
      assertTrue(job.isAlive(), log("job"));
      assertTrue(Instant.now().isBefore(end), log("job"));
      Thread.sleep(50);
    }
  }

  private static boolean isBegun(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.getFileName().toString().startsWith("part-"));
    } catch (UncheckedIOException e) {
      // Files come and go.
      return false;
    }
  }

  private static List<String> all(Store store) throws Exception {
    return store
        .query("SELECT * FROM facts ORDER BY document, table_id, \"row\", column_index")
        .rows()
        .stream()
        .map(String::valueOf)
        .toList();
  }

  private static List<String> facts(Path out) throws Exception {
    return ask(
        "SELECT * EXCLUDE (run) FROM read_parquet('"
            + out
            + "/facts/*/*.parquet', hive_partitioning = true)"
            + " ORDER BY document, table_id, \"row\", column_index");
  }

  private static List<String> ask(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> found = new ArrayList<>();
      int columns = rows.getMetaData().getColumnCount();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          row.add(rows.getObject(column));
        }
        found.add(columns == 1 ? String.valueOf(row.get(0)) : row.toString());
      }
      return found;
    }
  }

  private Process worker(String name, String master) throws IOException {
    return start(
        name,
        "org.apache.spark.deploy.worker.Worker",
        "--host",
        "127.0.0.1",
        "--cores",
        "1",
        "--memory",
        "1g",
        "--webui-port",
        "0",
        "--work-dir",
        folder.resolve(name).toString(),
        master);
  }

  private Process job(String name, String master, String... arguments) throws IOException {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--master",
                master,
                "--conf",
                "spark.driver.host=127.0.0.1",
                "--conf",
                "spark.driver.bindAddress=127.0.0.1",
                "--conf",
                "spark.executor.memory=512m",
                "--conf",
                "spark.executor.extraClassPath=" + System.getProperty("java.class.path"),
                "--conf",
                // So few tasks that documents share the files of one.
                "spark.default.parallelism=1",
                "--conf",
                "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "--conf",
                "spark.ui.enabled=false",
                "--class",
                "org.yusuan.spark.SparkBatch",
                "spark-internal"));
    all.addAll(List.of(arguments));
    return start(name, "org.apache.spark.deploy.SparkSubmit", all.toArray(String[]::new));
  }

  private Process start(String name, String type, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.add(
        "-Dorg.slf4j.simpleLogger.defaultLogLevel=" + (type.contains("Submit") ? "warn" : "info"));
    for (String opened :
        List.of(
            "java.lang",
            "java.lang.invoke",
            "java.lang.reflect",
            "java.io",
            "java.net",
            "java.nio",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "sun.nio.ch",
            "sun.nio.cs",
            "sun.security.action",
            "sun.util.calendar")) {
      command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), type));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve(name + ".log").toFile());
    builder.environment().put("SPARK_HOME", home().toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    Process process = builder.start();
    started.add(process);
    return process;
  }

  /** A folder of a Spark installation, as far as workers ask for it; the jars are named by path. */
  private Path home() throws IOException {
    Path home = folder.resolve("spark");
    Files.createDirectories(home.resolve("jars"));
    return home;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private String log(String name) {
    try {
      Path log = folder.resolve(name + ".log");
      return Files.exists(log) ? Files.readString(log) : "";
    } catch (IOException e) {
      return e.toString();
    }
  }

  private void await(String name, String pattern) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Pattern said = Pattern.compile(pattern);
    while (!said.matcher(log(name)).find()) {
      assertTrue(Instant.now().isBefore(end), log(name));
      Thread.sleep(50);
    }
  }

  private void finish(Process job, String name) throws Exception {
    assertTrue(job.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS), log(name));
    assertEquals(0, job.exitValue(), log(name));
  }
}
