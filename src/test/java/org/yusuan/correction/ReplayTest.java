package org.yusuan.correction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yusuan.Recheck;
import org.yusuan.correction.CorrectionEntry.Kind;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

class ReplayTest {

  private static final String WHEN = "2026-01-02T03:04:05Z";

  private final Recheck recheck = new Recheck();
  private final Replay replay = new Replay();

  /** 3,800 was read where 3,300 stands. */
  private static Disclosure misread() {
    return MadeDisclosure.budget("某局", 2025)
        .table(
            MadeTable.coded("t1", "expenditure", "支出总表", "元")
                .measure("total", "合计")
                .measure("basic_expenditure", "基本支出")
                .measure("project_expenditure", "项目支出")
                .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
                .code("208", "社会保障和就业支出", "700", "700", "")
                .total("合计", "4,000", "2,800", "1,200"))
        .build();
  }

  private static Cell cell(Disclosure disclosure, int row, int cell) {
    return disclosure.tables().get(0).rows().get(row).cells().get(cell);
  }

  private static CorrectionEntry entry(
      Disclosure disclosure,
      Kind kind,
      @Nullable Box box,
      @Nullable String target,
      String read,
      String is) {
    return CorrectionEntry.of(
        disclosure.source().sha256(), kind, 1, box, target, read, is, "王五", WHEN, null);
  }

  private static CorrectionEntry text(Disclosure disclosure, int row, int cell, String is) {
    Cell at = cell(disclosure, row, cell);
    return entry(disclosure, Kind.CELL, at.bbox(), null, at.text(), is);
  }

  private Replay.Outcome apply(Disclosure disclosure, CorrectionEntry... entries) {
    return replay.apply(disclosure, new Corrections(List.of(entries)));
  }

  @Test
  void aCorrectedAmountThatTheSumsConfirmIsVerified() {
    Disclosure disclosure = misread();
    CorrectionEntry entry = text(disclosure, 0, 2, "3,300");
    Cell cell = cell(recheck.recheck(disclosure, new Corrections(List.of(entry))), 0, 2);
    assertEquals("3,300", cell.text());
    assertEquals(new BigDecimal("3300"), cell.amount());
    assertEquals(Status.VERIFIED, cell.status());
    Correction why = cell.correction();
    assertEquals(Correction.byPerson("3,800", "3,300", "王五", WHEN, null, entry.id()), why);
  }

  @Test
  void aCorrectionThatTheSumsDenyIsTold() {
    Disclosure disclosure = misread();
    CorrectionEntry entry = text(disclosure, 0, 2, "3,400");
    Disclosure corrected = recheck.recheck(disclosure, new Corrections(List.of(entry)));
    assertEquals(Status.DISPUTED, cell(corrected, 0, 2).status());
    assertEquals(
        List.of("identity"), corrected.findings().stream().map(f -> f.rule()).distinct().toList());
  }

  @Test
  void anUndoneCorrectionLeavesNoTrace() {
    Disclosure disclosure = misread();
    CorrectionEntry entry = text(disclosure, 0, 2, "3,300");
    CorrectionEntry undo = CorrectionEntry.undo(entry, "王五", WHEN, null);
    assertEquals(disclosure, apply(disclosure, entry, undo).disclosure());
  }

  @Test
  void anEntryForAnotherReadingIsHandedBackAndReported() {
    Disclosure disclosure = misread();
    Cell at = cell(disclosure, 0, 2);
    CorrectionEntry entry = entry(disclosure, Kind.CELL, at.bbox(), null, "5,500", "3,300");
    Replay.Outcome outcome = apply(disclosure, entry);
    assertEquals(List.of(entry), outcome.rejected());
    assertEquals(disclosure, outcome.disclosure());
    Disclosure checked = recheck.recheck(disclosure, new Corrections(List.of(entry)));
    assertEquals(
        1, checked.findings().stream().filter(f -> f.rule().equals(Recheck.NOT_APPLIED)).count());
  }

