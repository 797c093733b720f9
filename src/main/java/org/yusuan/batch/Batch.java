package org.yusuan.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.Sha256;

/**
 * Reads all documents below a folder.
 *
 * <p>Each document ends with one file, written whole or not at all, and then one line in the
 * journal. A document counts as done if the journal says so for its content and this version of the
 * program, and the file is there with the hash that the journal names: so a batch that was cut off
 * at any moment goes on where it was, and the end is the same as without the cut.
 */
public final class Batch {

  private static final String LOCK = ".batch.lock";

  private static final String EDITED =
      "its output was written or edited by somebody else, and is left as it is: turn the edits into"
          + " corrections (yusuan validate --corrections-from), then remove it";

  /**
   * A document to read.
   *
   * @param file the file; null to end the job that takes it
   */
  private record Task(@Nullable Path file, String document, String sha256, Path target) {
    static Task end() {
      return new Task(null, "", "", Path.of(""));
    }
  }

  private final BatchOptions options;
  private final Worker.Factory workers;
  private final BatchProgress progress;
  private final BatchSummary.Counter counter = new BatchSummary.Counter();

  /** A batch. */
  public Batch(BatchOptions options, Worker.Factory workers, BatchProgress progress) {
    this.options = options;
    this.workers = workers;
    this.progress = progress;
  }

