package org.yusuan.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.ClaimVocabulary;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.Blame;
import org.yusuan.model.CellRef;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Finding;
import org.yusuan.model.Severity;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * Links the amounts of the prose to the cells that they restate, and reports where text and table
 * contradict each other. Immutable; threads may share it.
 */
public final class Claims {

  /** The rule of findings about text against table. */
  public static final String RULE = "claim";

  private static final String NAME_RULE = "claim-name";

  private static final Set<String> RULES = Set.of(RULE, NAME_RULE, StatedChanges.RULE);

  private static final String RENAMED = "the text calls the item by another name";

  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final ClaimVocabulary rules = ClaimVocabulary.shipped();
  private final Classification classification;

  /** Claims by the given classification. */
  public Claims(Classification classification) {
    this.classification = classification;
  }

  /** The disclosure with its claims, and with findings where they contradict its tables. */
  public Disclosure read(List<PageContent> pages, Disclosure disclosure) {
    Stated<Integer> year = disclosure.subject().fiscalYear();
    Stated<Stage> stage = disclosure.subject().stage();
    Integer fiscalYear = year == null ? null : year.value();
    Stage documentStage = stage == null ? null : stage.value();
    CellFinder cells =
        new CellFinder(disclosure.tables(), fiscalYear, documentStage, rules, classification);
    ClaimReader reader = new ClaimReader(rules, cells, fiscalYear, documentStage);
    Map<String, Table> tables = byId(disclosure);
    List<Claim> claims = new ArrayList<>();
    for (ClaimReader.Found found : reader.read(Paragraph.read(pages))) {
      claims.add(linked(found, tables));
    }
    return with(disclosure, claims);
  }

  /**
   * The disclosure with each claim held against its first cell anew. A claim whose cell is not
   * there, or holds no amount, agrees with nothing: an edited file may name any cell.
   */
  public Disclosure recheck(Disclosure disclosure) {
    Map<String, Table> tables = byId(disclosure);
    List<Claim> claims = new ArrayList<>();
    for (Claim claim : disclosure.claims()) {
      Boolean agrees =
          claim.refersTo().isEmpty() || claim.agrees() == null
              ? null
              : claim.amount() == null
                  ? shareAgrees(claim, claim.refersTo(), tables)
                  : difference(claim, claim.refersTo().get(0), tables) == null
                      ? null
                      : Boolean.valueOf(agrees(claim, claim.refersTo().get(0), tables));
      claims.add(with(claim, claim.refersTo(), agrees, claim.note()));
    }
    return with(disclosure, claims);
  }

  private static Map<String, Table> byId(Disclosure disclosure) {
    Map<String, Table> tables = new HashMap<>();
    disclosure.tables().forEach(table -> tables.put(table.id(), table));
    return tables;
  }

  private static Claim linked(ClaimReader.Found found, Map<String, Table> tables) {
    Claim claim = found.claim();
    if (claim.amount() == null && found.cells().size() == 2) {
      return with(claim, found.cells(), shareAgrees(claim, found.cells(), tables), null);
    }
    List<CellRef> cells = new ArrayList<>(found.cells());
    for (CellRef cell : found.cells()) {
      if (agrees(claim, cell, tables)) {
        cells.remove(cell);
        cells.add(0, cell);
        return with(claim, cells, true, found.renamed() ? RENAMED : note(claim, cell, tables));
      }
    }
    List<CellRef> relatives =
        found.relatives().stream().filter(cell -> agrees(claim, cell, tables)).toList();
    if (relatives.size() == 1 && found.cells().isEmpty()) {
      return with(claim, relatives, true, RENAMED);
    }
    if (cells.isEmpty()) {
      return claim;
    }
    return with(claim, cells, found.weak() ? null : Boolean.FALSE, null);
  }

  private static @Nullable String note(Claim claim, CellRef ref, Map<String, Table> tables) {
    Cell cell = cell(ref, tables);
    boolean blank = cell != null && cell.text().isBlank();
    return blank && claim.amount() != null ? "a blank cell was taken for nothing" : null;
  }

  /** Whether a cell, rounded as the text rounds, is what the text says. A blank cell is nothing. */
  private static boolean agrees(Claim claim, CellRef ref, Map<String, Table> tables) {
    BigDecimal difference = difference(claim, ref, tables);
    return difference != null && difference.signum() == 0;
  }

  /** Whether a share, rounded as the text rounds, is the first cell in the second. */
  private static @Nullable Boolean shareAgrees(
      Claim claim, List<CellRef> cells, Map<String, Table> tables) {
    BigDecimal share = share(claim, cells, tables);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    return share == null || printed == null ? null : share.compareTo(printed.value()) == 0;
  }

