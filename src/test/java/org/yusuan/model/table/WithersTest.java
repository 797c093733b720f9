package org.yusuan.model.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is changed in a cell, column or table is changed alone: everything else stays. */
class WithersTest {

  private static final Box BOX = new Box(1, 2, 3, 4);

  private static final Cell CELL =
      new Cell(
          1,
          2,
          3,
          "12.00",
          new BigDecimal("12.00"),
          new BigDecimal("120000.00"),
          4,
          BOX,
          Origin.OCR,
          0.9,
          List.of(new Reading("12.00", 0.9)),
          Status.VERIFIED,
          null);

  private static final Column COLUMN =
      new Column(List.of("合计"), ColumnRole.AMOUNT, "total", 2024, Stage.BUDGET, true, 1);

  private static final Table TABLE =
      new Table(
          "t1",
          "expenditure_summary",
          "layout",
          new Dimensions(
              "general_public_budget",
              "expenditure",
              "own_level",
              Stage.BUDGET,
              2024,
              "functional"),
          "支出预算总表",
          "01",
          "万元",
          10_000,
          List.of(1),
          List.of(new Region(1, BOX)),
          1,
          List.of(),
          List.of(COLUMN),
          List.of(),
          false,
          "注");

  /** The components in which two records of one type differ. */
  private static Set<String> changed(Record before, Record after) {
    Set<String> changed = new TreeSet<>();
    for (RecordComponent component : before.getClass().getRecordComponents()) {
      try {
        Object one = component.getAccessor().invoke(before);
        Object other = component.getAccessor().invoke(after);
        if (one == null ? other != null : !one.equals(other)) {
          changed.add(component.getName());
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError(e);
      }
    }
    return changed;
  }

  @Test
  void ofATableOnlyWhatIsNamedChanges() {
    assertEquals(Set.of("title"), changed(TABLE, TABLE.withTitle("收入预算总表")));
    assertEquals(Set.of("unit", "unitFactor"), changed(TABLE, TABLE.withUnit("元", 1)));
    assertEquals(Set.of("kind", "layout"), changed(TABLE, TABLE.withKind("other", null)));
    assertEquals(Set.of("columns"), changed(TABLE, TABLE.withColumns(List.of())));
    assertEquals(
        Set.of("rows"),
        changed(
            TABLE,
            TABLE.withRows(
                List.of(new Row(0, 0, RowKind.ITEM, 0, Keys.labelled("一"), List.of(CELL))))));
    assertEquals(Set.of("regions"), changed(TABLE, TABLE.withPlaces(List.of(), TABLE.header())));
  }

  @Test
  void ofAColumnOnlyWhatIsNamedChanges() {
    assertEquals(
        Set.of("measure", "role"), changed(COLUMN, COLUMN.withMeaning(ColumnRole.TEXT, null)));
    assertEquals(Set.of("list"), changed(COLUMN, COLUMN.withList(0)));
  }

  @Test
  void ofACellOnlyWhatIsNamedChanges() {
    assertEquals(Set.of("text"), changed(CELL, CELL.withText("13.00")));
    assertEquals(Set.of("amount", "value"), changed(CELL, CELL.withNumber(null, null)));
    assertEquals(Set.of("bbox"), changed(CELL, CELL.withBox(new Box(0, 0, 1, 1))));
    assertEquals(Set.of("status"), changed(CELL, CELL.withStatus(null)));
  }
}
