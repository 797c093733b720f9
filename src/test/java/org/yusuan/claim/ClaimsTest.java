package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.claim.statement.WordFinder;
import org.yusuan.grid.Grids;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.element.TextLines;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Claim;
import org.yusuan.model.ClaimSubject;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;

class ClaimsTest {

  private static final Classification CLASSIFICATION = Classification.shipped();
  private static final TableMapper MAPPER = new TableMapper(Layouts.shipped(), CLASSIFICATION);
  private static final Claims CLAIMS = new Claims(CLASSIFICATION);
  private static final WordFinder FINDER = new WordFinder(AmountWords.shipped().words());

  private static final Table SUMMARY =
      table(
          "t1",
          "2024年部门财务收支预算总表",
          "本年收入|<|本年支出|<",
          "项目|预算数|项目|预算数",
          "一、财政拨款收入|1,000,000|一、科学技术支出|1,250,000",
          "二、事业收入|250,000||",
          "三、其他收入|||",
          "收入总计|1,250,000|支出总计|1,250,000");

  private static final Table FUNCTIONAL =
      table(
          "t2",
          "2024年部门一般公共预算支出功能分类预算表",
          "项目|<|<|<|一般公共预算支出|<|<",
          "功能分类科目编码|<|<|功能分类科目名称|合计|基本支出|项目支出",
          "类|款|项|^|^|^|^",
          "206|||科学技术支出|1,000,000|800,000|200,000",
          "206|01||科学技术管理事务|800,000|800,000|",
          "206|01|01|行政运行|800,000|800,000|",
          "206|02||基础研究|200,000||200,000",
          "206|02|03|自然科学基金|200,000||200,000",
          "合计|<|<|<|1,000,000|800,000|200,000");

  private static final Table ECONOMIC =
      table(
          "t3",
          "2024年部门一般公共预算基本支出经济分类预算表",
          "科目编码|科目名称|预算数",
          "301|工资福利支出|500,000",
          "302|商品和服务支出|120,000",
          "303|对个人和家庭的补助|150,000",
          "310|资本性支出|30,000",
          "合计|<|800,000");

  private static final Table CHANGES =
      table(
          "t4",
          "2024年部门社会保险情况表",
          "项目|2024年预算数|2023年预算数|增减额",
          "社会保险费|123,400|140,000|-16,600",
          "其他保险费|200,000|150,000|50,000");

  private static Table table(String id, String title, String... rows) {
    List<TextLine> above = new ArrayList<>();
    above.addAll(TextLines.of(List.of(Grids.word(title, 10, -60))));
    above.addAll(TextLines.of(List.of(Grids.word("单位：元", 10, -40))));
    return MAPPER.map(PlacedGrid.of(Grids.of(rows), above, List.of()), id).table();
  }

  private static Disclosure read(Stage stage, String... lines) {
    return read(stage, MadeProse.lines(lines));
  }

  /** A table as if it had been recognized on a picture. */
  private static Table recognized(Table table) {
    return table.withRows(
        table.rows().stream()
            .map(row -> row.withCells(row.cells().stream().map(ClaimsTest::recognized).toList()))
            .toList());
  }

  private static Cell recognized(Cell cell) {
    return new Cell(
        cell.column(),
        cell.columnSpan(),
        cell.rowSpan(),
        cell.text(),
        cell.value(),
        cell.amount(),
        cell.page(),
        cell.bbox(),
        Origin.OCR,
        1.0,
        List.of(),
        cell.status(),
        null);
  }

  private static Disclosure read(Stage stage, List<TextLine> text) {
    return read(stage, text, List.of(SUMMARY, FUNCTIONAL, ECONOMIC, CHANGES));
  }

  private static Disclosure read(Stage stage, List<TextLine> text, List<Table> tables) {
    return MadeProse.linked(CLAIMS, stage, text, tables);
  }

  private static Claim only(String text) {
    List<Claim> claims = read(Stage.BUDGET, text).claims();
    assertEquals(1, claims.size(), claims.toString());
    return claims.get(0);
  }

  private static CellRef cell(Claim claim) {
    return claim.refersTo().get(0);
  }

  @Test
  void anAmountIsLinkedAndRoundedAsTheTextRounds() {
    Claim claim = only("2024年，本局收入预算125万元。");
    assertEquals(new CellRef("t1", 4, 1), cell(claim));
    assertEquals(Boolean.TRUE, claim.agrees());
    assertEquals("125", claim.printed());
    assertEquals(3, claim.page());
  }

