package org.yusuan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.yusuan.io.DaemonThreads;
import org.yusuan.io.ErrorMessage;

/**
 * Runs the steps of reading a document one after the other, each with a limit of time. A step that
 * goes beyond it is interrupted and given up. Steps are run by one thread; any may ask for {@link
 * #used}.
 */
final class TimedSteps implements AutoCloseable {

  /**
   * The limits are of processor time, so that a busy machine reads the same as an idle one; a step
   * that waits is cut off after this many times its limit. With 4, a page was lost on a machine
   * with ten times as many busy processes as cores.
   */
  private static final int WAIT_FACTOR = 12;

  /** How often it is looked whether a step is done or out of time. */
  private static final Duration POLL_INTERVAL = Duration.ofMillis(250);

  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final AtomicLong used = new AtomicLong();
  private ExecutorService thread = thread();

  /** A step took too long, or more memory than there is. The message is part of a sentence. */
  static final class ExceededException extends Exception {
    private static final long serialVersionUID = 1L;

    ExceededException(String message) {
      super(message);
    }
  }

  private static ExecutorService thread() {
    return Executors.newSingleThreadExecutor(new DaemonThreads("yusuan-reader"));
  }

  /**
   * Runs a step.
   *
   * @throws ExceededException if it is too costly
   * @throws IOException if the step throws it, or the thread is interrupted
   */
  <T> T run(Callable<T> step, Duration limit) throws ExceededException, IOException {
    AtomicLong runs = new AtomicLong();
    AtomicLong before = new AtomicLong();
    Future<T> future =
        thread.submit(
            () -> {
              long begun = CLOCK.getCurrentThreadCpuTime();
              before.set(begun);
              runs.set(Thread.currentThread().getId());
              try {
                return step.call();
              } finally {
                used.addAndGet(CLOCK.getCurrentThreadCpuTime() - begun);
              }
            });
    long start = System.nanoTime();
    try {
      while (true) {
        try {
          return future.get(POLL_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          Duration busy =
              Duration.ofNanos(
                  runs.get() == 0 ? 0 : CLOCK.getThreadCpuTime(runs.get()) - before.get());
          Duration waited = Duration.ofNanos(System.nanoTime() - start);
          if (busy.compareTo(limit) > 0 || waited.compareTo(limit.multipliedBy(WAIT_FACTOR)) > 0) {
            throw e;
          }
        }
      }
    } catch (TimeoutException e) {
      used.addAndGet(limit.toNanos());
      leave();
      throw new ExceededException("takes more than " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      leave();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while it was read", e);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IOException io) {
        throw io;
      }
      if (cause != null && ErrorMessage.isOutOfMemory(cause)) {
        throw new ExceededException(ErrorMessage.TOO_LITTLE_MEMORY);
      }
      if (cause instanceof StackOverflowError) {
        throw new ExceededException("is nested too deeply");
      }
      if (cause instanceof RuntimeException fault) {
        throw fault;
      }
      if (cause instanceof Error fault) {
        throw fault;
      }
      throw new IOException(cause);
    }
  }

  /** Processor time of all steps so far. */
  Duration used() {
    return Duration.ofNanos(used.get());
  }

  private void leave() {
    thread.shutdownNow();
    thread = thread();
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
