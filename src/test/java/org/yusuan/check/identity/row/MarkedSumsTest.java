package org.yusuan.check.identity.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.made.MadeTable;
import org.yusuan.model.table.Table;

/** Items that are numbered in turn, with rows between them that are none. */
class MarkedSumsTest {

  private static List<MarkedSums.MarkedSum> sums(MadeTable made) {
    Table table = made.build();
    List<Integer> rows = IntStream.range(0, table.rows().size()).boxed().toList();
    return new MarkedSums(table, rows, LabelPatterns.shipped()).find();
  }

  private static MadeTable table() {
    return MadeTable.items("t1", "social_insurance_revenue", "表", "万元").measure(null, "金额");
  }

  @Test
  void theTotalIsTheSumOfTheItemsAndItsPartsOfThoseOfTheirNames() {
    List<MarkedSums.MarkedSum> sums =
        sums(
            table()
                .total("合计", "90")
                .item(1, "其中：社会保险费收入", "60")
                .item(1, "利息收入（含投资收益）", "9")
                .item(1, "（一）养老保险基金收入", "70")
                .item(2, "其中：养老保险费收入", "50")
                .item(2, "利息收入", "7")
                .item(1, "（二）失业保险基金收入", "20")
                .item(2, "其中：失业保险费收入", "10")
                .item(2, "利息收入", "2"));
    assertTrue(sums.contains(new MarkedSums.MarkedSum(0, List.of(3, 6))), sums.toString());
    assertTrue(sums.contains(new MarkedSums.MarkedSum(1, List.of(4, 7))), sums.toString());
    assertTrue(sums.contains(new MarkedSums.MarkedSum(2, List.of(5, 8))), sums.toString());
  }

  @Test
  void partsWithoutNamesInCommonAreToldByTheirPlaces() {
    List<MarkedSums.MarkedSum> sums =
        sums(
            table()
                .item(1, "本年结余", "30")
                .item(1, "滚存结余", "300")
                .item(1, "一、养老保险基金本年结余", "20")
                .item(2, "养老保险基金年末滚存额", "200")
                .item(1, "二、失业保险基金本年结余", "10")
                .item(2, "失业保险基金年末滚存额", "100"));
    assertTrue(sums.contains(new MarkedSums.MarkedSum(1, List.of(3, 5))), sums.toString());
  }

  @Test
  void numbersThatBeginAnewAreOfAnotherList() {
    List<MarkedSums.MarkedSum> sums =
        sums(
            table()
                .item(1, "一、收入", "30")
                .item(2, "1.税收", "10")
                .item(2, "2.收费", "20")
                .item(1, "二、支出", "7")
                .item(2, "1.工资", "3")
                .item(2, "3.其他", "4")
                .subtotal("合计", "37"));
    assertEquals(List.of(new MarkedSums.MarkedSum(6, List.of(0, 3))), sums);
  }
}