  @Test
  void eachPartOfASentenceHasItsOwnSubject() {
    List<Claim> claims =
        read(Stage.BUDGET, "收入预算125.00万元，其中：财政拨款收入100.00万元；事业收入25.00万元；其他收入0万元。").claims();
    assertEquals(4, claims.size());
    assertTrue(claims.stream().allMatch(claim -> Boolean.TRUE.equals(claim.agrees())));
    assertEquals(new CellRef("t1", 0, 1), cell(claims.get(1)));
  }

  @Test
  void aBlankCellIsNothing() {
    assertEquals("a blank cell was taken for nothing", only("其他收入0.00万元。").note());
  }

  @Test
  void aPathOfNamesFindsItsItem() {
    for (String text :
        List.of("1.“科学技术支出（类）基础研究（款）自然科学基金（项）”20.00万元", "2. “科学技术支出-基础研究-自然科学基金”科目20万元，主要用于研究。")) {
      Claim claim = only(text);
      assertEquals("t2", cell(claim).table(), text);
      assertEquals(Boolean.TRUE, claim.agrees(), text);
    }
  }

  @Test
  void thousandsSeparatorsAreNoCommas() {
    Claim claim = only("2. “科学技术支出-科学技术管理事务-行政运行”科目800,000元，主要用于运行。");
    assertEquals("800,000", claim.printed());
    assertEquals(Boolean.TRUE, claim.agrees());
  }

  @Test
  void theMarkOfAFootnoteIsNoDigit() {
    Claim claim = only("收入预算125.00¹万元。");
    assertEquals("125.00", claim.printed());
    assertEquals(0, new BigDecimal("1250000").compareTo(claim.amount()));
    assertEquals(claim, CLAIMS.recheck(read(Stage.BUDGET, "收入预算125.00¹万元。")).claims().get(0));
  }

  @Test
  void aNameThatBeginsWithANumeralKeepsIt() {
    MeaningReader reader = new MeaningReader(AmountWords.shipped(), FINDER, null, 2024);
    assertEquals("一般行政管理事务", reader.readMeaning("一般行政管理事务").name());
    assertEquals("其他法院", reader.readMeaning("(一)其他法院支出").name());
    assertEquals("公共安全", reader.readMeaning("四、公共安全支出").name());
  }

  @Test
  void whatRecognitionMakesOfASubjectIsUnderstood() {
    Claim stroke = only("-般公共预算拨款支出预算100.00万元。");
    assertEquals(new CellRef("t2", 5, 4), cell(stroke));
    assertEquals("-般公共预算拨款支出预算100.00万元", stroke.text(), "as it was read");
  }

  @Test
  void whatAClauseLeavesOutIsTakenFromTheOnesBefore() {
    List<Claim> claims =
        read(Stage.BUDGET, "1.“科学技术支出（类）基础研究（款）自然科学基金（项）”20.00万元，主要用于基本支出。2024年预算安排20.00万元。")
            .claims();
    assertEquals(cell(claims.get(0)), cell(claims.get(1)));
  }

  @Test
  void whatTablesHaveInPartsIsTheirSum() {
    Claim personnel = only("人员经费65.00万元。");
    assertEquals(List.of(new CellRef("t3", 0, 2), new CellRef("t3", 2, 2)), personnel.refersTo());
    assertEquals("the text states the sum of these cells", personnel.note());
    assertEquals(2, only("机关运行经费预算15.00万元。").refersTo().size());
    Disclosure other = read(Stage.BUDGET, "人员经费66.00万元，机关运行经费预算14.00万元。");
    assertTrue(other.claims().stream().allMatch(claim -> claim.refersTo().isEmpty()));
    assertEquals(List.of(), other.findings(), "custom accuses nobody");
  }

  @Test
  void aSentenceThatNamesNothingIsAboutItsHeading() {
    List<Claim> claims =
        read(
                Stage.BUDGET,
                "一、支出说明",
                "（一）自然科学基金",
                "2024年预算安排20.00万元。",
                "（二）其他事项",
                "2024年预算安排20.00万元。")
            .claims();
    assertEquals(new CellRef("t2", 4, 4), cell(claims.get(0)));
    assertTrue(claims.get(1).refersTo().isEmpty(), "nothing is called so");
  }

  @Test
  void aCodeBeforeANameIsNoYear() {
    MeaningReader reader = new MeaningReader(AmountWords.shipped(), FINDER, null, 2024);
    Meaning read = reader.readMeaning("(一)2080501-行政单位离退休");
    assertEquals("行政单位离退休", read.name());
    assertEquals("2080501", read.code());
    assertNull(read.get(Aspect.YEAR));
    assertEquals("204", reader.readMeaning("204公共安全支出").code());
    assertNull(reader.readMeaning("500强企业奖励").code());
    assertEquals("还本", reader.readMeaning("一是(还本支出").name());
  }

