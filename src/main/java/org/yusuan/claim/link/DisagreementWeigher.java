package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.claim.statement.Statement;
import org.yusuan.model.Claim;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Weighs a disagreement between prose and table: the document may be wrong, or the link. It is an
 * error only if nothing speaks for the link being wrong.
 */
final class DisagreementWeigher {

  /** Amounts of which one is over this many times the other are hardly of one thing. A guess. */
  private static final BigDecimal MAX_RATIO = new BigDecimal(50);

  private final CellIndex cells;
  private final List<Table> tables;
  private final Pattern carriedOver;
  private final NavigableMap<BigDecimal, Cell> amounts = new TreeMap<>();

  /**
   * A weigher for one document.
   *
   * @param carriedOver words of rows and columns of what was carried over
   */
  DisagreementWeigher(CellIndex cells, List<Table> tables, Pattern carriedOver) {
    this.carriedOver = carriedOver;
    this.cells = cells;
    this.tables = List.copyOf(tables);
  }

  /**
   * Weighs a disagreement.
   *
   * @param statement what the prose says
   * @param after what it says next
   * @param accused the cell that it is held against
   * @param same the cells that say the same
   * @param near whether a cell that says nearly the same holds the amount
   * @param all how often the links of the document agree
   * @param byTable how often those to each table do, by its id
   */
  Disagreement weigh(
      Statement statement,
      List<Statement> after,
      Candidate accused,
      List<Candidate> same,
      boolean near,
      AgreementTally all,
      Map<String, AgreementTally> byTable) {
    Claim claim = statement.claim();
    BigDecimal stated = claim.amount();
    Table table = accused.table();
    if (stated == null || claim.unit().isEmpty() || table.unitFactor() == null) {
      return new Disagreement(null, List.of(LinkDoubt.NO_UNIT));
    }
    if (AmountComparison.isRounding(claim, accused.cell())) {
      return new Disagreement(Severity.INFO, List.of(LinkDoubt.ROUNDED));
    }
    AgreementTally own = byTable.getOrDefault(table.id(), new AgreementTally());
    boolean unnamed = isTotalOfGovernment(statement);
    boolean blank = accused.cell().text().isBlank();
    boolean loose = accused.fit() == MeaningMatch.LOOSE;
    boolean elsewhere = near || isElsewhere(claim);
    boolean part =
        isPart(statement, after, accused.cell()) || isWithCarried(statement, accused.cell());
    boolean far = isFarOff(statement, stated, value(accused.cell()));
    List<LinkDoubt> doubts = new ArrayList<>();
    add(doubts, unnamed, LinkDoubt.UNNAMED_TOTAL);
    add(doubts, blank, LinkDoubt.BLANK);
    add(doubts, accused.cell().origin() == Origin.OCR, LinkDoubt.RECOGNIZED);
    add(doubts, AmountComparison.isMisread(claim, accused.cell()), LinkDoubt.MISREAD);
    add(doubts, loose, LinkDoubt.LOOSE);
    add(doubts, elsewhere, LinkDoubt.ELSEWHERE);
    add(doubts, far, LinkDoubt.FAR_OFF);
    add(doubts, part, LinkDoubt.PART);
    add(doubts, countAmounts(same, accused) > 1, LinkDoubt.SEVERAL_AMOUNTS);
    add(doubts, !all.mostlyAgrees(), LinkDoubt.FEW_AGREE);
    boolean agreesWithTable = cells.isOfGovernment() ? own.mostlyAgrees() : own.oftenAgrees();
    add(doubts, !agreesWithTable, LinkDoubt.FEW_AGREE_WITH_TABLE);
    boolean trusted =
        cells.isOfGovernment()
            ? all.mostlyAgrees() && agreesWithTable
            : all.oftenAgrees() && (own.anyAgrees() || (all.mostlyAgrees() && accused.dated()));
    boolean misprint = AmountComparison.isMisprint(claim, accused.cell());
    boolean isDoubtful =
        unnamed
            || loose
            || part
            || !trusted
            || (blank && near)
            || (cells.isOfGovernment() && (near || blank))
            || (far && elsewhere);
    if (misprint && !part && !elsewhere && accused.fit() == MeaningMatch.EXACT) {
      return new Disagreement(doubts.isEmpty() ? Severity.ERROR : Severity.WARNING, doubts);
    }
    return new Disagreement(
        isDoubtful ? null : doubts.isEmpty() ? Severity.ERROR : Severity.WARNING, doubts);
  }

