package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.CodeReview;
import org.yusuan.layout.TableMapper;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Table;

/** Tables of departments in which a unit or a project stands above its items. */
class HeadedItemsTest {

  private static final Layouts LAYOUTS = Layouts.shipped();
  private static final Classification CLASSIFICATION = Classification.shipped();

  private static Table table(String title, String... rows) {
    PlacedGrid placed =
        PlacedGrid.of(
            Grids.of(rows),
            TextLines.of(List.of(Grids.word(title, 10, -60), Grids.word("单位：万元", 300, -30))),
            List.of());
    Table table = new TableMapper(LAYOUTS, CLASSIFICATION).map(placed, "t1").table();
    return new CodeReview(CLASSIFICATION, LAYOUTS.vocabulary().numbering(), Messages.shipped())
        .review(List.of(table), 2024)
        .tables()
        .get(0);
  }

  private static Map<Integer, List<Integer>> items(Table table) {
    return new HeadedItems(table).find(IntStream.range(0, table.rows().size()).boxed().toList());
  }

  private static List<RowSums.RowSum> codes(Table table) {
    return new RowSums(table, 0, LabelPatterns.shipped())
        .find().stream().filter(sum -> sum.kind() == RowSums.Kind.CODES).toList();
  }

  @Test
  void aUnitIsTheSumOfTheItemsThatPrintItsCode() {
    Table table =
        table(
            "2024年部门支出总表",
            "类|款|项|单位代码|单位名称（科目）|合计",
            "|||       |合计        |65.00",
            "|||318    |青山县林业局|65.00",
            "|||318001 |青山县林业局本级|45.00",
            "213|02|01|318001|行政运行|30.00",
            "213|02|05|318001|森林资源培育|15.00",
            "|||318002 |青山县苗圃  |20.00",
            "213|02|04|318002|事业机构|18.00",
            "221|02|01|318002|住房公积金|2.00");
    assertEquals(Map.of(2, List.of(3, 4), 5, List.of(6, 7)), items(table));
    Keys unit = table.rows().get(2).keys();
    assertEquals("青山县林业局本级", unit.unitName());
    Keys item = table.rows().get(3).keys();
    assertEquals("行政运行", item.label());
    assertEquals(null, item.unitName());
    assertEquals("318001", item.unitCode());
  }

  @Test
  void classesThatOnlyTheirNamesTellStandBetweenTheUnitAndItsItems() {
    Table table =
        table(
            "2024年财政拨款支出预算表（部门经济分类科目）",
            "类|款|单位代码|单位名称（科目）|总计",
            "||   |合计        |65.00",
            "||318|青山县林业局|65.00",
            "||   |工资福利支出|45.00",
            "301|01|318|基本工资|30.00",
            "301|02|318|津贴补贴|15.00",
            "||   |商品和服务支出|20.00",
            "302|01|318|办公费|18.00",
            "302|02|318|印刷费|2.00");
    assertEquals(Map.of(1, List.of(2, 5)), items(table));
    assertEquals(List.of(2, 5), codes(table).stream().map(RowSums.RowSum::total).toList());
    assertEquals(List.of(List.of(3, 4)), codes(table).get(0).readings());
    assertEquals(List.of(List.of(6, 7)), codes(table).get(1).readings());
  }

  @Test
  void anItemIsTheSumOfItsProjectsWhichRepeatItsCode() {
    Table table =
        table(
            "2024年一般公共预算项目支出预算表",
            "类|款|项|单位代码|单位名称（科目）|金额",
            "|||   |合计        |65.00",
            "|||318|青山县林业局|65.00",
            "213|02|05|   |森林资源培育|45.00",
            "213|02|05|318|苗木购置|30.00",
            "213|02|05|318|造林补贴|15.00",
            "213|02|99|   |其他林业和草原支出|20.00",
            "213|02|99|318|宣传|20.00");
    assertEquals("苗木购置", table.rows().get(3).keys().project());
    assertEquals(Map.of(1, List.of(2, 5)), items(table));
    assertEquals(List.of(3, 4), codes(table).get(0).readings().get(0));
  }

  @Test
  void aProjectIsTheSumOfWhatItBuys() {
    Table table =
        table(
            "2024年部门项目支出预算表",
            "项目名称|项目单位|功能科目编码|功能科目名称|经济科目编码|经济科目名称|合计",
            "造林补贴||||||45.00",
            "造林补贴|青山县苗圃|2130205|森林资源培育|30201|办公费|15.00",
            "造林补贴|青山县苗圃|2130205|森林资源培育|30227|委托业务费|30.00",
            "防火||||||20.00",
            "防火|青山县苗圃|2130234|林业草原防灾减灾|30201|办公费|12.00",
            "防火|青山县苗圃|2130234|林业草原防灾减灾|30227|委托业务费|8.00",
            "合计||||||65.00");
    assertEquals(Map.of(0, List.of(1, 2), 3, List.of(4, 5)), items(table));
  }
}
