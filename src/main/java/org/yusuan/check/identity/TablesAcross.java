package org.yusuan.check.identity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Tables that print further columns of the same rows under the same title, as (一), (二), …: the
 * first has the total, and the columns of all are its parts. Lists of transfers by region are
 * printed so.
 *
 * @param tables the tables, in order
 * @param total the column of the total in the first
 * @param parts for each table its columns that are parts
 */
record TablesAcross(List<Integer> tables, int total, List<List<Integer>> parts) {

  private static final Pattern TOTAL = Pattern.compile("合计|总计|小计");

  /** What numbers the parts of one table in their titles. */
  private static final Pattern NUMBER = Pattern.compile("\\((?:[一二三四五六七八九十\\d]+|续表?)\\)$|续表?$");

  /** Fewer rows may be the same in tables that have nothing to do with one another. A guess. */
  private static final int LEAST_ROWS = 4;

  /**
   * Rows that may differ: the end of a page cuts a label here and there. Of two sets met with, none
   * of 102 and of 218 rows differed. A guess.
   */
  private static final double MOST_OTHER_ROWS = 0.02;

  /** The sets of such tables. */
  static List<TablesAcross> find(List<Table> tables) {
    List<TablesAcross> found = new ArrayList<>();
    for (int first = 0; first < tables.size(); first++) {
      Integer total = total(tables.get(first));
      int end = first + 1;
      Set<String> headers = new HashSet<>(headers(tables.get(first)));
      while (total != null && end < tables.size() && goesOn(tables, first, end, headers)) {
        headers.addAll(headers(tables.get(end)));
        end++;
      }
      if (end > first + 1 && total != null) {
        List<Integer> members = new ArrayList<>();
        List<List<Integer>> parts = new ArrayList<>();
        for (int t = first; t < end; t++) {
          members.add(t);
          List<Integer> columns = new ArrayList<>(amounts(tables.get(t)));
          columns.removeIf(t == first ? total::equals : column -> false);
          parts.add(columns);
        }
        found.add(new TablesAcross(members, total, parts));
        first = end - 1;
      }
    }
    return found;
  }

  private static boolean goesOn(List<Table> tables, int first, int next, Set<String> headers) {
    Table one = tables.get(first);
    Table other = tables.get(next);
    String title = title(one);
    if (total(other) != null
        || amounts(other).isEmpty()
        || one.unitFactor() == null
        || !one.unitFactor().equals(other.unitFactor())
        || one.rows().size() != other.rows().size()
        || one.rows().size() < LEAST_ROWS
        || title == null
        || !title.equals(title(other))
        || headers(other).stream().anyMatch(headers::contains)) {
      return false;
    }
    int others = 0;
    for (int r = 0; r < one.rows().size(); r++) {
      Keys keys = one.rows().get(r).keys();
      others += keys.codeAndLabel().equals(other.rows().get(r).keys().codeAndLabel()) ? 0 : 1;
    }
    return others <= MOST_OTHER_ROWS * one.rows().size();
  }

  private static @Nullable String title(Table table) {
    String title = table.title();
    return title == null ? null : NUMBER.matcher(TextNormalizer.of(title)).replaceFirst("");
  }

  /** The one column of totals; null if there is none, or there are several. */
  private static @Nullable Integer total(Table table) {
    List<Integer> totals =
        amounts(table).stream()
            .filter(column -> TOTAL.matcher(header(table.columns().get(column))).matches())
            .toList();
    return totals.size() == 1 ? totals.get(0) : null;
  }

  private static List<Integer> amounts(Table table) {
    List<Integer> amounts = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      if (column.role() == ColumnRole.AMOUNT && column.isAddend()) {
        amounts.add(c);
      }
    }
    return amounts;
  }

  private static List<String> headers(Table table) {
    return amounts(table).stream().map(column -> header(table.columns().get(column))).toList();
  }

  private static String header(Column column) {
    return TextNormalizer.of(String.join("/", column.header()));
  }
}