  /**
   * The cell of a thing of the name that the prose states but for one digit, where no cell holds
   * the amount; null if there is none.
   */
  @Nullable Candidate misprinted(
      Statement statement, List<Statement> after, List<Candidate> candidates) {
    Claim claim = statement.claim();
    if (claim.unit().isEmpty() || isElsewhere(claim)) {
      return null;
    }
    return candidates.stream()
        .filter(one -> !one.renamed() && one.table().unitFactor() != null)
        .filter(one -> AmountComparison.isMisprint(claim, one.cell()))
        .filter(one -> !isPart(statement, after, one.cell()))
        .findFirst()
        .orElse(null);
  }

  private static void add(List<LinkDoubt> doubts, boolean holds, LinkDoubt doubt) {
    if (holds) {
      doubts.add(doubt);
    }
  }

  private static int countAmounts(List<Candidate> same, Candidate accused) {
    Set<BigDecimal> amounts = new HashSet<>();
    for (Candidate candidate : same) {
      if (candidate.fit() == accused.fit()) {
        amounts.add(value(candidate.cell()).stripTrailingZeros());
      }
    }
    return amounts.size();
  }

  private static boolean isFarOff(Statement statement, BigDecimal stated, BigDecimal printed) {
    return stated.signum() == 0 || printed.signum() == 0
        ? statement.meaning().name().isEmpty()
        : stated.compareTo(printed.multiply(MAX_RATIO)) > 0
            || printed.compareTo(stated.multiply(MAX_RATIO)) > 0;
  }

  /**
   * Whether the prose goes on to say that its amount is made up of that of the cell and another
   * one: 「收入预算 12 万元，一是本年收入 9 万元，二是上年结转 3 万元」. Then the cell is of the first part.
   */
  private static boolean isPart(Statement statement, List<Statement> after, Cell cell) {
    BigDecimal whole = statement.claim().amount();
    BigDecimal part = cell.amount();
    boolean told = false;
    boolean rest = false;
    for (Statement next : after) {
      BigDecimal amount = next.claim().amount();
      if (next.paragraph() != statement.paragraph()) {
        break;
      }
      if (amount != null && whole != null && part != null && part.signum() > 0) {
        told |= AmountComparison.agrees(next.claim(), cell);
        rest |=
            amount.signum() > 0
                && whole
                        .subtract(part)
                        .subtract(amount)
                        .abs()
                        .compareTo(AmountComparison.lastPlace(statement.claim()))
                    < 0;
      }
    }
    return told && rest;
  }

  /**
   * Whether the prose states more or less than a total by just what was carried over: then one of
   * them means both, and the other leaves it out.
   */
  private boolean isWithCarried(Statement statement, Cell cell) {
    BigDecimal whole = statement.claim().amount();
    if (!statement.meaning().names().isEmpty() || whole == null || cell.amount() == null) {
      return false;
    }
    BigDecimal rest = whole.subtract(cell.amount()).abs();
    BigDecimal last = AmountComparison.lastPlace(statement.claim());
    return rest.compareTo(last) > 0
        && tables.stream().anyMatch(table -> hasCarried(table, rest, last));
  }

  private boolean hasCarried(Table table, BigDecimal amount, BigDecimal last) {
    boolean carried = false;
    int level = 0;
    for (Row row : table.rows()) {
      String label = row.keys().label();
      if (label != null && carriedOver.matcher(label).find()) {
        carried = true;
        level = row.level();
      } else {
        carried &= row.level() > level;
      }
      for (Cell cell : row.cells()) {
        if (cell.amount() != null
            && cell.amount().subtract(amount).abs().compareTo(last) < 0
            && (carried
                || carriedOver
                    .matcher(String.join("", table.columns().get(cell.column()).header()))
                    .find())) {
          return true;
        }
      }
    }
    return false;
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
    BigDecimal last = AmountComparison.lastPlace(claim);
    if (amount == null || last.signum() == 0) {
      return false;
    }
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