  @Test
  void limitsAndBalancesOfDebtsAreCalledAlikeInTextAndTables() {
    MeaningReader reader = new MeaningReader(AmountWords.shipped(), FINDER, null, 2024);
    for (String words : List.of("六、2024年末地方政府一般债务余额实际数", "2024年全省一般债务余额", "截至2024年底,我省政府一般债务余额")) {
      assertTrue(reader.readMeaning(words).name().endsWith("一般债务余额"), words);
    }
    assertEquals("一般债务限额", reader.readMeaning("二、2024年末地方政府一般债务余额限额").name());
    assertEquals("政府债务限额", reader.readMeaning("2024年地方政府债务限额").name());
    assertEquals("own", reader.readMeaning("2024年某某市级税收收入").get(Aspect.SCOPE));
    assertNull(reader.readMeaning("各市级税收收入").get(Aspect.SCOPE));
  }

  @Test
  void aListBelowAPartIsOfThatPart() {
    List<Claim> claims =
        read(
                Stage.BUDGET,
                "（1）基本支出：①行政运行（2060101）80.00万元；②自然科学基金（2060203）0万元；",
                "（2）项目支出：①自然科学基金（2060203）20.00万元。")
            .claims();
    assertEquals(new CellRef("t2", 2, 5), cell(claims.get(0)));
    assertEquals(new CellRef("t2", 4, 5), cell(claims.get(1)));
    assertEquals(new CellRef("t2", 4, 6), cell(claims.get(2)));
  }

  @Test
  void aChangeIsTheDifferenceOfItsTwoAmounts() {
    String[] lines = new String[4];
    for (int i = 0; i < 4; i++) {
      String change = i == 3 ? "9.00" : "8.00";
      lines[i] = "科研项目%d预算数为2%d.00万元，比上年执行数1%d.00万元增加%s万元。".formatted(i, i, i + 2, change);
    }
    List<Finding> findings = read(Stage.BUDGET, lines).findings();
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(
        "第3页正文称「科研项目3预算数为23.00万元」「比上年执行数15.00万元」「增加9.00万元」，前两数之差为 8 万元，相差 1 万元",
        findings.get(0).messageZh());
  }

  @Test
  void aChangeIsLinkedToTheCellOfItsDirectionBesideItsAmount() {
    List<Claim> claims =
        read(Stage.BUDGET, "本部门社会保险费支出12.34万元，较上年减少1.66万元。", "本部门社会保险费支出12.34万元，较上年增加1.66万元。")
            .claims();
    assertEquals(new CellRef("t4", 0, 1), cell(claims.get(0)));
    assertEquals(new CellRef("t4", 0, 3), cell(claims.get(1)));
    assertTrue(claims.get(3).refersTo().isEmpty(), "another direction");
  }

  @Test
  void strayMarksNameNothing() {
    for (String text : List.of("-12万元", "（类）12万元", "、—12万元", "12万元", "-（款）-12%")) {
      assertTrue(read(Stage.BUDGET, text).claims().get(0).refersTo().isEmpty(), text);
    }
  }

  @Test
  void changesAndOtherYearsAreNotHeldAgainstCells() {
    List<Claim> claims =
        read(Stage.BUDGET, "财政拨款收入100.00万元，比2023年预算增加3.00万元。2023年收入预算97.00万元。").claims();
    assertTrue(claims.get(1).refersTo().isEmpty());
    assertNull(claims.get(1).agrees());
    assertTrue(claims.get(2).refersTo().isEmpty());
  }

  @Test
  void anAmountThatDiffersIsReportedOnce() {
    Disclosure disclosure =
        read(
            Stage.BUDGET,
            "收入预算126.00万元。",
            "财政拨款收入100.00万元；事业收入25.00万元。",
            "收入预算126.00万元。",
            "支出预算125.00万元，本年支出预算合计125.00万元。",
            "科学技术支出（类）科学技术管理事务（款）行政运行（项）80.00万元。");
    List<Finding> findings = disclosure.findings();
    assertEquals(1, findings.size(), findings.toString());
    assertEquals(Severity.ERROR, findings.get(0).severity());
    assertEquals(Claims.RULE, findings.get(0).rule());
    assertTrue(findings.get(0).messageZh().contains("文表不一致"));
  }

