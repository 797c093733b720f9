package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;

/**
 * Finds how the rows of a list nest by their amounts alone: a row is the sum of the rows that
 * follow it, each with all that belongs to it, or, for totals, of those before it. Lists seldom
 * print their levels well; that three or more amounts add up to the last digit, and often in
 * several columns, is better evidence.
 *
 * <p>A beam search from the last row to the first, as shift-reduce parsers do: each row either
 * stands alone or takes the blocks below it that add up to it. A reading's score is the sum of what
 * its sums tell, in bits: how unlikely it is that they hold by chance.
 */
final class NestedSums {

  /** Readings kept side by side: equal neighbours make a few ambiguous. A guess. */
  private static final int BEAM_READINGS = 12;

  /** At most this many blocks are tried as the parts of a row. A guess that bounds the work. */
  private static final int MAX_PARTS = 120;

  /**
   * Lower limit, in bits, of what a sum must tell. At 9 bits a list of 1,000 rows holds two by
   * chance; the sums above them then fail, so that a reading without them scores more. A guess.
   */
  private static final double MIN_BITS = 9;

  /** Lower limit, in bits, if the printed levels or codes state the sum too. A guess. */
  private static final double MIN_BITS_BY_LEVEL = 3;

  /** This many shuffled orders of the amounts are tried. A guess. */
  private static final int SHUFFLED_ORDERS = 3;

  /** A sum must tell more than any that holds by chance by at least this, in bits. A guess. */
  private static final double MIN_BITS_ABOVE_CHANCE = 1;

  private final Table table;
  private final ListColumns columns;
  private final LabelPatterns words;

  private final Map<Integer, List<Integer>> parts = new HashMap<>();

  /** The rows that hold an amount, in order. */
  private final List<Integer> filled;

  /** The sums that account for the list; null until asked for. */
  private @Nullable Map<Integer, List<Integer>> accounting;

  /** Which rows are numbered classes, of those asked for. */
  private final @Nullable Boolean[] numbered;

  /** The mark before the label of each row, as 3.; null for rows without one and of other lists. */
  private final @Nullable ListMark[] marks;

  /** Which rows are 其中：…: such a one is no part beside the row that it is a part of. */
  private final boolean[] ofWhich;

  /** What a sum must tell, in bits, if no printed level or code states it. */
  private double fewest = MIN_BITS;

  /** What the weakest sum told that no printed level or code states, of those tried, in bits. */
  private double weakest = Double.MAX_VALUE;

  /**
   * Finds the sums of one list.
   *
   * @param t the table's place
   * @param rows the rows of the list, in order
   * @param columns its columns of amounts
   */
  NestedSums(
      AmountIndex index, int t, List<Integer> rows, List<Integer> columns, LabelPatterns words) {
    this(index, t, rows, columns, words, List.of());
  }

  /**
   * The same of a list of which two rows carry each other's amounts.
   *
   * @param exchanged the two rows, or none
   */
  NestedSums(
      AmountIndex index,
      int t,
      List<Integer> rows,
      List<Integer> columns,
      LabelPatterns words,
      List<Integer> exchanged) {
    this.words = words;
    this.table = index.tables().get(t);
    this.numbered = new @Nullable Boolean[table.rows().size()];
    this.marks = new @Nullable ListMark[table.rows().size()];
    this.ofWhich = new boolean[table.rows().size()];
    for (int row : rows) {
      marks[row] = ListMark.ofLabel(label(row));
      ofWhich[row] = words.isOfWhich(label(row));
    }
    this.columns = new ListColumns(index, t, rows, columns);
    List<Integer> back = new ArrayList<>(exchanged);
    Collections.reverse(back);
    this.columns.place(exchanged, back);
    this.filled = rows.stream().filter(this.columns::isFilled).toList();
    closing(opening(filled));
    if (weakest <= ColumnSums.MAX_COLUMN_BITS + MIN_BITS_ABOVE_CHANCE) {
      // Chance may tell as much as the weakest sum does.
      parts.clear();
      fewest = Math.max(MIN_BITS, chance());
      this.columns.place(exchanged, back);
      closing(opening(filled));
    }
  }

