package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;

/**
 * The sums among the rows of one list: 类 = Σ款 = Σ项 by their codes, an item = Σ of the items
 * indented below it, 合计 = Σ of the top level. Where a list can be read in several ways, all are
 * offered, the usual one first.
 */
public final class RowSums {

  /** Rows beside a subtotal of which any choice is tried: 2⁶ readings. */
  private static final int MAX_ROWS_BESIDE = 6;

  private final Table table;
  private final LabelPatterns words;
  private final List<Integer> rows = new ArrayList<>();
  private final @Nullable StairColumns stair;

  /**
   * @param list the list, as {@link Row#list()} counts
   */
  public RowSums(Table table, int list, LabelPatterns words) {
    this.table = table;
    this.words = words;
    rows.addAll(ClosedLists.rows(table, list));
    stair = StairColumns.of(table, list, rows, words);
  }

  /** Whether columns beside one another tell how deep the rows stand. */
  public boolean isStair() {
    return stair != null;
  }

  /**
   * One row as the sum of others.
   *
   * @param kind what ties them
   * @param total the row that is summed
   * @param readings its parts, each a way to read the list; the usual one first, at least one
   * @param strength how much is believed of it
   */
  public record RowSum(Kind kind, int total, List<List<Integer>> readings, Strength strength) {}

  /** What ties the rows of a sum. */
  public enum Kind {
    /** A code and the codes below it. */
    CODES,
    /** An item and the items below it. */
    ITEMS,
    /** A subtotal and the rows that it closes. */
    SUBTOTAL,
    /** A subtotal and the rows that it stands above. */
    HEADING,
    /** A total and the top level. */
    TOTAL
  }

  /** Rows of the top level, in order; the parts of a total that is not printed. */
  public List<Integer> top() {
    boolean coded = isCoded();
    List<Integer> top = new ArrayList<>();
    int least = leastLevel(coded);
    for (int r : rows) {
      Row row = row(r);
      if (row.kind() == RowKind.ITEM
          && row.level() == least
          && (!coded || row.keys().code() != null)
          && !isOfWhich(row)) {
        top.add(r);
      }
    }
    return top;
  }

  /** The sums. */
  public List<RowSum> find() {
    List<RowSum> sums = new ArrayList<>();
    boolean coded = isCoded();
    if (coded) {
      CodeSums codes = new CodeSums(table, rows, words, leastLevel(true));
      sums.addAll(codes.find());
      totals(sums, true, codes.strays());
    } else {
      items(sums);
      totals(sums, false, List.of());
    }
    return sums;
  }

  private boolean isCoded() {
    int codes = 0;
    int items = 0;
    for (int r : rows) {
      if (row(r).kind() == RowKind.ITEM) {
        items++;
        codes += row(r).keys().code() == null ? 0 : 1;
      }
    }
    return codes > 0 && 2 * codes >= items;
  }

  private int leastLevel(boolean coded) {
    int least = Integer.MAX_VALUE;
    for (int r : rows) {
      Row row = row(r);
      if (row.kind() == RowKind.ITEM && (!coded || row.keys().code() != null)) {
        least = Math.min(least, row.level());
      }
    }
    return least;
  }

