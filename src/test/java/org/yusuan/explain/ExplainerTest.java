package org.yusuan.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yusuan.ReadingTrace;
import org.yusuan.check.Checker;
import org.yusuan.claim.ClaimTrace;
import org.yusuan.claim.link.LinkDoubt;
import org.yusuan.claim.link.LinkReason;
import org.yusuan.grid.Grid;
import org.yusuan.grid.Grids;
import org.yusuan.grid.Sheets;
import org.yusuan.grid.Sheets.Drawing;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.grid.assembly.PageJoiner;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.grid.assembly.TableFinder;
import org.yusuan.grid.ruled.RuledClassifier;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.TableMapper;
import org.yusuan.layout.column.MappingTrace;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Table;
import org.yusuan.page.DisplayMapping;
import org.yusuan.page.Page;
import org.yusuan.page.Word;

/** Drawn pages, explained. */
class ExplainerTest {

  private static final TableMapper MAPPER =
      new TableMapper(Layouts.shipped(), Classification.shipped());

  /** 合计 of 教育 is 40 too much. */
  private static final Grid EXPENDITURE =
      Grids.of(
          "科目编码|科目名称|合计|基本支出|项目支出",
          "205|教育支出|340.00|200.00|100.00",
          "206|科技支出|30.00|20.00|10.00",
          "合计|<|330.00|220.00|110.00");

  private static Page page(Grid grid, String... above) {
    Page drawn = Sheets.draw(grid, Drawing.WHOLE);
    List<Word> words = new ArrayList<>(drawn.words());
    for (int line = 0; line < above.length; line++) {
      words.add(Grids.word(above[line], 100, 20 + 16 * line));
    }
    return Sheets.page(words, drawn.rulings());
  }

  private static List<String> explain(Page page, Function<Wording, String> language, boolean all) {
    return explain(page, language, all, List.of());
  }

  private static List<String> explain(
      Page page, Function<Wording, String> language, boolean all, List<ClaimTrace> claims) {
    List<PlacedGrid> grids = PageJoiner.join(List.of(PageContent.of(page, TableFinder.find(page))));
    List<TableMapper.Mapped> mapped = MAPPER.map(grids);
    List<Table> tables = mapped.stream().map(TableMapper.Mapped::table).toList();
    Disclosure read = MadeDisclosure.budget("某局", 2025).build().withTables(tables);
    Checker.Checked checked =
        new Checker().check(read, Set.copyOf(tables.stream().map(Table::id).toList()));
    ReadingTrace trace =
        new ReadingTrace(
            checked.disclosure(),
            grids.stream().map(PlacedGrid::grid).toList(),
            List.of(page),
            new DisplayMapping(Map.of()),
            mapped.stream().map(TableMapper.Mapped::trace).toList(),
            checked.trace(),
            claims);
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new Explainer(trace, out, new LocalizedMessages(Messages.shipped(), language), all)
        .explain(page, trace.disclosure().tables());
    out.flush();
    return text.toString().lines().map(String::strip).toList();
  }

  private static List<String> starting(List<String> lines, String start) {
    return lines.stream().filter(line -> line.startsWith(start)).toList();
  }

  @Test
  void saysWhichRulingsMadeTheGrid() {
    List<String> lines = explain(page(EXPENDITURE), Wording::en, false);
    assertEquals(
        List.of(
            "a ruled table at (40, 60 – 290, 140): 4 rows × 5 columns, 19 cells (19 with text)"),
        starting(lines, "a ruled table"));
    assertTrue(
        lines.contains("5 horizontal rulings at y = 60.0 80.0 100.0 120.0 140.0"), lines::toString);
    assertTrue(
        lines.contains("6 vertical rulings at x = 40.0 90.0 140.0 190.0 240.0 290.0"),
        lines::toString);
  }

  @Test
  void saysWhichLayoutsWereConsidered() {
    List<String> lines = explain(page(EXPENDITURE, "部门支出总表", "单位：万元"), Wording::en, false);
    List<String> chosen = starting(lines, "→ ");
    assertEquals(1, chosen.size(), lines::toString);
    assertTrue(chosen.get(0).startsWith("→ 1.00 "), chosen::toString);
    assertTrue(chosen.get(0).endsWith("(expenditure)"), chosen::toString);
    assertTrue(lines.stream().anyMatch(line -> line.endsWith(": not good enough")));
  }

  @Test
  void saysWhatToldEachColumn() {
    List<String> lines = explain(page(EXPENDITURE, "部门支出总表", "单位：万元"), Wording::en, false);
    assertEquals(
        List.of("4 「基本支出」 → basic_expenditure (amount): the header text 「基本支出」"),
        starting(lines, "4 "));
  }