  /** What the sums tell in all, in bits. */
  double bits() {
    double bits = 0;
    for (Map.Entry<Integer, List<Integer>> sum : parts.entrySet()) {
      ColumnSums columnSums = new ColumnSums(columns);
      sum.getValue().forEach(columnSums::add);
      bits += Math.max(0, columnSums.bits(sum.getKey()));
    }
    return bits;
  }

  /**
   * What the sums tell that the same amounts make in another order, in bits: these hold by chance.
   * Lists of bonds or projects have thousands of amounts, and the same few again and again. This is
   * a permutation test (Fisher 1935). Of a few orders, the same in every run, the one that tells
   * least counts: in a short list parts may stay beside their total.
   */
  private double chance() {
    Random random = new Random(filled.size());
    double least = ColumnSums.MAX_COLUMN_BITS;
    for (int order = 0; order < SHUFFLED_ORDERS && least > 0; order++) {
      List<Integer> shuffled = new ArrayList<>(filled);
      Collections.shuffle(shuffled, random);
      columns.place(filled, shuffled);
      opening(filled);
      least = Math.min(least, mostBits());
      parts.clear();
    }
    columns.place(filled, filled);
    return least + MIN_BITS_ABOVE_CHANCE;
  }

  /**
   * The greatest number of bits that a sum tells that no printed level states; 0 if there is no
   * such sum.
   */
  private double mostBits() {
    double most = 0;
    for (Map.Entry<Integer, List<Integer>> sum : parts.entrySet()) {
      ColumnSums columnSums = new ColumnSums(columns);
      sum.getValue().forEach(columnSums::add);
      if (sum.getValue().stream().noneMatch(part -> isPrintedBelow(sum.getKey(), part))) {
        most = Math.max(most, columnSums.bits(sum.getKey()));
      }
    }
    return most;
  }

  /** Whether the amounts of no other set of rows were found to add up to the row. */
  boolean allows(int row, List<Integer> reading) {
    List<Integer> own = all().get(row);
    return own == null
        || Set.copyOf(own)
            .equals(reading.stream().filter(columns::isFilled).collect(Collectors.toSet()));
  }

  /** The rows that are sums, with their parts, as far as they account for their list. */
  Map<Integer, List<Integer>> all() {
    if (accounting == null) {
      accounting = new AccountingSums(table, columns, filled, parts, this::mayHold).find();
    }
    return accounting;
  }

  /** A row with what belongs to it, and the block below it. */
  private record Block(int row, int taken, @Nullable Block first, @Nullable Block next) {}

  /** Blocks from some row down to the last, and what their sums tell. */
  private record BlockReading(@Nullable Block top, double score) {}

  /** Blocks, the first ones of a stack, that a row is the sum of. */
  private record BlockSum(int count, double bits) {}

  // --- rows above their parts

  /** Nests rows below the rows that are their sums; what is left stands beside one another. */
  private List<Integer> opening(List<Integer> rows) {
    List<BlockReading> beam = List.of(new BlockReading(null, 0));
    for (int i = rows.size() - 1; i >= 0; i--) {
      List<BlockReading> next = new ArrayList<>();
      for (BlockReading reading : beam) {
        int row = rows.get(i);
        next.add(new BlockReading(new Block(row, 0, null, reading.top), reading.score));
        for (BlockSum sum : sums(row, reading.top)) {
          Block below = reading.top;
          for (int k = 0; k < sum.count; k++) {
            below = below == null ? null : below.next;
          }
          Block block = new Block(row, sum.count, reading.top, below);
          next.add(new BlockReading(block, reading.score + sum.bits));
        }
      }
      next.sort(Comparator.comparingDouble((BlockReading reading) -> -reading.score));
      beam = next.size() > BEAM_READINGS ? List.copyOf(next.subList(0, BEAM_READINGS)) : next;
    }
    List<Integer> left = new ArrayList<>();
    for (Block block = beam.get(0).top; block != null; block = block.next) {
      left.add(block.row);
      write(block);
    }
    return left;
  }

  private void write(Block block) {
    if (block.taken == 0) {
      return;
    }
    List<Integer> own = new ArrayList<>();
    Block part = block.first;
    for (int k = 0; k < block.taken && part != null; k++) {
      own.add(part.row);
      write(part);
      part = part.next;
    }
    parts.put(block.row, List.copyOf(own));
  }

