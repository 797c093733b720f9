package org.yusuan.claim.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.model.Quantity;

/** Lists of parts, clause by clause. */
class PartListTest {

  private final PartList parts = new PartList(ClaimVocabulary.shipped().firstPart());

  @Test
  void theFirstPartStandsBehindItsMark() {
    parts.hear(",其中");
    assertTrue(parts.isFirst("基本支出"));
    parts.state("基本支出", Quantity.LEVEL, null);
    assertFalse(parts.isFirst("项目支出"));
    assertTrue(parts.isFirst(",其中公务接待费"));
  }

  @Test
  void aSentenceBehindAListGoesOnAboutItsWhole() {
    parts.hear("其中");
    parts.state("基本支出", Quantity.LEVEL, "fiscal");
    parts.state("上年结转", Quantity.LEVEL, null);
    assertEquals("fiscal", parts.end(null));
    assertTrue(parts.isOfWhole("比上年增加"));
    assertFalse(parts.isOfWhole("三公经费增加"));
    parts.state("比上年增加", Quantity.CHANGE, null);
    parts.state("项目支出", Quantity.LEVEL, null);
    assertFalse(parts.isOfWhole("比上年增加"));
  }

  @Test
  void aSentenceWithoutPartsIsNoList() {
    parts.state("基本支出", Quantity.LEVEL, "general");
    assertEquals("general", parts.end("general"));
    assertFalse(parts.isOfWhole("比上年增加"));
  }
}
