package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
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

/** Amounts that the amounts beside them, before them or above them tell. */
class AmountsBesideTest {

  private static final Classification CLASSIFICATION = Classification.shipped();

  private static final Table AREA =
      table(
          "t1",
          "2024年全省一般公共预算收支总表",
          "项目|决算数",
          "均衡性转移支付收入|12,740,600",
          "固定数额补助收入|3,004,070",
          "革命老区转移支付收入|17,631",
          "民族地区转移支付收入|31,699",
          "边境地区转移支付收入|336,464");

  private static final Table OWN =
      table("t2", "2024年省本级一般公共预算支出表", "项目|决算数", "教育支出|586,830", "科学技术支出|32,000", "其他支出|17,999");

  private static final Table USE =
      table(
          "t1",
          "2024年地方政府债券资金安排情况表",
          "项目|一般债券|专项债券|省本级一般债券|省本级专项债券|市县级一般债券|市县级专项债券",
          "合计|700.00|900.00|150.00|260.00|550.00|640.00",
          "一、新增地方政府债券|300.00|500.00|60.00|50.00|240.00|450.00",
          "二、再融资债券|400.00|400.00|90.00|210.00|310.00|190.00");

  private static final Table REPAID =
      table(
          "t1",
          "全市地方政府债券发行及还本付息情况表",
          "项目|本地区|本级",
          "一、2024年发行执行数|650.00|610.00",
          "（一）一般债券|250.00|230.00",
          "其中：再融资债券|120.00|115.00",
          "（二）专项债券|400.00|380.00",
          "其中：再融资债券|310.00|305.00",
          "二、2024年还本执行数|420.00|310.00",
          "（一）一般债券|170.00|130.00",
          "（二）专项债券|250.00|180.00");

  private static final Table ADVANCE =
      table(
          "t1",
          "2025年甲市地方政府债务限额提前下达情况表",
          "项目|全市（区）|本级|下级",
          "一、2024年地方政府债务限额|900.00|500.00|400.00",
          "其中：一般债务限额|350.00|200.00|150.00",
          "专项债务限额|550.00|300.00|250.00",
          "二、提前下达2025年地方政府债务新增限额|640.00|234.00|406.00",
          "其中：一般债务限额|17.00|0.00|17.00",
          "专项债务限额|623.00|234.00|389.00");

  private static Table table(String id, String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：万元", 10, -40))));
    return new TableMapper(Layouts.shipped(), CLASSIFICATION)
        .map(PlacedGrid.of(Grids.of(rows), above, List.of()), id)
        .table();
  }

  private static Disclosure read(Stage stage, List<Table> tables, String... lines) {
    return MadeProse.linked(new Claims(CLASSIFICATION), stage, MadeProse.lines(lines), tables);
  }

  private static String cells(Disclosure disclosure) {
    return disclosure.claims().stream()
        .map(c -> c.refersTo().isEmpty() ? "-" : place(c.refersTo().get(0)))
        .collect(Collectors.joining(" "));
  }

  private static String place(CellRef cell) {
    return cell.table() + ":" + cell.row() + "/" + cell.column();
  }

  @Test
  void anAmountOfFewDigitsIsOfTheTableThatItsNeighboursRestate() {
    assertEquals(
        "t1:0/1 t1:1/1 t1:2/1 - t1:4/1",
        cells(
            read(
                Stage.FINAL_ACCOUNTS,
                List.of(AREA, OWN),
                "均衡性转移支付收入1274.1亿元；固定数额补助收入300.4亿元；革命老区转移支付收入1.8亿元；"
                    + "民族地区转移支付收入3.1亿元；边境地区转移支付收入33.6亿元。")));
    assertEquals("-", cells(read(Stage.FINAL_ACCOUNTS, List.of(AREA, OWN), "革命老区转移支付收入1.8亿元。")));
  }

  @Test
  void whatCutsDigitsOffIsOfTheTableThatItsNeighboursRestate() {
    Disclosure read =
        read(
            Stage.FINAL_ACCOUNTS,
            List.of(AREA, OWN),
            "均衡性转移支付收入1274.1亿元；固定数额补助收入300.4亿元；民族地区转移支付收入3.16亿元。");
    assertEquals("t1:0/1 t1:1/1 t1:3/1", cells(read));
    assertEquals(
        List.of(),
        read.findings().stream().filter(one -> one.severity() != Severity.INFO).toList());
  }

