package org.yusuan.cli.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.yusuan.io.DaemonThreads;

/**
 * Does tasks several at a time and gives their results in order. For one thread.
 *
 * @param <T> what a task gives
 */
public final class ReadAhead<T> implements AutoCloseable {

  /** So many results may wait for the one before them, so that a long task holds up no thread. */
  private static final int WAITING = 2;

  private final Iterator<Supplier<T>> tasks;
  private final int together;
  private final Predicate<T> again;
  private final Deque<Begun<T>> begun = new ArrayDeque<>();
  private final ExecutorService threads;

  private record Begun<T>(Supplier<T> task, Future<T> result) {}

  /**
   * @param tasks what is done, in the order in which results are asked for
   * @param together how many tasks are done at a time; one is done by the thread that asks for it
   * @param again whether a result may be owed to other tasks that took the memory: then its task is
   *     done once more, alone
   */
  public ReadAhead(List<Supplier<T>> tasks, int together, Predicate<T> again) {
    this.tasks = tasks.iterator();
    this.together = together;
    this.again = again;
    this.threads = Executors.newFixedThreadPool(together, new DaemonThreads("yusuan-documents"));
  }

  /** The result of the next task. */
  public T next() {
    if (together == 1) {
      return tasks.next().get();
    }
    while (begun.size() < together + WAITING && tasks.hasNext()) {
      Supplier<T> task = tasks.next();
      begun.add(new Begun<>(task, threads.submit(task::get)));
    }
    Begun<T> first = begun.remove();
    T result = await(first.result);
    if (again.test(result)) {
      begun.forEach(other -> await(other.result));
      return first.task.get();
    }
    return result;
  }

  private static <T> T await(Future<T> result) {
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