  @Test
  void aSumWhoseFirstPartIsInTheTableContradictsNothing() {
    String[] others = {
      "财政拨款收入100.00万元；事业收入25.00万元。",
      "支出预算125.00万元，本年支出预算合计125.00万元。",
      "科学技术支出（类）科学技术管理事务（款）行政运行（项）80.00万元。"
    };
    assertEquals(
        List.of(),
        read(
                Stage.BUDGET,
                "收入预算126.00万元，一是本年收入125.00万元，二是上年结余结转1.00万元。",
                others[0],
                others[1],
                others[2])
            .findings());
    assertEquals(
        Severity.ERROR,
        only(read(
                    Stage.BUDGET,
                    "收入预算126.00万元，一是本年收入125.00万元，二是上年结余结转2.00万元。",
                    others[0],
                    others[1],
                    others[2])
                .findings())
            .severity());
  }

  @Test
  void whatWasRecognizedOnAPictureIsNeverQuotedAgainstItsPublisher() {
    Disclosure disclosure =
        read(
            Stage.BUDGET,
            MadeProse.lines(
                "收入预算126.00万元。",
                "财政拨款收入100.00万元；事业收入25.00万元。",
                "支出预算125.00万元，本年支出预算合计125.00万元。",
                "科学技术支出（类）科学技术管理事务（款）行政运行（项）80.00万元。"),
            Stream.of(SUMMARY, FUNCTIONAL, ECONOMIC, CHANGES).map(ClaimsTest::recognized).toList());
    assertEquals(
        List.of(Severity.WARNING), disclosure.findings().stream().map(Finding::severity).toList());
  }

  @Test
  void whatAnotherReaderReadsOtherwiseIsNeverQuotedAgainstItsPublisher() {
    Disclosure accused =
        read(
            Stage.BUDGET,
            "收入预算126.00万元。",
            "财政拨款收入100.00万元；事业收入25.00万元。",
            "支出预算125.00万元，本年支出预算合计125.00万元。",
            "科学技术支出（类）科学技术管理事务（款）行政运行（项）80.00万元。");
    assertEquals(Severity.ERROR, only(accused.findings()).severity());
    List<Claim> noted =
        accused.claims().stream()
            .map(
                claim ->
                    Boolean.FALSE.equals(claim.agrees())
                        ? claim.compared(claim.refersTo(), false, Claim.MISREAD)
                        : claim)
            .toList();
    Disclosure doubted = CLAIMS.relink(accused.withClaims(noted)).disclosure();
    assertEquals(Severity.WARNING, only(doubted.findings()).severity());
    assertEquals(Blame.EXTRACTION, only(doubted.findings()).blame());
    assertEquals(noted, doubted.claims(), "the doubt is kept in the file");
    CellRef cell = only(accused.findings()).cells().get(0);
    Claims.Linking reread =
        CLAIMS.relink(
            accused.withTables(
                accused.tables().stream().map(table -> readOtherwise(table, cell)).toList()));
    assertEquals(Severity.WARNING, only(reread.disclosure().findings()).severity());
  }

  /** A table with a cell that another reader reads otherwise. */
  private static Table readOtherwise(Table table, CellRef ref) {
    List<Row> rows = new ArrayList<>(table.rows());
    if (table.id().equals(ref.table())) {
      Row row = rows.get(ref.row());
      rows.set(
          ref.row(),
          row.withCells(
              row.cells().stream()
                  .map(
                      cell ->
                          cell.column() == ref.column()
                              ? cell.withReadings(List.of(new Reading("1", 0.5)))
                              : cell)
                  .toList()));
    }
    return table.withRows(rows);
  }

  @Test
  void aDifferenceInTheLastDigitIsRounding() {
    assertEquals(Severity.INFO, read(Stage.BUDGET, "收入预算125.01万元。").findings().get(0).severity());
  }

  @Test
  void aShareIsThePartInItsWhole() {
    List<Claim> claims =
        read(Stage.BUDGET, "收入预算125万元，其中：财政拨款收入100万元，占80.00%；事业收入25万元，占21.00%。").claims();
    assertEquals(
        List.of(new CellRef("t1", 0, 1), new CellRef("t1", 4, 1)), claims.get(2).refersTo());
    assertEquals(Boolean.TRUE, claims.get(2).agrees());
    assertEquals(Boolean.FALSE, claims.get(4).agrees(), claims.toString());
    // Of the part before it the second share would be as right as of the whole.
    List<Claim> rounded =
        read(Stage.BUDGET, "收入预算125万元，其中：财政拨款收入100万元，占80%；事业收入25万元，占20%；其他收入0万元，占0%。").claims();
    assertEquals(new CellRef("t1", 4, 1), rounded.get(6).refersTo().get(1), rounded.toString());
  }

