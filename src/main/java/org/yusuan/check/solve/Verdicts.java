package org.yusuan.check.solve;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.weigh.SumShape;
import org.yusuan.graph.DisjointSet;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Status;

/**
 * What the identities prove about each amount.
 *
 * <p>An amount of a text layer is verified if an identity with another amount in it holds, no
 * explanation of a failure blames it, and no identity that it stands in fails unsettled: one that
 * holds may be blind to what is wrong, as sums along a row are to two rows exchanged. That two
 * amounts stand at each other's places shows only where another printed figure tells them apart: a
 * sum does not change when two of its own parts are exchanged.
 *
 * <p>A recognized amount is verified only if no two misreadings could have hidden each other: the
 * identities that it stands in must not be those of another recognized cell, for then an error of
 * one would cancel one of the other. Amounts that identities make equal count as one, since one
 * habit of the recognizer misreads them alike. But {@link SureSums} prove what is read surely.
 * Blank cells of a scan may have been misread too. Only identities that hold to the letter count,
 * and those that fail must be explained by other cells beyond doubt. Where the unit was not read,
 * some amount must be that of another table.
 */
public final class Verdicts {

  /** A table that prints noughts has more of them than this share of its blanks; a guess. */
  private static final double MAX_STAIN_SHARE = 0.25;

  /** Seed of the random numbers, so that each run gives the same result: the letters of yusuan. */
  private static final long SEED = 0x59_7573_7561_6eL;

  private final AmountIndex index;
  private final IdentityGraph graph;
  private final Assignment values;
  private final Outcome[] outcomes;
  private final long[] signatures;
  private final long[] groupSignatures;
  private final DisjointSet copies;
  private final RoundedTables rounded;
  private final Map<Long, Integer> alike = new HashMap<>();
  private final Map<Long, Integer> alikeGroups = new HashMap<>();

