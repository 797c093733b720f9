package org.yusuan.check.weigh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.Identity.Outcome;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.check.identity.table.TableIdentities;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.evidence.EvidenceRules;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.text.TextNormalizer;

/**
 * Evidence on the failure of a sum of rows from its list: how the same rows add up in the other
 * columns, what stands beside them, and whether rows may be left out.
 */
final class RowSumEvidence {

  /**
   * What is listed is a small part of the whole if the whole is more than this many times as much.
   * A guess.
   */
  private static final int MIN_WHOLE_PER_LISTED = 8;

  /** A list that falls short in this many other columns too lacks a row. A guess. */
  private static final int MIN_OTHER_COLUMNS_SHORT = 2;

  /**
   * A total below or above at least so many rows, and no other row, is the sum of them; so is one
   * that another relation shows to be right, of as many that stand below it. A guess.
   */
  private static final int MIN_PARTS_OF_WHOLE_LIST = 10;

  /** The same of a list that falls short in another column too. A guess. */
  private static final int MIN_PARTS_SHORT = 4;

  /**
   * So many parts that are short by little in another column too lack one: fewer may be a few of
   * the parts. A guess.
   */
  private static final int MIN_PARTS_NEARLY = 3;

  /**
   * A total lacks a part that as many others of its list at least have beside the same parts. A
   * guess.
   */
  private static final int MIN_TOTALS_ALIKE = 2;

  private final AmountIndex index;
  private final Assignment values;
  private final EvidenceRules rules;
  private final LabelPatterns words;
  private final OtherAddends others;
  private final CodesElsewhere elsewhere;
  private final UnreadFigures unread;
  private final SumShape shape;
  private final PartLabels labels;
  private final ConfirmedTotals confirmed;
  private final PrintedLines lines = new PrintedLines();

  /** The sums of the same rows, one for each column, by the row of their totals. */
  private final Map<Row, Map<IdentityGroup, List<Identity>>> sums = new IdentityHashMap<>();

  /** Sums that hold, by the cells that they add up. */
  private final Map<Integer, List<Identity>> asPart = new HashMap<>();

  /**
   * @param found all identities of the document
   */
  RowSumEvidence(
      AmountIndex index,
      Assignment values,
      List<Identity> found,
      EvidenceRules rules,
      LabelPatterns words,
      OtherAddends others) {
    this.index = index;
    this.values = values;
    this.rules = rules;
    this.words = words;
    this.others = others;
    this.elsewhere = new CodesElsewhere(index, values);
    this.unread = new UnreadFigures(index);
    this.shape = new SumShape(index, values);
    this.labels = new PartLabels(index, words);
    this.confirmed = new ConfirmedTotals(index, values, shape, found);
    for (Identity identity : found) {
      sums.computeIfAbsent(totalRow(identity), row -> new HashMap<>())
          .computeIfAbsent(identity.group(), group -> new ArrayList<>())
          .add(identity);
      if (identity.outcome(index, values) != Outcome.FAILS && shape.isTelling(identity)) {
        for (int i = 1; i < identity.cells().length; i++) {
          asPart.computeIfAbsent(identity.cells()[i], cell -> new ArrayList<>()).add(identity);
        }
      }
    }
  }

  private Row totalRow(Identity identity) {
    return index.row(identity.cells()[0]);
  }

  /** An identity, and those of its group that sum the same rows in other columns. */
  private List<Identity> likeSums(Identity identity) {
    return sums.getOrDefault(totalRow(identity), Map.of())
        .getOrDefault(identity.group(), List.of());
  }

