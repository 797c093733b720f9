package org.yusuan.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClassificationTest {

  private static final Classification STANDARD = Classification.shipped();

  @Test
  void aCodeHasTheNameOfItsYear() {
    assertEquals("文化体育与传媒支出", name("207", 2018));
    assertEquals("文化旅游体育与传媒支出", name("207", 2019));
    assertEquals("行政事业单位离退休", name("20805", 2019));
    assertEquals("行政事业单位养老支出", name("20805", 2020));
    assertEquals("其他网信事务支出", name("2013799", 2020));
  }

  @Test
  void aCodeIsUnknownBeforeItWasMade() {
    assertNull(STANDARD.lookup("224", 2018));
    assertNull(STANDARD.lookup("20138", 2018));
    assertNull(STANDARD.lookup("501", 2017));
    assertNull(STANDARD.lookup("9999999", 2024));
  }

  @Test
  void aReusedNumberMeansWhatItMeantInItsYear() {
    assertEquals("住房公积金", name("30311", 2016));
    assertNull(STANDARD.lookup("30311", 2018));
    assertEquals("代缴社会保险费", name("30311", 2022));
  }

  @Test
  void whereNamesOverlapTheLaterOneWins() {
    assertEquals("公共法律服务", name("2040607", 2020));
    assertEquals("法律援助", name("2040607", 2019));
  }

  @Test
  void allNamesOfACodeAreKnownAtOnce() {
    assertEquals(List.of("医疗卫生与计划生育支出", "卫生健康支出"), STANDARD.names("210"));
    assertTrue(STANDARD.isNameOf("210", "医疗卫生 与计划生育支出"));
    assertTrue(STANDARD.isNameOf("30213", "维修(护)费"));
    assertFalse(STANDARD.isNameOf("210", "教育支出"));
  }

  @Test
  void aParentIsFoundEvenForARegionsOwnCode() {
    assertEquals("20137", STANDARD.parentOf("2013701"));
    assertEquals("201", STANDARD.parentOf("20137"));
    assertNull(STANDARD.parentOf("201"));
    assertEquals("30112", STANDARD.parentOf("3011201"));
  }

  @Test
  void everyParentIsListedAndIsThePrefixOfItsChildren() {
    for (Classification.CodeName entry : STANDARD.all()) {
      if (entry.parent() != null) {
        assertTrue(STANDARD.knows(entry.parent()), entry.code());
        assertTrue(entry.code().startsWith(entry.parent()), entry.code());
        assertEquals(entry.parent().length() + 2, entry.code().length(), entry.code());
      } else {
        assertNotNull(entry.english(), entry.code());
      }
    }
  }

  @Test
  void everyMoveNamesListedCodes() {
    for (Classification.Move move : STANDARD.moves()) {
      assertTrue(STANDARD.knows(move.from()), move.from());
      assertTrue(STANDARD.knows(move.to()), move.to());
    }
  }

  @Test
  void aMovedCodeKeepsItsNewestNumber() {
    assertEquals("20805", STANDARD.canonical("20805", 2019));
    assertEquals("30113", STANDARD.canonical("30311", 2017));
    assertEquals("2089999", STANDARD.canonical("2089901", 2020));
    assertEquals("2240504", STANDARD.canonical("2200404", 2018));
    assertEquals("2080209", STANDARD.canonical("2080205", 2018));
  }

  @Test
  void aReusedNumberIsNotTheOldThing() {
    assertEquals("30311", STANDARD.canonical("30311", 2020));
  }

  @Test
  void aRebuiltCodeSaysWhyItsYearsCannotBeCompared() {
    Classification.Move move = STANDARD.changesBetween("301", 2017, "301", 2018).get(0);
    assertEquals(Classification.Succession.BREAK, move.relation());
    assertTrue(move.reasonZh().contains("2018年"));
    assertEquals(List.of(), STANDARD.changesBetween("301", 2018, "301", 2024));
  }

  @Test
  void aCodeWhoseContentsMovedALittleCarriesACaveat() {
    assertEquals(
        Classification.Succession.CAVEAT,
        STANDARD.changesBetween("207", 2018, "207", 2020).get(0).relation());
    assertEquals(List.of(), STANDARD.changesBetween("207", 2020, "207", 2024));
  }

  @Test
  void aBrokenLineIsNamed() {
    byte[] broken = "from\tto\n".getBytes(StandardCharsets.UTF_8);
    IllegalArgumentException thrown =
        assertThrows(
            IllegalArgumentException.class,
            () -> Classification.read("moves.tsv", new ByteArrayInputStream(broken)));
    assertTrue(String.valueOf(thrown.getMessage()).contains("line 1"));
  }

  private static String name(String code, int year) {
    Classification.CodeName entry = STANDARD.lookup(code, year);
    assertNotNull(entry, code);
    return entry.name();
  }
}
