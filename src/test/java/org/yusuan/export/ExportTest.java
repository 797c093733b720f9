package org.yusuan.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.io.Sha256;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Status;

class ExportTest {

  private static final Disclosure MADE =
      MadeDisclosure.budget("甲局", 2024)
          .table(
              MadeTable.coded("t1", "expenditure", "支出预算总表", "元")
                  .measure("total", "支出预算", "合计")
                  .measure("basic_expenditure", "支出预算", "基本支出")
                  .code("201", "一般公共服务支出", "1,000.10", "400.10")
                  .on(2, Status.DISPUTED)
                  .code("20137", "=HYPERLINK(\"http://x\")", "-1,000.10", "-")
                  .total("合计", "1,000.10", "400.10"))
          .finding("t1", 2, 2)
          .build();

  private static final List<Fact> FACTS = new Facts().of(MADE);

  @TempDir private Path folder;

  @Test
  void csvReadsBackAsTheSameFacts() throws IOException {
    Path file = folder.resolve("facts.csv");
    assertEquals(6, new CsvFacts(false).write(FACTS.stream(), file));
    List<List<String>> expected = new ArrayList<>();
    for (Fact fact : FACTS) {
      List<String> row = new ArrayList<>();
      for (FactField field : FactField.values()) {
        row.add(field.textOf(fact));
      }
      expected.add(row);
    }
    List<List<String>> read = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      csv.forEach(
          row ->
              read.add(
                  row.getFields().stream()
                      .map(text -> text.startsWith("'") ? text.substring(1) : text)
                      .toList()));
    }
    assertEquals(expected, read);
  }

  private interface Writing {
    void write(Stream<Fact> facts) throws IOException;
  }

  @Test
  void anExportThatFailsHalfwayLeavesTheEarlierOneAlone() throws IOException {
    Path csv = folder.resolve("facts.csv");
    Path parquet = folder.resolve("facts.parquet");
    Path data = folder.resolve("datapackage");
    List<Writing> writings =
        List.of(
            facts -> new CsvFacts(false).write(facts, csv),
            facts -> ParquetFacts.write(facts, parquet),
            facts -> FiscalDataPackage.write("made", "Made", facts, data));
    for (Writing writing : writings) {
      writing.write(FACTS.stream());
    }
    Map<Path, String> before = contents();
    for (Writing writing : writings) {
      assertThrows(
          Exception.class,
          () -> writing.write(Stream.concat(FACTS.stream(), Stream.of(1).map(n -> fail()))));
      assertEquals(before, contents());
    }
  }

  private static Fact fail() {
    throw new UncheckedIOException(new IOException("the next document is gone"));
  }

  /** All files below the folder, by their hashes. */
  private Map<Path, String> contents() throws IOException {
    Map<Path, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Sha256.of(file));
      }
    }
    return contents;
  }

  @Test
  void csvHoldsNoFormula() throws IOException {
    StringWriter out = new StringWriter();
    new CsvFacts(false).write(FACTS.stream(), out);
    assertTrue(out.toString().contains("'=HYPERLINK"), out.toString());
    assertEquals("'=1+1", CsvFacts.defused("=1+1"));
    assertEquals("'@SUM(A1)", CsvFacts.defused("@SUM(A1)"));
    assertEquals("'-2+3", CsvFacts.defused("-2+3"));
    assertEquals("'＝1", CsvFacts.defused("＝1"));
    assertEquals("-12.30", CsvFacts.defused("-12.30"));
    assertEquals("—", CsvFacts.defused("—"));
  }

  @Test
  void aByteOrderMarkIsAnOption() throws IOException {
    Path file = folder.resolve("bom.csv");
    new CsvFacts(true).write(FACTS.stream(), file);
    String text = Files.readString(file, StandardCharsets.UTF_8);
    assertEquals("\uFEFFdocument,file,", text.substring(0, 15));
  }

  @Test
  void duckDbReadsTheParquetFileBack() throws IOException, SQLException {
    Path file = folder.resolve("it's.parquet");
    assertEquals(6, ParquetFacts.write(FACTS.stream(), file));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT functional_code, measure, amount, text, page, box_left, status FROM '"
                        + file.toString().replace("'", "''")
                        + "' ORDER BY \"row\", column_index")) {
      for (Fact fact : FACTS) {
        assertTrue(rows.next());
        assertEquals(fact.line().functionalCode(), rows.getString(1));
        assertEquals(fact.meaning().measure(), rows.getString(2));
        assertEquals(0, fact.amount().compareTo(rows.getBigDecimal(3)));
        assertEquals(fact.text(), rows.getString(4));
        assertEquals(fact.evidence().page(), rows.getInt(5));
        assertEquals(fact.evidence().bbox().left(), rows.getDouble(6));
        assertEquals(fact.evidence().status(), rows.getString(7));
      }
    }
  }

  @Test
  void duckDbReadsTheSameFactsFromCsvAndParquet() throws IOException, SQLException {
    Path csv = folder.resolve("facts.csv");
    Path parquet = folder.resolve("facts.parquet");
    new CsvFacts(false).write(FACTS.stream(), csv);
    ParquetFacts.write(FACTS.stream(), parquet);
    String defused =
        "SELECT * REPLACE (ltrim(functional_name, chr(39)) AS functional_name,"
            + " ltrim(item, chr(39)) AS item) FROM c";
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE c (" + DuckFacts.columns() + ")");
      statement.execute("COPY c FROM '" + csv + "' (HEADER, NULLSTR '')");
      statement.execute("CREATE TABLE p AS SELECT * FROM '" + parquet + "'");
      for (String question :
          List.of(
              "(" + defused + ") EXCEPT ALL SELECT * FROM p",
              "SELECT * FROM p EXCEPT ALL (" + defused + ")")) {
        try (ResultSet rows = statement.executeQuery(question)) {
          assertFalse(rows.next(), question);
        }
      }
      try (ResultSet rows =
          statement.executeQuery("SELECT count(*), min(amount), sum(amount) FROM c")) {
        rows.next();
        assertEquals(6, rows.getInt(1));
        assertEquals(0, new BigDecimal("-1000.10").compareTo(rows.getBigDecimal(2)));
        assertEquals(0, new BigDecimal("1800.30").compareTo(rows.getBigDecimal(3)));
      }
    }
  }

  @Test
  void aWorkbookHasASheetPerTableWithRealNumbers() throws IOException {
    Path file = folder.resolve("made.xlsx");
    new XlsxTables("0.1").write(MADE, file);
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertEquals(
          List.of("文档 About", "t1 支出预算总表", "问题 Findings", "数据 Facts"),
          sheets.stream().map(Sheet::getName).toList());
      List<Row> rows = sheets.get(1).read();
      assertEquals("支出预算总表", rows.get(0).getCellText(0));
      assertEquals("单位：元", rows.get(1).getCellText(3));
      assertEquals("支出预算", rows.get(2).getCellText(2));
      assertEquals("基本支出", rows.get(3).getCellText(3));
      assertEquals("201", rows.get(4).getCellText(0));
      assertEquals(new BigDecimal("1000.10"), rows.get(4).getCellAsNumber(2).orElseThrow());
      assertEquals("=HYPERLINK(\"http://x\")", rows.get(5).getCellText(1));
      assertEquals(7, sheets.get(3).read().size());
    }
  }

  /** A cell of a workbook holds 32,767 characters; Excel refuses a file with more in one. */
  @Test
  void aTextThatNoCellCouldHoldIsCutOff() throws IOException {
    String name = "一般公共服务支出".repeat(5000) + "𠀀";
    Path file = folder.resolve("long.xlsx");
    Disclosure disclosure =
        MadeDisclosure.budget("某局", 2025)
            .table(
                MadeTable.coded("t1", "expenditure", "支出表", "元")
                    .measure("total", "合计")
                    .code("201", name, "5"))
            .build();
    new XlsxTables("0.1").write(disclosure, file);
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      List<String> longest =
          workbook.getSheets().toList().get(1).read().stream()
              .map(row -> row.getCellText(1))
              .filter(text -> text.length() > 1000)
              .toList();
      assertEquals(1, longest.size());
      assertEquals(32_767, longest.get(0).length());
      assertTrue(longest.get(0).endsWith("…"));
    }
    assertEquals("a".repeat(32_765) + "…", XlsxTableSheet.fitting("a".repeat(32_765) + "𠀀𠀀"));
  }

  @Test
  void everySheetPrintsOnA4LandscapeAndTablesRepeatTheirHeader() throws IOException {
    Path file = folder.resolve("made.xlsx");
    new XlsxTables("0.1").write(MADE, file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (int number = 1; number <= 4; number++) {
        String sheet = entry(zip, "xl/worksheets/sheet" + number + ".xml");
        assertTrue(sheet.contains("paperSize=\"9\""), "sheet " + number);
        assertTrue(sheet.contains("orientation=\"landscape\""), "sheet " + number);
        assertTrue(sheet.contains("fitToWidth=\"1\""), "sheet " + number);
      }
      assertTrue(entry(zip, "xl/workbook.xml").contains("!$3:$4"), "the header's rows");
    }
  }

  @Test
  void aWorkbookMergesHeadersFreezesPanesAndNotesFindings() throws IOException {
    Path file = folder.resolve("made.xlsx");
    new XlsxTables("0.1").write(MADE, file);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String sheet = entry(zip, "xl/worksheets/sheet2.xml");
      assertTrue(sheet.contains("<mergeCell ref=\"C3:D3\"/>"), sheet);
      assertTrue(sheet.contains("<mergeCell ref=\"A1:D1\"/>"), sheet);
      assertTrue(sheet.contains("state=\"frozen\""), sheet);
      String comments = entry(zip, "xl/comments2.xml");
      assertTrue(comments.contains("the total is not the sum of its parts"), comments);
      assertTrue(comments.contains("ref=\"C7\""), comments);
    }
  }

  @Test
  void aDataPackageDescribesEveryColumn() throws IOException {
    FiscalDataPackage.write("made", "甲局", FACTS.stream(), folder.resolve("package"));
    JsonNode descriptor =
        new ObjectMapper().readTree(folder.resolve("package").resolve("datapackage.json").toFile());
    JsonNode fields = descriptor.at("/resources/0/schema/fields");
    assertEquals(FactField.values().length, fields.size());
    String header = Files.readAllLines(folder.resolve("package").resolve("facts.csv")).get(0);
    List<String> names = new ArrayList<>();
    fields.forEach(field -> names.add(field.get("name").asText()));
    assertEquals(header, String.join(",", names));
    assertEquals("2024-01-01", descriptor.at("/fiscalPeriod/start").asText());
    assertEquals("value", fields.get(FactField.AMOUNT.ordinal()).get("columnType").asText());
    assertEquals("CNY", descriptor.at("/model/measures/amount/currency").asText());
  }

  private static String entry(ZipFile zip, String name) throws IOException {
    return new String(
        zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
  }
}
