package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs of a network of a few characters, one character at every other step. */
class KnownTermsTest {
  private static final List<String> KEYS =
      List.of("", "支", "出", "总", "表", "计", "文", "导", "教", "二", "、", "收", "入", "科", "目");

  private final KnownTerms terms = new KnownTerms(KEYS, List.of("支出总表", "支出总计", "收入科目支出"));

  /** At each place a character is read with 0.7, and the one that is meant is seen with 0.1. */
  private List<String> likely(String read, String meant) {
    int steps = 2 * read.length() + 1;
    float[] output = new float[steps * KEYS.size()];
    for (int step = 0; step < steps; step++) {
      if (step % 2 == 0) {
        output[step * KEYS.size()] = 1;
      } else {
        output[step * KEYS.size() + KEYS.indexOf(read.substring(step / 2, step / 2 + 1))] = 0.7f;
        output[step * KEYS.size() + KEYS.indexOf(meant.substring(step / 2, step / 2 + 1))] += 0.1f;
      }
    }
    return terms.likely(output, steps, KEYS.size(), KEYS);
  }

  @Test
  void aTermIsToldByWhatTheNetworkSawOfEachCharacter() {
    assertEquals(List.of("支出总表"), likely("文出导教", "支出总表"));
  }

  @Test
  void theNumberBeforeATermStays() {
    assertEquals(List.of("二、支出总计"), likely("二、文出导教", "二、支出总计"));
  }

  @Test
  void theBeginningOfATermIsWhatALineMayShow() {
    assertEquals(List.of("收入科目"), likely("收入科目", "收入科目"));
  }

  @Test
  void whatIsLikeTwoTermsMayBeEither() {
    assertEquals(List.of("支出总表", "支出总计"), likely("支出总教", "支出总教"));
  }

  @Test
  void whatIsLikeNoTermIsNone() {
    assertEquals(List.of(), likely("教导文目", "教导文目"));
  }
}
