package org.yusuan.check.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.identity.table.TableIdentities;
import org.yusuan.knowledge.Evidence;
import org.yusuan.knowledge.EvidenceRules;
import org.yusuan.knowledge.Hypothesis;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.text.TextNormalizer;

/**
 * Weighs why identities fail. A document is accused only if every other explanation was tried and
 * speaks less loudly: other amounts may be what is added, a row may be left out or withheld, a
 * figure read into the wrong place, or rounded. What counts, and how much, is data: {@link
 * EvidenceRules}.
 */
public final class FailureWeigher {

  /** A pattern that holds so often for each failure mostly holds. A guess. */
  private static final int MOSTLY = 3;

  /** And nearly everywhere. A guess. */
  private static final int NEARLY = 10;

  /** And always. A guess. */
  private static final int ALWAYS = 50;

  /** Sums that fail by more than this factor are far off. A guess. */
  private static final int FAR = 3;

  /** Sums that fail by less than one of so many nearly hold. A guess. */
  private static final int NEAR = 100;

  /** What is listed is a small part of the whole if it is less than one of so many. A guess. */
  private static final int SMALL = 8;

  /** A row left out makes a difference of so many of the last printed place. A guess. */
  private static final int FEW_PLACES = 5;

  private final AmountIndex index;
  private final Assignment values;
  private final EvidenceRules rules;
  private final OtherAddends others;
  private final CodesElsewhere elsewhere;
  private final Set<IdentityGroup> throughout;
  private final Map<IdentityGroup, Tally> tallies = new IdentityHashMap<>();
  private final Map<RowSum, List<Identity>> sums = new HashMap<>();
  private final Map<Integer, List<Identity>> failing = new HashMap<>();
  private final Set<Integer> explained = new HashSet<>();
  private final Map<Identity, List<Evidence>> own = new IdentityHashMap<>();

  /** How a group fares where it tells something, and what its failures come to. */
  private static final class Tally {
    int holds;
    int fails;
    int below;
    long difference;
  }

  /** The same rows added up, column by column. */
  private record RowSum(IdentityGroup group, int table, int row) {}

  /**
   * @param found all identities of the document
   */
  public FailureWeigher(
      AmountIndex index, Assignment values, List<Identity> found, EvidenceRules rules) {
    this.index = index;
    this.values = values;
    this.rules = rules;
    this.others = new OtherAddends(index, values);
    this.elsewhere = new CodesElsewhere(index, values);
    for (Identity identity : found) {
      Tally tally = tallies.computeIfAbsent(identity.group(), group -> new Tally());
      int total = identity.cells()[0];
      sums.computeIfAbsent(
              new RowSum(identity.group(), index.tableOf(total), index.ref(total).row()),
              key -> new ArrayList<>())
          .add(identity);
      if (identity.outcome(index, values) == Outcome.FAILS) {
        tally.fails++;
        tally.below += identity.residual(values) > 0 ? 1 : 0;
        tally.difference += identity.residual(values);
        for (int cell : identity.cells()) {
          failing.computeIfAbsent(cell, c -> new ArrayList<>()).add(identity);
        }
      } else if (isTelling(identity)) {
        tally.holds++;
      }
      if (identity.outcome(index, values) != Outcome.FAILS
          && identity.cells().length > 2
          && identity.weight(values) >= 2
          && isColumnSum(identity)) {
        explained.add(total);
      }
    }
    this.throughout = new FailingThroughout(index, values, others, explained).of(found);
  }

  /** Whether an identity that holds says something of all that it adds. */
  private boolean isTelling(Identity identity) {
    return identity.weight(values) >= Math.min(3, identity.cells().length);
  }

  /** The evidence on a failing identity. */
  public Weighing weigh(Identity identity) {
    List<Evidence> evidence = new ArrayList<>(own(identity));
    if (isCorroborated(identity)) {
      evidence.add(rules.of("corroborated"));
    }
    return new Weighing(identity, evidence);
  }

