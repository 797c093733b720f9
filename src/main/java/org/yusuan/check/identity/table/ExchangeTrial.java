package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/** What exchanges of two rows make of one list, by what its rows hold. */
final class ExchangeTrial {

  /**
   * Among fewer rows any may be the sum of the others in its own right: a year, the next one and
   * the change between them are no rows in wrong places (three forms of twelve were suspected).
   */
  private static final int MIN_ROWS = 5;

  /** Longer lists are not tried. A guess that bounds the work. */
  private static final int MAX_ROWS = 200;

  /** Longer lists in which no sum is known are not tried. A guess that bounds the work. */
  private static final int MAX_ROWS_WITHOUT_SUMS = 60;

  /** At most this many rows are tried as the parts of one. A guess that bounds the work. */
  private static final int MAX_PARTS = 40;

  /** At most this many exchanges of a list are tried out. A guess that bounds the work. */
  private static final int MAX_TRIES = 20;

  private final AmountIndex index;
  private final Assignment values;
  private final LabelPatterns words;
  private final Messages messages;
  private final int t;
  private final Table table;
  private final List<Integer> columns;
  private final List<Integer> list = new ArrayList<>();
  private final List<Integer> rows = new ArrayList<>();
  private final Map<Integer, Set<Integer>> heads;

  /** For each place among the rows the last place of what belongs to a row that is a sum. */
  private final int[] ends;

  /** Which rows are items without a code, which says where they belong. */
  private final boolean[] isItem;

  /** What each row holds, by column. */
  private final List<long[]> amounts = new ArrayList<>();

  /** The places of rows by what they hold, for each column. */
  private final List<TreeMap<Long, List<Integer>>> printed = new ArrayList<>();

  /** The cells of rows whose amounts stand one column too far, it seems. */
  private final Set<Integer> shifted = new HashSet<>();

  private final long[] greatest;
  private final long[] quanta;

  private @Nullable NestedSums before;

  /**
   * @param t the table, as an index
   * @param of the list
   * @param heads the rows that are added up to a row, of the sums that hold
   */
  ExchangeTrial(
      AmountIndex index,
      int t,
      int of,
      Map<Integer, Set<Integer>> heads,
      LabelPatterns words,
      Messages messages) {
    this.index = index;
    this.values = index.asRead();
    this.words = words;
    this.messages = messages;
    this.t = t;
    this.table = index.tables().get(t);
    this.columns = table.amountColumns(of);
    this.heads = heads;
    this.greatest = new long[columns.size()];
    this.quanta = new long[columns.size()];
    columns.forEach(column -> printed.add(new TreeMap<>()));
    for (int r = 0; r < table.rows().size(); r++) {
      if (table.rows().get(r).list() == of) {
        list.add(r);
        long[] own = new long[columns.size()];
        for (int k = 0; k < own.length; k++) {
          int id = index.id(t, r, columns.get(k));
          own[k] = id < 0 ? 0 : values.of(id);
          greatest[k] = Math.max(greatest[k], Math.abs(own[k]));
          quanta[k] = Math.max(quanta[k], id < 0 ? 1 : index.quantum(id));
        }
        if (Arrays.stream(own).anyMatch(amount -> amount != 0)) {
          for (int k = 0; k < own.length; k++) {
            printed.get(k).computeIfAbsent(own[k], key -> new ArrayList<>()).add(rows.size());
          }
          rows.add(r);
          amounts.add(own);
        }
      }
    }
    this.isItem = new boolean[rows.size()];
    for (int i = 0; i < isItem.length; i++) {
      Row row = table.rows().get(rows.get(i));
      isItem[i] = row.kind() == RowKind.ITEM && row.keys().code() == null;
    }
    this.ends = new int[rows.size()];
    for (int i = rows.size() - 1; i >= 0; i--) {
      int row = rows.get(i);
      ends[i] = i;
      Set<Integer> parts = heads.getOrDefault(row, Set.of());
      if (parts.stream().allMatch(part -> part > row)) {
        for (int part : parts) {
          int place = Collections.binarySearch(rows, part);
          ends[i] = place < 0 ? ends[i] : Math.max(ends[i], ends[place]);
        }
      }
    }
  }

