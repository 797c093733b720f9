package org.yusuan.compare.holding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.export.Fact;
import org.yusuan.export.Facts;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

class DuplicateDocumentsTest {

  private static DuplicateDocuments.Copy copy(String name, boolean recognized, String... amounts) {
    MadeTable table = MadeTable.coded("t1", "expenditure", "支出总表", "元").measure("total", "合计");
    String[] codes = {"201", "208", "210"};
    for (int i = 0; i < amounts.length; i++) {
      table.code(codes[i], "科目" + i, amounts[i]);
    }
    Disclosure disclosure = MadeDisclosure.budget(name, 2024).table(table).build();
    DuplicateDocuments.Copy made =
        DuplicateDocuments.Copy.of(Facts.document(disclosure), new Facts().of(disclosure));
    return new DuplicateDocuments.Copy(
        made.document(), recognized, made.verified(), made.amounts());
  }

  private static String best(DuplicateDocuments.Copy... copies) {
    return String.valueOf(
        Stream.of(copies)
            .sorted(DuplicateDocuments.BETTER_READ_FIRST)
            .toList()
            .get(0)
            .document()
            .organization());
  }

  @Test
  void aTextLayerOutdoesAScanAndACompleteOneAPart() {
    assertEquals("文字", best(copy("扫描", true, "1", "2", "3"), copy("文字", false, "1", "2")));
    assertEquals("完整", best(copy("部分", false, "1"), copy("完整", false, "1", "2")));
  }

  @Test
  void theNoteNamesTheCellsThatDifferAndCountsTheOthers() {
    Wording note =
        DuplicateDocuments.compared(
            new Period(2024, Period.BUDGET),
            copy("甲", false, "1", "2", "3"),
            copy("乙", false, "1", "5"),
            Messages.shipped());
    assertTrue(note.en().contains("「科目1」合计 2 (p1) ≠ 5 (p1)"), note.en());
    assertTrue(note.en().contains("1 amounts are in the first only, 0 in the second"), note.en());
    assertTrue(!note.en().contains("科目0"), note.en());
  }

  @Test
  void equalDocumentsAreSaidToBeEqual() {
    Wording note =
        DuplicateDocuments.compared(
            new Period(2024, Period.BUDGET),
            copy("甲", false, "1"),
            copy("乙", true, "1"),
            Messages.shipped());
    assertTrue(note.en().contains("with the same amounts"), note.en());
  }

  @Test
  void amountsOfOneKeyAreKeptApart() {
    Map<String, Fact> amounts = copy("甲", false, "1", "2").amounts();
    assertEquals(2, amounts.size());
    assertEquals(List.of("1", "2"), amounts.values().stream().map(Fact::text).sorted().toList());
  }
}
