package org.yusuan.batch;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.DaemonThreads;

/**
 * A worker in a process of its own, so that a document that takes too long or too much memory can
 * be cut off. The process serves many documents; after a cut it is started anew.
 */
public final class ChildWorker implements Worker {

  /**
   * Codes of a process that a signal ended which others send: hangup, interrupt, kill, terminate.
   */
  private static final Set<Integer> KILL_CODES = Set.of(128 + 1, 128 + 2, 128 + 9, 128 + 15);

  private static final DocumentOutcome KILLED =
      DocumentOutcome.without(
          DocumentOutcome.Result.FAILED,
          "the worker was killed twice, perhaps by a system that is short of memory");

  /** Starting takes about a second; a machine under load may need many. A guess. */
  private static final Duration START_LIMIT = Duration.ofMinutes(2);

  private final List<String> command;
  private final Duration timeBudget;
  private final Map<String, String> environment;
  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService listener =
      Executors.newSingleThreadExecutor(new DaemonThreads("worker-outcomes"));
  private @Nullable Child child;

  private record Child(Process process, OutputStream requests, BufferedReader outcomes) {}

  /**
   * A worker.
   *
   * @param command the command that starts a process that runs {@link WorkerServer}
   * @param timeBudget how long one document may take
   */
  public ChildWorker(List<String> command, Duration timeBudget) {
    this(command, timeBudget, Map.of());
  }

  /**
   * A worker.
   *
   * @param environment what the process has in its environment beside what this one has
   */
  public ChildWorker(List<String> command, Duration timeBudget, Map<String, String> environment) {
    this.command = List.copyOf(command);
    this.timeBudget = timeBudget;
    this.environment = Map.copyOf(environment);
  }

  /**
   * The command of a JVM like this one with its own heap.
   *
   * @param maxHeap the memory budget, as {@code 1g}
   * @param mainClass the class whose {@code main} runs a {@link WorkerServer}
   * @param arguments its arguments
   */
  public static List<String> javaCommand(String maxHeap, String mainClass, List<String> arguments) {
    return javaCommand(maxHeap, System.getProperty("java.class.path"), mainClass, arguments);
  }

  /** The command of such a JVM with the given class path. */
  public static List<String> javaCommand(
      String maxHeap, String classPath, String mainClass, List<String> arguments) {
    List<String> start =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + maxHeap,
            // Otherwise the heap begins at a share of the machine's memory and is filled before
            // it is cleared. One page's garbage fits into the young part, which is cheap to
            // clear.
            "-Xms48m",
            "-Xmn32m",
            // One job, one core: a collector with threads of its own would take the others'.
            "-XX:+UseSerialGC",
            // The heap holds at most about twice what is in use.
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=50",
            // The second compiler costs the other jobs more than it gains: 0.8 times the pages a
            // second of one job with two jobs on two cores, 1.7 times without it.
            "-XX:TieredStopAtLevel=1",
            "-Djava.awt.headless=true",
            // Recognition loads native libraries.
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            mainClass);
    return java.util.stream.Stream.concat(start.stream(), arguments.stream()).toList();
  }

  /**
   * {@inheritDoc}
   *
   * <p>A process that was ended from outside says nothing about its document, which is read once
   * more: whoever ends all processes of a batch ends the children first as often as not.
   */
  @Override
  public DocumentOutcome process(Path document, Path target)
      throws IOException, InterruptedException {
    DocumentOutcome outcome = attempt(document, target);
    return outcome == null
        ? Objects.requireNonNullElse(attempt(document, target), KILLED)
        : outcome;
  }

  /** Reads the document; null if the process was ended from outside. */
  private @Nullable DocumentOutcome attempt(Path document, Path target)
      throws IOException, InterruptedException {
    Child current = child == null || !child.process().isAlive() ? start() : child;
    try {
      WorkerServer.Request request =
          new WorkerServer.Request(
              document.toAbsolutePath().toString(), target.toAbsolutePath().toString());
      current
          .requests()
          .write((json.writeValueAsString(request) + "\n").getBytes(StandardCharsets.UTF_8));
      current.requests().flush();
      String line = readLine(current, timeBudget);
      return line == null ? ended(current) : json.readValue(line, DocumentOutcome.class);
    } catch (TimeoutException e) {
      stop();
      return DocumentOutcome.without(
          DocumentOutcome.Result.TIMED_OUT, "took longer than " + timeBudget.toSeconds() + " s");
    } catch (InterruptedException e) {
      stop();
      throw e;
    } catch (IOException | ExecutionException e) {
      return ended(current);
    }
  }

  @Override
  public void close() {
    stop();
    listener.shutdownNow();
  }

  private @Nullable String readLine(Child current, Duration limit)
      throws ExecutionException, InterruptedException, TimeoutException {
    Future<@Nullable String> line = listener.submit(current.outcomes()::readLine);
    return line.get(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  private Child start() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Child started =
        new Child(process, process.getOutputStream(), process.inputReader(StandardCharsets.UTF_8));
    child = started;
    String fault;
    try {
      String greeting = readLine(started, START_LIMIT);
      if (WorkerServer.READY.equals(greeting)) {
        return started;
      }
      fault = greeting == null ? "it ends with code " + process.waitFor() : "it says " + greeting;
    } catch (TimeoutException e) {
      fault = "it is not ready after " + START_LIMIT.toSeconds() + " s";
    } catch (InterruptedException e) {
      stop();
      throw e;
    } catch (ExecutionException e) {
      fault = String.valueOf(e.getCause());
    }
    stop();
    throw new IOException(
        "a worker process does not start: " + fault + "; its memory budget may be too small");
  }

  /**
   * The outcome of a document during which the process ended; null if it was ended from outside.
   */
  private @Nullable DocumentOutcome ended(Child current) throws InterruptedException {
    boolean gone = current.process().waitFor(5, TimeUnit.SECONDS);
    stop();
    int code = gone ? current.process().exitValue() : -1;
    if (KILL_CODES.contains(code)) {
      return null;
    }
    return DocumentOutcome.without(
        DocumentOutcome.Result.FAILED, "the worker ended with code " + code);
  }

  /** Ends the process and all that it started. */
  private void stop() {
    Child current = child;
    child = null;
    if (current != null) {
      current.process().descendants().forEach(ProcessHandle::destroyForcibly);
      current.process().destroyForcibly();
    }
  }
}
