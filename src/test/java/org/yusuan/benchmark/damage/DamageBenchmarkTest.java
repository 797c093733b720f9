package org.yusuan.benchmark.damage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Faults that are planted are told. */
class DamageBenchmarkTest {

  @Test
  void faultsThatAnotherFigureContradictsAreReported() {
    DamageBenchmark benchmark = new DamageBenchmark();
    benchmark.run(DamageBenchmark.made(1, 12), 0, 2);
    assertTrue(benchmark.reportedShare() > 0.85, "reported " + benchmark.reportedShare());
  }
}
