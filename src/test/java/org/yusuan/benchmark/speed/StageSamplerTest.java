package org.yusuan.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageSamplerTest {

  /** Long enough for some tens of samples, in nanoseconds of the processor. */
  private static final long WORK = 500_000_000;

  @Test
  void workCountsForThePackageThatItIsIn() throws IOException {
    try (StageSampler sampler =
        new StageSampler(List.of("org.yusuan.benchmark.speed", "org.yusuan.nowhere"))) {
      work();
      sampler.count();
      assertTrue(sampler.samples() > 0);
      assertTrue(sampler.share("org.yusuan.benchmark.speed") > 0, "this test");
      assertEquals(0, sampler.share("org.yusuan.nowhere"));
    }
  }

  private static void work() {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    while (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() < start + WORK) {
      Thread.onSpinWait();
    }
  }
}
