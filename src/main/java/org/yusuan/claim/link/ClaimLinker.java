package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Table;

/**
 * Links statements to cells, and weighs each disagreement: the document may be wrong, or our link.
 */
public final class ClaimLinker {

  private static final Logger LOG = LoggerFactory.getLogger(ClaimLinker.class);

  private static final String RENAMED = "the text calls the item by another name";
  private static final String BLANK_NOTE = "a blank cell was taken for nothing";

  /** The text drops digits where it should round: 41651.4 元 as 4.16 万元. */
  static final String CUT = "the text cuts digits off instead of rounding";

  private final CellIndex cells;
  private final List<Table> tables;
  private final EquivalentItems standIns;
  private final DisagreementWeigher weigher;

  public ClaimLinker(CellIndex cells, List<Table> tables, AmountWords words) {
    this.cells = cells;
    this.standIns = new EquivalentItems(cells, words);
    this.tables = List.copyOf(tables);
    this.weigher = new DisagreementWeigher(cells, tables, words.carriedOver());
  }

  /**
   * A statement with its link.
   *
   * @param statement what the prose says
   * @param claim the claim with its cells and its verdict
   * @param severity how grave it is that they disagree; null if they agree or are not linked
   * @param naming how the prose names the item of its cell
   * @param part whether its cell is a part of what the prose states
   * @param reason why it is linked so, or not
   * @param doubts what speaks against accusing, if it disagrees
   */
  public record Linked(
      Statement statement,
      Claim claim,
      @Nullable Severity severity,
      Naming naming,
      boolean part,
      LinkReason reason,
      List<LinkDoubt> doubts) {
    public Linked {
      doubts = List.copyOf(doubts);
    }

    /** A statement that is held against its cell, if it has any, without a disagreement. */
    public Linked(Statement statement, Claim claim, Naming naming, LinkReason reason) {
      this(statement, claim, null, naming, false, reason, List.of());
    }
  }

  /** How the prose names the item of a cell. */
  public enum Naming {
    /** By the name that the table prints. */
    SAME,
    /** By the name that the table prints, with another code. */
    OTHER_CODE,
    /** By another name than the table prints, or below other parents. */
    OTHER_NAME
  }

  /** Links statements to cells, in their order. */
  public List<Linked> link(List<Statement> statements) {
    List<List<Candidate>> found = new ArrayList<>();
    AgreementTally all = new AgreementTally();
    Map<String, AgreementTally> byTable = new HashMap<>();
    DocumentParts parts =
        DocumentParts.of(
            tables,
            statements.stream().map(each -> each.claim().page()).collect(Collectors.toSet()));
    for (Statement statement : statements) {
      int page = statement.claim().page();
      List<Candidate> candidates = parts.ownFirst(page, candidates(statement));
      found.add(candidates);
      count(statement.claim(), candidates, all, byTable);
    }
    List<Linked> linked = new ArrayList<>();
    for (int i = 0; i < statements.size(); i++) {
      List<Statement> after = statements.subList(i + 1, statements.size());
      linked.add(link(statements.get(i), after, found.get(i), parts, all, byTable));
    }
    return new NeighbourLinks(found).link(linked);
  }

