package org.yusuan.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageSamplerTest {

  @Test
  void workCountsForThePackageThatItIsIn() {
    try (StageSampler sampler =
        new StageSampler(List.of("org.yusuan.benchmark.speed", "org.yusuan.nowhere"))) {
      while (sampler.samples() < 3) {
        Thread.onSpinWait();
      }
      assertTrue(sampler.share("org.yusuan.benchmark.speed") > 0, "this test");
      assertEquals(0, sampler.share("org.yusuan.nowhere"));
    }
  }
}
