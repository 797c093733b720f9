package org.yusuan.compare.line;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.SeriesCatalog;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.text.EditDistance;

/** Decides whether two entries can be compared, and compares them. */
public final class EntryComparer {

  /** Digits of a percentage after the point: what reports print. */
  private static final int PERCENT_DECIMALS = 2;

  /**
   * Two names are one if they differ in at most one character per this many: a typing error (错别字).
   * A guess.
   */
  private static final int CHARACTERS_PER_SLIP = 5;

  private final SeriesCatalog model;
  private final Classification classification;
  private final Messages messages;

  EntryComparer(SeriesCatalog model, Classification classification, Messages messages) {
    this.messages = messages;
    this.model = model;
    this.classification = classification;
  }

  /**
   * One side of a comparison.
   *
   * @param period when
   * @param entry what is stated
   * @param code the code that the line has or, if it is not there, would have; null for none
   * @param sum whether the line only sums or groups others
   * @param scheme what kinds of lines the table has, by {@link TableDepth}
   */
  record Side(
      Period period, StatedLine entry, @Nullable String code, boolean sum, TableDepth scheme) {}

  /** Compares two entries of one line. */
  LineChange compare(Side a, Side b) {
    boolean none =
        a.entry().state() == StatedLine.State.ABSENT
            && b.entry().state() == StatedLine.State.ABSENT;
    if (none) {
      return change(a, b, LineChange.Kind.NONE, List.of());
    }
    List<Wording> why = new ArrayList<>();
    missing(a, why);
    missing(b, why);
    if (!why.isEmpty()) {
      return change(a, b, LineChange.Kind.NOT_COMPARABLE, why);
    }
    boolean isNew = a.entry().state() == StatedLine.State.ABSENT;
    boolean isGone = b.entry().state() == StatedLine.State.ABSENT;
    if (isNew || isGone) {
      return isNew
          ? appeared(a, b, b, a, LineChange.Kind.NEW)
          : appeared(a, b, a, b, LineChange.Kind.VANISHED);
    }
    List<Wording> remarks = new ArrayList<>();
    if (!sameThing(a, b, remarks)) {
      return change(a, b, LineChange.Kind.NOT_COMPARABLE, remarks);
    }
    BigDecimal before = a.entry().amount();
    BigDecimal after = b.entry().amount();
    if (before == null || after == null) {
      return change(a, b, LineChange.Kind.BLANK, remarks);
    }
    BigDecimal difference = after.subtract(before);
    boolean execution = a.period().year() == b.period().year();
    return new LineChange(
        a.period(),
        b.period(),
        difference.signum() == 0 ? LineChange.Kind.UNCHANGED : LineChange.Kind.CHANGED,
        difference,
        percent(execution ? after : difference, before),
        remarks);
  }