  @Test
  void aSentenceThatNamesNothingIsNotAboutTheWholeOfTheSentenceBefore() {
    Disclosure read = read(Stage.BUDGET, "事业收入25.00万元。财政拨款收入100.00万元。涉及资金50.00万元。");
    assertEquals(List.of(), read.findings());
    List<Claim> claims = read(Stage.BUDGET, "财政拨款收入100.00万元。收入预算125.00万元。").claims();
    assertEquals(new CellRef("t1", 4, 1), claims.get(1).refersTo().get(0), claims.toString());
  }

  @Test
  void theShareOfNothingTellsNotOfWhichWholeTheSharesBesideItAre() {
    Disclosure read = read(Stage.BUDGET, "收入预算125万元。", "其他收入0万元，占0%；事业收入25万元，占100.0%。");
    assertEquals(List.of(), shares(read), read.findings().toString());
  }

  @Test
  void theBudgetOfFinalAccountsIsNotTheirResult() {
    List<Claim> claims = read(Stage.FINAL_ACCOUNTS, "一般公共预算财政拨款支出年初预算为90万元，支出决算为100万元。").claims();
    assertTrue(claims.get(0).refersTo().isEmpty());
    ClaimSubject subject = claims.get(1).subject();
    assertNotNull(subject);
    assertEquals("final", subject.says().get("stage"));
    assertEquals("general", subject.says().get("budget"));
  }

  private static List<String> changes(String text) {
    return read(Stage.BUDGET, text).findings().stream()
        .filter(finding -> finding.rule().equals(StatedChanges.RULE))
        .map(Finding::messageEn)
        .toList();
  }

  @Test
  void aChangeThatItsOwnAmountsDenyIsReported() {
    String start = "某项目2023年当年预算执行数为11.67万元，2024年预算安排45.41万元，";
    assertEquals(List.of(), changes(start + "比2023年预算执行数增加289.12%。"));
    assertEquals(1, changes(start + "比2023年预算执行数增加314.82%。").size());
    assertEquals(1, changes(start + "比2023年预算执行数减少289.12%。").size());
  }

  @Test
  void anIncreaseCannotExceedTheWhole() {
    assertEquals(1, changes("其他收入0万元，比2023年预算增加14.25万元。").size());
    assertEquals(List.of(), changes("其他收入20万元，比2023年预算增加14.25万元。"));
    assertEquals(List.of(), changes("其他收入0万元，比2023年预算减少14.25万元。"));
  }

  @Test
  void anotherNameForAnItemIsReported() {
    Disclosure disclosure = read(Stage.BUDGET, "1.“科学技术支出（类）应用研究（款）自然科学基金（项）”20.00万元");
    assertEquals(Boolean.TRUE, disclosure.claims().get(0).agrees());
    assertEquals("claim-name", disclosure.findings().get(0).rule());
  }

  @Test
  void anItemNamedAsTheOneAboveItKeepsItsName() {
    Table table =
        table(
            "t1",
            "2024年部门一般公共预算支出预算表",
            "功能分类科目名称|合计",
            "科学技术支出|5,180",
            "科学技术管理事务|4,000",
            "行政运行|4,000",
            "其他科学技术支出|1,180",
            "其他科学技术支出|1,180",
            "合计|5,180");
    Disclosure disclosure =
        MadeProse.linked(
            CLAIMS,
            Stage.BUDGET,
            MadeProse.lines("（1）科学技术支出（类）其他科学技术支出（款）其他科学技术支出（项）0.118万元。"),
            List.of(table));
    assertEquals(Boolean.TRUE, disclosure.claims().get(0).agrees());
    assertEquals(List.of(), disclosure.findings());
  }

  @Test
  void aSentenceRunsOverTheEndOfALine() {
    String filler = "某局依法履行职责，认真落实各项工作要求，".repeat(2);
    Disclosure disclosure = read(Stage.BUDGET, filler + "2024年收入预算12", "5.00万元。");
    assertEquals(Boolean.TRUE, disclosure.claims().get(0).agrees());
    assertNull(disclosure.claims().get(0).bbox());
  }

  @Test
  void recheckingFindsWhatAPersonChanged() {
    Disclosure disclosure = read(Stage.BUDGET, "收入预算125万元。");
    Claim claim = disclosure.claims().get(0);
    Claim changed =
        new Claim(
            claim.page(),
            claim.bbox(),
            claim.text(),
            "124",
            claim.unit(),
            new java.math.BigDecimal("1240000"),
            claim.refersTo(),
            true,
            claim.subject(),
            null);
    Disclosure edited =
        new Disclosure(
            disclosure.schemaVersion(),
            disclosure.source(),
            disclosure.subject(),
            disclosure.tables(),
            List.of(changed),
            List.of(),
            disclosure.quality());
    Disclosure checked = CLAIMS.recheck(edited);
    assertEquals(Boolean.FALSE, checked.claims().get(0).agrees());
    assertEquals(1, checked.findings().size());
  }

