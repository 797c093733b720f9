package org.yusuan.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the reading of documents one after the other may cost a process. */
final class ProcessLimits {

  /** Processor time of the process for one document: other processes do not count. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** The heap is looked at after so many documents. */
  private static final int EVERY = 250;

  /** The heap in use may rise by this much after the first look: caches of fonts fill. */
  private static final long MOST_GROWTH_BYTES = 48L << 20;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final List<Long> heaps = new ArrayList<>();
  private Duration longest = Duration.ZERO;
  private int count;
  private long begun;

  /** A document begins. */
  void begin() {
    begun = SYSTEM.getProcessCpuTime();
  }

  /** A document ends. Returns the processor time that it took if that is too much, or null. */
  @Nullable String end() {
    Duration taken = Duration.ofNanos(SYSTEM.getProcessCpuTime() - begun);
    longest = taken.compareTo(longest) > 0 ? taken : longest;
    if (++count % EVERY == 0) {
      heaps.add(heapInUse());
      System.out.printf(
          "%d documents, longest %d ms of processor time, heap %d MB, threads %d%n",
          count,
          longest.toMillis(),
          heaps.get(heaps.size() - 1) >> 20,
          ManagementFactory.getThreadMXBean().getThreadCount());
    }
    return taken.compareTo(LONGEST) < 0 ? null : taken.toMillis() + " ms of processor time";
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** The heap in use after garbage is collected does not rise. */
  void assertHeapIsFlat() {
    for (long heap : heaps) {
      assertTrue(heap <= heaps.get(0) + MOST_GROWTH_BYTES, heaps.toString());
    }
  }
}
