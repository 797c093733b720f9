package org.yusuan.claim.cell;

import org.jspecify.annotations.Nullable;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.knowledge.claim.Aspect;

/** How well a cell says what the prose says. */
public enum MeaningMatch {
  /** Prose and cell say the same. */
  EXACT,

  /** The cell says more, but both name the same thing. */
  LOOSE,

  /** The cell is a part of what the prose states. */
  PART,

  /** Prose or cell says more: they may mean the same amount or not. */
  EXTRA,

  /** Prose and cell say different things. */
  NONE;

  private static final String BUDGET = "budget";
  private static final String FISCAL = "fiscal";
  private static final String GENERAL = "general";
  private static final String FINAL = "final";
  private static final String ADJUSTED = "adjusted";

  /** The worse of two matches. */
  MeaningMatch atBest(MeaningMatch other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /**
   * Holds what prose says against what a cell says.
   *
   * @param claim what the clause says
   * @param context what sentences and headings before it say
   * @param cell what table, label and header say
   * @param document year and stage of the document
   * @param named whether both are about a thing of one name, not about a whole
   * @param ofGovernment whether the document is of a government: then an amount says nothing unless
   *     it is known whose it is and of which budget
   */
  public static MeaningMatch of(
      Meaning claim,
      Meaning context,
      Meaning cell,
      Meaning document,
      boolean named,
      boolean ofGovernment) {
    MeaningMatch fit = dated(claim, context, cell, document, ofGovernment);
    if (fit == NONE) {
      return NONE;
    }
    fit =
        fit.atBest(
            budget(
                claim.get(Aspect.BUDGET),
                context.get(Aspect.BUDGET),
                cell.get(Aspect.BUDGET),
                named));
    fit =
        fit.atBest(
            side(claim.get(Aspect.SIDE), context.get(Aspect.SIDE), cell.get(Aspect.SIDE), named));
    fit =
        fit.atBest(
            nature(
                claim.get(Aspect.NATURE),
                context.get(Aspect.NATURE),
                cell.get(Aspect.NATURE),
                named));
    boolean ofBudget =
        claim.get(Aspect.BUDGET) == null
            && context.get(Aspect.BUDGET) != null
            && cell.get(Aspect.BUDGET) == null;
    if (ofBudget && !named && claim.get(Aspect.NATURE) != null) {
      // 财政拨款支出 10 万元，其中：基本支出 6 万元: the table of all money has more of it.
      fit = fit.atBest(EXTRA);
    }
    String scope = first(claim.get(Aspect.SCOPE), context.get(Aspect.SCOPE), null);
    // Whose money it is may have changed since a sentence named it: 省级…，补助市县…，债务还本….
    boolean heard = claim.get(Aspect.SCOPE) == null && scope(scope, cell.get(Aspect.SCOPE)) == NONE;
    fit = fit.atBest(heard ? EXTRA : scope(scope, cell.get(Aspect.SCOPE)));
    String budget = first(claim.get(Aspect.BUDGET), context.get(Aspect.BUDGET), null);
    // 总支出 of a government holds more than 本级支出.
    boolean partly =
        ofGovernment && !named && claim.get(Aspect.TOTAL) != null && cell.get(Aspect.TOTAL) == null;
    if (partly) {
      fit = fit.atBest(EXTRA);
    }
    if (ofGovernment
        && (scope == null || budget == null || !budget.equals(cell.get(Aspect.BUDGET)))) {
      fit = fit.atBest(EXTRA);
    }
    return fit.atBest(origin(claim.get(Aspect.ORIGIN), cell.get(Aspect.ORIGIN)));
  }

  /**
   * How well year and stage match. Where neither prose nor table states them, they are those of the
   * document.
   */
  private static MeaningMatch dated(
      Meaning claim, Meaning context, Meaning cell, Meaning document, boolean ofGovernment) {
    String planned = document.get(Aspect.YEAR);
    boolean plan = BUDGET.equals(document.get(Aspect.STAGE)) && planned != null;
    String year = first(claim.get(Aspect.YEAR), context.get(Aspect.YEAR), null);
    String stage = first(claim.get(Aspect.STAGE), context.get(Aspect.STAGE), null);
    MeaningMatch fit = EXACT;
    if (plan && FINAL.equals(stage) && ofGovernment) {
      if (year == null) {
        // In a budget, executed amounts belong to the year before.
        year = Integer.toString(Integer.parseInt(planned) - 1);
        fit = EXTRA;
      } else if (year.equals(planned)) {
        // 预计 2026 年完成 in a budget of 2026 is a plan, not final accounts.
        stage = BUDGET;
        fit = EXTRA;
      }
    }
    String printedYear = first(cell.get(Aspect.YEAR), planned, null);
    String saidYear = first(year, planned, null);
    if (saidYear != null && printedYear != null && !saidYear.equals(printedYear)) {
      return NONE;
    }
    boolean ofDocument = !ofGovernment || saidYear == null || saidYear.equals(planned);
    String own = document.get(Aspect.STAGE);
    String printed = first(cell.get(Aspect.STAGE), ofDocument ? own : null, null);
    if (stage == null && !ofDocument) {
      // 2025 年债务余额 in a budget of 2026: the prose states no stage, and that of the document does
      // not apply.
      return EXTRA;
    }
    String said = first(stage, own, null);
    if (said == null || printed == null || said.equals(printed)) {
      return fit;
    }
    // 预算数 in a report on what was carried out is the initial or the adjusted one.
    boolean adjusted = ofGovernment && BUDGET.equals(said) && ADJUSTED.equals(printed);
    // 「2024 年支出 6 万元（2023 年：5 万元）」: no clause says of which stage last year's amount is.
    boolean otherYear = saidYear != null && !saidYear.equals(planned);
    return adjusted || (otherYear && claim.get(Aspect.STAGE) == null) ? EXTRA : NONE;
  }

  private static @Nullable String first(
      @Nullable String one, @Nullable String two, @Nullable String three) {
    return one != null ? one : two != null ? two : three;
  }

  private static MeaningMatch budget(
      @Nullable String claim, @Nullable String context, @Nullable String cell, boolean named) {
    if ("any".equals(cell)) {
      boolean appropriated = claim == null || claim.equals(GENERAL) || claim.equals(FISCAL);
      return appropriated ? EXACT : NONE;
    }
    if (claim == null) {
      if (cell == null) {
        return context == null ? EXACT : LOOSE;
      }
      boolean supplied =
          cell.equals(context) || (named && FISCAL.equals(context) && cell.equals(GENERAL));
      // An item of the classification is usually one of the general public budget.
      boolean usual = named && context == null && (cell.equals(GENERAL) || cell.equals(FISCAL));
      return supplied || usual ? EXACT : named ? LOOSE : EXTRA;
    }
    if (claim.equals(FISCAL) && GENERAL.equals(context)) {
      // Below 「一般公共预算财政拨款支出决算情况」 财政拨款支出 is that of the general budget as a rule.
      return GENERAL.equals(cell) ? LOOSE : cell == null || cell.equals(FISCAL) ? EXTRA : NONE;
    }
    if (claim.equals(cell)) {
      return EXACT;
    }
    return cell == null || claim.equals(FISCAL) || cell.equals(FISCAL) ? EXTRA : NONE;
  }

  private static MeaningMatch side(
      @Nullable String claim, @Nullable String context, @Nullable String cell, boolean named) {
    if (claim == null) {
      return cell == null || named || cell.equals(context) ? EXACT : EXTRA;
    }
    return cell == null || claim.equals("both") || claim.equals(cell) ? EXACT : NONE;
  }

  private static MeaningMatch nature(
      @Nullable String claim, @Nullable String context, @Nullable String cell, boolean named) {
    if (claim == null) {
      return cell == null || cell.equals(context) ? EXACT : named ? PART : EXTRA;
    }
    return claim.equals(cell) ? EXACT : NONE;
  }

  private static MeaningMatch scope(@Nullable String claim, @Nullable String cell) {
    if (claim == null) {
      return cell == null ? EXACT : EXTRA;
    }
    // What a government pays to those below it is in the tables of its own level.
    boolean paid = claim.equals("lower") && "own".equals(cell);
    return claim.equals(cell) ? EXACT : cell == null || paid ? EXTRA : NONE;
  }

  private static MeaningMatch origin(@Nullable String claim, @Nullable String cell) {
    if (claim == null) {
      return cell == null || cell.equals("year") ? EXACT : NONE;
    }
    if (claim.equals(cell)) {
      return EXACT;
    }
    return claim.equals("year") && cell == null ? LOOSE : NONE;
  }
}