  /** The cells that may hold what a statement says, best first. */
  private List<Candidate> candidates(Statement statement) {
    // 「主要包括：办公费 5 万元」 may restate a table or not.
    boolean listed = statement.quantity() == Quantity.OTHER && statement.claim().amount() != null;
    if (statement.quantity() != Quantity.LEVEL && !listed) {
      return List.of();
    }
    List<Candidate> own = cells.find(statement.meaning(), statement.context(), statement.section());
    if (statement.alternative() == null && !listed) {
      return own;
    }
    // It may be the whole of an item or a part of it: then no cell is certain.
    List<Candidate> all = new ArrayList<>(own);
    if (statement.alternative() != null) {
      all.addAll(cells.find(statement.alternative(), statement.context(), statement.section()));
    }
    return all.stream().map(one -> one.atBest(MeaningMatch.EXTRA)).toList();
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
      List<Statement> after,
      List<Candidate> candidates,
      DocumentParts parts,
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
        boolean isOwn = parts.isOwn(claim.page(), candidate);
        return agreeing(
            statement,
            candidate,
            candidates.stream()
                .filter(other -> !isOwn || parts.isOwn(claim.page(), other))
                .toList());
      }
    }
    for (Candidate candidate : same) {
      if (AmountComparison.isCut(claim, candidate.cell())) {
        return cut(statement, candidate);
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
    if (accused != null && isSplit(statement, accused, candidates)) {
      accused = null;
    }
    List<LinkDoubt> doubts = List.of();
    if (accused != null) {
      Disagreement weighed =
          weigher.weigh(statement, after, accused, same, near != null, all, byTable);
      doubts = weighed.doubts();
      if (weighed.severity() != null) {
        return new Linked(
            statement,
            claim.compared(List.of(accused.ref()), false, claim.note()),
            weighed.severity(),
            Naming.SAME,
            accused.fit() == MeaningMatch.PART,
            LinkReason.DISAGREES,
            doubts);
      }
    }
    if (near != null) {
      return agreeing(statement, near, candidates);
    }
    Claim stoodIn =
        statement.quantity() == Quantity.LEVEL && telling ? standIns.link(statement) : null;
    if (stoodIn != null) {
      return new Linked(statement, stoodIn, Naming.SAME, LinkReason.EQUIVALENT);
    }
    Candidate misprinted = weigher.misprinted(statement, after, candidates);
    if (misprinted != null) {
      return new Linked(
          statement,
          claim.compared(List.of(misprinted.ref()), false, claim.note()),
          Severity.WARNING,
          Naming.SAME,
          false,
          LinkReason.DISAGREES,
          List.of(LinkDoubt.LOOSE));
    }
    LinkReason reason = reason(statement, candidates);
    LOG.debug("page {}: {}: {}", claim.page(), claim.text(), reason);
    return new Linked(statement, claim, null, Naming.SAME, false, reason, doubts);
  }

  /** Why a statement is not linked to a cell. */
  private LinkReason reason(Statement statement, List<Candidate> candidates) {
    String name = statement.meaning().name();
    if (statement.quantity() != Quantity.LEVEL) {
      return LinkReason.NO_LEVEL;
    }
    if (tables.isEmpty()) {
      return LinkReason.NO_TABLES;
    }
    if (!candidates.isEmpty()) {
      return candidates.get(0).fit() == MeaningMatch.EXTRA
          ? LinkReason.NEARLY_SAME_DIFFER
          : LinkReason.DOUBTFUL;
    }
    if (statement.meaning().isNothing()) {
      return LinkReason.NAMES_NOTHING;
    }
    return name.isEmpty() || cells.isCalled(name)
        ? LinkReason.OTHER_ASPECTS
        : LinkReason.UNKNOWN_NAME;
  }

  /**
   * Whether an amount may be a share of an economic item: 对个人和家庭的补助 5 万元 beside 项目支出 may be those
   * of basic expenditure, or of some persons.
   */
  private static boolean isSplit(
      Statement statement, Candidate accused, List<Candidate> candidates) {
    BigDecimal stated = statement.claim().amount();
    BigDecimal whole = accused.cell().amount();
    return statement.meaning().code() == null
        && accused.table().rows().get(accused.ref().row()).keys().economicCode() != null
        && stated != null
        && whole != null
        && stated.compareTo(whole) < 0
        && candidates.stream()
            .filter(one -> one.fit() == MeaningMatch.PART)
            .map(one -> one.cell().amount())
            .anyMatch(
                amount -> amount != null && amount.signum() > 0 && amount.compareTo(whole) < 0);
  }

  /** A cell of which the prose states the whole, and which is greater. */
  private static @Nullable Candidate part(Claim claim, List<Candidate> candidates) {
    if (candidates.stream().anyMatch(one -> isPrintedPart(claim, one))) {
      return null;
    }
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
    }
    return null;
  }

  /** Whether a part of what the prose states is printed with its very amount. */
  private static boolean isPrintedPart(Claim claim, Candidate candidate) {
    return candidate.fit() == MeaningMatch.PART
        && claim.amount() != null
        && claim.amount().signum() != 0
        && AmountComparison.agrees(claim, candidate.cell());
  }

  /** A statement linked to a cell of which it cuts digits off. */
  static Linked cut(Statement statement, Candidate candidate) {
    Claim cut = statement.claim().compared(List.of(candidate.ref()), true, CUT);
    return new Linked(
        statement, cut, Severity.INFO, Naming.SAME, false, LinkReason.CUT_OFF, List.of());
  }

  /** A statement linked to a cell from which it differs in its last digit alone. */
  static Linked rounded(Statement statement, Candidate candidate) {
    Claim near = statement.claim().compared(List.of(candidate.ref()), false, null);
    return new Linked(
        statement,
        near,
        Severity.INFO,
        Naming.SAME,
        false,
        LinkReason.DISAGREES,
        List.of(LinkDoubt.ROUNDED));
  }

  /** A statement linked to a cell that agrees, and to those that say and hold the same. */
  static Linked agreeing(Statement statement, Candidate chosen, List<Candidate> candidates) {
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
    return new Linked(statement, claim.compared(refs, true, note), naming, LinkReason.AGREES);
  }
}
