package org.yusuan.check.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;

/**
 * Finds the misreadings of recognized amounts: readings that the image offers and that mend what
 * fails.
 *
 * <p>Works as a decoder of sparse parity checks does, by peeling: a change, or two changes that
 * share a failing identity, is made if it mends at least one identity more than it changes cells,
 * breaks none, and no rival mends as much of the same at a like probability. What it mends makes
 * more errors stand alone, until nothing changes any more. Whether the cells are then proved is for
 * {@link Verdicts} to say; what is not is taken back. The work is bounded: only cells of failing
 * identities are looked at.
 */
public final class Corrector {

  /**
   * A change is made only if it is this many nats likelier than its rival, which is e³ = 20 times.
   * A guess.
   */
  private static final double MIN_LEAD_NATS = 3;

  /**
   * Pairs of changes are tried only for identities with at most this many single changes on offer.
   * A guess that bounds the work.
   */
  private static final int MAX_CHANGES_FOR_PAIRS = 160;

  /** Upper limit of rounds; the search normally ends earlier. A guess. */
  private static final int MAX_ROUNDS = 60;

  private final AmountIndex index;
  private final IdentityGraph graph;
  private final Assignment read;
  private final long[] now;
  private final long[] residuals;
  private final ReadingCandidates candidates;
  private final TreeSet<Integer> failing = new TreeSet<>();
  private final Map<Integer, List<ReadingChange>> offered = new HashMap<>();
  private final Map<Integer, ReadingChange> made = new LinkedHashMap<>();

  /**
   * @param read the values as read
   */
  public Corrector(AmountIndex index, IdentityGraph graph, Assignment read) {
    this.index = index;
    this.graph = graph;
    this.read = read;
    this.now = read.toArray();
    this.residuals = new long[graph.size()];
    this.candidates = new ReadingCandidates(index);
    for (int i = 0; i < graph.size(); i++) {
      residuals[i] = graph.identity(i).residual(read);
      if (residuals[i] != 0) {
        failing.add(i);
      }
    }
  }

  /** The changes that were made, each once, in their order. */
  public List<ReadingChange> correct() {
    boolean progress = true;
    for (int round = 0; progress && round < MAX_ROUNDS; round++) {
      progress = make(singles()) || make(pairs()) || make(separators());
    }
    return made.values().stream().distinct().toList();
  }

  /**
   * Changes that are made together or not at all.
   *
   * @param changes one or two
   * @param mended identities that hold with them and failed before
   * @param sums how many different sums these are
   * @param cost of all
   */
  private record Proposal(
      List<ReadingChange> changes, List<Integer> mended, int sums, double cost) {
    int net() {
      return sums - changes.size();
    }

    boolean isSame(Proposal other) {
      return changes.equals(other.changes);
    }
  }

  private List<Proposal> singles() {
    List<Proposal> proposals = new ArrayList<>();
    Map<Integer, Integer> failures = new TreeMap<>();
    for (int identity : failing) {
      for (int cell : graph.identity(identity).cells()) {
        if (index.isRecognized(cell)) {
          failures.merge(cell, 1, Integer::sum);
        }
      }
    }
    failures.forEach(
        (cell, count) -> {
          if (count >= 2) {
            for (ReadingChange change : offers(cell)) {
              propose(List.of(change), proposals);
            }
          }
        });
    return proposals;
  }

  private List<Proposal> pairs() {
    List<Proposal> proposals = new ArrayList<>();
    for (int identity : failing) {
      List<ReadingChange> changes = new ArrayList<>();
      for (int cell : graph.identity(identity).cells()) {
        if (index.isRecognized(cell) && changes.size() <= MAX_CHANGES_FOR_PAIRS) {
          changes.addAll(offers(cell));
        }
      }
      if (changes.size() > MAX_CHANGES_FOR_PAIRS) {
        continue;
      }
      Map<Long, List<ReadingChange>> byEffect = new HashMap<>();
      for (ReadingChange change : changes) {
        long effect = effect(change, identity);
        for (ReadingChange other :
            byEffect.getOrDefault(-residuals[identity] - effect, List.of())) {
          if (isApart(change, other)) {
            propose(List.of(other, change), proposals);
          }
        }
        byEffect.computeIfAbsent(effect, e -> new ArrayList<>()).add(change);
      }
    }
    return proposals;
  }

  /**
   * Amounts of which only points and commas were misread. One identity that then holds to the
   * letter is enough for a change or two: all digits were read before. It does not prove them.
   */
  private List<Proposal> separators() {
    List<Proposal> proposals = new ArrayList<>();
    for (int identity : failing) {
      List<ReadingChange> changes = new ArrayList<>();
      for (int cell : graph.identity(identity).cells()) {
        if (index.isRecognized(cell)) {
          offers(cell).stream()
              .filter(change -> change.hasDigitsOf(index.cell(cell).text()))
              .forEach(changes::add);
        }
      }
      for (int i = 0; i < changes.size(); i++) {
        proposeSeparators(List.of(changes.get(i)), proposals);
        for (ReadingChange other : changes.subList(0, Math.min(i, MAX_CHANGES_FOR_PAIRS))) {
          if (isApart(changes.get(i), other)) {
            proposeSeparators(List.of(other, changes.get(i)), proposals);
          }
        }
      }
    }
    return proposals;
  }

