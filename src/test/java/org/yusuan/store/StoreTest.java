package org.yusuan.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.export.Fact;
import org.yusuan.export.FactField;
import org.yusuan.export.Facts;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

class StoreTest {

  @TempDir private Path folder;

  private static MadeTable expenditure(String training) {
    return MadeTable.coded("t1", "basic_expenditure_economic", "基本支出表", "元")
        .measure("total", "一般公共预算基本支出", "合计")
        .code("302", "商品和服务支出", "900")
        .code("30216", "培训费", training)
        .total("合计", "900");
  }

  private static Disclosure budget(int year, String training) {
    return MadeDisclosure.budget("甲局", year)
        .table(expenditure(training))
        .finding("t1", 2, 2)
        .build();
  }

  @Test
  void factsReadBackAsTheyWereLoaded() throws SQLException {
    Disclosure disclosure = budget(2024, "12.50");
    try (Store store = Store.open(folder.resolve("b.duckdb"))) {
      assertEquals(Store.Loaded.ADDED, store.load(disclosure));
      List<Fact> expected = new Facts().of(disclosure);
      List<Fact> read = store.factsOf("甲局");
      assertEquals(expected.size(), read.size());
      for (int i = 0; i < expected.size(); i++) {
        for (FactField field : FactField.values()) {
          Object wanted = field.of(expected.get(i));
          if (wanted instanceof BigDecimal money) {
            assertEquals(0, money.compareTo((BigDecimal) field.of(read.get(i))));
          } else {
            assertEquals(wanted, field.of(read.get(i)), field.column());
          }
        }
      }
      assertEquals(Facts.document(disclosure), store.documentsOf("甲局").get(0));
    }
  }

  @Test
  void loadingTwiceChangesNothing() throws SQLException {
    try (Store store = Store.open(folder.resolve("b.duckdb"))) {
      store.load(budget(2024, "12"));
      assertEquals(Store.Loaded.UNCHANGED, store.load(budget(2024, "12")));
      assertEquals(List.of(3L, 1L, 1L, 1L, 1L, 1L), counts(store));
    }
  }

  @Test
  void aCorrectedDocumentReplacesItself() throws SQLException {
    Path file = folder.resolve("b.duckdb");
    try (Store store = Store.open(file)) {
      store.load(budget(2023, "10"));
      store.load(budget(2024, "12"));
      assertEquals(Store.Loaded.REPLACED, store.load(budget(2024, "13")));
    }
    try (Store store = Store.openReadOnly(file)) {
      assertEquals(List.of(6L, 2L, 2L, 2L, 2L, 2L), counts(store));
      assertEquals(
          List.of(List.of(2023, "10.000000"), List.of(2024, "13.000000")),
          store
              .query("SELECT year, amount FROM items_by_year WHERE economic_name = '培训费'")
              .rows()
              .stream()
              .map(row -> List.of((Object) row.get(0), String.valueOf(row.get(1))))
              .toList());
    }
  }

  @Test
  void aFailedLoadLeavesWhatWasThere() throws SQLException {
    try (Store store = Store.open(folder.resolve("b.duckdb"))) {
      Disclosure good = budget(2024, "12");
      store.load(good);
      Table table = good.tables().get(0);
      Row row = table.rows().get(0);
      BigDecimal tooLarge = new BigDecimal("1e25");
      Row broken =
          row.withCells(
              row.cells().stream()
                  .map(
                      cell ->
                          cell.amount() == null
                              ? cell
                              : cell.withText("x")
                                  .withNumber(tooLarge, tooLarge)
                                  .withCorrection(
                                      org.yusuan.model.table.Correction.byIdentities(
                                          "a", "b", 1, List.of())))
                  .toList());
      Disclosure bad =
          new Disclosure(
              1,
              good.source(),
              good.subject(),
              List.of(table.withRows(List.of(broken))),
              List.of(),
              List.of(),
              good.quality());
      assertThrows(SQLException.class, () -> store.load(bad));
      assertEquals(List.of(3L, 1L, 1L, 1L, 1L, 1L), counts(store));
      assertEquals(Store.Loaded.UNCHANGED, store.load(good));
    }
  }

  @Test
  void aQuestionChangesNothing() throws SQLException {
    Path file = folder.resolve("b.duckdb");
    try (Store store = Store.open(file)) {
      store.load(budget(2024, "12"));
    }
    Path leak = folder.resolve("leak.csv");
    try (Store store = Store.openReadOnly(file)) {
      for (String question :
          List.of(
              "DELETE FROM facts",
              "DROP TABLE facts",
              "COPY facts TO '" + leak + "'",
              "ATTACH '" + leak + "'")) {
        assertThrows(SQLException.class, () -> store.query(question), question);
      }
      assertEquals(List.of(3L, 1L, 1L, 1L, 1L, 1L), counts(store));
    }
    assertFalse(Files.exists(leak));
  }