  /**
   * Whether a failure casts doubt on its amounts though it accuses nobody: it is not outvoted by
   * other relations that hold, which may be blind to what is wrong, as sums along a row are to two
   * rows exchanged. What is declared or stated counts where it does not mostly fail, a relation
   * between two tables always; other ones between tables where they mostly hold, and, where one
   * table may have more than another, only by differences that cancel. What order and indentation
   * alone tell casts none: 55 amounts in tables of departments would lose their verdict by it. A
   * guess: their pages were not looked at. What the header states and holds in no row does.
   *
   * @param fares how its group fares
   */
  boolean castsDoubt(Identity identity, IdentityFilter.Tally fares) {
    boolean across = identity.group().isAcross();
    Tally tally = tallies.get(identity.group());
    if (identity.group().strength() == Strength.STRONG) {
      return across
          || throughout.contains(identity.group())
          || fares.holds() >= Math.max(1, fares.fails())
              && (tally == null || !isShortOfColumns(identity.group(), tally));
    }
    return across
        && tally != null
        && tally.holds >= 2
        && tally.holds >= 2 * tally.fails
        && (identity.group().strength() != Strength.EVIDENCE
            || tally.fails >= 2 && tally.difference == 0);
  }

  private List<Evidence> own(Identity identity) {
    List<Evidence> known = own.get(identity);
    if (known == null) {
      List<String> ids = new ArrayList<>();
      pattern(identity, ids);
      boolean exchanged = areExchanged(identity.group());
      if (!exchanged) {
        amounts(identity, ids);
      }
      if (!exchanged && isSameTable(identity)) {
        if (isRowSum(identity)) {
          rowSum(identity, ids);
        }
        if (others.explain(identity)) {
          ids.add("other-addend");
        }
      }
      known = ids.stream().map(rules::of).toList();
      own.put(identity, known);
    }
    return known;
  }

  /** Whether rows of one total fail so that their differences cancel: they have changed names. */
  private boolean areExchanged(IdentityGroup group) {
    Tally tally = tallies.getOrDefault(group, new Tally());
    return group.id().equals(TableIdentities.OF_WHICH)
        && tally.fails >= 2
        && tally.holds >= 1
        && tally.difference == 0;
  }

  /** How the relation fares elsewhere, and what it rests on. */
  private void pattern(Identity identity, List<String> ids) {
    IdentityGroup group = identity.group();
    switch (group.strength()) {
      case STRONG ->
          ids.add(
              group.id().equals(TableIdentities.PRINTED_FORMULA) ? "printed-formula" : "stated");
      case WEAK ->
          ids.add(
              group.id().equals("discovered") || group.id().equals("nested")
                  ? "found-in-data"
                  : group.isAcross() ? "weak-rule" : "not-stated");
      case EVIDENCE -> ids.add("need-not-hold");
    }
    Tally tally = tallies.getOrDefault(group, new Tally());
    if (tally.holds >= 2 && tally.holds >= MOSTLY * tally.fails) {
      ids.add("pattern-holds");
    }
    if (tally.holds >= NEARLY * tally.fails) {
      ids.add("pattern-holds-throughout");
    }
    if (tally.holds >= ALWAYS * Math.max(1, tally.fails)) {
      ids.add("pattern-holds-always");
    }
    if (areExchanged(group)) {
      ids.add("differences-cancel");
      return;
    }
    if (tally.fails >= 3 && tally.fails > tally.holds) {
      ids.add("pattern-fails");
    } else if (tally.fails >= 2 && 2 * tally.fails > tally.holds) {
      ids.add("pattern-doubtful");
    }
    if (group.isAcross() && tally.fails >= 2 && tally.difference == 0) {
      ids.add("differences-cancel");
    }
    if (group.isAcross() && identity.cells().length > 3) {
      ids.add("no-total-printed");
    }
    if (isShortOfColumns(group, tally)) {
      ids.add("columns-short");
    } else if (throughout.contains(group)) {
      ids.add(Weighing.FAILS_THROUGHOUT);
    }
  }

