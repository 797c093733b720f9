package org.yusuan.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.link.ChangeLinks;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.link.LinkReason;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/**
 * Holds the growth that the prose states against the column of growth in the row of the amount
 * before it: 「税收收入 20 亿元，下降 6.9%」 where the table has −6.3; and what it says was carried out of the
 * budget: 「完成预算的 96.4%」. One object reviews one document.
 */
final class Growth {

  /** A rate that is off by at least half of itself is hardly that of the amounts. A guess. */
  private static final BigDecimal TWO = new BigDecimal(2);

  /**
   * Amounts whose rounding changes their growth by more than so many percentage points tell nothing
   * of it. A guess.
   */
  private static final BigDecimal MAX_SLACK = new BigDecimal("0.5");

  /** What no growth is in columns of ratios: 决算数为上年决算数的%. */
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * Growth that the tables contradict is told only if this many of the document agree for each that
   * does not. In 12 reports of governments 226 agreed and 6 did not.
   */
  private static final int MIN_AGREEING_PER_DISAGREEING = 3;

  private final ClaimVocabulary rules;
  private final AmountWords words;
  private final MeaningReader meanings;
  private final Messages messages;
  private final CellIndex cells;

  Growth(
      ClaimVocabulary rules,
      AmountWords words,
      MeaningReader meanings,
      Messages messages,
      CellIndex cells) {
    this.rules = rules;
    this.words = words;
    this.meanings = meanings;
    this.messages = messages;
    this.cells = cells;
  }

  /**
   * The statements with the growth among them linked.
   *
   * @param linked all statements in reading order
   * @param findings growth that the tables contradict
   */
  record Linking(List<Linked> linked, List<Finding> findings) {
    Linking {
      linked = List.copyOf(linked);
      findings = List.copyOf(findings);
    }
  }

  /**
   * A stated growth and what the tables have.
   *
   * @param ref the cell of the row that holds a growth, or the amount that it is the growth of
   * @param before the amount of the year before; null if the table prints the growth
   * @param printed the growth of the tables, in percent
   * @param off by how much the stated one is off, in percentage points
   */
  private record GrowthCell(
      CellRef ref, @Nullable CellRef before, BigDecimal printed, BigDecimal off, boolean agrees) {
    /** Whether a rate that is so far off is hardly the growth of these amounts. */
    boolean isFarOff(BigDecimal stated) {
      return before != null && off.multiply(TWO).compareTo(stated.abs()) >= 0;
    }
  }

  /** The growths of one kind, printed or between two amounts, that the tables keep or not. */
  private static final class Tally {
    final List<Finding> wrong = new ArrayList<>();
    final Map<Integer, Claim> contradicted = new HashMap<>();
    int right;
    int off;

    /** Whether most of the document's growths agree. */
    boolean mostlyAgrees() {
      return right >= MIN_AGREEING_PER_DISAGREEING * off;
    }
  }

  /** Links growth to cells, of the statements in reading order. */
  Linking link(List<Linked> linked) {
    List<Linked> all = new ArrayList<>(linked);
    Tally printed = new Tally();
    Tally computed = new Tally();
    for (int i = 0; i < linked.size(); i++) {
      Linked rate = linked.get(i);
      Linked level =
          rate.statement().quantity() == Quantity.RATE ? ChangeLinks.levelBefore(linked, i) : null;
      if (level == null || !Boolean.TRUE.equals(level.claim().agrees())) {
        continue;
      }
      GrowthCell found = compared(rate.claim(), level.claim());
      if (found == null) {
        continue;
      }
      Tally tally = found.before() == null ? printed : computed;
      List<CellRef> refs =
          found.before() == null ? List.of(found.ref()) : List.of(found.ref(), found.before());
      Claim claim = rate.claim().compared(refs, found.agrees(), null);
      if (found.agrees()) {
        tally.right++;
        all.set(i, new Linked(rate.statement(), claim, rate.naming(), LinkReason.GROWTH));
      } else {
        tally.off++;
        PrintedNumber stated = PrintedNumber.parse(rate.claim().printed());
        if (stated != null && !found.isFarOff(stated.value())) {
          tally.contradicted.put(i, claim);
          tally.wrong.add(finding(level.claim(), claim, found));
        }
      }
    }
    List<Finding> wrong = new ArrayList<>();
    for (Tally tally : List.of(printed, computed)) {
      if (tally.mostlyAgrees()) {
        wrong.addAll(tally.wrong);
        tally.contradicted.forEach(
            (i, claim) -> {
              Linked rate = all.get(i);
              all.set(i, new Linked(rate.statement(), claim, rate.naming(), LinkReason.DISAGREES));
            });
      }
    }
    return new Linking(all, wrong);
  }

