package org.yusuan.io;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that do not keep the program from ending: what hangs in them is given up.
 *
 * @param name what a thread dump calls them
 */
public record DaemonThreads(String name) implements ThreadFactory {

  /**
   * Made beforehand, since there may be no memory to make it. What needs too much is told by the
   * one who asked for it: there is no memory to tell it twice.
   */
  private static final Thread.UncaughtExceptionHandler UNCAUGHT =
      (thread, fault) -> {
        if (!(fault instanceof OutOfMemoryError)) {
          thread.getThreadGroup().uncaughtException(thread, fault);
        }
      };

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler(UNCAUGHT);
    return thread;
  }
}
