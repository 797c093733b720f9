package org.yusuan.benchmark.damage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yusuan.check.CheckTrace;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Relations;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;

/**
 * Which relations that held are broken by a planted fault, so that another printed figure
 * contradicts it.
 *
 * <p>A row that is not printed is contradicted by less than one that prints something else. What it
 * was the sum of is gone with it, and where that is printed, as 2080505 below a 20805 that is left
 * out, the sums above hold without it. A total with nothing but blanks left below it contradicts
 * nothing, nor does a form or another table whose counterpart is not there, but for a code that
 * several tables print.
 */
final class Contradictions {

  private final CheckTrace trace;
  private final Damage.Planted planted;
  private final Set<CellRef> replaced = new HashSet<>();
  private final Set<String> paired;

  Contradictions(CheckTrace trace, Damage.Planted planted) {
    this.trace = trace;
    this.planted = planted;
    this.paired =
        Relations.shipped().stream()
            .filter(rule -> rule.each() != null)
            .map(Relation::id)
            .collect(Collectors.toSet());
    if (planted.isDropped()) {
      trace.groups().stream()
          .filter(group -> !group.across())
          .flatMap(group -> group.equations().stream())
          .filter(Contradictions::holds)
          .filter(equation -> isGone(equation.members().get(0)))
          .filter(
              equation ->
                  equation.members().stream()
                      .skip(1)
                      .anyMatch(member -> member.amount().signum() != 0 && !isGone(member)))
          .forEach(equation -> replaced.add(equation.members().get(0).cell()));
    }
  }

  /** Whether a relation that is stated does not hold any more. */
  boolean isStated() {
    return groups().entrySet().stream()
        .anyMatch(each -> each.getValue() > 0 && !isToldByAmounts(each.getKey()));
  }

  /** Whether any relation does not hold any more. */
  boolean isAny() {
    return groups().values().stream().anyMatch(count -> count > 0);
  }

  private static boolean isToldByAmounts(CheckTrace.Group group) {
    return IdentityGroup.isFoundInData(group.id());
  }

  /** The cells that print what they should not, of those in relations that are broken. */
  Set<CellRef> cells() {
    Set<CellRef> cells =
        trace.groups().stream()
            .flatMap(this::broken)
            .flatMap(equation -> equation.members().stream())
            .map(CheckTrace.Member::cell)
            .collect(Collectors.toSet());
    cells.retainAll(planted.wrong());
    return cells;
  }

  /** How many equations of each group are broken. */
  Map<CheckTrace.Group, Long> groups() {
    Map<CheckTrace.Group, Long> counts = new HashMap<>();
    for (CheckTrace.Group group : trace.groups()) {
      counts.put(group, broken(group).count());
    }
    return counts;
  }

  /**
   * The equations that held with amounts that are not zero, and do no more; not of relations that
   * need not hold.
   */
  Stream<CheckTrace.Equation> broken(CheckTrace.Group group) {
    if (group.strength() == Strength.EVIDENCE) {
      return Stream.empty();
    }
    return group.equations().stream()
        .filter(Contradictions::holds)
        .filter(equation -> !planted.isDropped() || isMissed(group, equation))
        .filter(equation -> !isMovedWhole(equation))
        .filter(equation -> !isMovedFailure(group, equation))
        .filter(equation -> change(equation).abs().compareTo(tolerance(equation)) > 0);
  }

  /**
   * What rounding explains now, in 元: amounts that are printed where none were may be rounded too.
   */
  private BigDecimal tolerance(CheckTrace.Equation equation) {
    long before = equation.members().stream().filter(m -> m.amount().signum() != 0).count();
    long now = equation.members().stream().filter(m -> now(m).signum() != 0).count();
    return now <= before
        ? equation.tolerance()
        : equation
            .tolerance()
            .multiply(BigDecimal.valueOf(now))
            .divide(BigDecimal.valueOf(before), 2, RoundingMode.UP);
  }

  /** Whether a total went to another column with all that it is the sum of: there it holds. */
  private boolean isMovedWhole(CheckTrace.Equation equation) {
    List<CheckTrace.Member> members = equation.members();
    return !planted.isDropped()
        && members.size() > 2
        && now(members.get(0)).signum() == 0
        && members.stream().map(m -> m.cell().column()).distinct().count() == 1
        && members.stream()
            .filter(m -> m.amount().signum() != 0)
            .filter(m -> !isGone(m))
            .findAny()
            .isEmpty();
  }

  /**
   * Whether what fails now failed by as much before, in the column that the amounts came from, be
   * it that both columns print the same total: the fault moved it, and broke nothing.
   */
  private boolean isMovedFailure(CheckTrace.Group group, CheckTrace.Equation equation) {
    BigDecimal residual = equation.residual().add(change(equation));
    List<Integer> rows = rows(equation);
    return group.equations().stream()
        .anyMatch(
            other ->
                other.outcome() == Identity.Outcome.FAILS
                    && other.residual().compareTo(residual) == 0
                    && rows(other).equals(rows)
                    && other.members().stream().anyMatch(this::isGone));
  }

  private static List<Integer> rows(CheckTrace.Equation equation) {
    return equation.members().stream().map(member -> member.cell().row()).toList();
  }

  private BigDecimal now(CheckTrace.Member member) {
    return planted.now().getOrDefault(member.cell(), member.amount());
  }

  private static boolean holds(CheckTrace.Equation equation) {
    return equation.outcome() == Identity.Outcome.HOLDS
        && equation.believed()
        && equation.members().stream().filter(m -> m.amount().signum() != 0).count() >= 2;
  }

  private boolean isGone(CheckTrace.Member member) {
    return planted.now().containsKey(member.cell());
  }

  /** Whether an equation misses what a dropped row printed. */
  private boolean isMissed(CheckTrace.Group group, CheckTrace.Equation equation) {
    List<CheckTrace.Member> members = equation.members();
    if (group.across()) {
      return paired.contains(group.id());
    }
    return !isGone(members.get(0))
        && members.stream().skip(1).anyMatch(member -> !isGone(member) && isPrinted(member))
        && members.stream().filter(this::isGone).noneMatch(m -> replaced.contains(m.cell()));
  }

  /** Whether a cell of the table without the row prints an amount, be it nought. */
  private boolean isPrinted(CheckTrace.Member member) {
    if (member.amount().signum() != 0) {
      return true;
    }
    CellRef ref = member.cell();
    int dropped = planted.now().keySet().iterator().next().row();
    boolean moved = ref.table().equals(planted.table()) && ref.row() > dropped;
    Cell cell =
        planted
            .disclosure()
            .cell(moved ? new CellRef(ref.table(), ref.row() - 1, ref.column()) : ref);
    return cell != null && cell.amount() != null;
  }

  private BigDecimal change(CheckTrace.Equation equation) {
    BigDecimal change = BigDecimal.ZERO;
    for (CheckTrace.Member member : equation.members()) {
      BigDecimal now = planted.now().get(member.cell());
      BigDecimal was = planted.was().get(member.cell());
      if (now != null && was != null) {
        change = change.add(now.subtract(was).multiply(BigDecimal.valueOf(member.sign())));
      }
    }
    return change;
  }
}