  private static Finding only(List<Finding> findings) {
    assertEquals(1, findings.size(), findings.toString());
    return findings.get(0);
  }

  private static List<Claim> budget(String... lines) {
    return read(Stage.BUDGET, lines).claims();
  }

  @Test
  void lastYearsFigureIsNotThisYears() {
    List<Claim> claims = budget("基础研究（20602）支出20.00万元，上年：12.00万元。", "（去年预算数为18.00万元）");
    assertEquals(Boolean.TRUE, claims.get(0).agrees());
    assertTrue(claims.get(1).refersTo().isEmpty());
    assertTrue(claims.get(2).refersTo().isEmpty());
  }

  @Test
  void codesInBracketsBelongToTheirNames() {
    List<Claim> claims =
        budget("1、科学技术支出（206类）基础研究（02款）自然科学基金（03项）20.00万元，主要用于基金项目。2024年预算安排20.00万元。");
    ClaimSubject subject = claims.get(0).subject();
    assertNotNull(subject);
    assertEquals(List.of("科学技术", "基础研究", "自然科学基金"), subject.names());
    assertEquals("2060203", subject.code());
    assertEquals(new CellRef("t2", 4, 4), cell(claims.get(0)));
    assertEquals(cell(claims.get(0)), cell(claims.get(1)));
  }

  @Test
  void aChangeOverALineBreakIsNoLevel() {
    String filler = "某局依法履行职责，认真落实各项工作要求，".repeat(2);
    List<Claim> claims = budget(filler + "收入预算比2023年预算执行数增加", "125.00万元。");
    assertTrue(claims.get(0).refersTo().isEmpty());
  }

  @Test
  void aTotalOfOneBudgetIsNotThatOfAll() {
    for (String text : List.of("政府性基金收入预算25.00万元。", "社会保险基金预算总收入3.00万元。", "其他返还性收入预算9.00万元。")) {
      Claim claim = only(text);
      assertTrue(claim.refersTo().isEmpty(), claim.toString());
    }
  }

  @Test
  void aWordThatNoCellBearsLeavesTheAmountUnlinked() {
    for (String text : List.of("援藏支出预算125万元。", "上缴下属学校收入125万元。", "设备收入合计125万元。")) {
      assertTrue(only(text).refersTo().isEmpty(), text);
    }
  }

  @Test
  void aZeroWithoutItsUnitIsRead() {
    Claim claim = only("其他收入预算为0；");
    assertEquals("0", claim.printed());
    assertEquals(Boolean.TRUE, claim.agrees());
  }

  @Test
  void aDocumentWhoseLinksMostlyDisagreeAccusesNobody() {
    List<Finding> findings =
        read(
                Stage.BUDGET,
                "收入预算126.00万元。",
                "财政拨款收入101.00万元；事业收入29.00万元。",
                "科学技术支出（类）科学技术管理事务（款）行政运行（项）89.00万元。")
            .findings();
    assertEquals(
        List.of(), findings.stream().filter(one -> one.severity() == Severity.ERROR).toList());
  }

  @Test
  void aMessageHasBothAmountsInOneUnitAndTheCode() {
    Finding finding =
        only(
            read(
                    Stage.BUDGET,
                    "收入预算125.00万元，其中财政拨款收入100.00万元，事业收入25.00万元。",
                    "支出预算总计125.00万元。",
                    "科学技术支出（类）科学技术管理事务（款）行政运行（项）80.00万元。",
                    "科学技术支出（类）科学技术管理事务（款）80.00万元。",
                    "科学技术支出（类）基础研究（款）自然科学基金（项）27.00万元。")
                .findings());
    assertEquals(Severity.ERROR, finding.severity());
    assertTrue(finding.messageZh().contains("2060203 自然科学基金"), finding.messageZh());
    assertTrue(finding.messageZh().contains("为 20 万元"), finding.messageZh());
    assertTrue(finding.messageZh().contains("正文为 27 万元，相差 7 万元"), finding.messageZh());
    assertTrue(finding.messageEn().contains("a difference of 7 万元"), finding.messageEn());
  }