  private static boolean isApart(ReadingChange change, ReadingChange other) {
    for (int cell : change.cells()) {
      if (other.touches(cell)) {
        return false;
      }
    }
    return true;
  }

  private long effect(ReadingChange change, int identity) {
    long effect = 0;
    Identity equation = graph.identity(identity);
    for (int i = 0; i < change.cells().length; i++) {
      int at = equation.indexOf(change.cells()[i]);
      if (at >= 0) {
        effect += equation.coefficients()[at] * (change.values()[i] - now[change.cells()[i]]);
      }
    }
    return effect;
  }

  private List<ReadingChange> offers(int cell) {
    if (made.containsKey(cell)) {
      return List.of();
    }
    return offered.computeIfAbsent(cell, candidates::changesOf).stream()
        .filter(change -> isFree(change))
        .toList();
  }

  private boolean isFree(ReadingChange change) {
    for (int cell : change.cells()) {
      if (made.containsKey(cell)) {
        return false;
      }
    }
    return true;
  }

  private void propose(List<ReadingChange> changes, List<Proposal> proposals) {
    propose(changes, changes.size() + 1, proposals);
  }

  private void proposeSeparators(List<ReadingChange> changes, List<Proposal> proposals) {
    propose(changes, 1, proposals);
  }

  /**
   * @param least how many identities it must mend at least
   */
  private void propose(List<ReadingChange> changes, int least, List<Proposal> proposals) {
    Map<Integer, Long> effects = new TreeMap<>();
    double cost = 0;
    for (ReadingChange change : changes) {
      cost += change.cost();
      for (int i = 0; i < change.cells().length; i++) {
        int cell = change.cells()[i];
        long by = change.values()[i] - now[cell];
        for (int k = 0; k < graph.degree(cell); k++) {
          effects.merge(graph.identityOf(cell, k), graph.sign(cell, k) * by, Long::sum);
        }
      }
    }
    List<Integer> mended = new ArrayList<>();
    for (Map.Entry<Integer, Long> effect : effects.entrySet()) {
      long before = residuals[effect.getKey()];
      long after = before + effect.getValue();
      if (before == 0 && after != 0) {
        return;
      }
      if (before != 0 && after == 0) {
        mended.add(effect.getKey());
      }
    }
    if (mended.size() < least) {
      return;
    }
    int sums = sums(mended);
    if (sums >= least) {
      proposals.add(new Proposal(changes, mended, sums, cost));
    }
  }

  /**
   * How many different sums identities are. What misses by no more than rounding explains may be as
   * published: two identities of the same printed amounts say it only once then.
   */
  private int sums(List<Integer> identities) {
    Set<Object> sums = new HashSet<>();
    for (int i : identities) {
      Identity identity = graph.identity(i);
      if (identity.outcome(index, read) == Identity.Outcome.ROUNDS) {
        sums.add(
            Arrays.stream(identity.cells())
                .filter(cell -> !index.isBlank(cell))
                .boxed()
                .collect(Collectors.toSet()));
      } else {
        sums.add(i);
      }
    }
    return sums.size();
  }

  /** Makes the proposals that have no rival. Returns whether there was one. */
  private boolean make(List<Proposal> proposals) {
    Map<Integer, List<Proposal>> byIdentity = new HashMap<>();
    for (Proposal proposal : proposals) {
      for (int identity : proposal.mended) {
        byIdentity.computeIfAbsent(identity, i -> new ArrayList<>()).add(proposal);
      }
    }
    List<Proposal> sorted = new ArrayList<>(proposals);
    sorted.sort(
        Comparator.<Proposal>comparingInt(proposal -> -proposal.net())
            .thenComparingDouble(Proposal::cost));
    boolean any = false;
    Set<Integer> done = new HashSet<>();
    for (Proposal proposal : sorted) {
      if (proposal.mended.stream().noneMatch(done::contains)
          && !hasRival(proposal, byIdentity)
          && proposal.changes.stream().allMatch(this::isFree)) {
        apply(proposal);
        done.addAll(proposal.mended);
        any = true;
      }
    }
    return any;
  }

  private static boolean hasRival(Proposal proposal, Map<Integer, List<Proposal>> byIdentity) {
    for (int identity : proposal.mended) {
      for (Proposal other : byIdentity.getOrDefault(identity, List.of())) {
        if (!other.isSame(proposal)
            && (other.net() > proposal.net()
                || (other.net() == proposal.net() && other.cost < proposal.cost + MIN_LEAD_NATS))) {
          return true;
        }
      }
    }
    return false;
  }

  private void apply(Proposal proposal) {
    for (ReadingChange change : proposal.changes) {
      for (int i = 0; i < change.cells().length; i++) {
        set(change.cells()[i], change.values()[i]);
        made.put(change.cells()[i], change);
      }
    }
  }

  private void set(int cell, long value) {
    long by = value - now[cell];
    now[cell] = value;
    for (int k = 0; k < graph.degree(cell); k++) {
      int identity = graph.identityOf(cell, k);
      residuals[identity] += graph.sign(cell, k) * by;
      if (residuals[identity] == 0) {
        failing.remove(identity);
      } else {
        failing.add(identity);
      }
    }
  }
}