  @Test
  void whatIsOffByItsLastDigitIsOfTheTableThatItsNeighboursRestate() {
    Disclosure read =
        read(
            Stage.FINAL_ACCOUNTS,
            List.of(AREA, OWN),
            "均衡性转移支付收入1274.1亿元；固定数额补助收入300.4亿元；边境地区转移支付收入33.7亿元。");
    assertEquals("t1:0/1 t1:1/1 t1:4/1", cells(read));
    assertEquals(
        List.of(Severity.INFO), read.findings().stream().map(one -> one.severity()).toList());
    assertEquals("-", cells(read(Stage.FINAL_ACCOUNTS, List.of(AREA), "边境地区转移支付收入33.7亿元。")));
  }

  @Test
  void aNegativeAmountIsReadWithItsSign() {
    Disclosure read =
        read(
            Stage.FINAL_ACCOUNTS,
            List.of(table("t1", "2024年省本级“三公”经费决算表", "项目|2024年决算数", "一、公务接待费|-123.45")),
            "2024年公务接待费为-123.45万元，会议费为3－4万元。");
    assertEquals("-123.45", read.claims().get(0).printed());
    assertEquals(0, new BigDecimal("-1234500").compareTo(read.claims().get(0).amount()));
    assertEquals("4", read.claims().get(1).printed());
  }

  @Test
  void aNameWithAndSoOnIsTheNameWithout() {
    Table table =
        table("t1", "2024年全省一般公共预算支出决算表", "项目|决算数", "十七、自然资源海洋气象等支出|269,788", "十八、其他支出|77,000");
    assertEquals(
        "t1:0/1",
        cells(read(Stage.FINAL_ACCOUNTS, List.of(table), "全省一般公共预算自然资源海洋气象支出完成26.98亿元。")));
  }

  @Test
  void anItemOfTheNameOfItsGroupIsTheDeeperRow() {
    Table table =
        table(
            "t1",
            "2024年部门一般公共预算支出预算表",
            "功能分类科目名称|合计|基本支出|项目支出",
            "合计|961.50||961.50",
            "城乡社区支出|961.50||961.50",
            "其他城乡社区支出|961.50||961.50",
            "其他城乡社区支出|961.50||961.50");
    assertEquals(
        "t1:3/1",
        cells(read(Stage.BUDGET, List.of(table), "城乡社区支出（类）其他城乡社区支出（款）其他城乡社区支出（项）961.50万元。")));
  }

  @Test
  void bondsAreByWhatTheyAreIssuedForAndRepaidFrom() {
    assertEquals(
        "- t1:1/1 t1:1/3 t1:1/5 t1:1/2 t1:1/4 t1:1/6 - t1:2/1 t1:2/3",
        cells(
            read(
                Stage.FINAL_ACCOUNTS,
                List.of(USE),
                "2024年新增债务收入800万元，一是一般债券300.00万元，其中：省级留用60.00万元，转贷市县240.00万元；"
                    + "二是专项债券500.00万元，其中：省级留用50.00万元，转贷市县450.00万元。"
                    + "2024年发行地方政府再融资债券800万元，其中，一般债券400.00万元，省级留用90.00万元。")));
  }

  @Test
  void aRowIsOfTheYearAndTheThingOfTheRowAboveIt() {
    assertEquals(
        "t1:0/1 t1:1/1 t1:3/1 t1:5/1 t1:6/1 t1:7/1 - t1:2/1 t1:4/1",
        cells(
            read(
                Stage.FINAL_ACCOUNTS,
                List.of(REPAID),
                "2024年全市发行地方政府债券650.00万元，其中：一般债券250.00万元，专项债券400.00万元。",
                "2024年全市偿还地方政府债券本金420.00万元，其中：一般债券还本170.00万元，专项债券250.00万元。",
                "2024年全市再融资债券430.00万元（一般债券120.00万元、专项债券310.00万元）。")));
  }

