package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

/** Tables without a total row, whose rows are of a department, its units, or years. */
class UnitsOfDepartmentsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final String OWNER = "临江市测绘局";

  private static final Table SPENT =
      table(
          "t1",
          "支出总表",
          "预算单位|科目编码|科目名称|支出总计|基本支出|项目支出|2024年政府采购项目",
          "临江市测绘局|||4,310.20|2,770.15|1,540.05|905.40",
          "|201|一般公共服务支出|4,310.20|2,770.15|1,540.05|905.40",
          "|20104|发展与改革事务|4,310.20|2,770.15|1,540.05|905.40");

  private static final Table BASIC =
      toldByName(
          "商品和服务支出",
          "302",
          table(
              "t2",
              "基本支出总表",
              "支出项目类别|总计|财政拨款",
              "临江市测绘局|2,770.15|2,770.15",
              "工资福利支出|2,310.08|2,310.08",
              "商品和服务支出|388.62|388.62",
              "办公费|31.00|31.00",
              "对个人和家庭的补助|71.45|71.45"));

  private static final Table SPECIAL =
      table(
          "t3",
          "财政拨款“三公”经费支出表",
          "预算单位|年度|总计|公务接待费|公务用车购置及运行维护费|公务用车运行维护费",
          "临江市测绘局|2023年|7.93|3.11|4.82|4.82",
          "|2024年|7.35|3.06|4.29|4.29");

  private static Table table(String id, String title, String header, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    String[] all = new String[rows.length + 1];
    all[0] = header;
    System.arraycopy(rows, 0, all, 1, rows.length);
    return new TableMapper(Layouts.shipped(), CLASSIFICATION)
        .map(PlacedGrid.of(Grids.of(all), above, List.of()), id)
        .table();
  }

  /** The table with the code of an item that its label and place tell. */
  private static Table toldByName(String label, String code, Table table) {
    return table.withRows(
        table.rows().stream()
            .map(
                row ->
                    label.equals(row.keys().label())
                        ? row.withKeys(row.keys().withCodeByName(code, label))
                        : row)
            .toList());
  }

  private static Disclosure read(List<Table> tables, String... lines) {
    return MadeProse.linked(
        new Claims(CLASSIFICATION), OWNER, Stage.BUDGET, MadeProse.lines(lines), tables);
  }

  private static String cells(List<Table> tables, String... lines) {
    return read(tables, lines).claims().stream()
        .map(claim -> claim.refersTo().isEmpty() ? "-" : place(claim.refersTo().get(0)))
        .collect(Collectors.joining(" "));
  }

  private static String place(CellRef cell) {
    return cell.table() + "/" + cell.row() + "/" + cell.column();
  }

  @Test
  void theRowOfTheDepartmentIsTheTotalOfATableWithoutOne() {
    List<Table> tables = List.of(SPENT);
    assertEquals(
        "t1/0/3 t1/0/5",
        cells(tables, "第三部分 部门预算支出具体情况", "一、临江市测绘局", "临江市测绘局预算4,310.20万元，包括项目支出1,540.05万元。"));
    assertEquals("t1/0/3", cells(tables, "2024年临江市测绘局（本级）部门预算支出4,310.20万元，较上年持平。"));
    assertEquals("t1/0/6", cells(tables, "临江市测绘局纳入2024年部门预算的政府采购项目共有905.40万元。"));
    assertEquals("t1/0/5", cells(tables, "2024年临江市测绘局所有项目支出预算纳入部门预算绩效管理，涉及预算资金1,540.05万元。"));
  }

  @Test
  void operatingFundsAreTheItemOfGoodsThoughItsCodeIsNotPrinted() {
    assertEquals("t2/2/1", cells(List.of(BASIC), "公用经费388.62万元。"));
    assertEquals("t2/2/2", cells(List.of(BASIC), "2024年本单位机关运行经费财政拨款预算388.62万元。"));
    assertEquals("-", cells(List.of(BASIC), "公用经费388.72万元。"));
  }

  @Test
  void aRowOfAYearIsAllOfThatYear() {
    assertEquals(
        "t3/1/2 t3/1/3 t3/1/4 t3/1/5",
        cells(
            List.of(SPECIAL),
            "2024年财政拨款“三公”经费预算7.35万元。",
            "公务接待费2024年预算数3.06万元。",
            "公务用车购置及运行维护费2024年预算数4.29万元，其中：公务用车运行维护费2024年预算数4.29万元。"));
    assertEquals("-", cells(List.of(SPECIAL), "2024年财政拨款“三公”经费预算7.93万元。"));
  }

  @Test
  void belowTheHeadingOfAUnitNothingIsHeldAgainstTheWholeDepartment() {
    Table units =
        table(
            "t1",
            "支出总表",
            "预算单位|科目编码|科目名称|支出总计|基本支出|项目支出",
            "临江市测绘局|||900.00|560.00|340.00",
            "临江市测绘局（本级）|||600.00|390.00|210.00",
            "临江市航测中心|||300.00|170.00|130.00");
    String[] text = {
      "一、临江市测绘局（本级）",
      "临江市测绘局（本级）预算600.00万元，包括项目支出210.00万元。",
      "二、临江市航测中心",
      "市航测中心预算300.00万元，包括项目支出130.00万元。"
    };
    assertEquals("t1/1/3 t1/1/5 t1/2/3 t1/2/5", cells(List.of(units), text));
    Disclosure wrong = read(List.of(units), "二、临江市航测中心", "市航测中心预算317.25万元，包括项目支出141.06万元。");
    assertTrue(
        wrong.findings().stream().allMatch(one -> one.severity() == Severity.INFO),
        wrong.findings().toString());
  }

  @Test
  void aPartOfAnEconomicItemIsNotHeldAgainstTheWhole() {
    Table all =
        table(
            "t1",
            "一般公共预算支出表（按经济分类）",
            "科目编码|科目名称|支出总计|基本支出|项目支出",
            "|合计|900.00|560.00|340.00",
            "301|工资福利支出|480.00|480.00|",
            "303|对个人和家庭的补助|420.00|80.00|340.00");
    Disclosure read =
        read(
            List.of(all),
            "工资福利支出480.00万元。基本支出560.00万元。项目支出340.00万元。支出合计900.00万元。",
            "对个人和家庭的补助支出61.00万元，主要是离退休人员经费。");
    assertEquals(List.of(), read.claims().get(4).refersTo());
    assertEquals(List.of(), read.findings());
  }

  @Test
  void carriedInIsNotWhatIsCarriedOn() {
    Table table =
        table("t1", "收支总表", "收入|预算数|支出|预算数", "本年收入|9.00|结转下年|0.00", "收入总计|9.00|支出总计|9.00");
    assertEquals("-", cells(List.of(table), "其中结转结余390.00万元。"));
  }
}