  @Test
  void saysWhichIdentitiesFailAndByHowMuch() {
    List<String> lines = explain(page(EXPENDITURE, "部门支出总表", "单位：元"), Wording::en, false);
    assertTrue(
        lines.contains(
            "✗ 「205 教育支出」「合计」 340.00 ≠ 「205 教育支出」「基本支出」 200.00 + 「205 教育支出」「项目支出」"
                + " 100.00, off by 40.00 (rounding explains 0.00)"),
        lines::toString);
    assertTrue(
        lines.contains(
            "2 identities fail together; the only smallest change that mends them: 「205"
                + " 教育支出」「合计」 -40.00"),
        lines::toString);
    assertEquals(List.of(), starting(lines, "✓"));
  }

  @Test
  void allIdentitiesAreListedIfAskedFor() {
    List<String> lines = explain(page(EXPENDITURE, "部门支出总表", "单位：元"), Wording::en, true);
    assertTrue(
        lines.contains("✓ 「合计」「基本支出」 220.00 = 「205 教育支出」「基本支出」 200.00 + 「206 科技支出」「基本支出」 20.00"),
        lines::toString);
  }

  @Test
  void speaksChinese() {
    List<String> lines = explain(page(EXPENDITURE, "部门支出总表", "单位：元"), Wording::zh, false);
    assertTrue(lines.contains("核对：9 个金额，8 个已核实，0 个未核实，1 个有疑"), lines::toString);
    assertTrue(lines.contains("2 个关系一并不成立；唯一的最小改法：「205 教育支出」「合计」 -40.00"), lines::toString);
  }

  @Test
  void anEmptyPageIsSaidToBeEmpty() {
    List<String> lines = explain(Sheets.page(List.of(), List.of()), Wording::en, false);
    assertTrue(lines.contains("nothing on this page looks like a table"), lines::toString);
    assertFalse(lines.stream().anyMatch(line -> line.startsWith("Table")));
  }

  /** Messages whose ids are put together from what was decided: one for each. */
  @Test
  void eachDecisionHasItsSentence() {
    Messages messages = Messages.shipped();
    Map<String, Wording> numbers = Map.of("measured", Wording.of("1"), "limit", Wording.of("2"));
    for (RuledClassifier.Reason reason : RuledClassifier.Reason.values()) {
      assertSaid(messages, "explain-judged-", reason, numbers);
    }
    for (MappingTrace.Decision decision : MappingTrace.Decision.values()) {
      assertSaid(messages, "explain-decided-", decision, Map.of());
    }
    for (MappingTrace.MeaningSource source : MappingTrace.MeaningSource.values()) {
      assertSaid(messages, "explain-told-", source, Map.of("evidence", Wording.of("合计")));
    }
  }

  private static void assertSaid(
      Messages messages, String prefix, Enum<?> value, Map<String, Wording> fields) {
    String id = prefix + Report.word(value);
    assertFalse(messages.say(id, fields).zh().isBlank(), id);
  }

  private static ClaimTrace claim(int page, LinkReason reason, LinkDoubt... doubts) {
    Claim claim =
        new Claim(
            page,
            null,
            "教育支出350万元",
            "350",
            "万元",
            new BigDecimal("3500000"),
            List.of(new CellRef("t1", 0, 2)),
            false,
            null,
            null);
    return new ClaimTrace(claim, reason, List.of(doubts));
  }

  @Test
  void saysWhyAnAmountOfTheProseIsLinkedAndWhatSpeaksAgainstAccusing() {
    Page page = page(EXPENDITURE);
    List<ClaimTrace> claims =
        List.of(
            claim(page.number(), LinkReason.DISAGREES, LinkDoubt.ELSEWHERE),
            claim(page.number() + 1, LinkReason.AGREES));
    List<String> lines = explain(page, Wording::zh, false, claims);
    assertEquals(
        List.of(
            "正文中的金额：1 个", "350万元「教育支出350万元」：与所说的单元格不符", "所指：t1 「205 教育支出」「合计」", "不足以指责：此数见于别的单元格"),
        lines.subList(lines.indexOf("正文中的金额：1 个"), lines.size()));
  }

  @Test
  void everyReasonAndDoubtHasItsSentence() {
    Page page = page(EXPENDITURE);
    List<ClaimTrace> claims =
        Stream.of(LinkReason.values())
            .map(reason -> claim(page.number(), reason, LinkDoubt.values()))
            .toList();
    List<String> lines = explain(page, Wording::en, false, claims);
    assertEquals(
        LinkReason.values().length * LinkDoubt.values().length,
        starting(lines, "speaks against accusing: ").size());
    assertEquals(LinkReason.values().length, starting(lines, "350万元").size());
  }
}
