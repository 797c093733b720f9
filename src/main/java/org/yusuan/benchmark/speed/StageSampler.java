package org.yusuan.benchmark.speed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells what share of the work is done in some packages, by looking at the stacks of all threads
 * every few milliseconds: a stack counts for the package that the innermost of its frames is in, of
 * those asked for. Threads that wait, or that do nothing of this program, do not count.
 */
public final class StageSampler implements AutoCloseable {

  /** Time between two looks, in milliseconds; a look at some ten threads takes far less. */
  private static final int INTERVAL_MILLIS = 4;

  private static final String OWN = "org.yusuan.";

  private final List<String> packages;
  private final Thread thread;
  private volatile boolean running = true;
  private int own;
  private final Map<String, Integer> within = new HashMap<>();

  /**
   * Starts looking.
   *
   * @param packages the packages meant, with those below them, as {@code org.yusuan.check}
   */
  public StageSampler(List<String> packages) {
    this.packages = List.copyOf(packages);
    thread = new Thread(this::look, "yusuan-sampler");
    thread.setDaemon(true);
    thread.start();
  }

  private void look() {
    while (running) {
      for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
        if (each.getKey() != thread && each.getKey().getState() == Thread.State.RUNNABLE) {
          count(each.getValue());
        }
      }
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void count(StackTraceElement[] stack) {
    boolean isOwn = false;
    @Nullable String found = null;
    for (StackTraceElement frame : stack) {
      String name = frame.getClassName();
      isOwn |= name.startsWith(OWN);
      for (String each : packages) {
        found = found == null && name.startsWith(each + ".") ? each : found;
      }
    }
    synchronized (this) {
      own += isOwn ? 1 : 0;
      if (found != null) {
        within.merge(found, 1, Integer::sum);
      }
    }
  }

  /** How many stacks were of this program. */
  public synchronized int samples() {
    return own;
  }

  /** The share of these that were in the packages; 0 if there were none. */
  public synchronized double share() {
    return packages.stream().mapToDouble(this::share).sum();
  }

  /** The share of these that were in one of the packages, and in none of the others further in. */
  public synchronized double share(String name) {
    return own == 0 ? 0 : (double) within.getOrDefault(name, 0) / own;
  }

  /** Ends looking. */
  @Override
  public void close() {
    running = false;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
