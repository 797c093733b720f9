package org.yusuan.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.solve.ErrorLocalizer;
import org.yusuan.check.solve.IdentityFilter;
import org.yusuan.check.weigh.Weighing;

/** Writes down what a check worked with, for a few tables. */
final class CheckTracer {

  private final AmountIndex index;
  private final Assignment values;
  private final Set<String> tables;
  private final IdentityFilter.Selection selection;

  /**
   * @param values the values of the check, after corrections
   * @param selection which identities count, and why others fail
   * @param tables the ids of the tables that somebody asks for
   */
  CheckTracer(
      AmountIndex index,
      Assignment values,
      IdentityFilter.Selection selection,
      Set<String> tables) {
    this.selection = selection;
    this.index = index;
    this.values = values;
    this.tables = tables;
  }

  /**
   * The trace.
   *
   * @param found all identities of the document
   * @param explanations why some of them fail, by their places among those that count
   */
  CheckTrace trace(List<Identity> found, List<ErrorLocalizer.Diagnosis> explanations) {
    Map<IdentityGroup, IdentityFilter.Tally> tallies = IdentityFilter.tallies(index, values, found);
    Set<Identity> counted = Collections.newSetFromMap(new IdentityHashMap<>());
    counted.addAll(selection.believed());
    Map<IdentityGroup, List<CheckTrace.Equation>> equations = new LinkedHashMap<>();
    for (Identity identity : found) {
      if (touches(identity)) {
        equations
            .computeIfAbsent(identity.group(), group -> new ArrayList<>())
            .add(equation(identity, counted.contains(identity)));
      }
    }
    List<CheckTrace.Group> groups = new ArrayList<>();
    equations.forEach(
        (group, own) -> {
          IdentityFilter.Tally tally = Objects.requireNonNull(tallies.get(group));
          groups.add(
              new CheckTrace.Group(
                  group.id(),
                  group.strength(),
                  group.isAcross(),
                  group.says().zh(),
                  group.says().en(),
                  tally.holds(),
                  tally.fails(),
                  own));
        });
    return new CheckTrace(
        groups,
        explanations.stream()
            .filter(
                e -> e.identities().stream().anyMatch(i -> touches(selection.believed().get(i))))
            .map(explanation -> explanation(explanation, selection.believed()))
            .toList());
  }

  private boolean touches(Identity identity) {
    return Arrays.stream(identity.cells())
        .anyMatch(cell -> tables.contains(index.ref(cell).table()));
  }

  private CheckTrace.Equation equation(Identity identity, boolean believed) {
    List<CheckTrace.Member> members = new ArrayList<>();
    for (int i = 0; i < identity.cells().length; i++) {
      int cell = identity.cells()[i];
      members.add(
          new CheckTrace.Member(
              index.ref(cell),
              identity.coefficients()[i],
              AmountIndex.yuan(values.of(cell)),
              index.isBlank(cell)));
    }
    return new CheckTrace.Equation(
        members,
        AmountIndex.yuan(identity.residual(values)),
        AmountIndex.yuan(identity.tolerance(index, values)),
        identity.outcome(index, values),
        believed,
        selection.weighed().stream()
            .filter(weighing -> weighing.identity() == identity)
            .findFirst()
            .map(Weighing::evidence)
            .orElse(List.of()));
  }

  private CheckTrace.Explanation explanation(
      ErrorLocalizer.Diagnosis explanation, List<Identity> believed) {
    return new CheckTrace.Explanation(
        explanation.identities().stream()
            .flatMapToInt(i -> Arrays.stream(believed.get(i).cells()))
            .mapToObj(cell -> index.ref(cell).table())
            .collect(Collectors.toSet()),
        explanation.identities().size(),
        explanation.readings().stream()
            .map(
                changes ->
                    changes.entrySet().stream()
                        .map(
                            change ->
                                new CheckTrace.Change(
                                    index.ref(change.getKey()),
                                    AmountIndex.yuan(change.getValue())))
                        .toList())
            .toList());
  }
}
