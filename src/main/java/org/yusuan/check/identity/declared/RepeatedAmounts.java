package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Relation;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Amounts of one thing that several rows print, as the size of a bond beside each of its projects.
 * The key that the rows print may stand for several things of different amounts, so that an amount
 * that differs from its neighbours is no fault. An amount is proved if {@value #MIN_ROWS} rows of
 * its key print it, and no other amount that the key is known for is one digit away from it: then
 * no single wrong digit would go unnoticed. A text of the key holds for all rows that its cell
 * covers.
 *
 * <p>An amount that stands beside several keys, as one of a project beside the months of several
 * bonds, is proved too if it is the sum of amounts that they are known for, one of each, and no
 * other such sum is one digit away from it.
 */
final class RepeatedAmounts {

  /** An amount counts as known for its key if this many rows print it. A guess. */
  private static final int MIN_ROWS = 3;

  /**
   * Lower limit of the share of pairs of rows with equal amounts that have equal keys. Of lists of
   * sizes of bonds, 6 in number, it is 0.93 to 1.00; of 6 lists of what each project was given,
   * 0.25 to 0.57.
   */
  private static final double MIN_SHARE = 0.8;

  /**
   * Upper limit of that share among all pairs of rows, equal or not: where most rows have one key,
   * equal amounts tell nothing. In the lists of sizes of bonds it is 0.05 to 0.28.
   */
  private static final double MAX_SHARE_BY_CHANCE = 0.4;

  /**
   * Upper limit of the sums that several keys are known for: of amounts of five digits, one wrong
   * amount in a thousand is then such a sum by chance. Reckoned.
   */
  private static final int MAX_SUMS = 100;

  private final AmountIndex index;
  private final Assignment values;

  RepeatedAmounts(AmountIndex index) {
    this.index = index;
    this.values = index.asRead();
  }

  /** An amount that stands beside several keys. */
  private record Several(List<String> keys, int cell) {}

  /** The cells that print each amount, by the key of their rows. */
  private static final class Keyed {
    final Map<String, Map<Long, List<Integer>>> cells = new LinkedHashMap<>();
    final Map<Long, Integer> all = new HashMap<>();
    final List<Several> several = new ArrayList<>();
    int rows;

    void add(List<String> keys, long amount, int cell) {
      if (keys.size() > 1) {
        several.add(new Several(keys, cell));
      }
      String key = String.join("\n", keys);
      cells
          .computeIfAbsent(key, k -> new LinkedHashMap<>())
          .computeIfAbsent(amount, a -> new ArrayList<>())
          .add(cell);
      all.merge(amount, 1, Integer::sum);
      rows++;
    }

    /** Whether rows of one key print one amount so much more often than others that it tells. */
    boolean followsKey() {
      double together = 0;
      double alike = 0;
      for (Map<Long, List<Integer>> amounts : cells.values()) {
        int own = amounts.values().stream().mapToInt(List::size).sum();
        together += pairs(own);
        alike += amounts.values().stream().mapToDouble(same -> pairs(same.size())).sum();
      }
      double equal = all.values().stream().mapToDouble(Keyed::pairs).sum();
      return equal > 0
          && alike >= MIN_SHARE * equal
          && together <= MAX_SHARE_BY_CHANCE * pairs(rows);
    }

    private static double pairs(int count) {
      return 0.5 * count * (count - 1);
    }
  }

  /** Adds an identity for each row that prints what others of its key print too. */
  void add(Relation rule, Relation.RepeatedRule repeated, List<Identity> identities) {
    IdentityGroup group = DeclaredIdentities.group(rule, false);
    for (int t = 0; t < index.tables().size(); t++) {
      Table table = index.tables().get(t);
      int column = repeated.kind().contains(table.kind()) ? column(table, repeated.amount()) : -1;
      List<Integer> key = repeated.key().stream().map(header -> column(table, header)).toList();
      if (column < 0 || key.contains(-1)) {
        continue;
      }
      Keyed keyed = keyed(t, column, key);
      if (keyed.followsKey()) {
        keyed.cells.values().forEach(amounts -> add(group, amounts, identities));
        keyed.several.forEach(several -> add(group, keyed, several, identities));
      }
    }
  }

  /** Of recognized cells nothing is told: one misreading may be made again and again. */
  private Keyed keyed(int t, int column, List<Integer> key) {
    Keyed keyed = new Keyed();
    List<Row> rows = index.tables().get(t).rows();
    List<List<String>> texts = key.stream().map(k -> texts(rows, k)).toList();
    for (int r = 0; r < rows.size(); r++) {
      int cell = index.id(t, r, column);
      if (cell >= 0 && !index.isRecognized(cell) && values.of(cell) != 0) {
        int end = rows.get(r).line() + index.cell(cell).rowSpan();
        SortedSet<String> keys = new TreeSet<>();
        boolean complete = true;
        for (int k = r; k < rows.size() && rows.get(k).line() < end; k++) {
          int row = k;
          List<String> own = texts.stream().map(all -> all.get(row)).toList();
          complete &= !own.contains("");
          keys.add(String.join("\t", own));
        }
        if (complete) {
          keyed.add(List.copyOf(keys), values.of(cell), cell);
        }
      }
    }
    return keyed;
  }

  /** The text of a column that holds for each row: that of the cell that covers it. */
  private static List<String> texts(List<Row> rows, int column) {
    List<String> texts = new ArrayList<>();
    String last = "";
    int end = 0;
    for (Row row : rows) {
      Cell cell = row.cell(column);
      if (cell != null) {
        last = TextNormalizer.of(cell.text());
        end = row.line() + cell.rowSpan();
      }
      texts.add(row.line() < end ? last : "");
    }
    return texts;
  }

  private static int column(Table table, Pattern header) {
    int found = -1;
    for (int c = 0; c < table.columns().size(); c++) {
      String own = TextNormalizer.of(String.join("", table.columns().get(c).header()));
      if (header.matcher(own).matches()) {
        if (found >= 0) {
          return -1;
        }
        found = c;
      }
    }
    return found;
  }

  /** The amounts that some of the rows of a key print. */
  private static List<Long> known(Map<Long, List<Integer>> amounts, int atLeast) {
    return amounts.entrySet().stream()
        .filter(same -> same.getValue().size() >= atLeast)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static void add(
      IdentityGroup group, Map<Long, List<Integer>> amounts, List<Identity> identities) {
    List<Long> known = known(amounts, MIN_ROWS - 1);
    for (long amount : known) {
      List<Integer> cells = amounts.getOrDefault(amount, List.of());
      if (cells.size() >= MIN_ROWS && known.stream().noneMatch(a -> isOneDigitAway(a, amount))) {
        for (int cell : cells.subList(1, cells.size())) {
          identities.add(Identity.sum(group, cells.get(0), new int[] {cell}));
        }
      }
    }
  }

  /** Adds what an amount beside several keys is the sum of, if that tells. */
  private void add(IdentityGroup group, Keyed keyed, Several several, List<Identity> identities) {
    Map<Long, List<Integer>> sums = Map.of(0L, List.of());
    for (String key : several.keys()) {
      Map<Long, List<Integer>> own = keyed.cells.getOrDefault(key, Map.of());
      List<Long> known = known(own, MIN_ROWS);
      Map<Long, List<Integer>> longer = new LinkedHashMap<>();
      for (Map.Entry<Long, List<Integer>> sum : sums.entrySet()) {
        for (long amount : known) {
          List<Integer> parts = new ArrayList<>(sum.getValue());
          parts.add(own.getOrDefault(amount, List.of()).get(0));
          longer.put(sum.getKey() + amount, parts);
        }
      }
      if (longer.size() > MAX_SUMS) {
        return;
      }
      sums = longer;
    }
    long amount = values.of(several.cell());
    List<Integer> parts = sums.get(amount);
    if (parts != null && sums.keySet().stream().noneMatch(sum -> isOneDigitAway(sum, amount))) {
      identities.add(
          Identity.sum(
              group, several.cell(), parts.stream().mapToInt(Integer::intValue).toArray()));
    }
  }

  /** Whether two amounts differ in one digit. */
  static boolean isOneDigitAway(long one, long other) {
    long a = Math.abs(one);
    long b = Math.abs(other);
    int different = one < 0 == other < 0 ? 0 : 1;
    while (a > 0 || b > 0) {
      different += a % 10 == b % 10 ? 0 : 1;
      a /= 10;
      b /= 10;
    }
    return different == 1;
  }
}
