package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.claim.link.CellIndex.Candidate;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * Links statements to cells, and weighs each disagreement: the document may be wrong, or our link.
 */
public final class ClaimLinker {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimLinker.class);

  /** At least this many agreeing links show that the prose is read rightly. A guess. */
  private static final int MIN_AGREEING_LINKS = 4;

  /** And this many links must agree for each that disagrees. A guess. */
  private static final int MIN_AGREEING_PER_DISAGREEING = 5;

  /** Amounts of which one is over this many times the other are hardly of one thing. A guess. */
  private static final BigDecimal MAX_RATIO = new BigDecimal(50);

  private static final String RENAMED = "the text calls the item by another name";
  private static final String BLANK_NOTE = "a blank cell was taken for nothing";

  /** The text drops digits where it should round: 41651.4 元 as 4.16 万元. */
  static final String CUT = "the text cuts digits off instead of rounding";

  private final CellIndex cells;
  private final List<Table> tables;
  private final EquivalentItems standIns;
  private final NavigableMap<BigDecimal, Cell> amounts = new TreeMap<>();

  public ClaimLinker(CellIndex cells, List<Table> tables, AmountWords words) {
    this.cells = cells;
    this.standIns = new EquivalentItems(cells, words);
    this.tables = List.copyOf(tables);
  }

  /**
   * A statement with its link.
   *
   * @param statement what the prose says
   * @param claim the claim with its cells and its verdict
   * @param severity how grave it is that they disagree; null if they agree or are not linked
   * @param naming how the prose names the item of its cell
   * @param part whether its cell is a part of what the prose states
   */
  public record Linked(
      Statement statement, Claim claim, @Nullable Severity severity, Naming naming, boolean part) {}

  /** How the prose names the item of a cell. */
  public enum Naming {
    /** By the name that the table prints. */
    SAME,
    /** By the name that the table prints, with another code. */
    OTHER_CODE,
    /** By another name than the table prints, or below other parents. */
    OTHER_NAME
  }

  /** How often links of the document agree. */
  private static final class AgreementTally {
    int agree;
    final Set<CellRef> disagree = new HashSet<>();

    void add(boolean agrees, CellRef cell) {
      agree += agrees ? 1 : 0;
      if (!agrees) {
        disagree.add(cell);
      }
    }

    boolean mostlyAgrees() {
      return agree >= MIN_AGREEING_LINKS && agree >= MIN_AGREEING_PER_DISAGREEING * disagree.size();
    }

    boolean oftenAgrees() {
      return agree >= 2 && agree >= 2 * disagree.size();
    }
  }

  public List<Linked> link(List<Statement> statements) {
    List<List<Candidate>> found = new ArrayList<>();
    AgreementTally all = new AgreementTally();
    Map<String, AgreementTally> byTable = new HashMap<>();
    for (Statement statement : statements) {
      List<Candidate> candidates =
          statement.quantity() == Quantity.LEVEL
              ? cells.find(statement.meaning(), statement.context(), statement.section())
              : List.of();
      if (statement.alternative() != null && statement.quantity() == Quantity.LEVEL) {
        // It may be the whole of an item or a part of it: then no cell is certain.
        candidates =
            new ArrayList<>(
                candidates.stream().map(one -> one.atBest(MeaningMatch.EXTRA)).toList());
        cells.find(statement.alternative(), statement.context(), statement.section()).stream()
            .map(one -> one.atBest(MeaningMatch.EXTRA))
            .forEach(candidates::add);
      }
      found.add(candidates);
      count(statement.claim(), candidates, all, byTable);
    }
    List<Linked> linked = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      linked.add(link(statements.get(i), found.get(i), all, byTable));
    }
    return linked;
  }

  /** Counts whether a claim agrees with a cell that says the same, or with a part of it. */
  private static void count(
      Claim claim,
      List<Candidate> candidates,
      AgreementTally all,
      Map<String, AgreementTally> byTable) {
    if (candidates.isEmpty() || candidates.get(0).fit() == MeaningMatch.EXTRA) {
      return;
    }
    boolean zero = claim.amount() == null || claim.amount().signum() == 0;
    CellRef first = candidates.get(0).ref();
    boolean agreed = false;
    for (Candidate candidate : candidates) {
      if (candidate.fit() != MeaningMatch.EXTRA
          && (AmountComparison.agrees(claim, candidate.cell())
              || AmountComparison.isCut(claim, candidate.cell()))) {
        agreed = true;
        if (!zero) {
          byTable
              .computeIfAbsent(candidate.ref().table(), key -> new AgreementTally())
              .add(true, candidate.ref());
        }
      }
    }
    if (agreed ? !zero : candidates.get(0).fit() != MeaningMatch.PART) {
      all.add(agreed, first);
    }
    if (!agreed && candidates.get(0).fit() != MeaningMatch.PART) {
      byTable.computeIfAbsent(first.table(), key -> new AgreementTally()).add(false, first);
    }
  }

  private Linked link(
      Statement statement,
      List<Candidate> candidates,
      AgreementTally all,
      Map<String, AgreementTally> byTable) {
    Claim claim = statement.claim();
    boolean telling = AmountComparison.isTelling(claim);
    List<Candidate> same =
        candidates.stream().filter(one -> one.fit().compareTo(MeaningMatch.LOOSE) <= 0).toList();
    if (same.stream()
            .noneMatch(
                one ->
                    one.fit() == MeaningMatch.EXACT && AmountComparison.agrees(claim, one.cell()))
        && same.stream()
            .anyMatch(
                one ->
                    one.fit() == MeaningMatch.EXACT
                        && AmountComparison.isRounding(claim, one.cell()))) {
      same = same.stream().filter(one -> one.fit() == MeaningMatch.EXACT).toList();
    }
    List<Candidate> own =
        same.stream().filter(one -> one.inSection() && one.fit() == MeaningMatch.EXACT).toList();
    if (own.stream().noneMatch(one -> AmountComparison.agrees(claim, one.cell()))
        && own.stream().anyMatch(one -> AmountComparison.isRounding(claim, one.cell()))
        && own.stream().noneMatch(one -> AmountComparison.isCut(claim, one.cell()))) {
      // The table that the section is about is preferred to others, which may be rounded
      // otherwise.
      same = own;
    }
    for (Candidate candidate : same) {
      if (AmountComparison.agrees(claim, candidate.cell())) {
        return agreeing(statement, candidate, candidates);
      }
    }
    for (Candidate candidate : same) {
      if (AmountComparison.isCut(claim, candidate.cell())) {
        Claim cut = claim.compared(List.of(candidate.ref()), true, CUT);
        return new Linked(statement, cut, Severity.INFO, Naming.SAME, false);
      }
    }
    // If a printed figure differs from the prose, a blank cell beside it is not taken for the
    // zero of the prose.
    boolean printed =
        candidates.stream()
            .allMatch(one -> one.cell().amount() == null || one.cell().amount().signum() == 0);
    Candidate near = null;
    for (Candidate candidate : candidates) {
      boolean zero = claim.amount() != null && claim.amount().signum() == 0;
      if (near == null
          && candidate.fit().compareTo(MeaningMatch.LOOSE) > 0
          && (telling
              || candidate.recoded()
              || (zero && (printed || !candidate.cell().text().isBlank())))
          && AmountComparison.agrees(claim, candidate.cell())) {
        near = candidate;
      }
    }
    Candidate accused = same.isEmpty() ? part(claim, candidates) : same.get(0);
    if (accused != null) {
      Severity severity = weigh(statement, accused, same, near != null, all, byTable);
      if (severity != null) {
        return new Linked(
            statement,
            claim.compared(List.of(accused.ref()), false, null),
            severity,
            Naming.SAME,
            accused.fit() == MeaningMatch.PART);
      }
    }
    if (near != null) {
      return agreeing(statement, near, candidates);
    }
    Claim stoodIn =
        statement.quantity() == Quantity.LEVEL && telling ? standIns.link(statement) : null;
    if (stoodIn == null && LOG.isDebugEnabled()) {
      LOG.debug("page {}: {}: {}", claim.page(), claim.text(), reason(statement, candidates));
    }
    return new Linked(statement, stoodIn == null ? claim : stoodIn, null, Naming.SAME, false);
  }

  /** Why a statement is not linked to a cell. */
  private String reason(Statement statement, List<Candidate> candidates) {
    String name = statement.meaning().name();
    if (statement.quantity() != Quantity.LEVEL) {
      return "no level: " + statement.quantity();
    }
    if (tables.isEmpty()) {
      return "the document has no tables";
    }
    if (!candidates.isEmpty()) {
      return candidates.get(0).fit() == MeaningMatch.EXTRA
          ? "cells that say nearly the same have other amounts"
          : "cells that say the same have other amounts, and the link may be wrong";
    }
    if (statement.meaning().isNothing()) {
      return "names nothing";
    }
    return name.isEmpty() || cells.isCalled(name)
        ? "what is called so says another year, stage, budget, side or scope"
        : "nothing is called " + name;
  }

  /** A cell of which the prose states the whole, and which is greater. */
  private static @Nullable Candidate part(Claim claim, List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      BigDecimal amount = candidate.cell().amount();
      if (candidate.fit() == MeaningMatch.PART
          && !candidate.renamed()
          && amount != null
          && claim.amount() != null
          && !AmountComparison.agrees(claim, candidate.cell())
          && amount.compareTo(claim.amount()) > 0) {
        return candidate;
      }
      boolean agreesWithPrint =
          !candidate.cell().text().isBlank() && AmountComparison.agrees(claim, candidate.cell());
      if (candidate.fit() == MeaningMatch.PART && agreesWithPrint) {
        return null;
      }
    }
    return null;
  }

  private static Linked agreeing(
      Statement statement, Candidate chosen, List<Candidate> candidates) {
    Claim claim = statement.claim();
    List<CellRef> refs = new ArrayList<>(List.of(chosen.ref()));
    for (Candidate other : candidates) {
      if (!refs.contains(other.ref())
          && other.fit() == MeaningMatch.EXACT
          && AmountComparison.agrees(claim, other.cell())) {
        refs.add(other.ref());
      }
    }
    String note = chosen.renamed() ? RENAMED : chosen.cell().text().isBlank() ? BLANK_NOTE : null;
    Naming naming =
        chosen.recoded() ? Naming.OTHER_CODE : chosen.renamed() ? Naming.OTHER_NAME : Naming.SAME;
    return new Linked(statement, claim.compared(refs, true, note), null, naming, false);
  }

  /** How grave a disagreement is; null if our link is more likely to be wrong than the document. */
  private @Nullable Severity weigh(
      Statement statement,
      Candidate accused,
      List<Candidate> same,
      boolean near,
      AgreementTally all,
      Map<String, AgreementTally> byTable) {
    Claim claim = statement.claim();
    BigDecimal stated = claim.amount();
    Table table = accused.table();
    if (stated == null || claim.unit().isEmpty() || table.unitFactor() == null) {
      return null;
    }
    if (AmountComparison.isRounding(claim, accused.cell())) {
      return Severity.INFO;
    }
    boolean blank = accused.cell().text().isBlank();
    if (isTotalOfGovernment(statement) || (cells.isOfGovernment() && (near || blank))) {
      return null;
    }
    AgreementTally own = byTable.getOrDefault(table.id(), new AgreementTally());
    Set<BigDecimal> amounts = new HashSet<>();
    for (Candidate candidate : same) {
      if (candidate.fit() == accused.fit()) {
        amounts.add(value(candidate.cell()).stripTrailingZeros());
      }
    }
    BigDecimal printed = value(accused.cell());
    boolean far =
        stated.signum() == 0 || printed.signum() == 0
            ? statement.meaning().name().isEmpty()
            : stated.compareTo(printed.multiply(MAX_RATIO)) > 0
                || printed.compareTo(stated.multiply(MAX_RATIO)) > 0;
    if (blank && near) {
      return null;
    }
    boolean certain = accused.fit() != MeaningMatch.LOOSE;
    boolean trusted =
        cells.isOfGovernment()
            ? all.mostlyAgrees() && own.mostlyAgrees()
            : all.oftenAgrees() && (own.agree > 0 || (all.mostlyAgrees() && accused.dated()));
    if (!trusted || !certain) {
      return null;
    }
    boolean elsewhere = near || isElsewhere(claim);
    boolean quotable =
        all.mostlyAgrees()
            && own.oftenAgrees()
            && amounts.size() <= 1
            && !elsewhere
            && !far
            && !blank;
    return quotable ? Severity.ERROR : far && elsewhere ? null : Severity.WARNING;
  }

  /**
   * Whether a statement of a government's document names no item: then it is of a total, and a
   * report has many of one name (of all departments, of one budget, with transfers or without).
   * None of 53 such accusations that were judged by hand was true.
   */
  private boolean isTotalOfGovernment(Statement statement) {
    return cells.isOfGovernment() && statement.meaning().names().isEmpty();
  }

  /** Whether the amount stands somewhere else in the tables: then it may be of another cell. */
  private boolean isElsewhere(Claim claim) {
    if (!AmountComparison.isTelling(claim)) {
      return false;
    }
    BigDecimal amount = claim.amount();
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    MoneyUnit unit = claim.unit().isEmpty() ? new MoneyUnit("", 1) : MoneyUnit.named(claim.unit());
    if (amount == null || printed == null || unit == null) {
      return false;
    }
    BigDecimal last = BigDecimal.valueOf(unit.factor()).movePointLeft(printed.decimals());
    return amounts().subMap(amount.subtract(last), true, amount.add(last), true).values().stream()
        .anyMatch(cell -> AmountComparison.agrees(claim, cell));
  }

  /** A cell for each amount of the tables, in order. */
  private NavigableMap<BigDecimal, Cell> amounts() {
    if (amounts.isEmpty()) {
      for (Table table : tables) {
        for (Row row : table.rows()) {
          for (Cell cell : row.cells()) {
            if (cell.amount() != null) {
              amounts.putIfAbsent(cell.amount(), cell);
            }
          }
        }
      }
    }
    return amounts;
  }

  /** The amount of a cell; zero if it is blank. */
  private static BigDecimal value(Cell cell) {
    return cell.amount() == null ? BigDecimal.ZERO : cell.amount();
  }
}
