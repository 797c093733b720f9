package org.yusuan.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.browser.Chromium;
import org.yusuan.compare.series.Compared;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.Overview;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.made.MadeYears;

class ReportPageTest {

  private static final String HOSTILE =
      "</script><img src=x onerror=document.documentElement.dataset.hacked=1>";

  @TempDir private Path folder;

  private static Comparison years(String organization) {
    return Compared.by("function", new MadeYears(organization).all());
  }

  private static Comparison hostile() {
    return Compared.by(
        "function",
        MadeDisclosure.budget(HOSTILE, 2024)
            .table(
                MadeTable.coded("t1", "expenditure", HOSTILE, "元")
                    .measure("total", "合计" + HOSTILE)
                    .code("2019999", HOSTILE, "10")
                    .code("2019998", "=HYPERLINK(\"x\")", "10")));
  }

  private static String page(Comparison comparison) {
    return new ReportPage(Map.of()).html(comparison);
  }

  @Test
  void thePageAsksNothingOfTheNetwork() {
    String page = page(years("示例市文化和旅游局"));
    Matcher request =
        Pattern.compile("<(?:script|link|img|iframe)[^>]*(?:src|href)=|@import|url\\(")
            .matcher(page);
    assertFalse(request.find(), () -> page.substring(request.start(), request.start() + 80));
    assertTrue(page.contains("default-src 'none'"));
    assertTrue(page.contains("The MIT License"), "Chart.js comes with its licence");
  }

  @Test
  void whatDocumentsSayNeverBecomesMarkup() {
    assertFalse(page(hostile()).contains("<img src=x"));
  }

  @Test
  void theDataOfThePageIsTheComparison() throws IOException {
    Comparison comparison = years("示例市文化和旅游局");
    Matcher data =
        Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>")
            .matcher(page(comparison));
    assertTrue(data.find());
    JsonNode read = new ObjectMapper().readTree(data.group(1));
    assertEquals(comparison.lines().lines().size(), read.at("/comparison/lines").size());
    assertEquals("示例市文化和旅游局", read.at("/periods/0/organization").asText());
  }

  @Test
  void spreadsheetsRunNothing() throws IOException {
    String csv = new String(ComparisonFile.CSV.write(hostile(), Map.of()), StandardCharsets.UTF_8);
    assertTrue(csv.contains("'=HYPERLINK"), csv);
    byte[] xlsx = ComparisonFile.XLSX.write(hostile(), Map.of());
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      var rows = workbook.getFirstSheet().read();
      assertEquals("=HYPERLINK(\"x\")", rows.get(3).getCellText(1));
      assertEquals(10, rows.get(3).getCell(6).asNumber().intValue());
      assertEquals(null, rows.get(3).getCell(1).getFormula());
    }
  }

  @Test
  void aSpreadsheetHasALineForEachLine() throws IOException {
    Comparison comparison = years("示例市文化和旅游局");
    String csv = new String(ComparisonFile.CSV.write(comparison, Map.of()), StandardCharsets.UTF_8);
    assertEquals(comparison.lines().lines().size() + 1, csv.strip().lines().count());
    assertTrue(csv.contains("2022-budget amount"), csv);
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 820, 1440})
  void aBrowserShowsIt(int width) throws IOException, InterruptedException {
    String root = show(page(years("示例市文化和旅游局")), width);
    assertTrue(root.contains("data-ready=\"true\""), root);
    assertTrue(root.contains("data-errors=\"0\""), root);
    assertTrue(root.contains("data-charts=\"5\""), root);
    assertTrue(root.contains("data-overflow=\"0\""), root);
  }

  private static Overview overview() {
    return Overview.of(
        List.of(
            new Overview.Member("示例市文化和旅游局", "示例市", years("示例市文化和旅游局")),
            new Overview.Member(HOSTILE, null, hostile())));
  }

  @ParameterizedTest
  @ValueSource(ints = {390, 820, 1440})
  void aBrowserShowsManyOrganizations(int width) throws IOException, InterruptedException {
    byte[] page = new OverviewFile(overview(), Map.of()).write(ComparisonFile.HTML);
    String root = show(new String(page, StandardCharsets.UTF_8), width);
    assertTrue(root.contains("data-errors=\"0\""), root);
    assertTrue(root.contains("data-overflow=\"0\""), root);
    assertFalse(root.contains("hacked"), root);
  }

  @Test
  void manyOrganizationsAsATableHaveARowForEachPeriod() throws IOException {
    byte[] csv = new OverviewFile(overview(), Map.of()).write(ComparisonFile.CSV);
    long periods =
        overview().members().stream().mapToLong(m -> m.comparison().columns().size()).sum();
    assertEquals(periods + 1, new String(csv, StandardCharsets.UTF_8).strip().lines().count());
  }

  @Test
  void aBrowserShowsHostileTextAsText() throws IOException, InterruptedException {
    String root = show(page(hostile()), 820);
    assertTrue(root.contains("data-ready=\"true\""), root);
    assertTrue(root.contains("data-errors=\"0\""), root);
    assertFalse(root.contains("hacked"), root);
  }

  /** The root element of the page as the browser made it. */
  private String show(String page, int width) throws IOException, InterruptedException {
    assumeTrue(Chromium.isInstalled(), "no chromium here");
    Path file = Files.writeString(folder.resolve("report.html"), page);
    try (Chromium browser = new Chromium(folder.resolve("profile"))) {
      browser.show(file.toUri().toString(), width, 900);
      browser.await("document.documentElement.dataset.ready");
      Matcher root = Pattern.compile("<html[^>]*>").matcher(browser.html());
      assertTrue(root.find(), "the browser shows nothing");
      return root.group();
    }
  }
}
