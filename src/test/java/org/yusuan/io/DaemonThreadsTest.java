package org.yusuan.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class DaemonThreadsTest {

  /** What is told of a fault that nobody catches. */
  private static List<Throwable> told(Error fault) throws InterruptedException {
    List<Throwable> told = new CopyOnWriteArrayList<>();
    ThreadGroup group =
        new ThreadGroup("told") {
          @Override
          public void uncaughtException(Thread thread, Throwable uncaught) {
            told.add(uncaught);
          }
        };
    Thread starter =
        new Thread(
            group,
            () -> {
              Thread thread =
                  new DaemonThreads("made")
                      .newThread(
                          () -> {
                            throw fault;
                          });
              thread.start();
              try {
                thread.join();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    starter.start();
    starter.join();
    return told;
  }

  @Test
  void theirThreadsKeepNoProgramFromEnding() {
    Thread thread = new DaemonThreads("made").newThread(() -> {});
    assertTrue(thread.isDaemon());
    assertEquals("made", thread.getName());
  }

  @Test
  void tooLittleMemoryIsNotToldTwiceAndOtherFaultsAre() throws Exception {
    assertEquals(List.of(), told(new OutOfMemoryError("made")));
    AssertionError fault = new AssertionError("made");
    assertEquals(List.of(fault), told(fault));
  }
}