  /** Items below items, by level; or the unnumbered items that follow a numbered one. */
  private void items(List<RowSum> sums) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = row(rows.get(i));
      if (row.kind() != RowKind.ITEM || isOfWhich(row) || RowMarks.isHeading(row)) {
        continue;
      }
      List<Integer> byLevel = new ArrayList<>();
      int next = Integer.MAX_VALUE;
      for (int k = i + 1; k < rows.size(); k++) {
        Row below = row(rows.get(k));
        if (below.kind() != RowKind.ITEM || below.level() <= row.level()) {
          break;
        }
        if (below.level() <= next && !isOfWhich(below)) {
          next = below.level();
          byLevel.add(rows.get(k));
        }
      }
      boolean ofWhich = !byLevel.isEmpty() && isOfSome(rows.get(i + 1), byLevel);
      List<Integer> unnumbered = new ArrayList<>();
      if (isNumbered(row)) {
        for (int k = i + 1; k < rows.size(); k++) {
          Row below = row(rows.get(k));
          if (below.kind() != RowKind.ITEM || isNumbered(below)) {
            break;
          }
          if (!isOfWhich(below)) {
            unnumbered.add(rows.get(k));
          }
        }
      }
      List<List<Integer>> readings = new ArrayList<>();
      List<Integer> units = List.of();
      if (stair != null) {
        offer(readings, stair.below(rows.get(i)));
      } else if (byLevel.isEmpty()) {
        units = RowMarks.unitsBelow(table, rows.subList(i, rows.size()));
        offer(readings, units);
        if (i + 1 < rows.size() && isHalf(rows.get(i + 1))) {
          offer(readings, List.of(rows.get(i + 1)));
        }
      } else {
        if (ofWhich || byLevel.size() == 1 && isOfWhich(row(rows.get(i + 1)))) {
          List<Integer> all = new ArrayList<>(List.of(rows.get(i + 1)));
          all.addAll(byLevel);
          offer(readings, all);
        }
        offer(readings, byLevel);
        offer(readings, unnumbered);
      }
      if (!readings.isEmpty()) {
        Strength strength =
            stair != null
                    || !units.isEmpty()
                    || RowMarks.isCounted(row, byLevel.stream().map(this::row).toList())
                    || areCounterparts(rows.get(i), byLevel)
                ? Strength.STRONG
                : ofWhich ? Strength.EVIDENCE : Strength.WEAK;
        sums.add(new RowSum(Kind.ITEMS, rows.get(i), readings, strength));
      }
    }
  }

  /**
   * Whether the rows below one are two parts that make up a whole of their name, and nothing else:
   * 一般债务余额, be it with 其中, and 专项债务余额 below 政府债务余额.
   */
  private boolean areCounterparts(int whole, List<Integer> byLevel) {
    List<Integer> below =
        rows.subList(rows.indexOf(whole) + 1, rows.size()).stream()
            .limit(2)
            .filter(r -> byLevel.contains(r) || isOfWhich(row(r)))
            .toList();
    @Nullable String first = below.size() < 2 ? null : row(below.get(0)).keys().label();
    @Nullable String second = below.size() < 2 ? null : row(below.get(1)).keys().label();
    @Nullable String own = row(whole).keys().label();
    return first != null
        && second != null
        && own != null
        && words.counterpart(own) == null
        && words.isWholeOf(own, first)
        && ListMark.without(words.part(second)).equals(words.counterpart(first))
        && byLevel.stream().allMatch(below::contains);
  }

  /**
   * Whether 其中 names the first of some rows that stand as deep as it does: these may be all parts,
   * or not all of them. 其中：一般债务 and 专项债务 are both.
   */
  private boolean isOfSome(int first, List<Integer> beside) {
    @Nullable String label = row(first).keys().label();
    return isOfWhich(row(first))
        && row(first).level() == row(beside.get(0)).level()
        && (beside.size() > 1 || label == null || words.counterpart(label) == null);
  }

  /**
   * Whether 其中 names one of two parts that make up a whole, of which the list prints the other
   * elsewhere: 其中：一般债务 without 专项债务 is not the whole.
   */
  private boolean isHalf(int r) {
    @Nullable String label = row(r).keys().label();
    @Nullable String other = label == null ? null : words.counterpart(label);
    return other != null
        && isOfWhich(row(r))
        && rows.stream()
            .map(k -> row(k).keys().label())
            .anyMatch(each -> each != null && other.equals(words.part(each)));
  }

  /**
   * @param strays rows with codes that belong to nothing above them
   */
  private void totals(List<RowSum> sums, boolean coded, List<Integer> strays) {
    List<Integer> top = top();
    Set<Integer> isTop = new HashSet<>(top);
    boolean mixed = coded && hasUncodedAmounts();
    List<Integer> subtotals = new ArrayList<>();
    List<Integer> since = new ArrayList<>();
    boolean nothingAbove = true;
    // A row of a deeper level right below a subtotal belongs to nothing above it.
    boolean strayBelow = false;
    Map<Integer, List<Integer>> headed =
        coded || stair != null ? Map.of() : new HeadingSubtotals(table, rows).find();
    for (int r : rows) {
      Row row = row(r);
      if (row.kind() == RowKind.SUBTOTAL && !headed.isEmpty()) {
        List<Integer> below = headed.get(r);
        if (below != null && !RowMarks.isHeading(row)) {
          sums.add(new RowSum(Kind.HEADING, r, List.of(below), Strength.WEAK));
        }
        subtotals.add(r);
      } else if (row.kind() == RowKind.SUBTOTAL) {
        List<List<Integer>> readings = new ArrayList<>();
        List<Integer> above = new ArrayList<>(since);
        offer(readings, above);
        offer(readings, above.stream().filter(t -> isNumbered(row(t))).toList());
        offer(readings, heads(above));
        if (!readings.isEmpty() && !RowMarks.isHeading(row)) {
          Strength strength =
              nothingAbove && isComplete(above, coded) ? Strength.STRONG : Strength.WEAK;
          sums.add(new RowSum(Kind.SUBTOTAL, r, readings, strength));
        }
        subtotals.add(r);
        since = new ArrayList<>();
        nothingAbove = false;
        strayBelow = false;
      } else if (isTop.contains(r)) {
        since.add(r);
      } else if (row.kind() == RowKind.ITEM && since.isEmpty() && !nothingAbove) {
        strayBelow |= !RowMarks.isHeading(row) && !isOfWhich(row);
      }
    }
    for (int r : rows) {
      if (row(r).kind() != RowKind.TOTAL || RowMarks.isHeading(row(r))) {
        continue;
      }
      List<List<Integer>> readings = new ArrayList<>();
      if (stair != null) {
        offer(readings, stair.top());
      }
      if (!headed.isEmpty()) {
        offer(readings, subtotals);
      } else if (!subtotals.isEmpty()) {
        List<Integer> all = new ArrayList<>(subtotals);
        all.addAll(since.stream().filter(t -> !isNumbered(row(t))).toList());
        offer(readings, all);
        List<Integer> numbered = new ArrayList<>(subtotals);
        numbered.addAll(since);
        offer(readings, numbered);
        offer(readings, List.of(subtotals.get(subtotals.size() - 1)));
        subsets(subtotals, since, readings);
        // 本年支出合计 closes 本年支出小计 too.
        subsets(subtotals.subList(subtotals.size() - 1, subtotals.size()), since, readings);
      }
      boolean usual = subtotals.isEmpty() ? isComplete(top, coded) : !strayBelow;
      offer(readings, top);
      offer(readings, top.stream().filter(t -> isNumbered(row(t))).toList());
      offer(readings, heads(top));
      if (!strays.isEmpty()) {
        List<Integer> all = new ArrayList<>(top);
        all.addAll(strays);
        offer(readings, all);
      }
      if (mixed) {
        offer(readings, uncoded());
      }
      offer(readings, ClosedLists.continued(table, r));
      // Codes may repeat by another classification: then no row is part of another.
      offer(readings, rows.stream().filter(t -> row(t).kind() == RowKind.ITEM).toList());
      if (!readings.isEmpty()) {
        sums.add(
            new RowSum(Kind.TOTAL, r, readings, usual && !mixed ? Strength.STRONG : Strength.WEAK));
      }
    }
  }

  /**
   * Rows below the last subtotal may be parts of one another, as 结转 and its 其中 without the word:
   * any choice of those with amounts may be what is added.
   */
  private void subsets(List<Integer> subtotals, List<Integer> since, List<List<Integer>> readings) {
    List<Integer> filled = since.stream().filter(r -> !RowMarks.isHeading(row(r))).toList();
    if (filled.size() > MAX_ROWS_BESIDE) {
      return;
    }
    for (int chosen = (1 << filled.size()) - 1; chosen > 0; chosen--) {
      List<Integer> reading = new ArrayList<>(subtotals);
      for (int i = 0; i < filled.size(); i++) {
        if ((chosen & 1 << i) != 0) {
          reading.add(filled.get(i));
        }
      }
      offer(readings, reading);
    }
  }

  /** Whether the top level is known well: by codes, numbers, projects or units throughout. */
  private boolean isComplete(List<Integer> top, boolean coded) {
    List<Integer> filled = top.stream().filter(r -> !RowMarks.isHeading(row(r))).toList();
    return coded
        || (!filled.isEmpty() && filled.stream().allMatch(r -> isNumbered(row(r))))
        || (top.size() > 1 && top.stream().allMatch(r -> row(r).keys().project() != null));
  }

  private boolean hasUncodedAmounts() {
    return uncoded().stream().anyMatch(r -> !RowMarks.isHeading(row(r)));
  }

  private List<Integer> uncoded() {
    return rows.stream()
        .filter(r -> row(r).kind() == RowKind.ITEM && row(r).keys().code() == null)
        .toList();
  }

  /**
   * Those of some rows that are followed by what 其中 names of them. In lists without numbers and
   * indentation these are the items, and all that stands between them is part of one.
   */
  private List<Integer> heads(List<Integer> some) {
    return some.stream().filter(r -> isOfWhichBelow(r) && !isOfWhich(row(r))).toList();
  }

  private boolean isOfWhichBelow(int r) {
    return r + 1 < table.rows().size()
        && row(r + 1).list() == row(r).list()
        && isOfWhich(row(r + 1));
  }

  private static void offer(List<List<Integer>> readings, List<Integer> reading) {
    if (!reading.isEmpty() && !readings.contains(reading)) {
      readings.add(List.copyOf(reading));
    }
  }

  private Row row(int r) {
    return table.rows().get(r);
  }

  private boolean isNumbered(Row row) {
    return words.isNumbered(row.keys().label());
  }

  private boolean isOfWhich(Row row) {
    return words.isOfWhich(row.keys().label());
  }
}