  /**
   * Pairs of rows, the upper one in the upper half of the number, and how unlikely it is, in bits,
   * that their exchange makes another row a sum by chance.
   */
  Map<Long, Double> candidates() {
    Map<Long, Double> pairs = new LinkedHashMap<>();
    Set<Integer> tied = new HashSet<>(heads.keySet());
    heads.values().forEach(tied::addAll);
    if (columns.size() < 2
        || rows.size() < MIN_ROWS
        || rows.size() > (heads.isEmpty() ? MAX_ROWS_WITHOUT_SUMS : MAX_ROWS)
        || tied.containsAll(rows)
        || isRecognized()) {
      return Map.of();
    }
    for (int head = 0; head < rows.size(); head++) {
      if (!heads.containsKey(rows.get(head))) {
        walk(head, 1, tied, pairs);
        walk(head, -1, tied, pairs);
      }
    }
    return pairs;
  }

  private boolean isRecognized() {
    return rows.stream()
        .anyMatch(
            row ->
                columns.stream()
                    .map(c -> index.id(t, row, c))
                    .anyMatch(id -> id >= 0 && index.isRecognized(id)));
  }

  /** Tries a row as the sum of more and more rows below or above it. */
  private void walk(int head, int step, Set<Integer> tied, Map<Long, Double> pairs) {
    long[] missing = amounts.get(head).clone();
    List<Integer> members = new ArrayList<>();
    boolean open = !tied.contains(rows.get(head));
    int at = head + step;
    while (at >= 0 && at < rows.size() && members.size() < MAX_PARTS) {
      int member = step < 0 ? outermost(at, head) : at;
      if (table.rows().get(rows.get(member)).kind() == RowKind.TOTAL) {
        return;
      }
      members.add(member);
      open |= !tied.contains(rows.get(member));
      boolean possible = false;
      for (int k = 0; k < missing.length; k++) {
        missing[k] -= amounts.get(member)[k];
        possible |= missing[k] != 0 && Math.abs(missing[k]) <= 2 * greatest[k];
      }
      if (!possible) {
        return;
      }
      at = step < 0 ? member - 1 : ends[member] + 1;
      if (open && members.size() >= 2) {
        match(head, members, missing, pairs);
      }
    }
  }

  /** The place of the uppermost row that a row belongs to, which ends above the head. */
  private int outermost(int row, int head) {
    for (int above = 0; above < row; above++) {
      if (ends[above] >= row && ends[above] < head) {
        return above;
      }
    }
    return row;
  }

  /** Adds what, exchanged with one of the members, makes the head their sum. */
  private void match(int head, List<Integer> members, long[] missing, Map<Long, Double> pairs) {
    int most = -1;
    for (int k = 0; k < missing.length; k++) {
      most = most < 0 || Math.abs(missing[k]) > Math.abs(missing[most]) ? k : most;
    }
    shift(head, members, missing);
    if (telling(missing, members.size()) < 2 || pairs.size() >= MAX_TRIES) {
      return;
    }
    long slack = slack(members.size(), most);
    for (int member : members) {
      if (!isItem[member]) {
        continue;
      }
      long own = amounts.get(member)[most];
      // Where the head itself is exchanged, its amounts go to the member's place.
      for (long wanted : new long[] {own + missing[most], own + missing[most] / 2}) {
        for (List<Integer> others :
            printed.get(most).subMap(wanted - slack, true, wanted + slack, true).values()) {
          for (int other : others) {
            if (other != member
                && isItem[other]
                && (other == head || !members.contains(other))
                && mends(head, member, other, missing, members.size())
                && pairs.size() < MAX_TRIES) {
              pairs.merge(
                  ((long) rows.get(Math.min(member, other)) << 32)
                      + rows.get(Math.max(member, other)),
                  bits(missing, members.size()),
                  Math::max);
            }
          }
        }
      }
    }
  }