  @Test
  void anEntryForAnotherPlaceOrFileChangesNothing() {
    Disclosure disclosure = misread();
    CorrectionEntry beside =
        entry(disclosure, Kind.CELL, new Box(0, 0, 40, 20), null, "3,800", "3,300");
    Disclosure other = MadeDisclosure.budget("乙局", 2025).build();
    Replay.Outcome outcome = apply(disclosure, beside, text(misread(), 0, 2, "3,300"));
    assertEquals(List.of(beside), outcome.rejected());
    assertEquals(1, outcome.applied());
    assertEquals(0, apply(other, text(disclosure, 0, 2, "3,300")).applied());
  }

  @Test
  void aSecondCorrectionStandsOnTheFirst() {
    Disclosure disclosure = misread();
    CorrectionEntry first = text(disclosure, 0, 2, "3,500");
    Cell at = cell(disclosure, 0, 2);
    CorrectionEntry second = entry(disclosure, Kind.CELL, at.bbox(), null, "3,500", "3,300");
    Cell cell = cell(apply(disclosure, first, second).disclosure(), 0, 2);
    assertEquals("3,300", cell.text());
    assertEquals("3,800", java.util.Objects.requireNonNull(cell.correction()).read());
  }

  @Test
  void replayingTwiceIsReplayingOnce() {
    Disclosure disclosure = misread();
    CorrectionEntry entry = text(disclosure, 0, 2, "3,300");
    Disclosure once = apply(disclosure, entry).disclosure();
    assertEquals(once, apply(once, entry).disclosure());
  }

  @Test
  void aCorrectedLabelIsTheRowsKeyToo() {
    Disclosure disclosure = misread();
    Disclosure corrected = apply(disclosure, text(disclosure, 1, 1, "卫生健康支出")).disclosure();
    assertEquals("卫生健康支出", corrected.tables().get(0).rows().get(1).keys().label());
  }

  @Test
  void whatIsNoCodeIsNoKeyAndAnAmountIsNone() {
    Disclosure disclosure =
        MadeDisclosure.budget("某局", 2025)
            .table(
                MadeTable.coded("t1", "expenditure", "支出总表", "元")
                    .measure("total", "合计")
                    .code("208", "社会保障和就业支出", "208"))
            .build();
    assertEquals("210", code(apply(disclosure, text(disclosure, 0, 0, "210"))));
    assertNull(code(apply(disclosure, text(disclosure, 0, 0, "21O"))));
    assertEquals("208", code(apply(disclosure, text(disclosure, 0, 2, "206"))));
  }

  private static @Nullable String code(Replay.Outcome outcome) {
    return outcome.disclosure().tables().get(0).rows().get(0).keys().functionalCode();
  }

  @Test
  void otherKeysOfTheRowStay() {
    Disclosure disclosure = misread();
    Table table = disclosure.tables().get(0);
    Keys keys = new Keys("甲", "201", null, "501", "某县", null, null, null, "101001", "某局", null);
    List<Row> rows = new ArrayList<>(table.rows());
    rows.set(0, rows.get(0).withKeys(keys));
    Disclosure keyed = disclosure.withTables(List.of(table.withRows(rows)));
    Disclosure corrected = apply(keyed, text(keyed, 0, 2, "3,300")).disclosure();
    assertEquals(keys, corrected.tables().get(0).rows().get(0).keys());
  }

  @Test
  void unitTitleKindColumnAndRowAreCorrected() {
    Disclosure disclosure = misread();
    Box table = disclosure.tables().get(0).regions().get(0).bbox();
    Disclosure corrected =
        apply(
                disclosure,
                entry(disclosure, Kind.UNIT, table, null, "元", "万元"),
                entry(disclosure, Kind.TITLE, table, null, "支出总表", "2025年支出总表"),
                entry(disclosure, Kind.TABLE_KIND, table, null, "expenditure", "income"),
                entry(disclosure, Kind.COLUMN, table, "基本支出", "", "percent"),
                entry(
                    disclosure, Kind.ROW, cell(disclosure, 1, 1).bbox(), null, "item", "subtotal"))
            .disclosure();
    assertEquals("万元", corrected.tables().get(0).unit());
    assertEquals(10_000, corrected.tables().get(0).unitFactor());
    assertEquals("2025年支出总表", corrected.tables().get(0).title());
    assertEquals("income", corrected.tables().get(0).kind());
    assertEquals(RowKind.SUBTOTAL, corrected.tables().get(0).rows().get(1).kind());
    Cell amount = cell(recheck.recheck(corrected, Corrections.NONE), 1, 2);
    assertEquals(0, new BigDecimal("7000000").compareTo(amount.amount()));
    assertNull(cell(recheck.recheck(corrected, Corrections.NONE), 1, 3).amount());
  }

