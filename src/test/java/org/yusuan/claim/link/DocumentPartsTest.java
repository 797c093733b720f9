package org.yusuan.claim.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.made.MadeTable;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/** A department and its units with the same tables: the prose of each is about its own. */
class DocumentPartsTest {

  private static Table table(String kind, int page) {
    return MadeTable.items(kind + page, kind, kind + "表", "万元")
        .measure("total", "合计")
        .on(page, Status.VERIFIED)
        .total("合计", "9,014.77")
        .build();
  }

  /** Two tables on each of these pages and the next. */
  private static List<Table> tables(int... pages) {
    List<Table> tables = new ArrayList<>();
    for (int page : pages) {
      tables.add(table("income", page));
      tables.add(table("expenditure", page + 1));
    }
    return tables;
  }

  private static Candidate candidate(Table table, MeaningMatch fit) {
    CellRef ref = new CellRef(table.id(), 0, 1);
    return new Candidate(
        ref,
        table,
        Objects.requireNonNull(table.cell(0, 1)),
        fit,
        false,
        false,
        false,
        false,
        0,
        0);
  }

  /** The tables of expenditure in the order in which a page looks at them. */
  private static List<String> order(List<Table> tables, Set<Integer> prose, int page) {
    List<Candidate> all =
        tables.stream()
            .filter(table -> table.kind().equals("expenditure"))
            .map(table -> candidate(table, MeaningMatch.EXACT))
            .toList();
    return DocumentParts.of(tables, prose).ownFirst(page, all).stream()
        .map(one -> one.table().id())
        .toList();
  }

  @Test
  void proseStandsBeforeTheTablesOfItsPart() {
    List<Table> tables = tables(2, 5, 8);
    Set<Integer> prose = Set.of(1, 4, 7);
    assertEquals("expenditure3", order(tables, prose, 1).get(0));
    assertEquals("expenditure6", order(tables, prose, 4).get(0));
    assertEquals("expenditure9", order(tables, prose, 7).get(0));
  }

  @Test
  void orBehindThem() {
    List<Table> tables = tables(1, 4);
    assertEquals("expenditure2", order(tables, Set.of(1, 3, 6), 3).get(0));
    assertEquals("expenditure5", order(tables, Set.of(1, 3, 6), 6).get(0));
  }

  @Test
  void nothingIsKnownOfProseThatStandsApartFromAllTables() {
    List<String> asTheyStand = List.of("expenditure3", "expenditure5");
    assertEquals(asTheyStand, order(tables(2, 4), Set.of(1), 1));
    assertEquals(asTheyStand, order(tables(2, 4), Set.of(6), 6));
    assertEquals(asTheyStand, order(tables(2, 4), Set.of(1, 3, 6), 6));
  }

  @Test
  void formsOfOneKindAreNoParts() {
    List<Table> forms = Stream.of(2, 4, 6, 8).map(page -> table("expenditure", page)).toList();
    assertEquals("expenditure2", order(forms, Set.of(1, 3, 5, 7), 5).get(0));
  }

  @Test
  void aCellThatFitsBetterComesFirst() {
    List<Table> tables = tables(2, 5);
    List<Candidate> all =
        List.of(
            candidate(tables.get(1), MeaningMatch.EXACT),
            candidate(tables.get(3), MeaningMatch.EXTRA));
    assertEquals(all, DocumentParts.of(tables, Set.of(1, 4)).ownFirst(4, all));
  }
}