  private List<BlockSum> sums(int row, @Nullable Block top) {
    List<BlockSum> sums = new ArrayList<>();
    ColumnSums columnSums = new ColumnSums(columns);
    int count = 0;
    ListMark own = marks[row];
    boolean anew = own == null;
    for (Block part = top; part != null && count < MAX_PARTS; part = part.next) {
      ListMark next = anew ? null : marks[part.row];
      if (!mayHold(row, part.row)
          || count > 0 && ofWhich[part.row]
          || !anew && own.isBefore(next)) {
        break; // 3、… goes on with the list of 2、…, unless numbers began anew between
      }
      anew |= next != null && next.style() == own.style();
      columnSums.add(part.row);
      count++;
      if (columnSums.isExceeded(row)) {
        break;
      }
      double bits = columnSums.bits(row);
      boolean printed = isPrintedBelow(row, part.row);
      if (!printed && bits >= MIN_BITS) {
        weakest = Math.min(weakest, bits);
      }
      if (bits >= (printed ? MIN_BITS_BY_LEVEL : fewest)) {
        sums.add(new BlockSum(count, bits));
      }
    }
    return sums;
  }

  /** Whether codes and kinds allow a row to be part of another above it. */
  private boolean mayHold(int row, int part) {
    Row above = table.rows().get(row);
    Row below = table.rows().get(part);
    if (below.kind() == RowKind.TOTAL) {
      return false;
    }
    String code = above.keys().code();
    String other = below.keys().code();
    return code == null || other == null || (other.startsWith(code) && !other.equals(code));
  }

  private boolean isPrintedBelow(int row, int part) {
    return table.rows().get(row).kind() != RowKind.ITEM
        || table.rows().get(part).level() > table.rows().get(row).level();
  }

  // --- totals below their parts

  /**
   * Finds the totals among the rows that no sum was found for. 其他… is none: it is the last of some
   * items, and stands at the place of their total where the two were exchanged. Nor is 七、… of rows
   * without a number: they are parts of 六、… above them; nor the last of some rows that stand as
   * deep as it does, below an item that would be one more part: one that stands less deep, or 六、…
   * above rows without a number.
   */
  private void closing(List<Integer> rows) {
    List<Integer> open = new ArrayList<>();
    for (int row : rows) {
      if (!parts.containsKey(row)) {
        // Not every total is marked as one: 总支出 closes a list too.
        boolean item = table.rows().get(row).kind() == RowKind.ITEM;
        int count = item && words.isOthers(label(row)) ? 0 : best(row, open, item);
        if (count > 0) {
          List<Integer> taken = open.subList(open.size() - count, open.size());
          parts.put(row, List.copyOf(taken));
          taken.clear();
        }
      }
      open.add(row);
    }
  }

  private int level(int row) {
    return table.rows().get(row).level();
  }

  private boolean isNumberedBelow(int part, int row) {
    return isNumbered(row) && !isNumbered(part);
  }

  private boolean isNumbered(int row) {
    Boolean known = numbered[row];
    if (known == null) {
      known = words.isNumbered(label(row));
      numbered[row] = known;
    }
    return known;
  }

  private @Nullable String label(int row) {
    return table.rows().get(row).keys().label();
  }

  private int best(int row, List<Integer> open, boolean item) {
    int fewestParts = item ? 2 : 1;
    boolean total = words.isTotal(label(row));
    ColumnSums columnSums = new ColumnSums(columns);
    int best = 0;
    double most = item ? fewest : MIN_BITS_BY_LEVEL;
    boolean beside = true;
    boolean unnumbered = false;
    for (int count = 1; count <= Math.min(open.size(), MAX_PARTS); count++) {
      int part = open.get(open.size() - count);
      boolean head =
          (beside || unnumbered && isNumberedBelow(row, part))
              && count > 1
              && level(part) < level(row)
              && !total
              && table.rows().get(part).kind() == RowKind.ITEM;
      if (item && (head || !mayHold(row, part) || isNumberedBelow(part, row))) {
        break;
      }
      beside &= level(part) == level(row);
      unnumbered |= !isNumbered(part);
      columnSums.add(part);
      double bits = columnSums.bits(row);
      if (item && bits >= MIN_BITS) {
        weakest = Math.min(weakest, bits);
      }
      if (bits > most && count >= fewestParts) {
        best = count;
        most = bits;
      }
      if (ofWhich[part]) {
        break; // its whole stands before it
      }
    }
    return best;
  }
}