  public Verdicts(AmountIndex index, IdentityGraph graph, Assignment values) {
    this.index = index;
    this.graph = graph;
    this.values = values;
    this.outcomes = new Outcome[graph.size()];
    this.signatures = new long[index.size()];
    this.groupSignatures = new long[index.size()];
    this.copies = new DisjointSet(index.size());
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = graph.identity(i).outcome(index, values);
    }
    this.rounded = new RoundedTables(index, graph, values, outcomes);
    sign();
  }

  /**
   * Gives each identity a random number, and each cell the sum of the numbers of its identities:
   * cells of the same identities have the same signature.
   */
  private void sign() {
    Random random = new Random(SEED);
    for (int i = 0; i < outcomes.length; i++) {
      long number = random.nextLong();
      Identity identity = graph.identity(i);
      if (outcomes[i] != Outcome.HOLDS) {
        continue;
      }
      for (int k = 0; k < identity.cells().length; k++) {
        signatures[identity.cells()[k]] += number * identity.coefficients()[k];
      }
      joinCopies(identity);
    }
    for (int cell = 0; cell < signatures.length; cell++) {
      if (index.isRecognized(cell)) {
        if (signatures[cell] != 0) {
          alike.merge(unsigned(signatures[cell]), 1, Integer::sum);
        }
        groupSignatures[copies.find(cell)] += signatures[cell];
      }
    }
    for (int cell = 0; cell < groupSignatures.length; cell++) {
      if (groupSignatures[cell] != 0) {
        alikeGroups.merge(unsigned(groupSignatures[cell]), 1, Integer::sum);
      }
    }
  }

  /**
   * Joins two amounts that an identity makes equal into a group: the recognizer may misread both in
   * the same way.
   */
  private void joinCopies(Identity identity) {
    int[] cells = identity.cells();
    if (cells.length == 2) {
      copies.union(cells[0], cells[1]);
    } else if (identity.nonZeroCount(values) == 2) {
      int first = -1;
      for (int cell : cells) {
        if (values.of(cell) != 0 && first < 0) {
          first = cell;
        } else if (values.of(cell) != 0 && values.of(first) == values.of(cell)) {
          copies.union(first, cell);
        }
      }
    }
  }

  private static long unsigned(long signature) {
    return Math.min(signature, -signature);
  }

  /** Whether the identities prove a recognized cell's value, by the rule above. */
  public boolean isProved(int cell) {
    return isUnlike(alike, signatures[cell]) && groupSignatures[copies.find(cell)] != 0;
  }

  /**
   * The same, but on a page that is not read well copies of the cell prove nothing. A total and its
   * copy stand in the sum of its parts as the total alone does, and toner that is missing down a
   * column makes 3 of the 8 in all of them.
   */
  private boolean isProved(int cell, Set<Integer> doubtfulPages) {
    return isProved(cell)
        && (!doubtfulPages.contains(index.cell(cell).page())
            || isUnlike(alikeGroups, groupSignatures[copies.find(cell)]));
  }

  private static boolean isUnlike(Map<Long, Integer> alike, long signature) {
    return signature != 0 && alike.getOrDefault(unsigned(signature), 0) == 1;
  }

  /**
   * The status of each cell; null where there is no amount.
   *
   * @param doubtfulPages pages that were not read well
   * @param blamed cells that some explanation of a failure blames
   * @param unclear identities that fail for no clear reason, as indices
   * @param unsettled cells that something else contradicts, though nobody is accused by it: what
   *     holds elsewhere does not outvote that
   * @param denied cells of stated sums that fail, be it that something explains it: what nothing
   *     states, or need not hold, does not outvote these
   */
  public @Nullable Status[] statuses(
      Set<Integer> doubtfulPages,
      Set<Integer> blamed,
      Set<Integer> unclear,
      Set<Integer> unsettled,
      Set<Integer> denied) {
    SureSums sums = new SureSums(index, values, doubtfulPages);
    boolean[] open = new boolean[index.size()];
    unsettled.forEach(cell -> open[cell] = true);
    for (int i = 0; i < outcomes.length; i++) {
      Identity identity = graph.identity(i);
      if (outcomes[i] == Outcome.FAILS
          && identity.group().isAcross()
          && identity.cells().length == 2) {
        contest(identity.cells()[0], open);
        contest(identity.cells()[1], open);
      }
    }
    @Nullable Status[] statuses = new Status[index.size()];
    boolean[] holds = new boolean[index.size()];
    boolean[] stated = new boolean[index.size()];
    boolean[] fails = new boolean[index.size()];
    boolean[] doubted = new boolean[index.size()];
    boolean[] roundedCells = new boolean[index.size()];
    for (int i = 0; i < outcomes.length; i++) {
      boolean failed = outcomes[i] == Outcome.FAILS;
      boolean[] marks = failed ? fails : holds;
      if (outcomes[i] == Outcome.ROUNDS
          && index.hasRecognized()
          && !sums.areWellRead(graph.identity(i))) {
        // On a scan, what looks like rounding may be a last digit that was misread.
        Arrays.stream(graph.identity(i).cells()).forEach(c -> roundedCells[c] = true);
      }
      if (failed || tells(i)) {
        for (int cell : graph.identity(i).cells()) {
          marks[cell] = true;
          stated[cell] |= !failed && outvotes(graph.identity(i).group());
        }
      }
    }
    unclear.forEach(i -> Arrays.stream(graph.identity(i).cells()).forEach(c -> doubted[c] = true));
    // What casts doubt on an amount casts doubt on its copies: they may have been moved together.
    // A copy that is sure, of a text layer or looked at by a person, settles what rounding leaves
    // open: equal to it to the letter, no last digit was misread.
    boolean[] settled = new boolean[index.size()];
    for (int cell = 0; cell < settled.length; cell++) {
      settled[copies.find(cell)] |= !index.isRecognized(cell) && !index.isBlank(cell);
    }
    boolean[] doubtedGroups = new boolean[index.size()];
    for (int cell = 0; cell < doubted.length; cell++) {
      int group = copies.find(cell);
      doubtedGroups[group] |=
          roundedCells[cell] && !settled[group] || doubted[cell] || blamed.contains(cell);
    }
    boolean[] scaled = scaled();
    boolean[] pointless =
        index.hasRecognized()
            ? LostPoints.among(index.tables())
            : new boolean[index.tables().size()];
    boolean[] zeros = zeros();
    boolean[] sure = sure(sums, fails);
    RowTies ties = new RowTies(index, graph, values, blamed);
    for (int cell = 0; cell < statuses.length; cell++) {
      if (index.isRecognized(cell)) {
        statuses[cell] =
            (isProved(cell, doubtfulPages) || sure[cell])
                    && !doubtedGroups[copies.find(cell)]
                    && !isFiner(cell)
                    && !(zeros[cell] && isSeldom(cell, zeros))
                    && scaled[index.tableOf(cell)]
                    && !pointless[index.tableOf(cell)]
                ? Status.VERIFIED
                : fails[cell] ? Status.DISPUTED : Status.UNVERIFIED;
      } else {
        statuses[cell] =
            blamed.contains(cell)
                ? Status.DISPUTED
                : holds[cell]
                        && !open[cell]
                        && (stated[cell] || !denied.contains(cell))
                        && !ties.isLoose(cell)
                    ? Status.VERIFIED
                    : Status.UNVERIFIED;
      }
    }
    return statuses;
  }

  /**
   * Whether what holds outvotes a stated sum that fails. A total does not of which only the order
   * of the rows tells what it adds up: it may pass over the subtotal that is wrong, and add up what
   * stands in the wrong rows.
   */
  private static boolean outvotes(IdentityGroup group) {
    return group.isStated()
        && (group.strength() == Strength.STRONG || !SumShape.isOfWholeList(group));
  }

  /** Recognized amounts, not noughts, of sums that prove them alone and of which none is denied. */
  private boolean[] sure(SureSums sums, boolean[] fails) {
    boolean[] sure = new boolean[index.size()];
    if (!index.hasRecognized()) {
      return sure;
    }
    for (int i = 0; i < outcomes.length; i++) {
      int[] cells = graph.identity(i).cells();
      if (outcomes[i] == Outcome.HOLDS
          && Arrays.stream(cells).noneMatch(cell -> fails[cell])
          && sums.isSure(graph.identity(i))) {
        Arrays.stream(cells)
            .filter(cell -> values.of(cell) != 0)
            .forEach(cell -> sure[cell] = true);
      }
    }
    return sure;
  }

  /**
   * Whether an identity that holds tells anything of its amounts. Two alone, printed to the same
   * place, are one amount: they do not differ by rounding, and a last digit is wrong.
   */
  private boolean tells(int i) {
    Identity identity = graph.identity(i);
    if (outcomes[i] == Outcome.ROUNDS && !rounded.explain(identity)) {
      return false;
    }
    int[] printed = Arrays.stream(identity.cells()).filter(c -> values.of(c) != 0).toArray();
    return printed.length > 2
        || printed.length == 2
            && (outcomes[i] != Outcome.ROUNDS
                || index.quantum(printed[0]) != index.quantum(printed[1]));
  }

  /**
   * Disputes a cell whose table contradicts another: either table may be wrong, and with the amount
   * all that adds up to it in its column. The column itself may be misplaced, so the amounts beside
   * it are disputed as well.
   */
  private void contest(int cell, boolean[] open) {
    spread(cell, open);
    for (int k = 0; k < graph.degree(cell); k++) {
      int i = graph.identityOf(cell, k);
      int[] cells = graph.identity(i).cells();
      if (outcomes[i] != Outcome.FAILS && cells[0] != cell) {
        for (int beside : Arrays.copyOfRange(cells, 1, cells.length)) {
          if (index.ref(beside).row() == index.ref(cell).row()
              && index.tableOf(beside) == index.tableOf(cell)) {
            spread(beside, open);
          }
        }
      }
    }
  }

  private void spread(int cell, boolean[] open) {
    if (open[cell]) {
      return;
    }
    open[cell] = true;
    for (int k = 0; k < graph.degree(cell); k++) {
      int i = graph.identityOf(cell, k);
      int[] cells = graph.identity(i).cells();
      if (outcomes[i] != Outcome.FAILS && cells[0] == cell) {
        for (int part : cells) {
          if (index.ref(part).column() == index.ref(cell).column()
              && index.tableOf(part) == index.tableOf(cell)) {
            spread(part, open);
          }
        }
      }
    }
  }

  /**
   * Which tables have a unit beyond doubt: they state it, or an identity ties an amount of theirs
   * to one of a table that does.
   */
  private boolean[] scaled() {
    boolean[] scaled = new boolean[index.tables().size()];
    for (int t = 0; t < scaled.length; t++) {
      scaled[t] = index.tables().get(t).unit() != null;
    }
    boolean[] stated = scaled.clone();
    for (int i = 0; i < outcomes.length; i++) {
      int[] cells = graph.identity(i).cells();
      if (outcomes[i] == Outcome.HOLDS
          && Arrays.stream(cells).anyMatch(c -> values.of(c) != 0 && stated[index.tableOf(c)])) {
        Arrays.stream(cells)
            .filter(c -> values.of(c) != 0)
            .forEach(c -> scaled[index.tableOf(c)] = true);
      }
    }
    return scaled;
  }

  /**
   * Recognized noughts without decimals, and dashes, be they read so or corrected to it: a stain
   * may be read as one, and no sum shows whether it is a nought or a blank.
   */
  private boolean[] zeros() {
    boolean[] zeros = new boolean[index.size()];
    for (int cell = 0; cell < zeros.length; cell++) {
      zeros[cell] =
          index.isRecognized(cell)
              && !index.isBlank(cell)
              && values.of(cell) == 0
              && !index.cell(cell).text().contains(".");
    }
    return zeros;
  }

  /** Whether a table has too few noughts among its blanks to be one that prints them. */
  private boolean isSeldom(int zero, boolean[] zeros) {
    int printed = 0;
    int blank = 0;
    for (int cell = 0; cell < zeros.length; cell++) {
      if (index.tableOf(cell) == index.tableOf(zero)) {
        printed += zeros[cell] ? 1 : 0;
        blank += index.isBlank(cell) ? 1 : 0;
      }
    }
    return printed <= MAX_STAIN_SHARE * blank;
  }

  private boolean isFiner(int id) {
    BigDecimal amount = index.cell(id).amount();
    return amount != null && AmountIndex.isFinerThanFen(amount);
  }
}
