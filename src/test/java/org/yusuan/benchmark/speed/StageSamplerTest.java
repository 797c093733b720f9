package org.yusuan.benchmark.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StageSamplerTest {

  @Test
  void aStackCountsForThePackageOfItsInnermostFrame() {
    try (StageSampler sampler = new StageSampler(List.of("org.yusuan.check", "org.yusuan.claim"))) {
      sampler.count(
          List.of(
              "java.util.List", "org.yusuan.check.solve.A", "org.yusuan.claim.B", "org.yusuan.C"));
      sampler.count(List.of("org.yusuan.claim.B", "org.yusuan.C"));
      sampler.count(List.of("org.yusuan.checker.D", "org.yusuan.C"));
      sampler.count(List.of("org.yusuan.C"));
      sampler.count(List.of("java.lang.Thread"));
      assertEquals(4, sampler.samples());
      assertEquals(0.25, sampler.share("org.yusuan.check"));
      assertEquals(0.25, sampler.share("org.yusuan.claim"));
      assertEquals(0.5, sampler.share());
    }
  }
}
