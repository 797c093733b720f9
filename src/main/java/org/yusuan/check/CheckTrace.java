package org.yusuan.check;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.yusuan.check.identity.Identity;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.evidence.Evidence;
import org.yusuan.model.finding.CellRef;

/**
 * What a check worked with: the identities that touch some tables, whether each holds, and which
 * cells are blamed for those that fail.
 *
 * @param groups the identities, by what they rest on
 * @param explanations why the believed ones that fail do so
 */
public record CheckTrace(List<Group> groups, List<Explanation> explanations) {
  public CheckTrace {
    groups = List.copyOf(groups);
    explanations = List.copyOf(explanations);
  }

  /**
   * Identities that rest on one reading of the document, and stand or fall together.
   *
   * @param id short name, as {@code column-sum}
   * @param strength how much its failure is believed
   * @param across whether it ties two tables
   * @param zh what it says, in Chinese
   * @param en the same in English
   * @param holds how many of all in the document hold with at least two amounts that are not zero
   * @param fails how many of all in the document fail
   * @param equations those that touch the tables asked for
   */
  public record Group(
      String id,
      Strength strength,
      boolean across,
      String zh,
      String en,
      int holds,
      int fails,
      List<Equation> equations) {
    public Group {
      equations = List.copyOf(equations);
    }
  }

  /**
   * One identity. The first member is what is summed.
   *
   * @param members its cells
   * @param residual what the first member exceeds the others by, in 元
   * @param tolerance what rounding explains of that, in 元
   * @param outcome how it fares
   * @param believed whether it counts: it is no accident that it holds, or its failure must be
   *     explained
   * @param evidence what speaks for which explanation of its failure; none if it holds, or on a
   *     scan
   */
  public record Equation(
      List<Member> members,
      BigDecimal residual,
      BigDecimal tolerance,
      Identity.Outcome outcome,
      boolean believed,
      List<Evidence> evidence) {
    public Equation {
      evidence = List.copyOf(evidence);
      members = List.copyOf(members);
    }

    /** An identity of whose failure nothing was weighed. */
    public Equation(
        List<Member> members,
        BigDecimal residual,
        BigDecimal tolerance,
        Identity.Outcome outcome,
        boolean believed) {
      this(members, residual, tolerance, outcome, believed, List.of());
    }
  }

  /**
   * A cell in an identity.
   *
   * @param cell where it is
   * @param sign 1 or −1: how it is counted when all members come to zero
   * @param amount its amount in 元 after corrections; zero if it is blank
   * @param blank whether no amount is printed there
   */
  public record Member(CellRef cell, int sign, BigDecimal amount, boolean blank) {}

  /**
   * Why some identities fail.
   *
   * @param tables the ids of the tables that these identities touch
   * @param identities how many fail together
   * @param changes the smallest sets of changes that would mend them: one if it is clear which
   *     cells are to blame, none if no small set does
   */
  public record Explanation(Set<String> tables, int identities, List<List<Change>> changes) {
    public Explanation {
      tables = Set.copyOf(tables);
      changes = changes.stream().map(List::copyOf).toList();
    }
  }

  /**
   * A change of a cell that would mend failing identities.
   *
   * @param cell where it is
   * @param by how much it would have to be more, in 元
   */
  public record Change(CellRef cell, BigDecimal by) {}
}
