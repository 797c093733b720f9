package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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
import org.yusuan.page.TextLine;

/** Sentences that leave to their heading what they are about. */
class ItemsBelowHeadingsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();

  private static final Table FUNDS =
      table(
          "2024年全市社会保险基金决算表",
          "项目|合计|失业保险基金|工伤保险基金",
          "一、收入|990.00|480.00|510.00",
          "其中：财政补贴收入|72.00|60.00|12.00",
          "二、支出|600.00|330.00|270.00",
          "三、本年收支结余|390.00|150.00|240.00");

  private static final Table DEBTS =
      table(
          "2024年全市地方政府债务限额及余额情况表",
          "地区|政府债务限额|一般债务限额|专项债务限额|政府债务余额|一般债务余额|专项债务余额",
          "全市|900.00|400.00|500.00|777.00|333.00|444.00",
          "市本级|300.00|100.00|200.00|222.00|111.00|111.00");

  private static final Table BONDS =
      table(
          "全市地方政府债券发行及还本付息情况表",
          "项目|本地区|本级",
          "一、2024年发行执行数|650.00|610.00",
          "二、2024年还本执行数|420.00|310.00",
          "三、2024年付息执行数|235.00|140.00");

  private static final Table REVENUE =
      table("2024年全市一般公共预算收支平衡表", "项目|决算数", "一般公共预算收入合计|960.00", "债务（转贷）收入|285.00", "收入总计|1245.00");

  private static Table table(String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return new TableMapper(Layouts.shipped(), CLASSIFICATION)
        .map(PlacedGrid.of(Grids.of(rows), above, List.of()), "t1")
        .table();
  }

  private static List<Claim> read(String... lines) {
    return read(FUNDS, lines);
  }

  private static List<Claim> read(Table table, String... lines) {
    return MadeProse.linked(
            new Claims(CLASSIFICATION),
            Stage.FINAL_ACCOUNTS,
            MadeProse.lines(lines),
            List.of(table))
        .claims();
  }

  private static String cells(List<Claim> claims) {
    return claims.stream()
        .map(c -> c.refersTo().isEmpty() ? "-" : place(c.refersTo().get(0)))
        .collect(Collectors.joining(" "));
  }

  private static String place(CellRef cell) {
    return cell.row() + "/" + cell.column();
  }

  @Test
  void aNameThatBeginsWithAColumnIsARowOfIt() {
    assertEquals("3/2 3/3", cells(read("2024年全市失业保险基金当年收支结余150.00万元，工伤保险基金结余240.00万元。")));
    assertEquals("-", cells(read("2024年全市失业保险基金当年收支结余163.00万元。")));
  }

  @Test
  void partsOfDebtAreOfWhatTheirWholeIs() {
    assertEquals(
        "0/1 0/2 0/3 0/4 0/5 0/6",
        cells(
            read(
                DEBTS,
                "2024年全市政府债务限额900.00万元，其中一般债务400.00万元，专项债务500.00万元。",
                "2024年末全市政府债务余额777.00万元，其中：一般债务333.00万元、专项债务444.00万元。")));
    assertEquals("-", cells(read(DEBTS, "2024年全市发行一般债务400.00万元。")));
  }

  @Test
  void verbsOfBondsAreRowsOfYears() {
    assertEquals(
        "0/1 0/2 1/1 2/1",
        cells(
            read(
                BONDS,
                "2024年全市发行地方政府债券650.00万元，市本级发行地方政府债券610.00万元。",
                "2024年全市偿还地方政府债券本金420.00万元，支付债券利息235.00万元。")));
  }

  @Test
  void wordsThatSayNothingDoNotHideWhatIsMeant() {
    for (String line :
        List.of(
            "2024年全市一般公共预算全口径收入总计1245.00万元。",
            "2024年全市一般公共预算上级补助收入9万元（含以前年度8万元）、收入总计1245.00万元。",
            "汇总的2024年全市一般公共预算收入总计1245.00万元。",
            "分结构看2024年全市一般公共预算收入总计1245.00万元。")) {
      assertTrue(cells(read(REVENUE, line)).endsWith("2/1"), line);
    }
    assertEquals(
        "债务付息",
        Objects.requireNonNull(read(BONDS, "债务付息支出预算数235.00万元。").get(0).subject()).names().get(0));
    assertEquals("1/1", cells(read(REVENUE, "2024年全市一般公共预算债务转贷收入285.00万元。")));
  }

  @Test
  void anItemBelowTheHeadingOfAColumnIsOfThatColumn() {
    for (String end : List.of("", "。")) {
      List<Claim> claims =
          read(
              "一、2024年全市社会保险基金收支情况。",
              "（一）失业保险基金" + end,
              "1.收入决算。财政补贴收入60万元。",
              "（二）工伤保险基金" + end,
              "1.收入决算。财政补贴收入12万元。");
      assertEquals(2, claims.get(0).refersTo().get(0).column());
      assertEquals(3, claims.get(1).refersTo().get(0).column());
      assertEquals(1, claims.get(1).refersTo().get(0).row());
    }
  }

  @Test
  void aSentenceIsNoHeading() {
    List<Claim> claims = read("一、失业保险基金收支，稳中有进。", "财政补贴收入12万元。");
    assertEquals(List.of(), claims.get(0).refersTo());
  }

  @Test
  void theFirstSentenceOfAParagraphNamesTheFundOfThoseBehindIt() {
    Table funds =
        table(
            "2024年全市社会保险基金预算收入决算表",
            "项目|2024年决算数",
            "一、企业职工基本养老保险基金收入|812.40",
            "其中：保险费收入|700.00",
            "二、失业保险基金收入|96.25",
            "其中：保险费收入|91.00");
    assertEquals(
        "0/1 - 2/1",
        cells(
            read(
                funds,
                "关于2024年全市社会保险基金预算收支决算情况的说明",
                "一、企业职工基本养老保险。基金收入812.40万元，上解调剂金5.09万元。",
                "二、失业保险。基金收入96.25万元。")));
  }

  @Test
  void anItemBelowWhatIsSpentIsSpent() {
    Table both =
        table(
            "2024年市本级一般公共预算收支总表",
            "项目|决算数|项目|决算数",
            "上级补助收入|900.00|补助下级支出|700.00",
            "专项转移支付收入|300.00|专项转移支付支出|200.00",
            "金融|1.372|金融|1.368");
    List<Claim> claims =
        read(
            both.withRows(
                both.rows().stream()
                    .map(row -> row.withLevel(row.cells().get(0).text().contains("下") ? 1 : 2))
                    .map(row -> row.cells().get(0).text().equals("金融") ? row.withLevel(3) : row)
                    .toList()),
            "一、2024年市本级一般公共预算支出情况",
            "2024年市本级一般公共预算补助下级支出700.00万元，其中专项转移支付支出200.00万元。",
            "15、金融1.37万元。");
    assertEquals(3, claims.get(claims.size() - 1).refersTo().get(0).column());
  }
}
