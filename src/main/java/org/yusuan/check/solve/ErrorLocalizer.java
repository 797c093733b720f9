package org.yusuan.check.solve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;

/**
 * Explains failing identities of a text layer by the fewest cells that would have to differ.
 * Nothing is changed: the explanation tells which cell to blame, so that one wrong amount that
 * breaks three identities is one finding. This is error localization: the fewest fields whose
 * change satisfies all edits (I. P. Fellegi and D. Holt, "A Systematic Approach to Automatic Edit
 * and Imputation", Journal of the American Statistical Association 71, 1976).
 *
 * <p>Search by iterative deepening: the first failing identity must be mended at one of its cells,
 * by exactly what it fails by; what that breaks must be mended in turn.
 */
public final class ErrorLocalizer {

  /**
   * At most this many changed cells may explain one group of failures. A guess: with more, the
   * failing identities are told as they are.
   */
  private static final int MAX_CHANGES = 4;

  /** Limit of the work for one group of failing identities, in changes tried. A guess. */
  private static final int MAX_STEPS = 20_000;

  /** Limit of the work for one document, in changes tried. A guess. */
  private static final int MAX_STEPS_IN_ALL = 400_000;

  /** At most this many explanations of equal size are compared. A guess. */
  private static final int MAX_EXPLANATIONS = 24;

  private final AmountIndex index;
  private final IdentityGraph graph;
  private final Assignment values;
  private final long[] residuals;
  private final long[] tolerances;
  private final TreeSet<Integer> failing = new TreeSet<>();
  private int stepsInAll;

  public ErrorLocalizer(AmountIndex index, IdentityGraph graph, Assignment values) {
    this.index = index;
    this.graph = graph;
    this.values = values;
    this.residuals = new long[graph.size()];
    this.tolerances = new long[graph.size()];
    for (int i = 0; i < graph.size(); i++) {
      residuals[i] = graph.identity(i).residual(values);
      if (residuals[i] != 0) {
        tolerances[i] = graph.identity(i).tolerance(index, values);
        if (Math.abs(residuals[i]) > tolerances[i]) {
          failing.add(i);
        }
      } else {
        tolerances[i] = -1;
      }
    }
  }

  /**
   * Why some identities fail.
   *
   * @param identities the failing identities, as indices
   * @param readings the smallest sets of changes (分 by cell) that mend them; one if it is clear
   *     which cells are to blame, none if no small set does
   */
  public record Diagnosis(List<Integer> identities, List<TreeMap<Integer, Long>> readings) {}

  /** Explanations of all failing identities; each identity belongs to exactly one. */
  public List<Diagnosis> explain() {
    List<Diagnosis> explanations = new ArrayList<>();
    while (!failing.isEmpty()) {
      int first = failing.first();
      Search search = new Search();
      search.run(first);
      Set<Integer> covered = new TreeSet<>();
      covered.add(first);
      if (search.found.isEmpty()) {
        covered.addAll(connected(first));
      } else {
        for (TreeMap<Integer, Long> reading : search.found) {
          for (int cell : reading.keySet()) {
            for (int k = 0; k < graph.degree(cell); k++) {
              int identity = graph.identityOf(cell, k);
              if (failing.contains(identity)) {
                covered.add(identity);
              }
            }
          }
        }
      }
      failing.removeAll(covered);
      boolean undecided = covered.size() == 1 && search.found.size() == 1 && isPair(first);
      explanations.add(
          new Diagnosis(List.copyOf(covered), undecided ? either(first) : search.found));
    }
    return explanations;
  }

  /** Whether an identity holds one amount of a table against one of another. */
  private boolean isPair(int identity) {
    return graph.identity(identity).group().isAcross()
        && graph.identity(identity).cells().length == 2;
  }

  /**
   * What mends a pair that fails alone: either amount may be wrong. That a sum holds with the one,
   * while nothing adds up to the other, does not tell which: the whole table may be the wrong one.
   */
  private List<TreeMap<Integer, Long>> either(int identity) {
    List<TreeMap<Integer, Long>> readings = new ArrayList<>();
    Identity pair = graph.identity(identity);
    for (int i = 0; i < 2; i++) {
      TreeMap<Integer, Long> change = new TreeMap<>();
      change.put(pair.cells()[i], -residuals[identity] * pair.coefficients()[i]);
      readings.add(change);
    }
    return readings;
  }

  private Set<Integer> connected(int first) {
    Set<Integer> reached = new TreeSet<>();
    List<Integer> queue = new ArrayList<>();
    queue.add(first);
    reached.add(first);
    while (!queue.isEmpty()) {
      int identity = queue.remove(queue.size() - 1);
      for (int cell : graph.identity(identity).cells()) {
        for (int k = 0; k < graph.degree(cell); k++) {
          int other = graph.identityOf(cell, k);
          if (failing.contains(other) && reached.add(other)) {
            queue.add(other);
          }
        }
      }
    }
    return reached;
  }

