package org.yusuan.spark;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.yusuan.batch.ChildWorker;
import org.yusuan.batch.DocumentOutcome;
import org.yusuan.cli.command.BatchWorker;

/**
 * What reads documents in an executor: a child process as a batch has it, and a folder for its
 * files. A child takes as much processor time to start as fifty small documents, so it outlives its
 * task and waits for the next one; it ends with the executor.
 */
final class Engine implements AutoCloseable {

  /**
   * Engines that no task uses. Nothing else that a job can fill lives as long as an executor does.
   */
  private static final Map<Setup, Queue<Engine>> IDLE = new ConcurrentHashMap<>();

  /**
   * What all engines of a job have in common.
   *
   * @param ocr which pages to recognize, and the engines, as {@link BatchWorker} takes them
   * @param own corrections and layouts of the user
   * @param seconds how long one document may take
   * @param memory Java heap of the child, as {@code 1g}
   * @param json whether the JSON of each document is kept
   */
  record Setup(List<String> ocr, OwnKnowledge own, int seconds, String memory, boolean json)
      implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  private final Setup setup;
  private final Path folder;
  private final ChildWorker worker;

  private Engine(Setup setup) throws IOException {
    this.setup = setup;
    this.folder = Files.createTempDirectory("yusuan-spark");
    Path corrected = folder.resolve("corrections.jsonl");
    setup.own().writeCorrections(corrected);
    List<String> arguments = new ArrayList<>();
    arguments.add(setup.json() ? RowsWorker.WITH_JSON : "");
    arguments.addAll(setup.ocr());
    arguments.add(corrected.toString());
    for (Path layouts : setup.own().writeLayouts(folder.resolve("layouts"))) {
      arguments.add(layouts.toString());
    }
    this.worker =
        new ChildWorker(
            ChildWorker.javaCommand(
                setup.memory(), classPath(), RowsWorker.class.getName(), arguments),
            Duration.ofSeconds(setup.seconds()));
    Runtime.getRuntime().addShutdownHook(new Thread(this::close, "yusuan-engine"));
  }

  /**
   * An engine that no task uses, or a new one.
   *
   * @throws IOException if its folder cannot be made
   */
  static Engine take(Setup setup) throws IOException {
    Queue<Engine> idle = IDLE.get(setup);
    Engine engine = idle == null ? null : idle.poll();
    return engine == null ? new Engine(setup) : engine;
  }

  /** Leaves it to other tasks; it is between two documents. */
  void giveBack() {
    IDLE.computeIfAbsent(setup, key -> new ConcurrentLinkedQueue<>()).add(this);
  }

  /** Where the files of a document lie while it is read. */
  Path folder() {
    return folder;
  }

  /** Reads a document and writes its rows. */
  DocumentOutcome process(Path document, Path target) throws IOException, InterruptedException {
    return worker.process(document, target);
  }

  /** Ends its process. */
  @Override
  public void close() {
    worker.close();
    TaskReader.delete(folder);
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
            entries.add(Path.of(URI.create(url.toString())).toString());
          }
        }
      }
    }
    entries.add(System.getProperty("java.class.path"));
    return String.join(java.io.File.pathSeparator, entries);
  }
}