  @Test
  void whatStandsInBracketsIsNotWhatFollowsThem() {
    assertEquals(
        "t1:3/1 t1:4/1 t1:5/1 t1:3/2",
        cells(
            read(
                Stage.BUDGET,
                List.of(ADVANCE),
                "2025年提前批新增债券额度640.00万元（其中：一般债券17.00万元，专项债券623.00万元），安排市本级234.00万元。")));
    assertEquals("t1:1/1", cells(read(Stage.BUDGET, List.of(ADVANCE), "2024年全市一般债务限额350.00万元。")));
  }

  @Test
  void severalAmountsOfFewDigitsTellTheirTableTogether() {
    assertEquals(
        "t1:2/1 t1:3/1 t1:4/1",
        cells(
            read(
                Stage.FINAL_ACCOUNTS,
                List.of(AREA, OWN),
                "革命老区转移支付收入1.8亿元；民族地区转移支付收入3.2亿元；边境地区转移支付收入34亿元。")));
    assertEquals(
        "- - -",
        cells(
            read(
                Stage.FINAL_ACCOUNTS,
                List.of(AREA, OWN),
                "革命老区转移支付收入1.8亿元；民族地区转移支付收入3.2亿元；边境地区转移支付收入35亿元。")));
  }

  @Test
  void balancesOfFundsAreNamedInShortAfterTheirSum() {
    Table funds =
        table(
            "t1",
            "2024年全市社会保险基金结余决算表",
            "项目|决算数",
            "企业职工基本养老保险基金年末滚存结余|812.00",
            "失业保险基金年末滚存结余|345.00",
            "年末滚存结余合计|1,157.00");
    assertEquals(
        "t1:0/1 t1:1/1 -",
        cells(
                read(
                    Stage.FINAL_ACCOUNTS,
                    List.of(funds),
                    "2024年全市社会保险基金年末滚存结余1157.00万元，其中：企业职工基本养老保险基金812.00万元，"
                        + "失业保险基金345.00万元，失业保险基金收入345.00万元。"))
            .substring(7));
  }

  @Test
  void aHeadingThatNamesSpecialFundsIsAboutTheirTable() {
    Table basic =
        table(
            "t1",
            "一般公共预算财政拨款基本支出表",
            "经济分类科目编码|科目名称|合计",
            "302|商品和服务支出|30.00",
            "30217|公务接待费|5.00",
            "30231|公务用车运行维护费|25.00");
    Table special =
        table(
            "t2",
            "一般公共预算“三公”经费支出预算表",
            "“三公”经费合计|因公出国（境）费|公务用车购置费|公务用车运行维护费|公务接待费|会议费",
            "30.00|0.00|0.00|25.00|5.00|7.00");
    assertEquals(
        "t2:0/4",
        cells(
            read(
                Stage.BUDGET,
                List.of(basic, special),
                "七、“三公”经费和会议费情况说明",
                "公务接待费预算5.00万元，主要用于按规定开支的各类公务接待活动。")));
  }

  @Test
  void newDebtIsOfBondsOfBothClasses() {
    Table issued =
        table(
            "t1",
            "2024年全区地方政府债务发行及还本付息情况表",
            "项目|本地区|本级",
            "一、2024年地方政府债务发行决算数（含外国政府贷款）|463.00|153.00",
            "新增一般债券发行额|88.00|31.00",
            "新增专项债券发行额|35.00|10.00",
            "再融资一般债券发行额|142.00|69.00",
            "再融资专项债券发行额|198.00|43.00",
            "二、2024年地方政府债务限额|888.00|333.00");
    assertEquals(
        "t1:0/1 - t1:1/1 t1:2/1 - t1:3/1 t1:4/1 t1:5/1",
        cells(
            read(
                Stage.FINAL_ACCOUNTS,
                List.of(issued),
                "2024年，全区共举借地方政府债务463.00万元。其中：新增地方政府债务123.00万元（一般债券88.00万元，专项债券35.00万元），"
                    + "再融资债券340.00万元（一般债券142.00万元，专项债券198.00万元）。",
                "2024年，财政部核定下达自治区地方政府债务限额888.00万元。")));
  }
}
