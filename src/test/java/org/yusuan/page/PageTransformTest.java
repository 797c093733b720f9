package org.yusuan.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;

class PageTransformTest {
  @Test
  void aBoxOfACurledPageIsFoundAgainOnItsPicture() {
    PageTransform curled =
        PageTransform.none(600, 800)
            .curled(new PageCurl(200, List.of(20.0, 0.0, 0.0), List.of(0.02, 0.0, 0.0)));
    Box box = new Box(90, 400, 110, 410);

    Box shown = curled.onDisplayedPage(box);
    Box back = curled.fromDisplayedPage(new Box(100, 415, 100, 415));

    assertEquals(400 + (20 + 0.02 * 400) * 0.45, shown.top(), 1e-6);
    assertEquals(415, curled.onDisplayedPage(100, back.top())[1], 0.01);
    assertEquals(300, curled.onDisplayedPage(500, 300)[1], 1e-9);
  }
}
