package org.yusuan.check.identity.table;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.model.table.Table;

/**
 * Finds two rows of a list that carry each other's amounts, where only the amounts tell which rows
 * are parts of which: then what would be a sum is none, and no relation fails. A row is tried as
 * the sum of those beside it of which one is exchanged with another row; what makes it so in all
 * columns is tried out: with the two rows exchanged, the list must nest much better.
 */
public final class ExchangedRows {

  /**
   * The sums of the list must tell this much more, in bits, with the rows exchanged. Of 110
   * documents of governments as they are, the exchanges that do best gain 24 at most where no other
   * does as well; of those planted that break two sums the least gains 34.
   */
  private static final double MIN_GAIN_BITS = 30;

  /**
   * What makes a sum that is so unlikely by chance, in bits, is suspected though it proves nothing:
   * a total that stands in the place of a part is the sum of all others in any place. A guess; in
   * 190 documents as they are it suspects two rows.
   */
  private static final double MIN_BITS_SUSPECTED = 50;

  /** And so much more than with any other two rows exchanged. A guess. */
  private static final double MIN_LEAD_BITS = 8;

  private final AmountIndex index;
  private final Assignment values;
  private final LabelPatterns words;
  private final Messages messages;

  private final Set<Integer> suspected = new HashSet<>();

  /** The rows that are added up to a row, by table and row, of the sums that hold. */
  private final Map<Integer, Map<Integer, Set<Integer>>> known = new HashMap<>();

  /**
   * @param found all identities of the document
   */
  public ExchangedRows(
      AmountIndex index, List<Identity> found, LabelPatterns words, Messages messages) {
    this.index = index;
    this.values = index.asRead();
    this.words = words;
    this.messages = messages;
    for (Identity identity : found) {
      int total = identity.cells()[0];
      int t = index.tableOf(total);
      int row = index.rowOf(total);
      if (identity.cells().length > 2
          && identity.group().strength() != Strength.EVIDENCE
          && identity.nonZeroCount(values) >= 2
          && Arrays.stream(identity.cells()).allMatch(cell -> index.tableOf(cell) == t)
          && Arrays.stream(identity.cells()).skip(1).allMatch(c -> index.rowOf(c) != row)
          && identity.outcome(index, values) != Outcome.FAILS) {
        Set<Integer> parts =
            known
                .computeIfAbsent(t, table -> new TreeMap<>())
                .computeIfAbsent(row, head -> new HashSet<>());
        Arrays.stream(identity.cells()).skip(1).forEach(c -> parts.add(index.rowOf(c)));
      }
    }
  }

  /**
   * Two rows that carry each other's amounts.
   *
   * @param one the upper row
   * @param other the lower row
   * @param should what their cells would hold that hold something else, in 分
   * @param mended sums that hold if they are exchanged, and do not now
   */
  public record Exchange(int one, int other, Map<Integer, Long> should, List<Identity> mended) {}

  /** The exchange that makes the most of a table; null if there is none. */
  public @Nullable Exchange best(int t) {
    Table table = index.tables().get(t);
    Exchange best = null;
    double most = 0;
    double next = 0;
    for (int list = 0; list < table.listCount(); list++) {
      ExchangeTrial trial =
          new ExchangeTrial(index, t, list, known.getOrDefault(t, Map.of()), words, messages);
      Map<Long, Double> candidates = trial.candidates();
      suspected.addAll(trial.shifted());
      for (Map.Entry<Long, Double> pair : candidates.entrySet()) {
        int one = (int) (pair.getKey() >> 32);
        int other = (int) (long) pair.getKey();
        double gain = trial.gain(one, other);
        if (gain > 0 && pair.getValue() >= MIN_BITS_SUSPECTED) {
          suspected.addAll(trial.exchange(one, other).should().keySet());
        }
        next = Math.max(next, Math.min(gain, most));
        if (gain > most) {
          most = gain;
          best = trial.exchange(one, other);
        }
      }
    }
    // Where another exchange does as well, other rows are what is added, and none is exchanged.
    return most >= MIN_GAIN_BITS && most >= next + MIN_LEAD_BITS ? best : null;
  }

  /**
   * The cells of rows whose exchange, or whose shift by a column, of those tried by {@link #best},
   * would make a sum that is hardly one by chance, though it does not prove that they are
   * displaced.
   */
  public Set<Integer> suspected() {
    return Set.copyOf(suspected);
  }
}
