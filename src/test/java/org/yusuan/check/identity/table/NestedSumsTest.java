package org.yusuan.check.identity.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.made.MadeTable;

/** Rows that are the sums of others, told by their amounts. */
class NestedSumsTest {

  private static MadeTable list() {
    return MadeTable.items("t1", "bond_use", "表", "亿元").measure(null, "规模");
  }

  private static Map<Integer, List<Integer>> sums(MadeTable table, int rows) {
    return sums(table, rows, List.of(1));
  }

  private static Map<Integer, List<Integer>> sums(
      MadeTable table, int rows, List<Integer> columns) {
    return new NestedSums(
            new AmountIndex(List.of(table.build())),
            0,
            IntStream.range(0, rows).boxed().toList(),
            columns,
            LabelPatterns.shipped())
        .all();
  }

  @Test
  void rowsThatAddUpToTheOneAboveAreItsParts() {
    MadeTable table = list();
    table.item(1, "甲市", "1,234.56").item(1, "甲区", "1,000.11").item(1, "乙区", "234.45");
    table.item(1, "乙市", "987.65").item(1, "丙区", "345.67").item(1, "丁区", "641.98");
    assertEquals(Map.of(0, List.of(1, 2), 3, List.of(4, 5)), sums(table, 6));
  }

  @Test
  void whatStandsAtThePlaceOfAnotherIsNoTotalOfIt() {
    MadeTable others = list();
    others.item(1, "改革支出", "120.07").item(1, "补助支出", "617.31").item(1, "移交支出", "614.22");
    others.item(1, "其他改革支出", "1,351.60");
    assertEquals(Map.of(), sums(others, 4));
    MadeTable numbered = list();
    numbered.item(1, "六、余额", "7,549.07").item(2, "其中：一般债务", "3,655.59");
    numbered.item(3, "专项债务", "3,512.04").item(1, "七、限额", "7,167.63");
    assertEquals(Map.of(), sums(numbered, 4));
    MadeTable total = list();
    total.item(1, "一、税收收入", "3,655.59").item(1, "二、非税收入", "3,512.04");
    total.item(1, "三、总收入", "7,167.63");
    assertEquals(Map.of(2, List.of(0, 1)), sums(total, 3));
  }

  /** Bonds come in few sizes: equal ones follow one another, and many are sums of others. */
  @Test
  void aLongListOfFewAmountsHasNoSums() {
    String[] sizes = {"16.99", "33.98", "50.97", "30.00", "60.00", "118.93", "48.95", "9.79"};
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      MadeTable table = list();
      for (int i = 0; i < 500; i++) {
        table.item(1, "项目" + i, sizes[random.nextInt(sizes.length)]);
      }
      int found = sums(table, 500).size();
      assertEquals(0, found, 5, "seed " + seed);
    }
  }

  @Test
  void theNextOfAListIsNoPartOfTheOneBeforeIt() {
    MadeTable table = MadeTable.items("t1", "three_public", "表", "万元");
    table.measure(null, "上年").measure(null, "本年").measure(null, "增减额");
    table.item(1, "2、公务接待费", "25.31", "24.17", "-1.14");
    table.item(1, "3、公务用车费", "25.31", "24.17", "-1.14");
    assertEquals(Map.of(), sums(table, 2, List.of(1, 2, 3)));
    MadeTable anew = MadeTable.items("t1", "three_public", "表", "万元");
    anew.measure(null, "上年").measure(null, "本年").measure(null, "增减额");
    anew.item(1, "1.接待", "25.31", "24.17", "-1.14");
    anew.item(1, "1.国内", "20.10", "20.05", "-0.05");
    anew.item(1, "2.国外", "5.21", "4.12", "-1.09");
    assertEquals(Map.of(0, List.of(1, 2)), sums(anew, 3, List.of(1, 2, 3)));
  }

  @Test
  void partsAreNotAddedToTheirWhole() {
    MadeTable table = list();
    table.item(1, "共计", "447,813.26").item(1, "1、出国", "123,507.11").item(1, "2、接待", "73,204.12");
    table.item(1, "3、公务用车", "180,051.01").item(2, "其中：（1）运行", "71,051.02");
    table.item(2, "（2）购置", "251,102.03");
    // 447,813.26 is the sum of four rows, of which one is a part of another.
    assertEquals(null, sums(table, 6).get(0));
  }
}