  /** Part in percent of whole; null if the whole is not positive. */
  public static @Nullable BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0
        ? null
        : part.multiply(BigDecimal.valueOf(100))
            .divide(whole, PERCENT_DECIMALS, RoundingMode.HALF_UP);
  }

  private static LineChange change(Side a, Side b, LineChange.Kind kind, List<Wording> notes) {
    return new LineChange(a.period(), b.period(), kind, null, null, notes);
  }

  private void missing(Side side, List<Wording> why) {
    if (side.entry().state() == StatedLine.State.NO_TABLE) {
      why.add(messages.say("no-such-table", Map.of("period", side.period().wording())));
    } else if (side.entry().state() == StatedLine.State.AMBIGUOUS) {
      why.add(messages.say("several-lines", Map.of("period", side.period().wording())));
    }
  }

  /**
   * Compares a line that only one side has: it is new or gone only if the table of the other side
   * could have it.
   */
  private LineChange appeared(Side a, Side b, Side has, Side lacks, LineChange.Kind kind) {
    BigDecimal amount = has.entry().amount();
    if (amount == null || amount.signum() == 0) {
      return change(a, b, LineChange.Kind.NONE, List.of());
    }
    List<Wording> why = new ArrayList<>();
    String code = has.code();
    boolean otherForm = code == null && !a.period().stage().equals(b.period().stage());
    if (has.sum()) {
      why.add(messages.say("only-sums", Map.of("period", lacks.period().wording())));
    } else if (otherForm) {
      why.add(messages.say("other-form", Map.of()));
    } else if (!lacks.scheme().couldHave(code, has.entry())) {
      why.add(messages.say("other-depth", Map.of("period", lacks.period().wording())));
    } else if (code != null) {
      moves(a, b)
          .filter(move -> isElsewhere(move, code, a.scheme(), b.scheme()))
          .map(this::note)
          .distinct()
          .forEach(why::add);
    }
    return change(a, b, why.isEmpty() ? kind : LineChange.Kind.NOT_COMPARABLE, why);
  }

  /** Codes that became other codes between the two. */
  private Stream<Classification.Move> moves(Side a, Side b) {
    int first = Math.min(a.period().year(), b.period().year());
    int last = Math.max(a.period().year(), b.period().year());
    return classification.moves().stream()
        .filter(move -> move.year() > first && move.year() <= last)
        .filter(move -> !move.from().equals(move.to()));
  }

  /** Whether what the line holds, or a part of it, stands under another code on the other side. */
  private static boolean isElsewhere(
      Classification.Move move, String code, TableDepth before, TableDepth after) {
    boolean came =
        (within(code, move.to()) || within(move.to(), code))
            && !within(move.from(), code)
            && before.mayHave(move.from());
    boolean went =
        (within(code, move.from()) || within(move.from(), code))
            && !within(move.to(), code)
            && after.mayHave(move.to());
    return came || went;
  }

  /** Parts of a line that stood under another code before, or do so after. */
  private List<Wording> movedParts(Side a, Side b, String codeA, String codeB) {
    return moves(a, b)
        .filter(
            move ->
                (below(move.from(), codeA)
                        && !within(move.to(), codeB)
                        && a.scheme().has(move.from()))
                    || (below(move.to(), codeB)
                        && !within(move.from(), codeA)
                        && b.scheme().has(move.to())))
        .map(this::note)
        .distinct()
        .toList();
  }

  private static boolean within(String code, String above) {
    return code.startsWith(above);
  }

  private static boolean below(String code, String above) {
    return code.startsWith(above) && code.length() > above.length();
  }

  private boolean sameThing(Side a, Side b, List<Wording> remarks) {
    String codeA = a.code();
    String codeB = b.code();
    int yearA = a.period().year();
    int yearB = b.period().year();
    if (codeA != null && codeB != null) {
      List<Classification.Move> moves = classification.changesBetween(codeA, yearA, codeB, yearB);
      moves.stream().map(this::note).distinct().forEach(remarks::add);
      movedParts(a, b, codeA, codeB).stream()
          .filter(note -> !remarks.contains(note))
          .forEach(remarks::add);
      if (moves.stream().anyMatch(move -> move.relation() == Classification.Succession.BREAK)) {
        return false;
      }
    }
    return sameName(codeA, a.entry().label(), codeB, b.entry().label(), remarks);
  }

  /**
   * Whether one code under two names is one thing: the classification says it is, or the names
   * differ by a typing error.
   */
  private boolean sameName(
      @Nullable String codeA,
      @Nullable String nameA,
      @Nullable String codeB,
      @Nullable String nameB,
      List<Wording> remarks) {
    if (codeA == null || codeB == null || nameA == null || nameB == null) {
      return true;
    }
    String plainA = model.plain(nameA);
    String plainB = model.plain(nameB);
    if (plainA.equals(plainB)) {
      return true;
    }
    boolean known =
        classification.isNameOf(codeA, plainA) && classification.isNameOf(codeB, plainB);
    if (known) {
      return true;
    }
    if (alike(plainA, plainB)) {
      remarks.add(
          messages.say(
              "names-differ-slightly", Map.of("names", Wording.of(nameA + " / " + nameB))));
      return true;
    }
    remarks.add(
        messages.say("same-code-other-name", Map.of("names", Wording.of(nameA + " / " + nameB))));
    return false;
  }

  private static boolean alike(String a, String b) {
    int length = Math.min(a.length(), b.length());
    return EditDistance.of(a, b) * CHARACTERS_PER_SLIP <= length;
  }

  private Wording note(Classification.Move move) {
    return messages.say(
        "item-moved",
        Map.of(
            "year",
            Wording.of(move.year()),
            "from",
            Wording.of(move.from()),
            "to",
            Wording.of(move.to()),
            "reason",
            new Wording(move.reasonZh(), move.reasonEn())));
  }
}
