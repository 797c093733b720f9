package org.yusuan.cli.command.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.cli.Main;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.made.MadeYears;
import org.yusuan.model.Level;
import org.yusuan.model.table.Stage;
import org.yusuan.store.Store;
import picocli.CommandLine;

class CompareCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init")
  CompareCommandTest() {}

  private Path database(MadeDisclosure... made) throws Exception {
    Path file = folder.resolve("b.duckdb");
    try (Store store = Store.open(file)) {
      for (MadeDisclosure one : made) {
        store.load(one.build());
      }
    }
    return file;
  }

  private static MadeTable table(String amount) {
    return MadeTable.coded("t1", "expenditure", "支出总表", "元")
        .measure("total", "合计")
        .code("201", "一般公共服务支出", amount);
  }

  private int compare(Path database, String... more) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    List<String> arguments = new ArrayList<>(List.of("compare", "--db", database.toString()));
    arguments.addAll(Arrays.asList(more));
    return line.execute(arguments.toArray(String[]::new));
  }

  @Test
  void withoutAFileItPrintsEveryLine() throws Exception {
    Path file = database(new MadeYears("示例市文化和旅游局").all());
    assertEquals(0, compare(file, "--organization", "文化和旅游局", "--years", "2022-2024"));
    String text = out.toString();
    assertTrue(text.contains("2070104"), text);
    assertTrue(text.contains("vanished"), text);
    assertTrue(text.contains("2023 spent %"), text);
  }

  @Test
  void whatATerminalWouldCarryOutIsNotPrinted() throws Exception {
    Path file = database(new MadeYears("示例市\u001b[2J局").all());
    assertEquals(0, compare(file, "--organization", "示例市", "--years", "2022-2024"));
    String text = out.toString() + err;
    assertTrue(text.contains("示例市\uFFFD[2J局"), text);
    assertFalse(text.contains("\u001b"), text);
  }

  @Test
  void theSuffixDecidesTheForm() throws Exception {
    Path file = database(new MadeYears("示例市文化和旅游局").all());
    for (String form : List.of("html", "csv", "xlsx", "json")) {
      Path target = folder.resolve("out." + form);
      assertEquals(
          0,
          compare(file, "--organization", "示例市", "--years", "2022-2024", "-o", target.toString()));
      assertTrue(Files.size(target) > 1000, form);
    }
    JsonNode json = new ObjectMapper().readTree(Files.readString(folder.resolve("out.json")));
    assertEquals(4, json.get("periods").size());
    assertEquals(
        2, compare(file, "--organization", "示例市", "--years", "2022-2024", "-o", "report.pdf"));
  }

  @Test
  void theStageLimitsThePeriods() throws Exception {
    Path file = database(new MadeYears("示例市文化和旅游局").all());
    Path target = folder.resolve("out.json");
    assertEquals(
        0,
        compare(
            file,
            "--organization",
            "示例市",
            "--years",
            "2023-2024",
            "--stage",
            "budget",
            "-o",
            target.toString()));
    JsonNode json = new ObjectMapper().readTree(Files.readString(target));
    assertEquals(List.of("2023-budget", "2024-budget"), json.get("periods").findValuesAsText("id"));
    assertEquals(2, compare(file, "--organization", "示例市", "--years", "2023", "--stage", "draft"));
    assertEquals(2, compare(file, "--organization", "示例市", "--years", "2024-2023"));
  }

  @Test
  void severalOrganizationsAreListedNotMixed() throws Exception {
    Path file =
        database(
            MadeDisclosure.budget("甲市文化局", 2023).table(table("1")),
            MadeDisclosure.budget("甲市文化和旅游局", 2024).table(table("2")));
    assertEquals(1, compare(file, "--organization", "甲市", "--years", "2023-2024"));
    assertTrue(err.toString().contains("甲市文化局"), err.toString());
    assertTrue(err.toString().contains("甲市文化和旅游局"), err.toString());
    assertEquals(
        0,
        compare(
            file, "--organization", "甲市文化局", "--organization", "文化和旅游", "--years", "2023-2024"));
    assertTrue(out.toString().contains("put together as asked"), out.toString());
  }

  @Test
  void anUnknownOrganizationListsWhatThereIs() throws Exception {
    Path file = database(MadeDisclosure.budget("甲局", 2023).table(table("1")));
    assertEquals(1, compare(file, "--organization", "乙局", "--years", "2023"));
    assertTrue(err.toString().contains("甲局"), err.toString());
  }

  @Test
  void departmentsAndUnitsAreKeptApart() throws Exception {
    Path file =
        database(
            MadeDisclosure.budget("甲局", 2023).table(table("1")),
            new MadeDisclosure("甲局", Level.UNIT, 2023, Stage.BUDGET).table(table("2")));
    assertEquals(1, compare(file, "--organization", "甲局", "--years", "2023"));
    assertTrue(err.toString().contains("--level"), err.toString());
    assertEquals(0, compare(file, "--organization", "甲局", "--years", "2023", "--level", "unit"));
    assertTrue(out.toString().contains("甲局 · unit"), out.toString());
  }

  @Test
  void manyOrganizationsGetAPageOfAllAndAPageOfEach() throws Exception {
    Path file =
        database(
            MadeDisclosure.budget("甲局", 2023).table(table("1")),
            MadeDisclosure.budget("甲局", 2024).table(table("3")),
            MadeDisclosure.budget("乙/局", 2024).table(table("2")),
            new MadeDisclosure("丙所", Level.UNIT, 2024, Stage.BUDGET).table(table("2")));
    Path folder = file.resolveSibling("many");
    assertEquals(
        0, compare(file, "--all", "--years", "2023-2024", "-o", folder.toString()), err.toString());
    String index = Files.readString(folder.resolve("index.html"));
    assertTrue(index.contains("甲局.html") && index.contains("乙_局.html"));
    assertTrue(Files.exists(folder.resolve("甲局.html")));
    assertTrue(Files.exists(folder.resolve("乙_局.html")));
    assertTrue(out.toString().contains("丙所"), out.toString());
    assertEquals(0, compare(file, "--organizations", "甲,乙", "--years", "2024"));
    assertEquals(2, compare(file, "--years", "2024"));
    assertEquals(2, compare(file, "--all", "--organization", "甲局", "--years", "2024"));
  }

  @Test
  void oneOfTwoEditionsCanBeLeftOut() throws Exception {
    String corrected = "c".repeat(64);
    Path file =
        database(
            MadeDisclosure.budget("甲局", 2023).table(table("1")),
            MadeDisclosure.budget("甲局", 2023).table(table("2")).hash(corrected));
    assertEquals(0, compare(file, "--organization", "甲局", "--years", "2023"));
    assertTrue(out.toString().contains("documents for the 2023 budget differ"), out.toString());
    assertEquals(
        0, compare(file, "--organization", "甲局", "--years", "2023", "--without", "cccccc"));
  }

  @Test
  void sourcesAreLinkedOnlyIfTheyAreTheSameFiles() throws Exception {
    // The hash of an empty file.
    String empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    Path file =
        database(
            MadeDisclosure.budget("Bureau", 2023).table(table("1")).hash(empty),
            MadeDisclosure.budget("Bureau", 2024).table(table("1")));
    Path sources = Files.createDirectories(folder.resolve("of 2023"));
    Files.createFile(sources.resolve("Bureau-2023.pdf"));
    Files.writeString(sources.resolve("Bureau-2024.pdf"), "another edition");
    Path target = folder.resolve("out.html");
    assertEquals(
        0,
        compare(
            file,
            "--organization",
            "Bureau",
            "--years",
            "2023-2024",
            "--sources",
            sources.toString(),
            "-o",
            target.toString()));
    String page = Files.readString(target);
    assertTrue(page.contains("of%202023/Bureau-2023.pdf"), "the link is relative");
    assertFalse(page.contains("/Bureau-2024.pdf"));
  }

  @Test
  void anOldDatabaseGetsOneMessage() throws Exception {
    Path file = database(MadeDisclosure.budget("甲局", 2023).table(table("1")));
    try (var connection = DriverManager.getConnection("jdbc:duckdb:" + file);
        var statement = connection.createStatement()) {
      statement.execute("DROP TABLE lines");
    }
    assertEquals(1, compare(file, "--organization", "甲局", "--years", "2023"));
    assertTrue(err.toString().contains("run load again"), err.toString());
  }
}