  /**
   * Runs the batch to its end.
   *
   * @throws IOException if the folders cannot be read or written, or another batch writes to the
   *     same folder
   * @throws InterruptedException if the thread was interrupted; the batch can be resumed
   */
  public BatchSummary run() throws IOException, InterruptedException {
    long start = System.nanoTime();
    Documents documents = Documents.below(options.input(), options.output());
    if (documents.count() == 0) {
      return counter.summary(0, Duration.ZERO);
    }
    Files.createDirectories(options.output());
    try (FileChannel lockFile =
            FileChannel.open(
                options.output().resolve(LOCK),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        FileLock lock = lock(lockFile);
        Journal journal = Journal.open(options.output(), options::tool)) {
      removeUnfinished();
      progress.begin(documents.count());
      for (Documents.Unreadable folder : documents.unreadable()) {
        end(journal, task(folder.path(), "", Path.of("")), 0, unreadable(folder.reason()));
      }
      runJobs(documents.files(), journal);
      return counter.summary(documents.count(), Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private void runJobs(List<Path> documents, Journal journal)
      throws IOException, InterruptedException {
    BlockingQueue<Task> queue = new ArrayBlockingQueue<>(2 * options.jobs());
    ExecutorService jobs = Executors.newFixedThreadPool(options.jobs());
    List<Future<?>> running = new ArrayList<>();
    try {
      for (int job = 0; job < options.jobs(); job++) {
        running.add(
            jobs.submit(
                () -> {
                  work(queue, journal);
                  return null;
                }));
      }
      enqueue(documents, journal, queue, running);
      for (int job = 0; job < options.jobs(); job++) {
        put(queue, Task.end(), running);
      }
      for (Future<?> job : running) {
        finish(job);
      }
    } finally {
      jobs.shutdownNow();
      jobs.awaitTermination(10, TimeUnit.SECONDS);
    }
  }

  /**
   * Hands out what is not done yet. Contents are claimed in the order of paths, so always alike.
   */
  private void enqueue(
      List<Path> documents, Journal journal, BlockingQueue<Task> queue, List<Future<?>> running)
      throws IOException, InterruptedException {
    Map<String, String> claimed = new HashMap<>();
    Map<Path, Path> targets = Targets.of(options.input(), documents, options.output());
    Set<String> outputs = new HashSet<>();
    targets.values().forEach(target -> outputs.add(output(target)));
    for (Path file : documents) {
      Path target = Objects.requireNonNull(targets.get(file));
      String sha256;
      try {
        sha256 = Sha256.of(file);
      } catch (IOException e) {
        end(journal, task(file, "", target), 0, unreadable(e));
        continue;
      }
      Task task = task(file, sha256, target);
      Journal.JournalLine settled = settled(journal.about(sha256), output(target), outputs);
      String before = settled == null ? null : settled.output();
      String written = before == null ? output(target) : before;
      String first = claimed.putIfAbsent(sha256, written);
      if (first != null) {
        duplicate(journal, task.document(), sha256, first);
      } else if (settled != null) {
        resume(journal, task, settled);
      } else {
        put(queue, task, running);
      }
    }
  }

  /** Reads a document whose output is there already: if it is another, it stays as it is. */
  private static DocumentOutcome compare(Worker worker, Path document, Path target)
      throws IOException, InterruptedException {
    Path beside = AtomicFile.unfinished(target);
    try {
      DocumentOutcome outcome = worker.process(document, beside);
      boolean same = outcome.failed() || Files.mismatch(beside, target) == -1;
      return same ? outcome : DocumentOutcome.without(DocumentOutcome.Result.EDITED, EDITED);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * Whether a file that no batch wrote is in the place of the output: a person may have edited it.
   * A file that is no whole JSON is not kept.
   */
  private static boolean isForeign(Journal journal, Path target) throws IOException {
    if (!Files.isRegularFile(target) || journal.wrote(Sha256.of(target))) {
      return false;
    }
    try {
      return new ObjectMapper().readTree(target.toFile()).has("tables");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private Task task(Path file, String sha256, Path target) {
    return new Task(file, slashes(options.input().relativize(file)), sha256, target);
  }

  /** Counts what was done before; the journal learns the document's name if it is a new one. */
  private void resume(Journal journal, Task task, Journal.JournalLine before) throws IOException {
    if (!before.document().equals(task.document())) {
      journal.add(
          new Journal.JournalLine(
              task.document(), task.sha256(), before.tool(), before.output(), 0, before.outcome()));
    }
    counter.add(task.document(), before.outcome(), true);
    progress.update(counter.state());
  }

  private void duplicate(Journal journal, String document, String sha256, String output)
      throws IOException {
    DocumentOutcome same =
        DocumentOutcome.without(
            DocumentOutcome.Result.DUPLICATE, "same content as that of " + output);
    if (!journal.knowsDuplicate(document, sha256)) {
      journal.add(new Journal.JournalLine(document, sha256, options.tool(sha256), output, 0, same));
    }
    counter.add(document, same, false);
    progress.update(counter.state());
  }

  private static DocumentOutcome unreadable(IOException e) {
    return DocumentOutcome.without(DocumentOutcome.Result.FAILED, "cannot be read: " + e);
  }

  /** Puts a task, unless a job has ended on an error: then nobody would take it. */
  private static void put(BlockingQueue<Task> queue, Task task, List<Future<?>> running)
      throws IOException, InterruptedException {
    while (!queue.offer(task, 1, TimeUnit.SECONDS)) {
      for (Future<?> job : running) {
        if (job.isDone()) {
          finish(job);
        }
      }
    }
  }

  private static void finish(Future<?> job) throws IOException, InterruptedException {
    try {
      job.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  private void work(BlockingQueue<Task> queue, Journal journal)
      throws IOException, InterruptedException {
    try (Worker worker = workers.open()) {
      while (true) {
        Task task = queue.take();
        if (task.file() == null) {
          return;
        }
        long start = System.nanoTime();
        DocumentOutcome outcome =
            isForeign(journal, task.target())
                ? compare(worker, task.file(), task.target())
                : worker.process(task.file(), task.target());
        end(journal, task, (System.nanoTime() - start) / 1_000_000, outcome);
      }
    }
  }

  private void end(Journal journal, Task task, long millis, DocumentOutcome outcome)
      throws IOException {
    String output = outcome.failed() ? null : output(task.target());
    journal.add(
        new Journal.JournalLine(
            task.document(), task.sha256(), options.tool(task.sha256()), output, millis, outcome));
    counter.add(task.document(), outcome, false);
    progress.update(counter.state());
  }

  private Journal.@Nullable JournalLine settled(
      Journal.@Nullable JournalLine entry, String target, Set<String> outputs) {
    return entry != null && isSettled(entry, target, outputs) ? entry : null;
  }

  /**
   * Whether nothing is to be done for a content: its file is there, whole, and no other document's,
   * or it failed for a reason of its own.
   */
  private boolean isSettled(Journal.JournalLine entry, String target, Set<String> outputs) {
    if (entry.outcome().failed()) {
      return !options.retry()
          && entry.outcome().result() != DocumentOutcome.Result.NOT_WRITTEN
          && entry.outcome().result() != DocumentOutcome.Result.EDITED;
    }
    String output = entry.output();
    if (output != null && !output.equals(target) && outputs.contains(output)) {
      return false;
    }
    try {
      Path file = output == null ? null : options.output().resolve(output);
      return file != null
          && Files.isRegularFile(file)
          && Sha256.of(file).equals(entry.outcome().outputSha256());
    } catch (IOException e) {
      return false;
    }
  }

  private void removeUnfinished() throws IOException {
    try (Stream<Path> files = Files.walk(options.output())) {
      for (Path file : files.filter(AtomicFile::isUnfinished).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private String output(Path target) {
    return slashes(options.output().relativize(target));
  }

  private static String slashes(Path path) {
    return path.toString().replace('\\', '/');
  }

  private static FileLock lock(FileChannel file) throws IOException {
    FileLock lock;
    try {
      lock = file.tryLock();
    } catch (OverlappingFileLockException e) {
      lock = null;
    }
    if (lock == null) {
      throw new IOException("another batch is writing to this folder");
    }
    return lock;
  }
}