  private boolean fails(int identity) {
    long residual = residuals[identity];
    if (residual == 0) {
      return false;
    }
    if (tolerances[identity] < 0) {
      tolerances[identity] = graph.identity(identity).tolerance(index, values);
    }
    return Math.abs(residual) > tolerances[identity];
  }

  /** The search for an explanation of one failing identity. */
  private final class Search {
    final List<TreeMap<Integer, Long>> found = new ArrayList<>();
    private final Set<TreeMap<Integer, Long>> seen = new HashSet<>();
    private final TreeMap<Integer, Long> changes = new TreeMap<>();
    private int steps;

    void run(int first) {
      for (int size = 1; size <= MAX_CHANGES && found.isEmpty(); size++) {
        TreeSet<Integer> open = new TreeSet<>();
        open.add(first);
        descend(open, size);
        if (steps > MAX_STEPS || stepsInAll > MAX_STEPS_IN_ALL) {
          // The search was cut off: what it found must not count as the only explanation.
          found.clear();
          return;
        }
      }
    }

    /**
     * A change of one cell; the gain is the number of identities it mends less that of those it
     * breaks.
     */
    private record CellChange(int cell, long change, int gain) {}

    private void descend(TreeSet<Integer> open, int left) {
      if (open.isEmpty()) {
        TreeMap<Integer, Long> copy = new TreeMap<>(changes);
        if (found.size() < MAX_EXPLANATIONS && seen.add(copy)) {
          found.add(copy);
        }
        return;
      }
      if (left == 0 || steps > MAX_STEPS || stepsInAll > MAX_STEPS_IN_ALL) {
        return;
      }
      for (CellChange move : moves(open.first(), left)) {
        TreeSet<Integer> next = new TreeSet<>(open);
        apply(move.cell, move.change, next);
        changes.put(move.cell, move.change);
        descend(next, left - 1);
        changes.remove(move.cell);
        apply(move.cell, -move.change, null);
      }
    }

    private List<CellChange> moves(int identity, int left) {
      Identity failed = graph.identity(identity);
      List<CellChange> moves = new ArrayList<>();
      for (int i = 0; i < failed.cells().length; i++) {
        int cell = failed.cells()[i];
        if (changes.containsKey(cell)) {
          continue;
        }
        for (long change : changes(cell, -residuals[identity] * failed.coefficients()[i])) {
          int gain = gain(cell, change);
          // The last change must leave nothing broken.
          if (left > 1 || gain > 0) {
            moves.add(new CellChange(cell, change, gain));
          }
        }
      }
      moves.sort(Comparator.comparingInt(move -> -move.gain));
      return moves;
    }

    /**
     * By how much a cell might be changed: by what the identity asks for, or by what another
     * identity of the cell asks for, if rounding explains the difference of the two.
     */
    private Set<Long> changes(int cell, long wanted) {
      Set<Long> changes = new LinkedHashSet<>();
      changes.add(wanted);
      for (int k = 0; k < graph.degree(cell); k++) {
        int identity = graph.identityOf(cell, k);
        long other = -residuals[identity] * graph.sign(cell, k);
        if (fails(identity) && Math.abs(other - wanted) <= slack(cell)) {
          changes.add(other);
        }
      }
      return changes;
    }

    /** The widest tolerance of the identities of a cell. */
    private long slack(int cell) {
      long slack = 0;
      for (int k = 0; k < graph.degree(cell); k++) {
        slack = Math.max(slack, tolerances[graph.identityOf(cell, k)]);
      }
      return slack;
    }

    private int gain(int cell, long change) {
      int gain = 0;
      steps++;
      stepsInAll++;
      for (int k = 0; k < graph.degree(cell); k++) {
        int identity = graph.identityOf(cell, k);
        boolean failed = fails(identity);
        residuals[identity] += graph.sign(cell, k) * change;
        gain += (failed ? 1 : 0) - (fails(identity) ? 1 : 0);
        residuals[identity] -= graph.sign(cell, k) * change;
      }
      return gain;
    }

    /** Makes a change; updates which identities it leaves failing, if that is asked for. */
    private void apply(int cell, long change, @Nullable TreeSet<Integer> open) {
      for (int k = 0; k < graph.degree(cell); k++) {
        int identity = graph.identityOf(cell, k);
        residuals[identity] += graph.sign(cell, k) * change;
        if (open != null) {
          if (fails(identity)) {
            open.add(identity);
          } else {
            open.remove(identity);
          }
        }
      }
    }
  }
}
