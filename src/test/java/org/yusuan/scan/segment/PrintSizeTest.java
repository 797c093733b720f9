package org.yusuan.scan.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.scan.image.ConnectedComponent;

class PrintSizeTest {
  private static List<ConnectedComponent> characters(int count, int height) {
    List<ConnectedComponent> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(new ConnectedComponent(100 * i, 0, 100 * i + height, height, height * height / 3));
    }
    return all;
  }

  @Test
  void theUsualHeightIsMeasuredInInches() {
    assertEquals(0.3, PrintSize.inches(characters(40, 90), 300), 1e-9);
  }

  @Test
  void stainsAndRulingsSayNothing() {
    List<ConnectedComponent> page = characters(40, 90);
    page.addAll(characters(200, 5));
    page.add(new ConnectedComponent(0, 0, 3000, 4, 12000));
    assertEquals(0.3, PrintSize.inches(page, 300), 1e-9);
  }

  @Test
  void aFewLargeCharactersAreACover() {
    assertEquals(0, PrintSize.inches(characters(12, 150), 300));
  }
}
