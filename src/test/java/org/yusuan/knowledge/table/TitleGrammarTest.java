package org.yusuan.knowledge.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.model.table.Stage;

class TitleGrammarTest {

  private static final TitleGrammar GRAMMAR = TitleGrammar.shipped();

  @ParameterizedTest
  @CsvSource({
    "2031年青山省一般公共预算收入决算表, general_public_budget, revenue, whole_area, , final-accounts, 2031",
    "2031年青山市本级政府性基金支出预算表, government_managed_funds, expenditure, own_level, , budget, 2031",
    "2030年全省国有资本经营预算收支总表, state_capital_operations, balance, whole_area, , , 2030",
    "二○三一年全市社会保险基金收入执行情况表, social_insurance_funds, revenue, whole_area, , execution, 2031",
    "2 0 3 0年 市级一般公共预算收入完成情况表, general_public_budget, revenue, own_level, , execution, 2030",
    "3.1 2030年省级一般公共预算调整表, general_public_budget, , own_level, , adjusted, 2030",
    "青山省2029年和2030年地方政府专项债务余额情况表, , debt_balance, whole_area, , , ",
    "2030年青山省地方政府债务限额及余额决算情况表, , debt_limit_balance, whole_area, , final-accounts, 2030",
    "2030年省对市县专项转移支付分项目分地区表, , transfers, lower_levels, item_and_region, , 2030",
    "一般公共预算支出表（按经济分类）, general_public_budget, expenditure, , economic, , ",
    "2030年“三公”经费预算表, , three_public, , , budget, 2030"
  })
  void aTitleIsReadByItsParts(
      String title,
      @Nullable String budget,
      @Nullable String side,
      @Nullable String scope,
      @Nullable String by,
      @Nullable String stage,
      @Nullable Integer year) {
    TitleGrammar.Parts parts = GRAMMAR.parts(title);
    assertNotNull(parts);
    assertEquals(budget, parts.budget());
    assertEquals(side, parts.side());
    assertEquals(scope, parts.scope());
    assertEquals(by, parts.classification());
    assertEquals(stage == null ? null : Stage.named(stage), parts.stage());
    assertEquals(year, parts.year());
  }

  @Test
  void aBudgetsNameIsNoStage() {
    TitleGrammar.Parts parts = GRAMMAR.parts("一般公共预算收入表");
    assertNotNull(parts);
    assertNull(parts.stage());
  }

  @Test
  void aSentenceIsNoTitle() {
    assertNull(GRAMMAR.parts("2030年收入预算100万元，比上年增加。其中一般公共预算收入"));
    assertNull(GRAMMAR.parts("本部门重点项目绩效目标情况如下："));
  }
}
