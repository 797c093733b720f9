package org.yusuan.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.cli.option.Phrasebook;

/** What is wrong is told in the language of the command. */
class ErrorLanguageTest {

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init")
  ErrorLanguageTest() {}

  private static String told(String... args) {
    StringWriter err = new StringWriter();
    Main.commandLine(args)
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err, true))
        .execute(args);
    return err.toString().strip();
  }

  /** Names of options, values and files stay; no other English word may. */
  private static void assertChinese(String told) {
    String words =
        told.replaceAll(
                "yusuan( [a-z]+)* --help|yusuan extract FILE|'[^']*'|--[a-z-]+|\\w*\\.[a-z]+|nothing",
                "")
            .replaceAll("\\b(yusuan|budget|execution|final-accounts|SELECT|FROM|WITH)\\b", "")
            .replaceAll("[A-Z]+|/\\S*", "");
    assertTrue(told.codePoints().anyMatch(Character::isIdeographic), told);
    assertTrue(!words.matches("(?s).*[a-z]{3,}.*"), told + " ⇒ " + words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "extract",
        "extract --nope x.pdf",
        "extract /nope.pdf",
        "extract --ocr sometimes x.pdf",
        "extract --pages 3-x x.pdf",
        "extract --engines nothing x.pdf",
        "extract --layouts /nope x.pdf",
        "batch /nope",
        "batch /tmp -o",
        "batch /nope -o /nope2",
        "compare",
        "compare --db /nope --years 2020-2021",
        "review /nope",
        "review /tmp --port x",
        "review /tmp --port 99999",
        "load x.json",
        "query",
        "validate",
        "export",
        "debug",
        "debug x.pdf -o y --dpi 7",
        "explain x.pdf --page 1 extra",
        "layouts learn",
        "nonsense"
      })
  void wrongUsageAndMissingFilesAreToldInChinese(String line) {
    List<String> args = new ArrayList<>(List.of(line.split(" ")));
    args.add("--lang=zh");
    assertChinese(told(args.toArray(new String[0])));
  }

  @Test
  void aDamagedFileIsToldInChineseAndInEnglish() throws Exception {
    Path file = folder.resolve("甲.pdf");
    Files.writeString(file, "no document at all");
    String zh = told("extract", file.toString(), "--lang=zh");
    assertTrue(zh.startsWith("yusuan: 甲.pdf: "), zh);
    assertChinese(zh);
    String en = told("extract", file.toString(), "--lang=en");
    assertTrue(en.codePoints().skip(13).noneMatch(Character::isIdeographic), en);
  }

  @Test
  void whatIsWrongWithAPageIsToldInChinese() {
    Phrasebook book = new Phrasebook();
    assertEquals(
        "第 28 页质量差：文字辨认没有把握", book.chinese("page 28 is poor: its words are not read surely"));
    assertEquals(
        "第 3 页质量差：9 个数中有 2 个没有把握，另有数可能没有读到",
        book.chinese("page 3 is poor: 2 of 9 figures are not read surely, others may be lost"));
    assertEquals(
        "第 2 页：有 5 个数所在的表未能识别，不作为金额",
        book.chinese(
            "page 2: 5 figures stand in a table that was not understood, and are no amounts"));
    assertEquals("别的话", book.chinese("别的话"));
  }
}
