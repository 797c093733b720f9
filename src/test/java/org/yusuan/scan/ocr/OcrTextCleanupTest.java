package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;

class OcrTextCleanupTest {
  private static String tidy(String text) {
    return OcrTextCleanup.tidy(List.of(new Reading(text, 0.9))).get(0).text();
  }

  @Test
  void aNumberedTableKeepsItsNumber() {
    assertEquals("附表一收支总表", tidy("附表一收支总表"));
  }

  @Test
  void marksBeforeTheYearOfATitleShowThrough() {
    assertEquals("2021年部门收支总表", tidy("“」2021年部门收支总表"));
    assertEquals("(2021年)", tidy("(2021年)"));
  }

  @Test
  void theMarkBehindANumeralIsNoCharacter() {
    assertEquals("二、污水处理费收入", tidy("二丶污水处理费收入"));
  }

  @Test
  void thereAreNoSpacesBetweenChineseCharacters() {
    assertEquals("收入总计", tidy("收 入 总 计"));
  }

  @Test
  void threePointsAreAnEllipsis() {
    assertEquals("…", tidy("..."));
    assertEquals("… …", tidy("... ..."));
    assertEquals("……", tidy("......"));
  }

  @Test
  void pointsThatLeadToAPageStay() {
    assertEquals("..........", tidy(".........."));
    assertEquals("第一部分...3", tidy("第一部分...3"));
  }

  @Test
  void aDashInAWordIsTheCharacterOne() {
    assertEquals("一、本年收入", tidy("-、本年收入"));
    assertEquals("一般公共服务", tidy("-般公共服务"));
    assertEquals("#一般公共服务", tidy("#--般公共服务"));
    assertEquals("（一）部分公开", tidy("（-）部分公开"));
    assertEquals("第一产业", tidy("第-产业"));
  }

  @Test
  void aYearHasNoDashAndStandsApartFromTheNumberOfItsTable() {
    assertEquals("表4 2031年收支情况", tidy("表42031-年收支情况"));
    assertEquals("表12 2031年收支情况", tidy("表12 2031 年收支情况"));
    assertEquals("2029-2031年收支情况", tidy("2029-2031年收支情况"));
    assertEquals("表203号", tidy("表203号"));
  }

  @Test
  void aDepartmentHasAnEmptyDoor() {
    assertEquals("2031年市级部门一般公共预算支出表", tidy("2031年市级部内一般公共预算支出表"));
    assertEquals("部门收支总表", tidy("部问收支总表"));
    assertEquals("内部问题", tidy("内部问题"));
  }

  @Test
  void otherDashesStay() {
    assertEquals("-养老金", tidy("-养老金"));
    assertEquals("第1-2项", tidy("第1-2项"));
    assertEquals("-", tidy("-"));
    assertEquals("-12.00", tidy("-12.00"));
    assertEquals("（-）", tidy("（-）"));
  }

  @Test
  void aSpeckBeforeALabelGoes() {
    assertEquals("4.其他支出", tidy(":4.其他支出"));
    assertEquals("主管部门", tidy(".主管部门"));
    assertEquals(".50", tidy(".50"));
    assertEquals("“三公”经费", tidy("“三公”经费"));
  }

  @Test
  void whatBelongsIsNoTrunk() {
    assertEquals("6.属于内部事务", tidy("6.属干内部事务"));
    assertEquals("下属干部", tidy("下属干部"));
  }
}