  @Test
  void readyQuestionsHaveAnswers() throws SQLException {
    try (Store store = Store.open(folder.resolve("b.duckdb"))) {
      store.load(
          MadeDisclosure.budget("甲局", 2024)
              .table(
                  MadeTable.items("t1", "income_expenditure_summary", "收支总表", "万元")
                      .measure("budget_amount", "本年支出", "预算数")
                      .total("支出总计", "3.5"))
              .table(
                  MadeTable.coded("t2", "expenditure", "支出总表", "万元")
                      .measure("total", "合计")
                      .code("201", "一般公共服务支出", "4"))
              .table(
                  MadeTable.items("t3", "three_public", "三公", "万元")
                      .measure("official_reception", "公务接待费")
                      .item(1, "", "0.2"))
              .finding("t1", 0, 1)
              .build());
      store.load(
          MadeDisclosure.finalAccounts("甲局", 2024)
              .table(
                  MadeTable.coded("t1", "expenditure", "支出决算表", "万元")
                      .measure("total", "本年支出合计")
                      .code("201", "一般公共服务支出", "3"))
              .build());
      assertEquals(1, store.query("SELECT * FROM totals_by_year").rows().size());
      assertEquals(1, store.query("SELECT * FROM three_public_by_year").rows().size());
      assertEquals(1, store.query("SELECT * FROM contradictions").rows().size());
      assertEquals(
          0.75, store.query("SELECT execution FROM budget_execution").rows().get(0).get(0));
      assertTrue(store.query("SELECT * FROM items_by_year").rows().isEmpty());
      assertEquals(List.of("甲局"), store.organizations());
    }
  }

  @Test
  void executionFindsTheWholeOfALineInEveryTable() throws SQLException {
    try (Store store = Store.open(folder.resolve("b.duckdb"))) {
      store.load(
          MadeDisclosure.budget("甲局", 2024)
              .table(
                  MadeTable.coded("t1", "general_public_budget_functional", "功能分类预算表", "元")
                      .measure("general_public_budget", "一般公共预算支出", "合计")
                      .measure("basic_expenditure", "一般公共预算支出", "基本支出")
                      .code("201", "一般公共服务支出", "200", "50"))
              .table(
                  MadeTable.coded("t2", "expenditure", "支出预算总表", "元")
                      .measure("total", "支出预算", "合计")
                      .measure("general_public_budget", "支出预算", "一般公共预算")
                      .code("201", "一般公共服务支出", "400", "200"))
              .build());
      store.load(
          MadeDisclosure.finalAccounts("甲局", 2024)
              .table(
                  MadeTable.coded("t1", "general_public_budget_functional", "支出决算表", "元")
                      .measure("total", "合计")
                      .code("201", "一般公共服务支出", "150"))
              .table(
                  MadeTable.coded("t2", "expenditure", "支出决算表", "元")
                      .measure("year_expenditure", "本年支出合计")
                      .code("201", "一般公共服务支出", "100"))
              .build());
      assertEquals(
          List.of(List.of("expenditure", 0.25), List.of("general_public_budget_functional", 0.75)),
          store.query("SELECT table_kind, execution FROM budget_execution ORDER BY 1").rows());
    }
  }

  @Test
  void blankLinesAreKept() throws SQLException {
    Disclosure disclosure =
        MadeDisclosure.budget("甲局", 2024)
            .table(
                MadeTable.items("t1", "income_expenditure_summary", "收支总表", "元")
                    .measure("budget_amount", "支出", "预算数")
                    .item(1, "一、一般公共服务支出", "")
                    .item(1, "二、外交支出", "0"))
            .build();
    try (Store store = Store.open(folder.resolve("b.duckdb"))) {
      store.load(disclosure);
      assertEquals(new Facts().linesOf(disclosure), store.linesOf("甲局"));
      assertEquals(2, store.linesOf("甲局").size());
      assertEquals(1, store.factsOf("甲局").size());
    }
  }

  private static List<Object> counts(Store store) throws SQLException {
    List<Object> counts = new java.util.ArrayList<>();
    for (String table :
        List.of("facts", "documents", "tables", "findings", "finding_cells", "claims")) {
      counts.add(store.query("SELECT count(*) FROM " + table).rows().get(0).get(0));
    }
    return counts;
  }
}