  /**
   * The names of the evidence on a failing sum of rows.
   *
   * @param known whether it is stated, or its group mostly holds
   */
  List<String> evidenceFor(Identity identity, boolean known) {
    List<String> ids = new ArrayList<>();
    boolean complete = endsWithOthers(identity);
    boolean told = known || complete;
    int total = identity.cells()[0];
    int holds = 0;
    int fails = 0;
    boolean moved = false;
    boolean shortInAll = identity.residual(values) > 0;
    boolean columnLeftOut = false;
    boolean apart = false;
    boolean exceeded = false;
    boolean nearly =
        shape.nearlyHolds(identity)
            && identity.nonZeroCount(values) > MIN_PARTS_NEARLY
            && !labels.isOfWhichAdded(identity);
    boolean right = shape.isShortList(identity) && confirmed.contains(identity);
    int parts = identity.nonZeroCount(values) - 1;
    for (Identity other : likeSums(identity)) {
      if (other == identity || shape.isOfChanges(other) || isMoreBelowZero(other)) {
        continue;
      }
      if (other.outcome(index, values) == Outcome.FAILS) {
        fails++;
        nearly &= shape.nearlyHolds(other);
        moved |= other.residual(values) == -identity.residual(values);
        shortInAll &= other.residual(values) > 0;
        exceeded |= other.residual(values) < 0;
        columnLeftOut |= other.residual(values) == identity.residual(values) && isLeftOut(other);
        apart |= index.isBlank(total) && isLeftOut(other) && values.of(other.cells()[0]) != 0;
      } else if (shape.isTelling(other)) {
        holds++;
      }
    }
    if (holds >= 1 && holds >= fails) {
      ids.add("same-sum-holds");
    } else if (shortInAll
        && !told
        && holds == 0
        && fails
            >= (nearly
                    || isWholeList(identity, MIN_PARTS_SHORT)
                    || right && parts >= MIN_PARTS_OF_WHOLE_LIST
                ? 1
                : MIN_OTHER_COLUMNS_SHORT)
        && identity.cells().length > 2) {
      // A single part is less than what stands above it in half of all columns, by chance.
      ids.add("short-in-all-columns");
    } else if (fails >= 1 && holds == 0 && !(shortInAll && told) && !shape.isByLabel(identity)) {
      // A missing row is missing in every column: a list that is short in every column lacks a row.
      ids.add("fails-in-all-columns");
    }
    if (columnLeftOut && holds >= 1 && !isLeftOut(identity)) {
      ids.add(Weighing.COLUMN_LEFT_OUT);
    }
    if (apart && shape.isByLabel(identity)) {
      ids.add(Weighing.TOTAL_IN_OTHER_COLUMN);
    }
    if (moved) {
      ids.add("moved");
    }
    if (identity.cells().length == 2) {
      ids.add(SumShape.isTotalOfOne(identity) ? "total-of-one" : "one-part");
    }
    if (others.neighboursExplain(identity) || others.goesOnBehindAnother(identity)) {
      ids.add("neighbouring-rows");
    }
    if (others.endsAtPage(identity)) {
      ids.add("cut-at-page");
    }
    if (!shape.isByLabel(identity) && areBesideOneAnother(identity)) {
      ids.add("parts-beside-total");
    }
    if (unread.mayBeMissing(identity)) {
      ids.add("figure-unread");
    }
    boolean beforeOfWhich = labels.isBeforeOfWhich(identity);
    if (isOfAnotherColumn(identity)) {
      ids.add("column-not-in-rows");
    }
    if (SumShape.isToldByOrder(identity) && beforeOfWhich && !isSumOfFirstParts(identity)) {
      ids.add("of-which");
    }
    if (Arrays.stream(identity.cells())
        .anyMatch(cell -> values.of(cell) != 0 && matches(cell, rules.footnoted()))) {
      ids.add("footnoted");
    }
    long residual = identity.residual(values);
    long whole = values.of(total);
    // Rows that are more than their total in one column, and less in another, are others.
    if (shape.isShortList(identity) && (holds > 0 || !exceeded)) {
      ids.add("list-short");
      if (complete) {
        ids.add("ends-with-others");
      }
      if (isWholeList(identity, MIN_PARTS_OF_WHOLE_LIST)) {
        ids.add("whole-list");
      }
      boolean cut =
          !mayBeWithheld(total) && lines.isSkippedBelow(index.table(total), index.ref(total).row());
      boolean halved = labels.isCounterpartMissing(identity);
      if (halved) {
        ids.add("counterpart-missing");
      }
      if (cut || labels.isNumberSkipped(identity)) {
        ids.add("number-skipped");
      } else if (!halved
          && !identity.group().id().equals(TableIdentities.OF_WHICH)
          && !(right && SumShape.isStatedByCodes(identity))
          && (whole - residual) * MIN_WHOLE_PER_LISTED < whole) {
        // Names tell the parts of an 其中, and codes those of a total that is right: there are no
        // other rows that may be meant.
        ids.add("far-short");
      }
      if (isPartMissing(identity)) {
        ids.add("part-named-elsewhere");
      }
      if (elsewhere.isPrinted(identity, residual)) {
        ids.add("printed-elsewhere");
      } else if (mayBeWithheld(total)) {
        ids.add("withheld-class");
      } else if (!beforeOfWhich && !ids.contains("column-not-in-rows") && right) {
        ids.add("total-confirmed");
      }
    }
    return ids;
  }

  /**
   * Whether other numbered totals of the list are the sum of parts of the same names and of one
   * more: 一般债务 and 专项债务 below each, but for this one.
   */
  private boolean isPartMissing(Identity identity) {
    int total = identity.cells()[0];
    if (!words.isNumbered(index.row(total).keys().label())) {
      return false;
    }
    Set<String> own = partNames(identity);
    long alike =
        index.table(total).rows().stream()
            .filter(row -> row != index.row(total) && row.list() == index.row(total).list())
            .filter(row -> words.isNumbered(row.keys().label()))
            .filter(
                row ->
                    sums.getOrDefault(row, Map.of()).values().stream()
                        .flatMap(List::stream)
                        .filter(sum -> sum.outcome(index, values) != Outcome.FAILS)
                        .filter(shape::isTelling)
                        .map(this::partNames)
                        .anyMatch(
                            names -> names.size() == own.size() + 1 && names.containsAll(own)))
            .count();
    return alike >= MIN_TOTALS_ALIKE && own.size() == identity.cells().length - 1;
  }