  @Test
  void numbersOfAColumnBecomeMoneyWhenAPersonSaysSo() {
    Disclosure disclosure = misread();
    Box table = disclosure.tables().get(0).regions().get(0).bbox();
    CorrectionEntry count = entry(disclosure, Kind.COLUMN, table, "基本支出", "", "count");
    CorrectionEntry money = entry(disclosure, Kind.COLUMN, table, "基本支出", "", "amount");
    Disclosure counted = recheck.recheck(disclosure, new Corrections(List.of(count)));
    assertNull(cell(counted, 1, 3).amount());
    Disclosure paid = recheck.recheck(counted, new Corrections(List.of(money)));
    assertEquals(new BigDecimal("700"), cell(paid, 1, 3).amount());
  }

  @Test
  void anUnknownUnitIsHandedBack() {
    Disclosure disclosure = misread();
    Box table = disclosure.tables().get(0).regions().get(0).bbox();
    CorrectionEntry entry = entry(disclosure, Kind.UNIT, table, null, "元", "两");
    assertEquals(List.of(entry), apply(disclosure, entry).rejected());
  }

  @Test
  void organizationYearAndStageAreCorrected() {
    Disclosure disclosure = misread();
    Disclosure corrected =
        apply(
                disclosure,
                entry(disclosure, Kind.ORGANIZATION, null, null, "某局", "乙局"),
                entry(disclosure, Kind.FISCAL_YEAR, null, null, "2025", "2024"),
                entry(disclosure, Kind.STAGE, null, null, "budget", "final-accounts"))
            .disclosure();
    assertEquals(
        "乙局", java.util.Objects.requireNonNull(corrected.subject().organization()).value());
    assertEquals(2024, java.util.Objects.requireNonNull(corrected.subject().fiscalYear()).value());
    assertEquals(
        Stage.FINAL_ACCOUNTS,
        java.util.Objects.requireNonNull(corrected.subject().stage()).value());
  }

  /**
   * A thousand corrections in any order: each cell holds what was said of it last, no other does.
   */
  @Test
  void noCorrectionIsLostAndNoneReachesAnotherCell() {
    MadeTable table =
        MadeTable.items("t1", "unknown", "某表", "元").measure(null, "甲").measure(null, "乙");
    for (int row = 0; row < 60; row++) {
      table.item(1, "项目" + row, String.valueOf(1000 + row), String.valueOf(5000 + row));
    }
    Disclosure disclosure = MadeDisclosure.budget("某局", 2025).table(table).build();
    Random random = new Random(7);
    Map<String, String> said = new TreeMap<>();
    List<CorrectionEntry> entries = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      int row = random.nextInt(60);
      int column = 1 + random.nextInt(2);
      Cell at = cell(disclosure, row, column);
      String key = row + "/" + column;
      String before = said.getOrDefault(key, at.text());
      String now = String.valueOf(random.nextInt(100_000));
      entries.add(entry(disclosure, Kind.CELL, at.bbox(), null, before, now));
      said.put(key, now);
    }
    Replay.Outcome outcome = replay.apply(disclosure, new Corrections(entries));
    assertEquals(List.of(), outcome.rejected());
    for (int row = 0; row < 60; row++) {
      for (int column = 0; column < 3; column++) {
        String expected =
            said.getOrDefault(row + "/" + column, cell(disclosure, row, column).text());
        assertEquals(expected, cell(outcome.disclosure(), row, column).text());
      }
    }
  }
}