  /** Suspects the members whose amounts, one column further, would make the sum hold. */
  private void shift(int head, List<Integer> members, long[] missing) {
    long[] slack = new long[missing.length];
    Arrays.setAll(slack, k -> slack(members.size(), k));
    ShiftTrial trial = new ShiftTrial(amounts.get(head), missing, slack, quanta);
    for (int member : members) {
      if (trial.mends(amounts.get(member))) {
        for (int column : columns) {
          int id = index.id(t, rows.get(member), column);
          if (id >= 0) {
            shifted.add(id);
          }
        }
      }
    }
  }

  /** The cells of the rows that {@link #candidates} found to be shifted by one column, it seems. */
  Set<Integer> shifted() {
    return shifted;
  }

  private long slack(int members, int k) {
    return quanta[k] == 1 ? 0 : (members + 1) * quanta[k] / 2;
  }

  private boolean mends(int head, int member, int other, long[] missing, int members) {
    for (int k = 0; k < missing.length; k++) {
      long change = amounts.get(other)[k] - amounts.get(member)[k];
      if (Math.abs(missing[k] - (other == head ? 2 * change : change)) > slack(members, k)) {
        return false;
      }
    }
    return true;
  }

  /** How many columns are short of an amount of their own: fewer than two prove no exchange. */
  private int telling(long[] missing, int members) {
    int telling = 0;
    long last = 0;
    for (int k = 0; k < missing.length; k++) {
      telling += Math.abs(missing[k]) > 2 * slack(members, k) && missing[k] != last ? 1 : 0;
      last = missing[k];
    }
    return telling;
  }

  /**
   * How unlikely it is, in bits, that another row happens to be what is missing. A column that is
   * short of as much as another, or as two others together, tells nothing of its own.
   */
  private double bits(long[] missing, int members) {
    double bits = -Math.log(rows.size()) / Math.log(2);
    List<Long> told = new ArrayList<>();
    for (int k = 0; k < missing.length; k++) {
      long own = missing[k];
      long slack = slack(members, k);
      boolean known =
          told.stream()
              .anyMatch(
                  one ->
                      Math.abs(own - one) <= 2 * slack
                          || told.stream()
                              .anyMatch(
                                  two ->
                                      Math.abs(own - one - two) <= 3 * slack
                                          || Math.abs(own - one + two) <= 3 * slack));
      if (!known && own != 0) {
        told.add(own);
        double places = (double) Math.abs(own) / (2 * slack + quanta[k]);
        bits += Math.max(0, Math.log(places) / Math.log(2));
      }
    }
    return bits;
  }

  /** How much more the sums of the list tell, in bits, with two rows exchanged. */
  double gain(int one, int other) {
    if (before == null) {
      before = new NestedSums(index, t, list, columns, words);
    }
    return nested(one, other).bits() - Objects.requireNonNull(before).bits();
  }

  private NestedSums nested(int one, int other) {
    return new NestedSums(index, t, list, columns, words, List.of(one, other));
  }

  ExchangedRows.Exchange exchange(int one, int other) {
    IdentityGroup group =
        new IdentityGroup("nested", Strength.WEAK, false, messages.say("nested", Map.of()));
    Map<Integer, Long> should = new HashMap<>();
    for (int column : columns) {
      int first = index.id(t, one, column);
      int second = index.id(t, other, column);
      if (first >= 0 && second >= 0 && values.of(first) != values.of(second)) {
        should.put(first, values.of(second));
        should.put(second, values.of(first));
      }
    }
    Assignment exchanged = values.with(should);
    List<Identity> mended = new ArrayList<>();
    nested(one, other)
        .all()
        .forEach(
            (total, parts) -> {
              for (int column : columns) {
                int whole = index.id(t, total, column);
                int[] cells =
                    parts.stream()
                        .mapToInt(part -> index.id(t, part, column))
                        .filter(id -> id >= 0)
                        .toArray();
                if (whole < 0 || cells.length == 0) {
                  continue;
                }
                Identity sum = Identity.sum(group, whole, cells);
                if (sum.nonZeroCount(exchanged) > 2
                    && sum.outcome(index, exchanged) != Outcome.FAILS
                    && sum.outcome(index, values) == Outcome.FAILS) {
                  mended.add(sum);
                }
              }
            });
    return new ExchangedRows.Exchange(one, other, should, mended);
  }
}