  private @Nullable GrowthCell compared(Claim rate, Claim level) {
    String text = TextNormalizer.of(rate.text());
    PrintedNumber printed = PrintedNumber.parse(rate.printed());
    boolean up = rules.upward().matcher(text).find();
    boolean growth =
        up != rules.downward().matcher(text).find() && rules.growth().matcher(text).matches();
    if (printed == null || !(growth || rules.completion().matcher(text).matches())) {
      return null;
    }
    BigDecimal stated = !growth || up ? printed.value() : printed.value().negate();
    GrowthCell first = null;
    for (CellRef ref : level.refersTo()) {
      GrowthCell found = growth ? grown(ref, stated, text, level) : completed(ref, stated, text);
      if (found != null && found.agrees()) {
        return found;
      }
      first = first == null ? found : first;
    }
    return first;
  }

  /** The growth in the row of an amount, or from the year before; null if the table has neither. */
  private @Nullable GrowthCell grown(CellRef level, BigDecimal stated, String text, Claim rounded) {
    Predicate<String> ofGrowth = words.growth().asPredicate();
    Predicate<String> otherBasis = words.otherBasis().asPredicate();
    List<GrowthCell> strict = beside(level, stated, ofGrowth.and(otherBasis.negate()), true);
    if (!strict.isEmpty()) {
      return strict.get(0);
    }
    // On another basis, or from another stage, the growth may be another: only what agrees is
    // taken.
    for (GrowthCell found : beside(level, stated, ofGrowth, true)) {
      if (found.agrees()) {
        return found;
      }
    }
    String stage = meanings.readMeaning(text).get(Aspect.STAGE);
    CellRef before = cells.yearBefore(level, stage);
    Cell now = cells.cell(level);
    Cell then = before == null ? null : cells.cell(before);
    BigDecimal from = then == null ? null : then.amount();
    if (now == null
        || now.amount() == null
        || from == null
        || from.signum() <= 0
        || now.origin() == Origin.OCR) {
      return null;
    }
    BigDecimal growth =
        now.amount()
            .subtract(from)
            .multiply(HUNDRED)
            .divide(from, stated.scale() + 1, RoundingMode.HALF_UP);
    // Prose computes from the amounts that it prints: 6.74 from 4.43 is 52.14 %, 6.7413 from 4.4338
    // is 52.04 %. All 7 growths of 14 that were off in one report were so.
    BigDecimal slack =
        StatedSums.halfDigit(rounded)
            .multiply(HUNDRED)
            .multiply(from.add(now.amount().abs()))
            .divide(from.multiply(from), stated.scale() + 1, RoundingMode.UP)
            .add(BigDecimal.ONE.movePointLeft(stated.scale()));
    BigDecimal off = growth.subtract(stated).abs();
    if (slack.compareTo(MAX_SLACK) > 0 && !held(level, stated, growth).agrees()) {
      return null;
    }
    return new GrowthCell(level, before, growth, off, off.compareTo(slack) <= 0);
  }

  /** What is carried out of the budget, in the row of an amount; null if the table does not say. */
  private @Nullable GrowthCell completed(CellRef level, BigDecimal stated, String text) {
    Matcher said = rules.budgetStage().matcher(text);
    String stage = said.find() ? said.group() : "";
    List<GrowthCell> found = beside(level, stated, words.completion().asPredicate(), false);
    for (GrowthCell one : found) {
      if (one.agrees()) {
        return one;
      }
    }
    Table table = Objects.requireNonNull(cells.table(level.table()));
    boolean same =
        found.size() == 1
            && String.join("", table.columns().get(found.get(0).ref().column()).header())
                .contains(stage);
    // 预算 in prose may be the initial or the adjusted one, unless both say which.
    return same && !stage.isEmpty() ? found.get(0) : null;
  }

  /**
   * The percentages of a kind in the row of an amount.
   *
   * @param kind by the headers
   * @param growth whether they are growth, which may be printed as a ratio
   */
  private List<GrowthCell> beside(
      CellRef level, BigDecimal stated, Predicate<String> kind, boolean growth) {
    List<GrowthCell> found = new ArrayList<>();
    Table table = Objects.requireNonNull(cells.table(level.table()));
    for (Cell cell : table.rows().get(level.row()).cells()) {
      Column column = table.columns().get(cell.column());
      String header = TextNormalizer.of(String.join("|", column.header()));
      PrintedNumber printed =
          column.role() == ColumnRole.PERCENT && kind.test(header)
              ? PrintedNumber.parse(cell.text())
              : null;
      if (printed != null
          && !printed.dash()
          && cell.origin() != Origin.OCR
          && isOf(table, level.column(), cell.column(), header)) {
        boolean ratio = growth && words.growthRatio().matcher(header).find();
        BigDecimal value = ratio ? printed.value().subtract(HUNDRED) : printed.value();
        found.add(held(new CellRef(level.table(), level.row(), cell.column()), stated, value));
      }
    }
    return found;
  }

