package org.yusuan.check.solve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.weigh.FailureWeigher;
import org.yusuan.check.weigh.Weighing;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.evidence.EvidenceRules;

/**
 * Decides which identities to believe. A derived identity rests on a reading of the table's
 * structure, which may be wrong: its failure counts only if the identities that rest on the same
 * reading mostly hold.
 */
public final class IdentityFilter {

  /**
   * On scans, where a long sum seldom has all its parts read right, a strong group may fail this
   * often for each time that it holds, and once more. A guess.
   */
  private static final int FAILURES_PER_SUCCESS_SCANNED = 6;

  /**
   * An identity with at least this many amounts that are not zero does not hold by accident. A
   * guess.
   */
  private static final int MIN_AMOUNTS = 3;

  private final AmountIndex index;
  private final Assignment values;
  private final EvidenceRules rules;
  private final LabelPatterns words;

  public IdentityFilter(
      AmountIndex index, Assignment values, EvidenceRules rules, LabelPatterns words) {
    this.rules = rules;
    this.words = words;
    this.index = index;
    this.values = values;
  }

  /**
   * How often the identities of a group hold and fail in a document.
   *
   * @param holds how often it holds where it says something
   * @param fails how often it fails
   * @param scanned whether it touches a recognized cell
   */
  public record Tally(int holds, int fails, boolean scanned) {

    private Tally plus(Tally other) {
      return new Tally(holds + other.holds, fails + other.fails, scanned || other.scanned);
    }
  }

  /** How often the identities of each group hold and fail. */
  public static Map<IdentityGroup, Tally> tallies(
      AmountIndex index, Assignment values, List<Identity> identities) {
    Map<IdentityGroup, Tally> tallies = new IdentityHashMap<>();
    for (Identity identity : identities) {
      boolean fails = identity.outcome(index, values) == Outcome.FAILS;
      boolean holds = !fails && identity.nonZeroCount(values) >= 2;
      tallies.merge(
          identity.group(),
          new Tally(holds ? 1 : 0, fails ? 1 : 0, isScanned(index, identity)),
          Tally::plus);
    }
    return tallies;
  }

  /**
   * Which identities are believed, and why others fail.
   *
   * @param believed those that hold and are no accident, and those whose failure must be explained
   * @param weighed why each that fails does so; those of scans are not weighed
   * @param unsettled those that fail and are not believed, of patterns that mostly hold: no amount
   *     of theirs is proved
   */
  public record Selection(
      List<Identity> believed, List<Weighing> weighed, List<Identity> unsettled) {}

  /** The identities to believe of all that were found. */
  public List<Identity> believed(List<Identity> identities) {
    return select(identities).believed();
  }

  /** Parts all identities that were found into those that are believed and those that are not. */
  public Selection select(List<Identity> identities) {
    Map<IdentityGroup, Tally> tallies = tallies(index, values, identities);
    FailureWeigher weigher = new FailureWeigher(index, values, identities, rules, words);
    List<Identity> believed = new ArrayList<>(identities.size());
    List<Identity> doubtful = new ArrayList<>();
    List<Weighing> weighed = new ArrayList<>();
    List<Identity> unsettled = new ArrayList<>();
    for (Identity identity : identities) {
      Tally tally = Objects.requireNonNull(tallies.get(identity.group()));
      if (identity.outcome(index, values) != Outcome.FAILS) {
        if (identity.nonZeroCount(values) >= MIN_AMOUNTS || tally.holds >= tally.fails) {
          believed.add(identity);
        }
      } else if (tally.scanned) {
        (believesScanned(identity.group(), tally) ? believed : doubtful).add(identity);
      } else {
        Weighing weighing = weigher.weigh(identity);
        weighed.add(weighing);
        if (weighing.margin() >= rules.margins().warning()) {
          believed.add(identity);
        } else if (!weighing.isAccountedFor()
            && weigher.castsDoubt(identity, tally.holds(), tally.fails())) {
          unsettled.add(identity);
        }
      }
    }
    addCorroborated(believed, doubtful);
    return new Selection(believed, weighed, unsettled);
  }

  private static boolean believesScanned(IdentityGroup group, Tally tally) {
    return switch (group.strength()) {
      case STRONG -> tally.fails <= FAILURES_PER_SUCCESS_SCANNED * (tally.holds + 1);
      case WEAK -> tally.holds >= 1 && tally.holds >= tally.fails;
      case EVIDENCE -> false;
    };
  }

  private static boolean isScanned(AmountIndex index, Identity identity) {
    for (int cell : identity.cells()) {
      if (index.isRecognized(cell)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Adds doubtful identities that fail by the same amount at the same cell as a believed one of
   * another group.
   */
  private void addCorroborated(List<Identity> believed, List<Identity> doubtful) {
    // By cell and the change of it that would mend an identity.
    Map<Integer, Map<Long, Set<IdentityGroup>>> votes = new HashMap<>();
    for (Identity identity : believed) {
      if (identity.outcome(index, values) == Outcome.FAILS) {
        long residual = identity.residual(values);
        for (int i = 0; i < identity.cells().length; i++) {
          votes
              .computeIfAbsent(identity.cells()[i], cell -> new HashMap<>())
              .computeIfAbsent(-residual * identity.coefficients()[i], by -> new HashSet<>())
              .add(identity.group());
        }
      }
    }
    if (votes.isEmpty()) {
      return;
    }
    for (Identity identity : doubtful) {
      boolean corroborated = false;
      long residual = identity.residual(values);
      for (int i = 0; i < identity.cells().length; i++) {
        Set<IdentityGroup> groups =
            votes
                .getOrDefault(identity.cells()[i], Map.of())
                .getOrDefault(-residual * identity.coefficients()[i], Set.of());
        corroborated |= groups.size() > (groups.contains(identity.group()) ? 1 : 0);
      }
      if (corroborated) {
        believed.add(identity);
      }
    }
  }
}
