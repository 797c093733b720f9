package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;

/**
 * Which rows are sums by numbers that begin anew: 一、本年支出 before 一、一般公共服务支出, 二、外交支出 and so on to
 * 三十一、, and then 二、年终结转结余. The row is the sum of those that are numbered from one on below it, and
 * the total of the list that of the row and of those that go on with its number.
 */
public final class RestartedNumbers {

  /** Numbers must run on at least so far that they begin anew by no accident. A guess. */
  private static final int MIN_RUN = 5;

  private final Table table;

  public RestartedNumbers(Table table) {
    this.table = table;
  }

  /**
   * The rows that are sums, each with its parts.
   *
   * @param rows the rows of one list, in order
   */
  public Map<Integer, List<Integer>> find(List<Integer> rows) {
    Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
    List<Integer> numbered = new ArrayList<>();
    List<Integer> totals = new ArrayList<>();
    for (int row : rows) {
      if (table.rows().get(row).kind() != RowKind.ITEM) {
        totals.add(row);
      } else if (number(row) > 0) {
        numbered.add(row);
      }
    }
    List<Integer> outer = new ArrayList<>();
    int i = 0;
    while (i < numbered.size() && number(numbered.get(i)) == outer.size() + 1) {
      int head = numbered.get(i++);
      outer.add(head);
      List<Integer> run = new ArrayList<>();
      while (i < numbered.size() && number(numbered.get(i)) == run.size() + 1) {
        run.add(numbered.get(i++));
      }
      if (run.size() >= MIN_RUN && run.size() != outer.size()) {
        parts.put(head, run);
      } else if (!run.isEmpty()) {
        return Map.of();
      }
    }
    if (i < numbered.size()) {
      return Map.of();
    }
    if (!parts.isEmpty() && outer.size() > 1 && totals.size() == 1) {
      parts.put(totals.get(0), outer);
    }
    return parts;
  }

  /** The number before the name of a row, as 三、; 0 if it has none. */
  private int number(int row) {
    @Nullable ListMark mark = ListMark.ofLabel(table.rows().get(row).keys().label());
    return mark != null && mark.style() == ListMark.Style.NUMERAL ? mark.number() : 0;
  }
}
