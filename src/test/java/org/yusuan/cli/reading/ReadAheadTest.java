package org.yusuan.cli.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadAheadTest {

  @Test
  void resultsComeInOrderThoughALaterTaskIsDoneFirst() {
    CountDownLatch later = new CountDownLatch(1);
    Supplier<String> first =
        () -> {
          awaitDone(later);
          return "first";
        };
    Supplier<String> second =
        () -> {
          later.countDown();
          return "second";
        };
    try (ReadAhead<String> ahead = new ReadAhead<>(List.of(first, second), 2, text -> false)) {
      assertEquals("first", ahead.next());
      assertEquals("second", ahead.next());
    }
  }

  @Test
  void noMoreAreBegunThanMayWait() {
    AtomicInteger begun = new AtomicInteger();
    List<Supplier<Integer>> tasks =
        IntStream.range(0, 20).<Supplier<Integer>>mapToObj(i -> begun::incrementAndGet).toList();
    try (ReadAhead<Integer> ahead = new ReadAhead<>(tasks, 2, number -> false)) {
      ahead.next();
    }
    assertEquals(true, begun.get() <= 4);
  }

  @Test
  void whatOthersMayHaveSpoiltIsDoneOnceMoreWhenTheyAreDone() {
    AtomicInteger times = new AtomicInteger();
    AtomicInteger others = new AtomicInteger();
    Supplier<String> spoilt = () -> times.incrementAndGet() == 1 ? "spoilt" : "good " + others;
    Supplier<String> other = () -> "other " + others.incrementAndGet();
    try (ReadAhead<String> ahead =
        new ReadAhead<>(List.of(spoilt, other, other), 2, "spoilt"::equals)) {
      assertEquals("good 2", ahead.next());
      assertEquals("other", ahead.next().substring(0, 5));
    }
  }

  @Test
  void aloneATaskIsDoneByTheThreadThatAsks() {
    List<Supplier<Thread>> tasks = List.of(Thread::currentThread);
    try (ReadAhead<Thread> ahead = new ReadAhead<>(tasks, 1, thread -> false)) {
      assertEquals(Thread.currentThread(), ahead.next());
    }
  }

  private static void awaitDone(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
