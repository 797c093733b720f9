package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;

class EchoesTest {
  private static final Ruling LONG = new Ruling(false, 480, 100, 900, 2);

  @Test
  void aPieceCloseBesideALongerRulingIsItsEcho() {
    Ruling echo = new Ruling(false, 469, 300, 400, 2);
    assertEquals(List.of(echo), Echoes.among(List.of(LONG, echo), 200));
  }

  @Test
  void aShortRulingFurtherAwayAndOneThatGoesOnAreNone() {
    Ruling column = new Ruling(false, 460, 300, 400, 2);
    Ruling next = new Ruling(false, 478, 905, 1200, 2);
    Ruling crossing = new Ruling(true, 470, 300, 400, 2);
    assertEquals(List.of(), Echoes.among(List.of(LONG, column, next, crossing), 200));
  }
}
