package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;

/**
 * Sums of items that are numbered in turn, 一、二、三 or (一)(二)(三), with other rows between them that
 * are no items: parts named of each, and of their total above or below. Such a part of the total is
 * the sum of those that go by its name below the items, or of all where each item has as many parts
 * as the total. What is told so is a proof where it adds up, and nothing where it does not.
 */
public final class MarkedSums {

  /** Items must be at least this many: one alone is no sum. */
  private static final int MIN_ITEMS = 2;

  /**
   * Parts of one kind may have names that end alike in this many characters, as 失业保险费收入 below
   * 社会保险费收入. A guess: shorter ends, as 收入, are of all kinds.
   */
  private static final int MIN_COMMON_END = 4;

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)");

  private final Table table;
  private final List<Integer> rows;
  private final LabelPatterns words;
  private final List<@Nullable ListMark> marks = new ArrayList<>();
  private final Map<Integer, String> names = new HashMap<>();

  /**
   * @param rows the rows of one list, in order
   */
  public MarkedSums(Table table, List<Integer> rows, LabelPatterns words) {
    this.table = table;
    this.rows = rows;
    this.words = words;
    rows.forEach(r -> marks.add(ListMark.ofLabel(table.rows().get(r).keys().label())));
  }

  /**
   * A row as the sum of others.
   *
   * @param total the row that is summed
   * @param parts the rows that are added
   */
  public record MarkedSum(int total, List<Integer> parts) {}

  /** Items numbered in turn, as places in the list of rows. */
  private record Run(ListMark.Style style, List<Integer> items) {}

  /** The sums that the marks offer; of those with one total any may hold. */
  public List<MarkedSum> find() {
    List<MarkedSum> sums = new ArrayList<>();
    for (Run run : runs()) {
      List<Integer> items = run.items().stream().map(rows::get).toList();
      int first = run.items().get(0);
      int above = first;
      while (above > 0 && mark(above - 1) == null) {
        above--;
      }
      for (int i = above; i < first; i++) {
        sums.add(new MarkedSum(rows.get(i), items));
      }
      int last = run.items().get(run.items().size() - 1);
      int below = last + 1;
      while (below < rows.size() && isItem(below) && isBelow(mark(below), run.style())) {
        below++;
      }
      if (below < rows.size() && row(below).kind() != RowKind.ITEM) {
        sums.add(new MarkedSum(rows.get(below), items));
      }
      named(run, above, first, sums);
    }
    return sums;
  }

  /** Whether a row without a mark, or with one, belongs to an item of a style. */
  private static boolean isBelow(@Nullable ListMark mark, ListMark.Style style) {
    return mark == null || mark.style().compareTo(style) > 0;
  }

  private List<Run> runs() {
    List<Run> runs = new ArrayList<>();
    Map<ListMark.Style, Run> open = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ListMark mark = mark(i);
      if (mark == null) {
        continue;
      }
      // An item ends the runs of the items below the one before it.
      open.keySet().removeIf(style -> style.compareTo(mark.style()) > 0);
      Run run = open.get(mark.style());
      if (run != null && mark.number() == run.items().size() + 1) {
        run.items().add(i);
      } else if (mark.number() == 1) {
        Run begun = new Run(mark.style(), new ArrayList<>(List.of(i)));
        open.put(mark.style(), begun);
        runs.add(begun);
      } else {
        open.remove(mark.style());
      }
    }
    runs.removeIf(run -> run.items().size() < MIN_ITEMS);
    return runs;
  }

  // --- parts named of the total and of each item

  private void named(Run run, int above, int first, List<MarkedSum> sums) {
    List<List<Integer>> below = new ArrayList<>();
    for (int item : run.items()) {
      List<Integer> own = new ArrayList<>();
      for (int i = item + 1; i < rows.size() && mark(i) == null && isItem(i); i++) {
        own.add(i);
      }
      below.add(own);
    }
    for (int part = above; part < first; part++) {
      int total = part;
      sum(total, below.stream().map(own -> like(own, total)).toList(), sums);
    }
    // 年末累计结余 stands below 本年结余, and below each item.
    for (int total = above; total < first; total++) {
      int parts = first - total - 1;
      if (parts > 0 && below.stream().allMatch(own -> own.size() == parts)) {
        for (int k = 0; k < parts; k++) {
          int place = k;
          sum(total + 1 + k, below.stream().map(own -> own.get(place)).toList(), sums);
        }
      }
    }
  }

  private void sum(int total, List<Integer> parts, List<MarkedSum> sums) {
    List<Integer> found = parts.stream().filter(i -> i >= 0).map(rows::get).toList();
    if (found.size() >= MIN_ITEMS) {
      sums.add(new MarkedSum(rows.get(total), found));
    }
  }

  /** The row of some that goes by the name of another; -1 if there is none. */
  private int like(List<Integer> some, int other) {
    String name = name(other);
    for (int i : some) {
      if (name(i).equals(name)) {
        return i;
      }
    }
    for (int i : some) {
      if (commonEnd(name(i), name) >= MIN_COMMON_END) {
        return i;
      }
    }
    return -1;
  }

  private static int commonEnd(String one, String other) {
    int end = 0;
    while (end < Math.min(one.length(), other.length())
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return end;
  }

  private String name(int i) {
    return names.computeIfAbsent(
        i,
        place -> {
          String label = row(place).keys().label();
          return label == null ? "" : IN_BRACKETS.matcher(words.part(label)).replaceAll("");
        });
  }

  private boolean isItem(int i) {
    return row(i).kind() == RowKind.ITEM;
  }

  private @Nullable ListMark mark(int i) {
    return marks.get(i);
  }

  private Row row(int i) {
    return table.rows().get(rows.get(i));
  }
}
