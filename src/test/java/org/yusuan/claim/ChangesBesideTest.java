package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Claim;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;

/** Changes that a table prints, and which table comes first. */
class ChangesBesideTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final TableMapper MAPPER = new TableMapper(Layouts.shipped(), CLASSIFICATION);
  private static final Claims CLAIMS = new Claims(CLASSIFICATION);

  private static Table table(String id, String title, String... rows) {
    return MAPPER
        .map(
            PlacedGrid.of(
                Grids.of(rows),
                TextLines.of(List.of(Grids.word(title, 10, -60), Grids.word("单位：万元", 10, -40))),
                List.of()),
            id)
        .table();
  }

  private static List<Claim> read(Stage stage, List<Table> tables, String... lines) {
    return MadeProse.linked(CLAIMS, stage, MadeProse.lines(lines), tables).claims();
  }

  private static final Table THREE_PUBLIC =
      table(
          "t1",
          "2024年省本级“三公”经费情况表",
          "项目|2024年预算|2024年决算|2023年决算|2024年决算比2023年决算|2024年决算比2024年预算",
          "合计|9,004|7,401|8,002|-601|-1,603",
          "一、因公出国（境）费|3,001|2,201|2,503|-302|-800",
          "二、公务用车购置及运行维护费|4,001|3,800|3,698|102|-201",
          "三、公务接待费|2,002|1,400|1,801|-401|-602");

  @Test
  void aChangeOfANamedThingIsTheOneThatItsRowPrints() {
    List<Claim> claims =
        read(
            Stage.FINAL_ACCOUNTS,
            List.of(THREE_PUBLIC),
            "2024年，省本级“三公”经费支出合计7401万元。其中，因公出国（境）支出2201万元，公务接待费支出1400万元。",
            "与2023年决算相比，省本级“三公”经费支出减少601万元。其中：因公出国（境）支出减少302万元；公务接待费支出增加401万元。",
            "与2024年预算相比，省本级“三公”经费支出减少1603万元。其中：因公出国（境）支出减少800万元。");
    assertEquals(
        List.of(
            List.of(new CellRef("t1", 0, 2)),
            List.of(new CellRef("t1", 1, 2)),
            List.of(new CellRef("t1", 3, 2)),
            List.of(new CellRef("t1", 0, 4)),
            List.of(new CellRef("t1", 1, 4)),
            List.of(),
            List.of(new CellRef("t1", 0, 5)),
            List.of(new CellRef("t1", 1, 5))),
        claims.stream().map(Claim::refersTo).toList());
  }

  @Test
  void theTableOfAllMoneyComesFirstWhereNoBudgetIsNamed() {
    Table general =
        table(
            "t1", "2024年部门一般公共预算支出预算表", "科目编码|科目名称|合计|基本支出|项目支出", "205|教育支出|700.00|500.00|200.00");
    Table all =
        table("t2", "2024年部门支出预算总表", "科目编码|科目名称|合计|基本支出|项目支出", "205|教育支出|700.00|500.00|200.00");
    assertEquals(
        "t2",
        read(Stage.BUDGET, List.of(general, all), "2024年支出包括：教育支出700.00万元。")
            .get(0)
            .refersTo()
            .get(0)
            .table());
    assertEquals(
        "t1",
        read(Stage.BUDGET, List.of(general, all), "2024年一般公共预算支出包括：教育支出700.00万元。")
            .get(0)
            .refersTo()
            .get(0)
            .table());
  }
}