  /** Holds a stated percentage against one of the table, to the digits that both print. */
  private static GrowthCell held(CellRef ref, BigDecimal stated, BigDecimal printed) {
    int decimals = Math.min(stated.scale(), printed.scale());
    BigDecimal off =
        printed
            .setScale(decimals, RoundingMode.HALF_UP)
            .subtract(stated.setScale(decimals, RoundingMode.HALF_UP))
            .abs();
    boolean agrees = off.compareTo(BigDecimal.ONE.movePointLeft(decimals)) <= 0;
    return new GrowthCell(ref, null, printed, printed.subtract(stated).abs(), agrees);
  }

  /**
   * Whether a column of growth is that of a column of amounts: by what it names before 比 or 为, else
   * by its place behind it.
   */
  private boolean isOf(Table table, int level, int growth, String header) {
    Meaning own = cells.column(table, level);
    if (own == null || growth <= level) {
      return false;
    }
    Meaning named = meanings.readMeaning(header.split("[比较为占]|完成", 2)[0]);
    for (Aspect aspect : List.of(Aspect.YEAR, Aspect.STAGE)) {
      String said = named.get(aspect);
      String has = own.get(aspect);
      if (said != null && has != null && !said.equals(has)) {
        return false;
      }
    }
    for (int c = level + 1; c < growth; c++) {
      Meaning between = cells.column(table, c);
      if (between != null && !isEarlier(between, own)) {
        String stage = named.get(Aspect.STAGE);
        return stage != null && !stage.equals(between.get(Aspect.STAGE));
      }
    }
    return true;
  }

  private static boolean isEarlier(Meaning one, Meaning other) {
    String year = one.get(Aspect.YEAR);
    String then = other.get(Aspect.YEAR);
    return year != null && (then == null || year.compareTo(then) < 0);
  }

  private static BigDecimal value(Cell cell) {
    return cell.amount() == null ? BigDecimal.ZERO : cell.amount();
  }

  private Finding finding(Claim level, Claim rate, GrowthCell found) {
    CellRef ref = found.ref();
    Table table = Objects.requireNonNull(cells.table(ref.table()));
    Cell cell = Objects.requireNonNull(cells.cell(ref));
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(rate.page()));
    fields.put("level", Wording.of(ClaimFindings.quoted(level)));
    fields.put("rate", Wording.of(ClaimFindings.quoted(rate)));
    ClaimFindings.place(table, cell, cells.label(ref), fields);
    fields.put("printed", Wording.of(cell.text()));
    String size = found.printed().abs().toPlainString();
    boolean down = found.printed().signum() < 0;
    fields.put(
        "actual",
        rules.completion().matcher(TextNormalizer.of(rate.text())).matches()
            ? new Wording("完成 " + size + "%", size + " % carried out")
            : new Wording(
                (down ? "下降 " : "增长 ") + size + "%",
                (down ? "a decrease of " : "a growth of ") + size + " %"));
    fields.put("difference", Wording.of(found.off().toPlainString()));
    CellRef before = found.before();
    Cell then = before == null ? null : cells.cell(before);
    if (before != null && then != null) {
      MoneyUnit unit = MoneyUnit.named(level.unit());
      fields.put("printed", Wording.of(ClaimFindings.money(value(cell), unit)));
      fields.put("before", Wording.of(ClaimFindings.money(value(then), unit)));
      fields.put("beforePage", Wording.of(then.page()));
      Table earlier = Objects.requireNonNull(cells.table(before.table()));
      fields.put("beforeTitle", Wording.of(earlier.titleOrId()));
      fields.put("beforeLabel", Wording.of(cells.label(before)));
    }
    Wording sentence =
        messages.say(before == null ? "claim-growth" : "claim-growth-computed", fields);
    return new Finding(
        StatedChanges.RULE,
        Severity.WARNING,
        Blame.DOCUMENT,
        sentence.zh(),
        sentence.en(),
        before == null ? List.of(ref) : List.of(ref, before),
        rate.page());
  }
}
