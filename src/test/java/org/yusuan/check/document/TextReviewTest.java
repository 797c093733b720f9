package org.yusuan.check.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeProse;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;

/** What the text around the tables gives away. */
class TextReviewTest {

  private static final String[] CONTENTS = {
    "目 录",
    "一、收支总表........3",
    "二、收入总表........4",
    "三、支出总表........5",
    "四、一般公共预算支出表........6",
    "五、政府性基金预算支出表........7"
  };

  private static MadeTable table(int number, String title) {
    return MadeTable.items("t" + number, "unknown", "2025年" + title, "元")
        .measure("budget_amount", "预算数")
        .item(1, "合计", "5" + number);
  }

  private static MadeTable fund(String... amounts) {
    return MadeTable.items("t5", "government_fund_functional", "2025年政府性基金预算支出表", "元")
        .measure("budget_amount", "预算数")
        .item(1, "合计", amounts);
  }

  /** The rules of the findings about pages of text and some tables. */
  private static List<String> rules(List<MadeTable> tables, String[]... pages) {
    List<PageContent> contents = new ArrayList<>();
    for (int i = 0; i < pages.length; i++) {
      Page page =
          new Page(i + 1, 600, 800, Origin.TEXT, List.of(), List.of(), List.of(), List.of());
      contents.add(new PageContent(page, List.of(), MadeProse.lines(pages[i])));
    }
    MadeDisclosure made = MadeDisclosure.budget("某市水文局", 2025);
    tables.forEach(made::table);
    Disclosure disclosure = made.build();
    SourceFile source = disclosure.source();
    Disclosure read =
        new Disclosure(
            Disclosure.VERSION,
            new SourceFile("made.pdf", "0", pages.length, null, source.pages()),
            disclosure.subject(),
            disclosure.tables(),
            List.of(),
            List.of(),
            disclosure.quality());
    return new TextReview(DocumentRules.shipped(), Messages.shipped())
        .completed(read, contents).findings().stream().map(Finding::rule).toList();
  }

  private static List<String> listed(String text, String... titles) {
    List<MadeTable> tables = new ArrayList<>();
    for (String title : titles) {
      tables.add(table(tables.size() + 1, title));
    }
    return rules(tables, CONTENTS, new String[] {text});
  }

  @Test
  void aTableThatOnlyTheContentsHaveIsTold() {
    String[] all = {"收支总表", "收入总表", "支出总表", "一般公共预算支出表", "政府性基金预算支出表"};
    assertEquals(List.of(), listed("一、部门概况", all));
    String[] some = {"收支总表", "收入总表", "一般公共预算支出表", "政府性基金预算支出表"};
    assertEquals(List.of("contents-without-table"), listed("一、部门概况", some));
    // It stands there, and no table was found below its title.
    assertEquals(List.of(), listed("2025年支出总表", some));
    // Another table stands in its place: it may be called otherwise.
    String[] other = {"收支总表", "收入总表", "支出按项目分列表", "一般公共预算支出表", "政府性基金预算支出表"};
    assertEquals(List.of(), listed("一、部门概况", other));
  }

  @ParameterizedTest
  @CsvSource({
    "一般公共预算支出5万元，比上年增加（减少）1万元。,true",
    "增加（减少）的主要原因是人员变动。,true",
    "XX局2025年支出5万元。,true",
    "本表支出数应与《收支总表》支出数一致。,true",
    "人员经费（按“基本支出表”中实际发生的科目填写）。,true",
    "收入5万元，比上年增加1万元（含调入资金）。,false",
    "增加（减少用“－”号）。,false",
    "各单位支出应与预算一致。,false",
    "该站建于二〇〇〇年。,false",
    "〇〇局2025年支出5万元。,true"
  })
  void wordsOfATemplateInTheTextAreTold(String text, boolean told) {
    List<String> expected = told ? List.of("template-remains-in-text") : List.of();
    assertEquals(expected, rules(List.of(), new String[] {text}));
  }

  @Test
  void theOnlyHeadingOfAnotherYearIsTold() {
    String[] headings = {"一、2025年收支预算情况说明", "二、2024年支出预算情况说明", "三、2025年政府采购预算情况说明"};
    assertEquals(List.of("heading-of-another-year"), rules(List.of(), headings));
    headings[1] = "二、2024年预算执行情况说明";
    assertEquals(List.of(), rules(List.of(), headings));
  }

  @Test
  void anEmptyTableIsToldIfNothingSaysWhy() {
    String[] text = {"本部门2025年支出5万元。"};
    assertEquals(List.of("empty-table-without-note"), rules(List.of(fund("")), text));
    assertEquals(List.of(), rules(List.of(fund("").item(1, "无", "")), text));
    assertEquals(List.of(), rules(List.of(fund("0.00")), text));
    assertEquals(List.of(), rules(List.of(fund("")), new String[] {"本部门2025年没有安排政府性基金预算支出。"}));
    assertEquals(List.of(), rules(List.of(fund("")), new String[] {"政府性基金预算支出0万元。"}));
    assertEquals(List.of(), rules(List.of(fund("").note("注：本表为空。")), text));
  }
}
