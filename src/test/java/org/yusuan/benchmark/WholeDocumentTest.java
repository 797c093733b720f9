package org.yusuan.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.benchmark.accuracy.Evaluation;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Table;

/** A whole disclosure of 20 tables on 26 pages against its truth. */
class WholeDocumentTest {

  private static final Path FOLDER = Path.of("testdata");
  private static final Path DOCUMENT = FOLDER.resolve("zhuzhou-wangxinban-2020.pdf");

  private static Disclosure disclosure;

  @BeforeAll
  static void read() throws Exception {
    disclosure = Yusuan.extract(DOCUMENT, Options.defaults());
  }

  @Test
  void everyTableCellAndFactIsRight() throws Exception {
    StringBuilder report = new StringBuilder();
    boolean perfect = Evaluation.run(FOLDER, FOLDER, ".pdf", document -> disclosure, report);
    assertTrue(perfect, report.toString());
    assertTrue(report.toString().contains("numeric cells 374/374"), report.toString());
    assertTrue(report.toString().contains("(GriTS, content) 1.0000 of 20"), report.toString());
  }

  @Test
  void theScoreFallsWhenATableIsMissing() throws Exception {
    List<Table> tables = disclosure.tables();
    Disclosure less =
        new Disclosure(
            disclosure.schemaVersion(),
            disclosure.source(),
            disclosure.subject(),
            tables.subList(1, tables.size()),
            disclosure.claims(),
            disclosure.findings(),
            disclosure.quality());
    StringBuilder report = new StringBuilder();
    assertFalse(Evaluation.run(FOLDER, FOLDER, ".pdf", document -> less, report));
    assertTrue(report.toString().contains("(GriTS, content) 0.95"), report.toString());
  }

  @Test
  void everyTableIsAStandardOne() {
    List<String> kinds = disclosure.tables().stream().map(Table::kind).toList();
    assertFalse(kinds.contains(Table.UNKNOWN), kinds.toString());
    assertEquals(20, kinds.size());
    assertEquals("basic_expenditure_economic", kinds.get(19));
  }

  @Test
  void aLayoutsOwnTitleSaysMoreThanThePartsOfATitle() {
    List<String> kinds = disclosure.tables().stream().map(Table::kind).toList();
    assertEquals(
        List.of(
            "basic_expenditure_wages",
            "basic_expenditure_goods_services",
            "basic_expenditure_individuals_families"),
        kinds.subList(4, 7));
    assertEquals(
        List.of("special_expenditure_performance", "special_fund_performance"),
        kinds.subList(17, 19));
  }

  @Test
  void theTableInTheSmallUnitIsInTheSameYuan() {
    assertEquals("万", disclosure.tables().get(10).unit());
    assertEquals(Integer.valueOf(10_000), disclosure.tables().get(10).unitFactor());
  }
}