  @Test
  void aClaimIsLinkedAnewByWhatItSaysWhateverItsStoredCell() {
    Disclosure disclosure = read(Stage.BUDGET, "事业收入25.00万元。");
    Claim claim = disclosure.claims().get(0);
    Claim moved = claim.compared(List.of(new CellRef("t2", 0, 4)), false, null);
    Disclosure checked = CLAIMS.recheck(disclosure.withClaims(List.of(moved)));
    assertEquals(claim, checked.claims().get(0));
  }

  @Test
  void aRateFollowsFromTheAmountAndTheChangeBeforeIt() {
    String right = "支出120.00万元，与上年相比增加20.00万元，增长20.00%。";
    String falling = "支出80.00万元，与上年相比减少20.00万元，下降20.00%。";
    assertEquals(List.of(), changes(right + falling + right));
    assertEquals(
        1, changes(right + falling + right + "其他支出220.00万元，与上年相比增加20.00万元，增长11.00%。").size());
    assertEquals(List.of(), changes("其他支出220.00万元，与上年相比增加20.00万元，增长11.00%。"));
  }

  @Test
  void aRateOfASmallBaseMayBeFarOffByRounding() {
    String right = "支出120.00万元，与上年相比增加20.00万元，增长20.00%。".repeat(3);
    // The base is 0.84 give or take 0.01: the rate is anything from 2847 % to 2918 %.
    assertEquals(List.of(), changes(right + "金融支出25.05万元，与上年相比增加24.21万元，增长2858%。"));
  }

  @Test
  void aRateThatIsFarOffOrOfTheOtherDirectionIsTold() {
    String right = "支出120.00万元，与上年相比增加20.00万元，增长20.00%。".repeat(3);
    for (String rate : List.of("增长2.00%", "增长50.00%", "下降20.00%")) {
      assertEquals(1, changes(right + "金融支出24.00万元，与上年相比增加4.00万元，" + rate + "。").size(), rate);
    }
    // Such a rate may be of something else, or of the whole.
    assertEquals(List.of(), changes(right + "收入125.00万元，其中基本支出24.00万元。与上年相比增加25.00万元，增长25.00%。"));
    assertEquals(List.of(), changes(right + "金融支出24.00万元，其中新增4.00万元，增长50.00%。"));
  }

  @Test
  void aChangeIsFromTheSameThing() {
    assertEquals(
        List.of(), changes("2023年社会保险基金收入预算为50.00万元。2024年一般公共预算支出安排60.00万元，比2023年预算增长6.9%。"));
  }

  @Test
  void aShareIsNotOfAnItemOfAnotherParagraph() {
    Disclosure disclosure =
        read(
            Stage.BUDGET,
            "一般公共预算支出包括：科学技术支出100.00万元。",
            "一般公共预算拨款200.00万元。",
            "科学技术管理事务（款）80.00万元，占80.0%；基础研究（款）20.00万元，占10.0%。");
    assertEquals(List.of(), shares(disclosure));
  }

  private static List<Finding> shares(Disclosure disclosure) {
    return disclosure.findings().stream().filter(one -> one.messageZh().contains("占")).toList();
  }

  @Test
  void aLineBelowANumberedHeadingBeginsAParagraph() {
    List<TextLine> lines = new ArrayList<>();
    lines.addAll(TextLines.of(List.of(Grids.word("（一）财政拨款收支情况的总体说明（详见表四）", 30, 50))));
    lines.addAll(TextLines.of(List.of(Grids.word("事业收入25.00万元，财政拨款收入100.00万元，", 30, 70))));
    lines.addAll(TextLines.of(List.of(Grids.word("收入总计125.00万元。", 10, 90))));
    List<Claim> claims = read(Stage.BUDGET, lines).claims();
    assertEquals("事业收入25.00万元", claims.get(0).text());
    assertEquals(3, claims.stream().filter(one -> Boolean.TRUE.equals(one.agrees())).count());
  }

  @Test
  void aTitleAboveNumberedSectionsSaysTheirYear() {
    List<Claim> claims =
        read(Stage.BUDGET, "关于2023年社会保险情况的说明", "一、社会保险费", "社会保险费预算数为14.00万元。").claims();
    assertEquals(List.of(new CellRef("t4", 0, 2)), claims.get(0).refersTo());
  }

  @Test
  void aTitleOfTwoLinesSaysTheirYear() {
    List<Claim> claims =
        read(
                Stage.BUDGET,
                "关于2022年某项资金安排的说明",
                "关于2023年",
                "社会保险情况的说明",
                "一、社会保险费",
                "社会保险费预算数为14.00万元。")
            .claims();
    assertEquals(List.of(new CellRef("t4", 0, 2)), claims.get(0).refersTo());
  }

