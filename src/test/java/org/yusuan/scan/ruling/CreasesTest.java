package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;

class CreasesTest {
  private static List<Ruling> table(double left, double right) {
    List<Ruling> lines = new ArrayList<>();
    for (int row = 0; row < 6; row++) {
      lines.add(new Ruling(true, 300 + 50 * row, left, right, 2));
    }
    return lines;
  }

  @Test
  void aFoldRunsOverThePage() {
    List<Ruling> lines = table(40, 960);
    Ruling fold = new Ruling(true, 470, 1, 999, 3);
    lines.add(fold);
    assertEquals(List.of(fold), Creases.among(lines, 1000, 800));
  }

  /** The shadow of a hand parts the line of the fold. */
  @Test
  void aFoldInTwoPiecesIsOne() {
    List<Ruling> lines = table(40, 960);
    Ruling left = new Ruling(true, 470, 1, 420, 3);
    Ruling right = new Ruling(true, 471, 422, 999, 3);
    lines.add(left);
    lines.add(right);
    assertEquals(List.of(left, right), Creases.among(lines, 1000, 800));
  }

  @Test
  void aPictureOfATableAloneHasNoFolds() {
    assertEquals(List.of(), Creases.among(table(0, 1000), 1000, 800));
  }

  @Test
  void aTableNearlyAsWideAsThePageIsNotFolded() {
    assertEquals(List.of(), Creases.among(table(4, 996), 1000, 800));
  }
}
