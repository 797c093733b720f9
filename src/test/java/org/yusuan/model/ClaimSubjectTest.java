package org.yusuan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClaimSubjectTest {

  @Test
  void whatIsSaidIsKeptInTheOrderOfItsNames() {
    Map<String, String> said =
        Map.of("year", "2024", "budget", "fund", "total", "total", "side", "revenue");
    ClaimSubject subject =
        new ClaimSubject(
            Quantity.LEVEL,
            List.of(),
            null,
            said,
            said,
            List.of(),
            List.of(),
            null,
            null,
            null,
            0,
            null);
    List<String> names = List.of("budget", "side", "total", "year");
    assertEquals(names, List.copyOf(subject.says().keySet()));
    assertEquals(names, List.copyOf(subject.context().keySet()));
  }
}
