package org.yusuan.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.store.Store;

class FactSearchTest {

  @TempDir private Path folder;
  private FactSearch search;

  @SuppressWarnings("NullAway.Init")
  FactSearchTest() {}

  @BeforeEach
  void load() throws SQLException {
    Path file = folder.resolve("facts.db");
    try (Store store = Store.open(file)) {
      for (int year : new int[] {2024, 2025}) {
        store.load(
            MadeDisclosure.budget("甲局", year)
                .table(
                    MadeTable.coded("t1", "expenditure", "支出总表", "元")
                        .measure("total", "合计")
                        .code("20101", "人大事务", "5")
                        .code("208", "社会保障和就业支出", "7"))
                .build());
      }
      store.load(
          MadeDisclosure.budget("乙局", 2025)
              .table(
                  MadeTable.coded("t1", "expenditure", "支出总表", "元")
                      .measure("total", "合计")
                      .code("201", "一般公共服务支出", "9"))
              .build());
    }
    search = new FactSearch(file);
  }

  @Test
  void factsAreFoundByWhatTheyAreOf() throws SQLException {
    assertEquals(5, search.find(Map.of()).total());
    assertEquals(3, search.find(Map.of("code", "201")).total());
    assertEquals(2, search.find(Map.of("text", "社会保障")).total());
    assertEquals(1, search.find(Map.of("organization", "乙局", "year", "2025")).total());
  }

  @Test
  void aFacetCountsWhatTheOthersLeave() throws SQLException {
    Map<String, List<FactSearch.Value>> facets = search.find(Map.of("organization", "甲局")).facets();
    assertEquals(
        List.of(new FactSearch.Value("甲局", 4), new FactSearch.Value("乙局", 1)),
        facets.get("organization"));
    assertEquals(
        List.of(new FactSearch.Value("2024", 2), new FactSearch.Value("2025", 2)),
        facets.get("year"));
  }

  @Test
  void aValueIsNeverPartOfTheQuestion() throws SQLException {
    assertEquals(0, search.find(Map.of("organization", "' OR 1=1 --")).total());
    assertEquals(0, search.find(Map.of("text", "%")).total());
    assertEquals(5, search.find(Map.of("document; DROP TABLE facts", "x")).total());
  }

  @Test
  void eachFactHasAnAddressAndSaysWhoVouchesForIt() throws SQLException {
    FactSearch.FoundFacts found = search.find(Map.of("organization", "乙局"));
    List<String> columns = found.rows().columns();
    Object address = found.rows().rows().get(0).get(columns.indexOf("address"));
    assertTrue(String.valueOf(address).matches("[0-9a-f]{64}/t1\\.0\\.2"), String.valueOf(address));
    assertEquals("arithmetic", found.rows().rows().get(0).get(columns.indexOf("vouched_by")));
  }

  @Test
  void aDatabaseThatIsNotThereIsToldSo() {
    FactSearch none = new FactSearch(folder.resolve("none.db"));
    assertThrows(SQLException.class, () -> none.find(Map.of()));
  }
}