  private static @Nullable BigDecimal share(
      Claim claim, List<CellRef> cells, Map<String, Table> tables) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    if (cells.size() != 2 || printed == null) {
      return null;
    }
    Cell part = cell(cells.get(0), tables);
    Cell whole = cell(cells.get(1), tables);
    BigDecimal wholeAmount = whole == null ? null : whole.amount();
    if (part == null || wholeAmount == null || wholeAmount.signum() == 0) {
      return null;
    }
    BigDecimal partAmount = part.amount() == null ? BigDecimal.ZERO : part.amount();
    return partAmount
        .multiply(HUNDRED)
        .divide(wholeAmount, printed.decimals(), RoundingMode.HALF_UP);
  }

  /** The claim less the rounded cell, in the claim's unit; null if the cell holds no amount. */
  private static @Nullable BigDecimal difference(
      Claim claim, CellRef ref, Map<String, Table> tables) {
    Cell cell = cell(ref, tables);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    if (cell == null || printed == null || claim.amount() == null) {
      return null;
    }
    BigDecimal amount =
        cell.amount() != null ? cell.amount() : cell.text().isBlank() ? BigDecimal.ZERO : null;
    if (amount == null) {
      return null;
    }
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    return unit == null
        ? null
        : printed.value().subtract(unit.fromYuan(amount, printed.decimals()));
  }

  private static @Nullable Cell cell(CellRef ref, Map<String, Table> tables) {
    Table table = tables.get(ref.table());
    if (table == null || ref.row() < 0 || ref.row() >= table.rows().size()) {
      return null;
    }
    return table.rows().get(ref.row()).cells().stream()
        .filter(cell -> cell.column() == ref.column())
        .findFirst()
        .orElse(null);
  }

  private static Claim with(
      Claim claim, List<CellRef> cells, @Nullable Boolean agrees, @Nullable String note) {
    return claim.compared(cells, agrees, note);
  }

  private Disclosure with(Disclosure disclosure, List<Claim> claims) {
    List<Finding> findings =
        new ArrayList<>(
            disclosure.findings().stream().filter(one -> !RULES.contains(one.rule())).toList());
    Map<String, Table> tables = byId(disclosure);
    Set<String> reported = new HashSet<>();
    for (Claim claim : claims) {
      if (Boolean.FALSE.equals(claim.agrees())
          && reported.add(claim.printed() + claim.refersTo())) {
        findings.add(claim.amount() == null ? shareFinding(claim, tables) : finding(claim, tables));
      }
    }
    Set<CellRef> named = new HashSet<>();
    for (Claim claim : claims) {
      if (RENAMED.equals(claim.note()) && named.add(claim.refersTo().get(0))) {
        findings.add(renamed(claim, tables));
      }
    }
    Stated<Integer> year = disclosure.subject().fiscalYear();
    findings.addAll(new StatedChanges(rules).review(claims, year == null ? null : year.value()));
    return disclosure.withClaims(claims).withFindings(findings);
  }

  private static Finding renamed(Claim claim, Map<String, Table> tables) {
    CellRef ref = claim.refersTo().get(0);
    Table table = tables.get(ref.table());
    boolean known = table != null && ref.row() >= 0 && ref.row() < table.rows().size();
    Row row = table == null || !known ? null : table.rows().get(ref.row());
    String label = row == null ? "" : row.keys().code() + " " + row.keys().label();
    return new Finding(
        NAME_RULE,
        Severity.INFO,
        Blame.DOCUMENT,
        "第" + claim.page() + "页正文「" + claim.text() + "」所用科目名称与表中「" + label + "」不同",
        "The text on page "
            + claim.page()
            + " names the item of 「"
            + claim.text()
            + "」 otherwise than the table: "
            + label,
        List.of(ref),
        null,
        null,
        null,
        claim.page());
  }

  private static Finding shareFinding(Claim claim, Map<String, Table> tables) {
    BigDecimal share = share(claim, claim.refersTo(), tables);
    String shown = share == null ? "?" : share.toPlainString();
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    boolean rounding =
        share != null
            && printed != null
            && printed
                    .value()
                    .subtract(share)
                    .abs()
                    .compareTo(BigDecimal.ONE.movePointLeft(printed.decimals()))
                <= 0;
    return new Finding(
        RULE,
        rounding ? Severity.INFO : Severity.WARNING,
        Blame.DOCUMENT,
        "第" + claim.page() + "页正文称「" + claim.text() + "」，按表中数字计算为 " + shown + "%",
        "The text on page "
            + claim.page()
            + " says 「"
            + claim.text()
            + "」; by the tables it is "
            + shown
            + " %",
        claim.refersTo(),
        null,
        null,
        null,
        claim.page());
  }

  private static Finding finding(Claim claim, Map<String, Table> tables) {
    CellRef ref = claim.refersTo().get(0);
    Table table = tables.get(ref.table());
    Cell cell = cell(ref, tables);
    if (table == null || cell == null) {
      throw new IllegalArgumentException("claim refers to no cell: " + ref);
    }
    Row row = table.rows().get(ref.row());
    BigDecimal difference = difference(claim, ref, tables);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    boolean rounding =
        difference != null
            && printed != null
            && difference.abs().compareTo(BigDecimal.ONE.movePointLeft(printed.decimals())) <= 0;
    String where = table.title() == null ? table.id() : table.title();
    String label =
        (row.keys().label() == null ? "" : row.keys().label() + " / ")
            + String.join("/", table.columns().get(cell.column()).header());
    String shown = cell.text().isBlank() ? "空白" : cell.text();
    BigDecimal actual = claim.amount();
    BigDecimal expected = cell.amount() == null ? BigDecimal.ZERO : cell.amount();
    return new Finding(
        RULE,
        rounding ? Severity.INFO : Severity.ERROR,
        cell.origin() == Origin.OCR ? Blame.UNKNOWN : Blame.DOCUMENT,
        "第"
            + claim.page()
            + "页正文称「"
            + claim.text()
            + "」，而第"
            + cell.page()
            + "页「"
            + where
            + "」的「"
            + label
            + "」为 "
            + shown
            + (table.unit() == null ? "" : " " + table.unit())
            + (rounding ? "，差额在尾数以内" : "，文表不一致"),
        "The text on page "
            + claim.page()
            + " says 「"
            + claim.text()
            + "」; 「"
            + where
            + "」 on page "
            + cell.page()
            + " has "
            + (cell.text().isBlank() ? "a blank" : shown)
            + (table.unit() == null ? "" : " " + table.unit())
            + " in 「"
            + label
            + "」"
            + (rounding ? "; the last digit differs" : ""),
        List.of(ref),
        expected,
        actual,
        actual == null ? null : actual.subtract(expected),
        claim.page());
  }
}
