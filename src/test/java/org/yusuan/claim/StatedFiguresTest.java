package org.yusuan.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.knowledge.Classification;
import org.yusuan.made.MadeProse;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Stage;

/** Shares, parts and directions that the prose states, against the amounts that it states too. */
class StatedFiguresTest {

  private static final Claims CLAIMS = new Claims(Classification.shipped());

  /** Changes that are right: a document of which most are wrong is misread. */
  private static final String RIGHT =
      "教育支出110万元，与上年相比增加10万元，增长10%。卫生支出90万元，与上年相比减少10万元，下降10%。" + "农林支出150万元，与上年相比增加50万元，增长50%。";

  private static List<String> told(String... paragraphs) {
    return MadeProse.linked(CLAIMS, Stage.BUDGET, MadeProse.lines(paragraphs), List.of())
        .findings()
        .stream()
        .filter(finding -> finding.severity() != Severity.INFO)
        .map(Finding::messageZh)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "支出预算合计200万元，其中：基本支出150万元，占75%；项目支出50万元，占25%。",
        "支出预算合计200万元，其中：基本支出200万元，占100%；项目支出0万元，占0%。",
        // Both amounts are rounded: 40.605 of 46.215 is 87.86 %.
        "因公出国费4.69万元，占10.15%；车辆费40.61万元，占87.88%；接待费0.90万元，占1.95%。",
        // One whole in parts of two kinds, one after the other.
        "债务余额100亿元，其中：本级30亿元，占30%；下级70亿元，占70%。债券99亿元，占99%；外债1亿元，占1%。",
        "会议费5万元，占12%。",
        "收入合计200万元，其中：拨款150万元，占全部收入的75%；事业收入50万元，占支出的40%。"
      })
  void sharesThatMayBeRightAreNotTold(String prose) {
    assertEquals(List.of(), told(prose));
  }

  @Test
  void aShareOfAListThatAddsUpIsHeldAgainstItsWhole() {
    List<String> told = told("支出预算合计200万元，其中：基本支出150万元，占75%；项目支出50万元，占35%。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("「占35%」，按「支出预算合计200万元」计算为 25%"), told.get(0));
  }

  @Test
  void theFirstShareOfAListIsHeldAgainstItsWhole() {
    List<String> told = told("支出预算合计200万元，其中：", "基本支出150万元，占57%；", "项目支出50万元，占25%。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("「占57%」") && told.get(0).contains("75%"), told.get(0));
  }

  @Test
  void oneShareOfAListWithoutAStatedWholeIsHeldAgainstTheOthers() {
    List<String> told = told("人员支出20万元，占20%；公用支出30万元，占30%；项目支出50万元，占5%。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("「占5%」，按「100 万元」计算为 50%"), told.get(0));
  }

  @Test
  void aShareOfAWholeThatTheTextNamesIsHeldAgainstIt() {
    String right = "政府采购支出总额120万元。授予中小企业合同金额90万元，占政府采购支出总额的75%，其中：授予小微企业合同金额45万元，";
    assertEquals(List.of(), told(right + "占授予中小企业合同金额的50%。"));
    List<String> told = told(right + "占授予中小企业合同金额的60%。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(
        told.get(0).contains("「占授予中小企业合同金额的60%」") && told.get(0).contains("50%"), told.get(0));
  }

  @Test
  void aChangeBehindAListOfPartsIsThatOfTheWhole() {
    assertEquals(List.of(), told(RIGHT, "收入合计900万元，其中：拨款收入880万元，上年结转20万元。比2023年增加30万元，增长3.45%。"));
  }

  @Test
  void nothingHasNoShareAndNoPartIsMoreThanTheWhole() {
    List<String> told = told("经营支出0万元，占5%。", "拨款支出80万元，占108%。");
    assertEquals(2, told.size(), told.toString());
    assertTrue(told.get(0).contains("「占5%」") && told.get(1).contains("「占108%」"));
  }

  @Test
  void aPartIsNotMoreThanTheWholeRightBeforeIt() {
    List<String> told = told("采购预算20万元，其中货物45万元。", "收入30万元，其中拨款30万元。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("「其中货物45万元」") && told.get(0).contains("25 万元"), told.get(0));
  }

  @Test
  void aPartBehindABracketIsOneOfTheAmountBeforeTheBracket() {
    assertEquals(List.of(), told("新增债务限额90亿元（含外债2亿元），其中道路30亿元。"));
  }

  @Test
  void anIncreaseThatIsCalledADecreaseIsTold() {
    List<String> told = told(RIGHT, "交通支出30万元，与上年相比增加40万元，下降57.14%。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("增减方向前后不一"), told.get(0));
  }

  @Test
  void incomeAndExpenditureRiseEachByOneAmount() {
    List<String> told = told(RIGHT, "收支总计55万元，与上年相比收、支预算总计各减少5万元，增长10%。");
    assertEquals(1, told.size(), told.toString());
  }

  @Test
  void aRateInBracketsIsThatOfItsChange() {
    assertEquals(List.of(), told(RIGHT, "交通支出80万元，较上年减少20万元（20%）。"));
    List<String> told = told(RIGHT, "交通支出80万元，较上年减少20万元（26%）。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("20%"), told.get(0));
  }

  @Test
  void ratesAreCalledByOtherWordsToo() {
    List<String> told = told(RIGHT, "交通支出80万元，较上年减少20万元，降幅26%。");
    assertEquals(1, told.size(), told.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "基本支出100万元，其中：人员经费80万元，公用经费20万元。",
        "支出预算合计200万元，其中：基本支出100万元，占50%；项目支出80万元，占40%；预留机动经费20万元，占10%。",
        "支出预算合计200万元，其中：基本支出100万元。",
        "支出预算合计200万元，其中：基本支出100万元，项目支出80万元，债务付息支出15万元，上解支出5万元。",
        "2023年基本支出90万元，2024年人员经费80万元，公用经费20万元。"
      })
  void kindsOfExpenditureThatAddUpAreNotTold(String prose) {
    assertEquals(List.of(), told(prose));
  }

  @Test
  void kindsOfExpenditureAddUp() {
    List<String> told = told("基本支出100万元，其中：人员经费80万元，公用经费25万元。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("合计为 105 万元，相差 5 万元"), told.get(0));
    assertEquals(1, told("支出预算合计200万元，其中：基本支出100万元，项目支出95万元。").size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"比上年执行数增加20万元", "比2023年度决算数增加20万元", "与上年预算相比增加20万元"})
  void aChangeFromAnyStageOfTheYearBeforeIsHeldAgainstItsRate(String change) {
    List<String> told = told(RIGHT, "交通支出30万元，" + change + "，下降40%。");
    assertEquals(1, told.size(), told.toString());
  }

  @Test
  void debtsAddUpFromTheirTwoClasses() {
    assertEquals(List.of(), told("全市政府债务限额940.2亿元，其中一般债务限额340.2亿元，专项债务限额600亿元。"));
    assertEquals(1, told("全市政府债务限额940.2亿元，其中一般债务限额340.2亿元，专项债务限额610亿元。").size());
    assertEquals(List.of(), told("全市政府债务限额940.2亿元，其中市本级一般债务限额140.2亿元，专项债务限额300亿元。"));
  }

  @Test
  void aWholeThatItsPartsMissByOneDigitIsTold() {
    List<String> told = told("债券安排58.31亿元，其中道路20.16亿元，水利31.15亿元。");
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("合计为 51.31 亿元，相差 7 亿元"), told.get(0));
    // A list that goes on, that adds up further on, or that is off by its last digits.
    assertEquals(
        List.of(),
        told(
            "债券安排58.31亿元，其中道路20.16亿元，水利31.02亿元。",
            "债券安排58.31亿元，其中道路20.16亿元，水利31.15亿元，学校7.00亿元。",
            "债券安排51.33亿元，其中道路20.16亿元，水利31.15亿元。"));
  }

  private static final String CARRIED_OUT =
      "全市一般公共预算收入年初预算为80.0亿元，实际完成84.0亿元，为年初预算的105%。"
          + "全市政府性基金收入年初预算为50.0亿元，实际完成40.0亿元，为年初预算的80%。"
          + "全市国有资本经营预算收入年初预算为2.0亿元，实际完成1.5亿元，为年初预算的75%。";

  @Test
  void whatWasCarriedOutIsHeldAgainstTheBudgetBeforeIt() {
    String wrong = "全市一般公共预算支出年初预算为90.0亿元，实际完成81.0亿元，为年初预算的93%。";
    List<String> told = told(CARRIED_OUT, wrong);
    assertEquals(1, told.size(), told.toString());
    assertTrue(told.get(0).contains("「为年初预算的93%」，按前两个数计算为 90%"), told.get(0));
    // The budget before it is of another thing.
    assertEquals(List.of(), told(CARRIED_OUT, "全市一般公共预算支出年初预算为90.0亿元，一般公共预算收入完成81.0亿元，为年初预算的93%。"));
    assertEquals(List.of(), told(wrong));
  }

  @Test
  void aReasonThatSpeaksForTheOtherWayIsTold() {
    List<String> told =
        told("会议费9万元，比上年增加2万元，增长28%。主要原因是会议数量减少。", "培训费9万元，比上年减少2万元，主要原因是：人员增加，培训费用增加。");
    assertEquals(2, told.size(), told.toString());
    assertTrue(told.get(0).contains("增加2万元」，所述原因却是「会议数量减少」"), told.get(0));
    Disclosure again =
        CLAIMS.recheck(
            MadeProse.linked(
                CLAIMS,
                Stage.BUDGET,
                MadeProse.lines("会议费9万元，比上年增加2万元，增长28%。主要原因是会议数量减少。"),
                List.of()));
    assertEquals(told.get(0), again.findings().get(0).messageZh());
    assertEquals(
        List.of(),
        told(
            "会议费9万元，比上年增加2万元，主要原因是会议数量增加。",
            "会议费9万元，比上年增加2万元，主要原因是人员减少，会议增加。",
            "培训费9万元，比上年减少2万元，主要原因是教师人数增加，改为自办培训。",
            "培训费9万元，比上年增加2万元，主要原因是退休人员减少。",
            "车辆费9万元，比上年减少2万元，主要原因是电动车占比提高。"));
  }
}