  @Test
  void theNameOfAGovernmentIsThatOfItsArea() {
    MeaningReader reader = new MeaningReader(AmountWords.shipped(), FINDER, "某某市", 2024);
    assertEquals("whole", reader.ofLabel("某某市").get(Aspect.SCOPE));
    assertEquals("某某区", reader.ofLabel("某某区").name());
    assertEquals("own", reader.ofLabel("2024年市级").get(Aspect.SCOPE));
    assertNull(reader.ofLabel("2024年市级部门支出").get(Aspect.SCOPE));
    assertEquals("whole", reader.readMeaning("全市社会保险基金收入").get(Aspect.SCOPE));
    assertEquals("lower", reader.readMeaning("区级").get(Aspect.SCOPE));
    MeaningReader district = new MeaningReader(AmountWords.shipped(), FINDER, "某某区", 2024);
    assertEquals("own", district.readMeaning("区级").get(Aspect.SCOPE));
    assertNull(reader.readMeaning("安排预算稳定调节基金").get(Aspect.STAGE));
  }

  @Test
  void whatAGovernmentCarriedOutIsOfTheYearBeforeItsBudget() {
    Meaning document =
        new Meaning(Map.of(Aspect.YEAR, "2024", Aspect.STAGE, "budget"), List.of(), null);
    Meaning before =
        new Meaning(Map.of(Aspect.YEAR, "2023", Aspect.STAGE, "final"), List.of("增值税"), null);
    Meaning plan =
        new Meaning(Map.of(Aspect.YEAR, "2024", Aspect.STAGE, "budget"), List.of("增值税"), null);
    Meaning done = new Meaning(Map.of(Aspect.STAGE, "final"), List.of("增值税"), null);
    Meaning expected = done.with(Aspect.YEAR, "2024");
    assertEquals(
        MeaningMatch.EXTRA, MeaningMatch.of(done, Meaning.NOTHING, before, document, true, true));
    assertEquals(
        MeaningMatch.NONE, MeaningMatch.of(done, Meaning.NOTHING, plan, document, true, true));
    assertEquals(
        MeaningMatch.EXTRA, MeaningMatch.of(expected, Meaning.NOTHING, plan, document, true, true));
    assertEquals(
        MeaningMatch.NONE, MeaningMatch.of(expected, Meaning.NOTHING, plan, document, true, false));
    assertEquals(
        MeaningMatch.EXTRA,
        MeaningMatch.of(
            plan, Meaning.NOTHING, plan.with(Aspect.STAGE, "adjusted"), document, true, true));
  }

  @Test
  void aPartOfANamedThingIsNotTheWholeOfItsOwnName() {
    List<Finding> findings =
        read(Stage.BUDGET, "机关运行经费82.00万元，其中：行政运行12.00万元，基础研究3.00万元。").findings();
    assertEquals(List.of(), findings);
  }

  @Test
  void aPathOfNamesIsThatOfATableWithoutCodes() {
    Table names =
        table(
            "t5",
            "2024年部门一般公共预算支出预算表",
            "科目名称|合计|基本支出|项目支出",
            "卫生健康支出|80,520|80,520|",
            "行政事业单位医疗|80,520|80,520|",
            "行政单位医疗|61,170|61,170|",
            "事业单位医疗|19,350|19,350|",
            "合计|80,520|80,520|");
    Disclosure disclosure =
        read(
            Stage.BUDGET,
            MadeProse.lines(
                "一般公共预算支出具体情况：",
                "1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）6.12万元。",
                "2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）1.94万元。"),
            List.of(names));
    assertEquals(
        List.of(List.of(new CellRef("t5", 2, 1)), List.of(new CellRef("t5", 3, 1))),
        disclosure.claims().stream().map(claim -> claim.refersTo().subList(0, 1)).toList());
    assertEquals(List.of(), disclosure.findings());
  }

  @Test
  void anItemIsNotTakenForItsParentOfTheSameName() {
    Table names =
        table(
            "t5",
            "2024年部门一般公共预算支出预算表",
            "科目名称|合计|基本支出|项目支出",
            "卫生健康支出|80,520|80,520|",
            "其他支出|60,000|60,000|",
            "年初预留|35,700|35,700|",
            "其他支出|24,300|24,300|",
            "合计|140,520|140,520|");
    Disclosure disclosure =
        read(
            Stage.BUDGET,
            MadeProse.lines("一般公共预算支出具体情况：", "卫生健康支出8.05万元，其他支出6.00万元。"),
            List.of(names));
    assertEquals(List.of(), disclosure.findings());
  }
}