  /** Whether the columns are less than their total wherever they fail: one is not printed. */
  private static boolean isShortOfColumns(IdentityGroup group, Tally tally) {
    return group.id().equals("column-sum") && tally.fails >= 3 && tally.below == tally.fails;
  }

  /** What the amounts themselves say. */
  private void amounts(Identity identity, List<String> ids) {
    int total = identity.cells()[0];
    long whole = values.of(total);
    long expected = whole - identity.residual(values);
    int parts = 0;
    boolean zeros = false;
    if (Arrays.stream(identity.cells()).anyMatch(this::isUnread)) {
      ids.add("unread-number");
    }
    if (whole != 0 && expected != whole && expected % whole == 0 && expected / whole > 1) {
      ids.add("multiple-of-total");
    }
    for (int i = 1; i < identity.cells().length; i++) {
      int cell = identity.cells()[i];
      parts += values.of(cell) == 0 ? 0 : 1;
      zeros |= values.of(cell) == 0 && isPrintedZero(cell);
    }
    if (whole == 0 && !isPrintedZero(total)) {
      ids.add("total-blank");
    }
    long residual = Math.abs(identity.residual(values));
    if (parts >= 2 && residual * NEAR <= Math.abs(whole)) {
      ids.add("nearly-holds");
    }
    if (residual <= 2 * identity.tolerance(index, values)) {
      ids.add("little-beyond-rounding");
    }
    if (explained.contains(total) && !identity.group().isAcross()) {
      ids.add("total-explained");
    }
    if (parts == 0 && !zeros) {
      ids.add("parts-blank");
    }
    if (expected < 0 && whole >= 0 || expected > 0 && whole < 0) {
      ids.add("negative-expected");
    } else if (whole != 0
        && (Math.abs(expected) > FAR * Math.abs(whole)
            || Math.abs(whole) > FAR * Math.abs(expected))) {
      ids.add("far-off");
    }
    if (Math.abs(identity.residual(values)) <= identity.toleranceAsPrinted(index, values)) {
      ids.add("printed-shorter");
    }
  }

  /** Whether a cell counts as blank though it shows digits. */
  private boolean isUnread(int cell) {
    return index.isBlank(cell) && index.cell(cell).text().codePoints().anyMatch(Character::isDigit);
  }

  private boolean isPrintedZero(int cell) {
    return index.cell(cell).text().indexOf('0') >= 0;
  }

  /** Rows that are parts of another. */
  private void rowSum(Identity identity, List<String> ids) {
    int total = identity.cells()[0];
    int holds = 0;
    int fails = 0;
    boolean moved = false;
    boolean shortInAll = identity.residual(values) > 0;
    boolean columnLeftOut = false;
    for (Identity other :
        sums.getOrDefault(
            new RowSum(identity.group(), index.tableOf(total), index.ref(total).row()),
            List.of())) {
      if (other == identity) {
        continue;
      }
      if (other.outcome(index, values) == Outcome.FAILS) {
        fails++;
        moved |= other.residual(values) == -identity.residual(values);
        shortInAll &= other.residual(values) > 0;
        columnLeftOut |= other.residual(values) == identity.residual(values) && isLeftOut(other);
      } else if (isTelling(other)) {
        holds++;
      }
    }
    if (holds >= 1 && holds >= fails) {
      ids.add("same-sum-holds");
    } else if (fails >= 1 && holds == 0 && !(shortInAll && ids.contains("pattern-holds"))) {
      // A row left out is missing in all columns: that a list is short in each speaks for one.
      ids.add("fails-in-all-columns");
    }
    if (columnLeftOut && holds >= 1 && !isLeftOut(identity)) {
      ids.add(Weighing.COLUMN_LEFT_OUT);
    }
    if (moved) {
      ids.add("moved");
    }
    if (identity.cells().length == 2) {
      ids.add("one-part");
    }
    if (others.neighboursExplain(identity)) {
      ids.add("neighbouring-rows");
    }
    if (others.endsAtPage(identity)) {
      ids.add("cut-at-page");
    }
    if (isBeforeOfWhich(total)) {
      ids.add("of-which");
    }
    if (matches(total, rules.footnoted())) {
      ids.add("footnoted");
    }
    long residual = identity.residual(values);
    long whole = values.of(total);
    if (residual >= FEW_PLACES * Math.max(1, index.quantum(total))
        && identity.weight(values) >= 2) {
      ids.add("list-short");
      if ((whole - residual) * SMALL < whole) {
        ids.add("far-short");
      }
      if (elsewhere.print(total, residual)) {
        ids.add("printed-elsewhere");
      } else if (mayBeWithheld(total)) {
        ids.add("withheld-class");
      }
    }
  }

