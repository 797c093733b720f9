package org.yusuan.io;

import java.util.concurrent.ThreadFactory;

/**
 * Makes threads that do not keep the program from ending: what hangs in them is given up.
 *
 * @param name what a thread dump calls them
 */
public record DaemonThreads(String name) implements ThreadFactory {

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