  private Set<String> partNames(Identity identity) {
    return Arrays.stream(identity.cells())
        .skip(1)
        .mapToObj(cell -> index.row(cell).keys().label())
        .map(label -> label == null ? "" : words.part(label))
        .collect(Collectors.toSet());
  }

  /**
   * Whether the last of several parts is what belongs to no other, as 其他税收收入: such a list says that
   * it is complete.
   */
  private boolean endsWithOthers(Identity identity) {
    int last = Arrays.stream(identity.cells()).skip(1).max().orElse(identity.cells()[0]);
    return identity.cells().length > 3
        && identity.group().strength() == Strength.WEAK
        && identity.group().id().equals("item-hierarchy")
        && !mayBeWithheld(identity.cells()[0])
        && words.isOthers(index.row(last).keys().label());
  }

  /**
   * Whether the row below the total, marked as one of its parts, is the sum of the first ones that
   * are added, as 其中：专项收入 of 教育费附加收入 and those below it: it is added with them.
   */
  private boolean isSumOfFirstParts(Identity identity) {
    int total = identity.cells()[0];
    CellRef ref = index.ref(total);
    int cell = index.id(index.tableOf(total), ref.row() + 1, ref.column());
    long whole = cell < 0 ? 0 : values.of(cell);
    long sum = 0;
    int amounts = 0;
    for (int i = 1; whole != 0 && i < identity.cells().length; i++) {
      sum += values.of(identity.cells()[i]);
      amounts += values.of(identity.cells()[i]) != 0 ? 1 : 0;
      if (sum == whole && amounts >= 2) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether all rows of a list but its total are added.
   *
   * @param parts how many of them have an amount at least
   */
  private boolean isWholeList(Identity identity, int parts) {
    int total = identity.cells()[0];
    int column = index.ref(total).column();
    List<Row> rows = index.table(total).rows();
    for (int r = 0; r < rows.size(); r++) {
      int cell = index.id(index.tableOf(total), r, column);
      if (cell >= 0 && values.of(cell) != 0 && identity.indexOf(cell) < 0) {
        return false;
      }
    }
    return SumShape.isToldByOrder(identity)
        && index.row(total).kind() != RowKind.ITEM
        && identity.nonZeroCount(values) > parts;
  }

  /** Whether a sum that holds adds up the total and all its parts: each stands for itself. */
  private boolean areBesideOneAnother(Identity identity) {
    int total = identity.cells()[0];
    for (Identity other : asPart.getOrDefault(total, List.of())) {
      int at = other.indexOf(total);
      if (Arrays.stream(identity.cells())
          .skip(1)
          .map(other::indexOf)
          .allMatch(part -> part > 0 && other.coefficients()[part] == other.coefficients()[at])) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the difference is the total of another column, to which its own rows add up: then the
   * row of totals counts that column, and the rows do not.
   */
  private boolean isOfAnotherColumn(Identity identity) {
    int total = identity.cells()[0];
    long residual = identity.residual(values);
    for (Identity other : likeSums(identity)) {
      if (other != identity
          && values.of(other.cells()[0]) == residual
          && other.outcome(index, values) != Outcome.FAILS
          && other.nonZeroCount(values) >= 2
          && index.ref(total).column() < index.ref(other.cells()[0]).column()) {
        return true;
      }
    }
    return false;
  }

  /** Whether the parts are more than their total, as they are without a row that is below zero. */
  private boolean isMoreBelowZero(Identity identity) {
    return identity.residual(values) < 0
        && identity.outcome(index, values) == Outcome.FAILS
        && Arrays.stream(identity.cells()).anyMatch(cell -> values.of(cell) < 0);
  }

  /** Whether a total is printed over a column in which nothing else is. */
  private boolean isLeftOut(Identity identity) {
    return values.of(identity.cells()[0]) == identity.residual(values)
        && Arrays.stream(identity.cells()).skip(1).allMatch(cell -> index.isBlank(cell));
  }

  private boolean mayBeWithheld(int cell) {
    Keys keys = index.row(cell).keys();
    String code = keys.functionalCode();
    if (code != null) {
      return rules.withheld().codes().stream().anyMatch(code::startsWith);
    }
    return matches(cell, rules.withheld().names());
  }

  /** Whether the label of the cell's row matches the pattern. */
  private boolean matches(int cell, Pattern pattern) {
    Keys keys = index.row(cell).keys();
    @Nullable String label = keys.label();
    return label != null && pattern.matcher(TextNormalizer.of(label)).matches();
  }
}
