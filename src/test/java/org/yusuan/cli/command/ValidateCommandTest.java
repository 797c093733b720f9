package org.yusuan.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yusuan.check.Checker;
import org.yusuan.cli.Main;
import org.yusuan.export.DisclosureJson;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Stage;
import picocli.CommandLine;

class ValidateCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init")
  ValidateCommandTest() {}

  private int validate(Path file) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    return line.execute("validate", "--lang", "zh", file.toString());
  }

  private Path file() throws Exception {
    return file("3,300");
  }

  private Path file(String printed) throws Exception {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "支出总表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("201", "一般公共服务支出", printed, "2,100", "1,200")
            .code("208", "社会保障和就业支出", "700", "700", "")
            .total("合计", "4,000", "2,800", "1,200");
    Path file = folder.resolve("made.json");
    Files.write(
        file,
        new DisclosureJson()
            .write(
                new Checker().check(MadeDisclosure.budget("某局", 2025).table(table).build()), true));
    return file;
  }

  @Test
  void aSoundFilePasses() throws Exception {
    assertEquals(0, validate(file()), out.toString() + err);
  }

  @Test
  void anEditedTextIsReadAnewWhateverTheStoredAmountAndVerdictSay() throws Exception {
    Path file = file();
    String edited = Files.readString(file).replace("3,300", "3,800");
    Files.writeString(file, edited);
    assertEquals(1, validate(file));
    assertTrue(out.toString().contains("应为 3300 元"), out.toString());
    assertTrue(err.toString().contains("「3,800」: 文件写的数是 3300，文本是 3800"), err.toString());
    assertTrue(err.toString().contains("文件缺少的发现："), err.toString());
  }

  @Test
  void whatThePublisherContradictsIsAFindingAndNoFaultOfTheFile() throws Exception {
    assertEquals(0, validate(file("3,800")), err.toString());
    assertTrue(out.toString().contains("应为 3300 元"), out.toString());
  }

  @Test
  void aVerdictThatDoesNotFollowIsNamed() throws Exception {
    Path file = file("3,800");
    Files.writeString(
        file, Files.readString(file).replaceAll("(\"status\" ?: ?)\"disputed\"", "$1\"verified\""));
    assertEquals(1, validate(file));
    assertTrue(err.toString().contains("文件写的是 VERIFIED，实为 DISPUTED"), err.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A finding is taken off, made milder, reworded, given another figure or another place.
        "\"rule\" ?: ?\"identity\"|\"rule\":\"note\"|文件缺少的发现：",
        "\"severity\" ?: ?\"error\"|\"severity\":\"info\"|文件缺少的发现：",
        "应为 3300 元|应为 3301 元|文件缺少的发现：",
        "\"expected\" ?: ?3300(.00)?|\"expected\":3301|文件缺少的发现：",
        "\"blame\" ?: ?\"document\"|\"blame\":\"extraction\"|文件缺少的发现：",
        "\"verified\" ?: ?\\d+|\"verified\":99|文件的统计是",
      })
  void anEditOfAFindingOrACountIsNamed(String had, String made, String told) throws Exception {
    Path file = file("3,800");
    String whole = Files.readString(file);
    String edited = whole.replaceAll(had, made);
    assertNotEquals(whole, edited);
    Files.writeString(file, edited);
    assertEquals(1, validate(file));
    assertTrue(err.toString().contains(told), err.toString());
  }

  @ParameterizedTest
  @CsvSource({"identity", "claim", "unit-missing", "name-differs", "of-no-rule-at-all"})
  void anAccusationThatNothingFindsAgainIsNamed(String rule) throws Exception {
    Path file = file();
    Disclosure sound = new DisclosureJson().read(file);
    List<Finding> findings = new ArrayList<>(sound.findings());
    findings.add(
        new Finding(
            rule,
            Severity.WARNING,
            Blame.DOCUMENT,
            "某局的支出是假的",
            "The office's expenditure is false",
            List.of(new CellRef("t1", 0, 2)),
            1));
    Files.write(file, new DisclosureJson().write(sound.withFindings(findings), true));
    assertEquals(1, validate(file));
    assertTrue(err.toString().contains("文件所称的发现不成立："), err.toString());
    assertTrue(err.toString().contains("某局的支出是假的"), err.toString());
  }

  @Test
  void whatTheTablesAloneTellIsFoundAgain() throws Exception {
    Path file = file();
    Files.writeString(file, Files.readString(file).replaceAll("\"一般公共服务支出\"", "\"教育与科学支出\""));
    assertEquals(0, validate(file), err.toString());
    assertTrue(out.toString().contains("提示 1"), out.toString());
  }

  @Test
  void aYearThatItsTextDoesNotPrintIsNamed() throws Exception {
    Path file = folder.resolve("made.json");
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "2025年支出总表", "元")
            .of(2025, Stage.BUDGET)
            .measure("total", "合计")
            .code("201", "一般公共服务支出", "3,300")
            .total("合计", "3,300");
    Files.write(
        file,
        new DisclosureJson()
            .write(
                new Checker().check(MadeDisclosure.budget("某局", 2025).table(table).build()), true));
    assertEquals(0, validate(file), err.toString());
    String whole = Files.readString(file);
    Files.writeString(file, whole.replaceAll("(\"fiscalYear\" ?: ?)2025", "$1" + "2024"));
    assertNotEquals(whole, Files.readString(file));
    assertEquals(1, validate(file));
    assertTrue(err.toString().contains("文件写的年度是 2024，文本是 「2025年支出总表」"), err.toString());
  }

  @Test
  void aUnitThatIsNotItsFactorIsNamed() throws Exception {
    Path file = file();
    Files.writeString(
        file, Files.readString(file).replaceAll("\"unit\" ?: ?\"元\"", "\"unit\":\"万元\""));
    assertEquals(1, validate(file));
    assertTrue(err.toString().contains("文件写的单位是 万元，而系数为 1"), err.toString());
  }

  @Test
  void whatIsNoDisclosureGetsOneLine() throws Exception {
    Path file = folder.resolve("bad.json");
    Files.write(file, "{\"tables\": [".getBytes(StandardCharsets.UTF_8));
    assertEquals(1, validate(file));
    assertEquals(1, err.toString().lines().count(), err.toString());
    assertTrue(err.toString().contains("bad.json"), err.toString());
  }
}
