package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Options;
import org.yusuan.ReadingProgress;
import org.yusuan.Yusuan;
import picocli.CommandLine;

class CommandLineTest {

  private static final String DOCUMENT = "testdata/zhuzhou-wangxinban-2020.pdf";

  @TempDir private Path folder;

  /** What a command printed and how it ended. */
  private record Run(int exit, String out, String err) {}

  private static Run run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exit = line.execute(arguments);
    return new Run(exit, out.toString(), err.toString());
  }

  private List<String> files() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void extractWritesOneFileAndASummary() throws Exception {
    Run run = run("extract", DOCUMENT, "--pages", "5-7", "-o", folder.toString());
    assertEquals(0, run.exit, run.err);
    assertEquals(List.of("zhuzhou-wangxinban-2020.json"), files());
    assertTrue(run.out.contains("income_expenditure_summary"), run.out);
    JsonNode json = new ObjectMapper().readTree(folder.resolve(files().get(0)).toFile());
    assertEquals(2, json.get("tables").size());
  }

  @Test
  void theSameInputGivesTheSameBytes() throws Exception {
    Path first = folder.resolve("first.json");
    Path second = folder.resolve("second.json");
    assertEquals(0, run("extract", DOCUMENT, "--pages", "5-8", "-q", "-o", first.toString()).exit);
    assertEquals(0, run("extract", DOCUMENT, "--pages", "5-8", "-q", "-o", second.toString()).exit);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void quietPrintsNothing() {
    Run run = run("extract", DOCUMENT, "--pages", "5", "-q", "-o", folder.toString());
    assertEquals("", run.out);
    assertEquals("", run.err);
  }

  @Test
  void compactIsOneLine() throws Exception {
    Path file = folder.resolve("compact.json");
    run("extract", DOCUMENT, "--pages", "5", "--compact", "-q", "-o", file.toString());
    assertEquals(1, Files.readAllLines(file).size());
  }

  @Test
  void cellsAreWrittenWithSpans() throws Exception {
    Path file = folder.resolve("cells.json");
    run("extract", DOCUMENT, "--pages", "8", "--format", "cells", "-q", "-o", file.toString());
    assertTrue(Files.readString(file).contains("cells"));
  }

  @Test
  void oneBadFileDoesNotStopTheOthers() throws Exception {
    Path bad = folder.resolve("a-bad.pdf");
    Files.writeString(bad, "no budget");
    Path good = folder.resolve("b-good.pdf");
    Files.copy(Path.of(DOCUMENT), good);
    Path out = Files.createDirectory(folder.resolve("out"));
    Run run = run("extract", folder.toString(), "--pages", "5", "-o", out.toString());
    assertEquals(1, run.exit);
    assertTrue(run.err.contains("a-bad.pdf"), run.err);
    assertTrue(Files.exists(out.resolve("b-good.json")));
    assertFalse(Files.exists(out.resolve("a-bad.json")));
  }

  @Test
  void wrongUsageIsTwo() {
    assertEquals(2, run().exit);
    assertEquals(2, run("extract").exit);
    assertEquals(2, run("extract", DOCUMENT, "--pages", "nine").exit);
    assertEquals(2, run("extract", DOCUMENT, "--no-such-option").exit);
    assertEquals(2, run("no-such-command").exit);
  }

  @Test
  void wrongUsageIsToldInOneLineWithAPointerToHelp() {
    List<String> lines =
        run("extract", DOCUMENT, "--pages", "nine", "--lang", "en").err.lines().toList();
    assertEquals(1, lines.size(), lines::toString);
    assertTrue(lines.get(0).startsWith("yusuan: "), lines::toString);
    assertTrue(lines.get(0).endsWith("See: yusuan extract --help"), lines::toString);
  }

  @Test
  void theSummaryIsInTheLanguageThatIsAskedFor() {
    String out = folder.toString();
    assertTrue(
        run("extract", DOCUMENT, "--pages", "7", "-o", out, "--lang", "zh")
            .out
            .contains("2 个金额：2 个已核实，0 个未核实"));
    assertTrue(
        run("--lang", "en", "extract", DOCUMENT, "--pages", "7", "-o", out)
            .out
            .contains("2 amounts: 2 verified, 0 unverified"));
  }

  @Test
  void explainSaysWhyAPageWasReadAsItWas() {
    Run run = run("explain", DOCUMENT, "--page", "7", "--pages", "7", "--lang", "en");
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.contains("Layout: detailed-budget/income"), run.out);
    assertEquals(2, run("explain", DOCUMENT, "--page", "7", "--pages", "7", "--table", "t9").exit);
    assertEquals(2, run("explain", DOCUMENT, "--page", "99", "--pages", "7").exit);
  }

  @Test
  void progressKnowsHowManyPagesThereAre() throws Exception {
    List<String> told = new ArrayList<>();
    try (Yusuan yusuan = new Yusuan(Options.defaults().withPages(List.of(5, 7)))) {
      yusuan.read(
          Path.of(DOCUMENT),
          new ReadingProgress() {
            @Override
            public void starts(int pages) {
              told.add("of " + pages);
            }

            @Override
            public void read(int page) {
              told.add("page " + page);
            }
          });
    }
    assertEquals(List.of("of 2", "page 5", "page 7"), told);
  }

  @Test
  void helpAndVersionAreGiven() {
    for (String command :
        List.of(
            "extract",
            "explain",
            "layouts",
            "debug",
            "evaluate",
            "benchmark",
            "batch",
            "load",
            "query")) {
      Run run = run(command, "--help");
      assertEquals(0, run.exit);
      assertTrue(run.out.startsWith("Usage: yusuan " + command), run.out);
    }
    assertTrue(run("--version").out.startsWith("yusuan "));
  }

  @Test
  void shellsCanCompleteCommands() {
    assertTrue(run("generate-completion").out.contains("extract"));
  }

  @Test
  void layoutsListsTheKinds() {
    Run run = run("layouts");
    assertEquals(0, run.exit);
    assertTrue(run.out.contains("three_public_and_operating"), run.out);
  }

  @Test
  void aLayoutOfOnesOwnIsUsed() throws Exception {
    Path layouts = Files.createDirectory(folder.resolve("layouts"));
    Files.writeString(
        layouts.resolve("own.yaml"),
        """
        - id: own/summary
          kind: own_summary
          zh: 部门收支总表
          en: Own summary
          stage: budget
          titles: ['部门收支总表', '收支总表']
          header: ['收入', '支出']
          columns: [item, budget_amount, item, budget_amount, item, budget_amount]
        """);
    Path out = folder.resolve("own.json");
    Run run =
        run(
            "extract",
            DOCUMENT,
            "--pages",
            "5-6",
            "--layouts",
            layouts.toString(),
            "-o",
            out.toString());
    assertEquals(0, run.exit, run.err);
    assertTrue(run.out.contains("own_summary"), run.out);
  }

  @Test
  void aWrongLayoutFileIsNamed() throws Exception {
    Path layouts = Files.createDirectory(folder.resolve("layouts"));
    Files.writeString(layouts.resolve("own.yaml"), "- id: [1, 2\n");
    Run run = run("layouts", "--layouts", layouts.toString());
    assertEquals(1, run.exit);
    assertTrue(run.err.contains("own.yaml"), run.err);
  }

  @Test
  void debugDrawsThePage() throws Exception {
    Path picture = folder.resolve("p.png");
    Run run = run("debug", DOCUMENT, "--page", "5", "--dpi", "50", "-o", picture.toString());
    assertEquals(0, run.exit, run.err);
    assertTrue(ImageIO.read(picture.toFile()).getWidth() > 400);
  }

  @Test
  void debugOfAPageThatIsNotThereSaysSo() {
    Run run = run("debug", DOCUMENT, "--page", "99", "-o", folder.resolve("p.png").toString());
    assertEquals(2, run.exit);
    assertTrue(run.err.contains("26 pages"), run.err);
  }

  @Test
  void onlyTheCommandThatIsAskedForIsLookedThrough() {
    for (String name : List.of("extract", "evaluate", "benchmark")) {
      assertEquals(Set.of(name), Main.commandLine(name, "--help").getSubcommands().keySet());
    }
    Set<String> all = Main.commandLine("generate-completion").getSubcommands().keySet();
    assertTrue(all.containsAll(Set.of("extract", "evaluate", "benchmark", "help")), all::toString);
  }
}