  /** Whether a total is printed over a column in which nothing else is. */
  private boolean isLeftOut(Identity identity) {
    return values.of(identity.cells()[0]) == identity.residual(values)
        && Arrays.stream(identity.cells()).skip(1).allMatch(cell -> index.isBlank(cell));
  }

  private boolean isBeforeOfWhich(int cell) {
    List<Row> rows = index.tables().get(index.tableOf(cell)).rows();
    int next = index.ref(cell).row() + 1;
    while (next < rows.size() && rows.get(next).list() != rows.get(next - 1).list()) {
      next++;
    }
    @Nullable String label = next < rows.size() ? rows.get(next).keys().label() : null;
    return label != null && rules.ofWhich().matcher(TextNormalizer.of(label)).matches();
  }

  private boolean mayBeWithheld(int cell) {
    Keys keys = index.tables().get(index.tableOf(cell)).rows().get(index.ref(cell).row()).keys();
    String code = keys.functionalCode();
    if (code != null) {
      return rules.withheld().codes().stream().anyMatch(code::startsWith);
    }
    return matches(cell, rules.withheld().names());
  }

  /** Whether the label of a cell's row is like that. */
  private boolean matches(int cell, Pattern pattern) {
    Keys keys = index.tables().get(index.tableOf(cell)).rows().get(index.ref(cell).row()).keys();
    @Nullable String label = keys.label();
    return label != null && pattern.matcher(TextNormalizer.of(label)).matches();
  }

  /**
   * Whether another relation, in which the cell plays another part, finds it off by as much. A
   * relation that is misread itself proves nothing.
   */
  private boolean isCorroborated(Identity identity) {
    long residual = identity.residual(values);
    for (int i = 0; i < identity.cells().length; i++) {
      int cell = identity.cells()[i];
      long change = -residual * identity.coefficients()[i];
      for (Identity other : failing.getOrDefault(cell, List.of())) {
        int at = other.indexOf(cell);
        boolean another =
            other != identity
                && (other.group() != identity.group() || (at == 0) != (i == 0))
                && !Arrays.equals(sorted(other), sorted(identity));
        if (another
            && -other.residual(values) * other.coefficients()[at] == change
            && new Weighing(other, own(other)).weight(Hypothesis.STRUCTURE) < 9) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] sorted(Identity identity) {
    int[] cells = identity.cells().clone();
    Arrays.sort(cells);
    return cells;
  }

  private boolean isSameTable(Identity identity) {
    int table = index.tableOf(identity.cells()[0]);
    return Arrays.stream(identity.cells()).allMatch(cell -> index.tableOf(cell) == table);
  }

  private boolean isColumnSum(Identity identity) {
    return isSameTable(identity)
        && Arrays.stream(identity.cells())
            .allMatch(cell -> index.ref(cell).row() == index.ref(identity.cells()[0]).row());
  }

  private boolean isRowSum(Identity identity) {
    int row = index.ref(identity.cells()[0]).row();
    return Arrays.stream(identity.cells()).skip(1).allMatch(cell -> index.ref(cell).row() != row)
        && identity.group().strength() != Strength.EVIDENCE;
  }
}
