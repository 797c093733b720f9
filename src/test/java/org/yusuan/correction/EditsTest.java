package org.yusuan.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.correction.CorrectionEntry.Kind;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;

class EditsTest {

  private static final String WHEN = "2026-01-02T03:04:05Z";

  private static Disclosure made(String organization, String title, String label, String... more) {
    MadeTable table =
        MadeTable.items("t1", "unknown", title, "元")
            .measure(null, "合计")
            .item(1, "人员经费", "3")
            .item(1, label, "4");
    for (String row : more) {
      table.item(1, row, "1");
    }
    return MadeDisclosure.budget(organization, 2025).hash("a".repeat(64)).table(table).build();
  }

  @Test
  void whatWasEditedComesOutAsCorrectionsThatMakeItSo() {
    Disclosure read = made("某局", "支出总表", "公用经赛");
    Disclosure edited = made("乙局", "2025年支出总表", "公用经费");
    List<CorrectionEntry> entries = Edits.between(read, edited, "王五", WHEN);
    assertEquals(
        List.of(Kind.ORGANIZATION, Kind.TITLE, Kind.CELL),
        entries.stream().map(CorrectionEntry::kind).toList());
    Disclosure replayed = new Replay().apply(read, new Corrections(entries)).disclosure();
    assertEquals("2025年支出总表", replayed.tables().get(0).title());
    assertEquals("公用经费", replayed.tables().get(0).rows().get(1).keys().label());
    assertEquals(List.of(), Edits.between(edited, edited, "王五", WHEN));
  }

  @Test
  void whatPeopleCorrectedBeforeIsNotTheEditorsWork() {
    Disclosure read = made("某局", "支出总表", "公用经赛");
    List<CorrectionEntry> before = Edits.between(read, made("某局", "支出总表", "公用经费"), "王五", WHEN);
    List<CorrectionEntry> all = Edits.between(read, made("某局", "2025年支出总表", "公用经费"), "赵六", WHEN);
    assertEquals(
        List.of(Kind.TITLE),
        Edits.without(all, new Corrections(before)).stream().map(CorrectionEntry::kind).toList());
  }

  @Test
  void rowsThatWereAddedOrAnotherDocumentAreRefused() {
    Disclosure read = made("某局", "支出总表", "公用经费");
    assertThrows(
        IllegalArgumentException.class,
        () -> Edits.between(read, made("某局", "支出总表", "公用经费", "其他"), "王五", WHEN));
    Disclosure other = MadeDisclosure.budget("某局", 2025).hash("b".repeat(64)).build();
    assertThrows(IllegalArgumentException.class, () -> Edits.between(read, other, "王五", WHEN));
  }
}
