package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/** Finds codes that a table leaves out though it prints codes below them. */
final class CodeGaps {

  /**
   * Codes by function and by economic class. Lists of revenue and transfers often begin below the
   * class: of 85 governments one does in six tables.
   */
  private static final Pattern EXPENDITURE = Pattern.compile("[23]\\d*");

  /**
   * A table that prints fewer codes of a level than this may not list that level at all. A guess.
   */
  private static final int MIN_PRINTED_CODES = 1;

  /**
   * A gap counts only if this many codes of the level are printed for each missing one. A guess.
   */
  private static final int PRINTED_PER_GAP = 5;

  private final AmountIndex index;

  CodeGaps(AmountIndex index) {
    this.index = index;
  }

  /** The codes that a table leaves out. */
  List<MissingCode> missingCodes(int t) {
    Table table = index.tables().get(t);
    Map<String, Integer> printed = new HashMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      String code = table.rows().get(r).keys().code();
      if (code != null && EXPENDITURE.matcher(code).matches()) {
        printed.putIfAbsent(code, r);
      }
    }
    TreeMap<Integer, Integer> parents = new TreeMap<>();
    TreeMap<Integer, TreeMap<String, Integer>> gaps = new TreeMap<>();
    new TreeMap<>(printed)
        .forEach(
            (code, row) -> {
              if (code.length() > 3) {
                String above = code.substring(0, code.length() - 2);
                if (printed.containsKey(above)) {
                  parents.merge(above.length(), 1, Integer::sum);
                } else {
                  gaps.computeIfAbsent(above.length(), key -> new TreeMap<>())
                      .putIfAbsent(above, row);
                }
              }
            });
    List<MissingCode> missing = new ArrayList<>();
    gaps.forEach(
        (length, codes) -> {
          int known = parents.getOrDefault(length, 0);
          if (known >= MIN_PRINTED_CODES && codes.size() <= Math.max(1, known / PRINTED_PER_GAP)) {
            codes.forEach(
                (code, row) -> {
                  int cell = first(t, row);
                  if (cell >= 0) {
                    missing.add(new MissingCode(code, cell, t, -1));
                  }
                });
          }
        });
    return missing;
  }

  private int first(int t, int row) {
    Row own = index.tables().get(t).rows().get(row);
    return own.cells().stream()
        .mapToInt(cell -> index.id(t, row, cell.column()))
        .filter(id -> id >= 0 && !index.isBlank(id))
        .findFirst()
        .orElse(-1);
  }
}
