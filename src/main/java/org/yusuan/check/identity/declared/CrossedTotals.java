package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Amounts of regions that one table prints down a column, and another as the totals of a column for
 * each region, as transfers by region and by item and region. Several tables of either kind may
 * stand in a document, of other money, so that tables prove each other only where regions agree,
 * and nothing follows where they do not.
 */
final class CrossedTotals {

  /** Tables in which fewer regions agree do so by chance, or are of other money. A guess. */
  private static final int MIN_REGIONS = 3;

  /**
   * By how many of the last printed place a total may be off that was rounded after it was added
   * up. Of 21 regions with 76 to 79 items each 16 are off by at most 2, the others by 197 and more.
   */
  private static final int MAX_PLACES = 2;

  private final AmountIndex index;
  private final LabelPatterns words;
  private final Assignment values;

  CrossedTotals(AmountIndex index, LabelPatterns words) {
    this.index = index;
    this.words = words;
    this.values = index.asRead();
  }

  /**
   * Adds the regions that agree.
   *
   * @param rows the table with a row for each region, as an index
   * @param columns the table with a column for each region, as an index
   */
  void add(Relation rule, int rows, int columns, List<Identity> identities) {
    Table table = index.tables().get(rows);
    Map<String, int[]> totals = totals(columns);
    for (int c = 0; c < table.columns().size(); c++) {
      if (table.columns().get(c).role() == ColumnRole.AMOUNT) {
        IdentityGroup group = DeclaredIdentities.group(rule, true);
        List<Identity> agreeing = new ArrayList<>();
        for (Map.Entry<String, Integer> region :
            ItemRows.of(table, table.columns().get(c).list(), words).entrySet()) {
          int cell = index.id(rows, region.getValue(), c);
          int[] parts = totals.get(region.getKey());
          if (cell >= 0 && parts != null && values.of(cell) != 0) {
            Identity sum = Identity.sum(group, cell, parts);
            if (Math.abs(sum.residual(values)) <= MAX_PLACES * index.quantum(cell)) {
              agreeing.add(sum);
            }
          }
        }
        if (agreeing.size() >= MIN_REGIONS) {
          identities.addAll(agreeing);
        }
      }
    }
  }

  /** What makes up the total of each column, by the name in its header. */
  private Map<String, int[]> totals(int t) {
    Table table = index.tables().get(t);
    Map<String, int[]> totals = new HashMap<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      List<List<Integer>> choices = new ArrayList<>();
      if (column.role() == ColumnRole.AMOUNT && !column.header().isEmpty()) {
        DeclaredIdentities.rows(table, column.list(), "total", words, choices);
      }
      if (!choices.isEmpty()) {
        int of = c;
        totals.put(
            TextNormalizer.of(column.header().get(column.header().size() - 1)),
            choices.get(0).stream()
                .mapToInt(row -> index.id(t, row, of))
                .filter(cell -> cell >= 0)
                .toArray());
      }
    }
    totals.values().removeIf(cells -> cells.length == 0);
    return totals;
  }
}
