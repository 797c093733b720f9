package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Which rows of a list of regions are parts of which: a row whose next one is its own level, as 甲市
 * before 甲市本级, is the sum of that and of regions below it, up to the next such row. These are all
 * of them, or the districts alone: counties may stand below the province at once, and be printed
 * after the city that they lie in. Names do not tell it surely: of 13 published tables of debt by
 * region, of three provinces, with 11 to 22 such rows each, some have one or two rows that are the
 * sum of others. What fails is therefore no fault; but where two rows exchanged mend it, they are
 * in doubt.
 */
public final class OwnLevelSums {

  private final Table table;
  private final LabelPatterns words;
  private final ToIntBiFunction<Integer, List<Integer>> failing;

  /**
   * @param failing in how many columns a row is not the sum of others
   */
  public OwnLevelSums(
      Table table, LabelPatterns words, ToIntBiFunction<Integer, List<Integer>> failing) {
    this.table = table;
    this.words = words;
    this.failing = failing;
  }

  /**
   * The rows that are sums, each with its parts; none where fewer than two rows are. Parts are
   * those that add up, be it that regions of another follow them, else those that do for most of
   * the other rows. An own level that stands alone is no sum.
   *
   * @param rows the rows of one list, in order
   */
  public Map<Integer, List<Integer>> find(List<Integer> rows) {
    List<Integer> regions =
        rows.stream().filter(row -> table.rows().get(row).kind() == RowKind.ITEM).toList();
    Map<Integer, List<Integer>> below = new LinkedHashMap<>();
    int head = -1;
    for (int i = 0; i < regions.size(); i++) {
      if (i + 1 < regions.size()
          && words.isOwnLevelOf(label(regions.get(i + 1)), label(regions.get(i)))) {
        head = regions.get(i);
      } else if (head >= 0) {
        below.computeIfAbsent(head, key -> new ArrayList<>()).add(regions.get(i));
      }
    }
    below.values().removeIf(own -> own.size() < 2);
    if (below.size() < 2) {
      return Map.of();
    }
    int all = 0;
    int districts = 0;
    for (Map.Entry<Integer, List<Integer>> region : below.entrySet()) {
      all += failing.applyAsInt(region.getKey(), region.getValue());
      districts += failing.applyAsInt(region.getKey(), districts(region.getValue()));
    }
    boolean apart = districts < all;
    Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
    below.forEach(
        (region, own) -> parts.put(region, best(region, own, apart ? districts(own) : own)));
    return parts;
  }

  /** The usual parts, or others that fail in fewer columns. */
  private List<Integer> best(int region, List<Integer> own, List<Integer> usual) {
    List<Integer> best = usual;
    int least = failing.applyAsInt(region, usual);
    List<List<Integer>> others = new ArrayList<>(List.of(own, districts(own)));
    for (int size = own.size() - 1; size > 1; size--) {
      others.add(own.subList(0, size));
    }
    for (int i = 0; i < others.size() && least > 0; i++) {
      int fails = failing.applyAsInt(region, others.get(i));
      if (fails < least) {
        best = others.get(i);
        least = fails;
      }
    }
    return least > 0 ? own : best;
  }

  /** The own level, which comes first, and the districts. */
  private List<Integer> districts(List<Integer> own) {
    return own.stream()
        .filter(row -> row.equals(own.get(0)) || words.isDistrict(label(row)))
        .toList();
  }

  private String label(int row) {
    String label = table.rows().get(row).keys().label();
    return label == null ? "" : label;
  }
}
