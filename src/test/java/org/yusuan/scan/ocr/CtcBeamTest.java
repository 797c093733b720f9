package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;

class CtcBeamTest {
  private final CtcBeam beam = new CtcBeam(List.of("", "a", "b"), 8);

  @Test
  void sumsAllAlignmentsOfAText() {
    // a-, -a and aa all say "a": 0.4*0.6 + 0.6*0.4 + 0.4*0.4.
    float[] output = {0.6f, 0.4f, 0, 0.6f, 0.4f, 0};
    List<Reading> readings = beam.decode(output, 0, 2, 3);
    assertEquals("a", readings.get(0).text());
    assertEquals(0.64, readings.get(0).probability(), 1e-6);
  }

  @Test
  void readsADoubledCharacterOnlyAcrossABlank() {
    float[] joined = {0.01f, 0.99f, 0, 0.01f, 0.99f, 0};
    float[] parted = {0.01f, 0.99f, 0, 0.99f, 0.01f, 0, 0.01f, 0.99f, 0};
    assertEquals("a", beam.decode(joined, 0, 2, 3).get(0).text());
    assertEquals("aa", beam.decode(parted, 0, 3, 3).get(0).text());
  }

  @Test
  void keepsTheSecondBestText() {
    float[] output = {0, 0.7f, 0.3f};
    List<Reading> readings = beam.decode(output, 0, 1, 3);
    assertEquals(List.of("a", "b"), readings.stream().map(Reading::text).toList());
    assertTrue(readings.get(1).probability() > 0.29);
  }
}
