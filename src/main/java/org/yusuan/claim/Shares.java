package org.yusuan.claim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.MeaningMatch;
import org.yusuan.claim.link.Brackets;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.claim.link.ClaimLinker.Naming;
import org.yusuan.claim.link.LinkReason;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.PrintedNumber;

/**
 * Links shares to the part before them and the whole that the prose names. A share whose whole is
 * not named is linked only to a whole that it agrees with.
 */
final class Shares {

  /** Turns a share into percent. */
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /**
   * A whole that the share does not name may stand at most this many statements earlier. A guess.
   */
  private static final int MAX_STATEMENTS_BACK = 30;

  private final CellIndex cells;
  private final MeaningReader meanings;

  Shares(CellIndex cells, MeaningReader meanings) {
    this.cells = cells;
    this.meanings = meanings;
  }

  /**
   * A part in its whole.
   *
   * @param partLabel what the part is called
   * @param part its amount in 元
   * @param wholeLabel what the whole is called
   * @param whole its amount in 元
   * @param actual the share in percent, rounded as the prose rounds
   */
  record PartOfWhole(
      String partLabel, BigDecimal part, String wholeLabel, BigDecimal whole, BigDecimal actual) {}

  /** The statements with the shares among them linked. */
  List<Linked> link(List<Linked> linked) {
    List<Linked> all = new ArrayList<>();
    for (int i = 0; i < linked.size(); i++) {
      Linked one = linked.get(i);
      boolean share = one.statement().quantity() == Quantity.SHARE && i > 0;
      all.add(share ? share(one, i, linked, all) : one);
    }
    return all;
  }

  private Linked share(Linked share, int at, List<Linked> linked, List<Linked> before) {
    int place = Brackets.before(linked, at);
    if (place < 0) {
      return share;
    }
    Linked part = linked.get(place);
    if (part.statement().paragraph() != share.statement().paragraph()
        || part.claim().refersTo().isEmpty()
        || part.severity() == Severity.WARNING
        || part.severity() == Severity.ERROR) {
      return share;
    }
    String words = share.statement().share();
    CellRef first = part.claim().refersTo().get(0);
    if (!words.isEmpty()) {
      Meaning whole = meanings.readMeaning(words);
      Meaning above = share.statement().context();
      // A whole with a budget of its own is of that, whatever the heading says.
      Meaning context = whole.get(Aspect.BUDGET) == null ? above : above.with(Aspect.BUDGET, null);
      List<CellIndex.Candidate> named = cells.find(whole, context, share.statement().section());
      // What is called so in the part's own table is meant rather than in another one.
      List<CellIndex.Candidate> own =
          named.stream().filter(one -> one.ref().table().equals(first.table())).toList();
      List<CellIndex.Candidate> wholes =
          Stream.concat(own.stream(), named.stream()).filter(Shares::isSure).toList();
      for (CellIndex.Candidate one : Stream.concat(own.stream(), wholes.stream()).toList()) {
        if (agrees(share.claim(), first, one.ref())) {
          return with(share, first, one.ref(), true, null);
        }
      }
      return wholes.isEmpty() || (!own.isEmpty() && own.stream().noneMatch(Shares::isSure))
          ? share
          : with(share, first, wholes.get(0).ref(), false, Severity.WARNING);
    }
    // Shares beside one another are of the same whole.
    Linked beside = beside(share, at, before);
    CellRef near = beside == null ? null : beside.claim().refersTo().get(1);
    if (near != null && isExact(share.claim(), first, near)) {
      return with(share, first, near, true, null);
    }
    near = near != null && agrees(share.claim(), first, near) ? near : null;
    for (int i = Brackets.before(linked, place);
        i >= Math.max(0, at - MAX_STATEMENTS_BACK);
        i = Brackets.before(linked, i)) {
      Linked whole = linked.get(i);
      if (whole.claim().refersTo().isEmpty()
          && whole.statement().quantity() == Quantity.LEVEL
          && isWholeOf(whole, share)
          && isOf(share.claim(), part.claim(), whole.claim())) {
        // The whole of this share is stated in the prose and in no table.
        return share;
      }
      if (Boolean.TRUE.equals(whole.claim().agrees())
          && whole.claim().refersTo().size() > 0
          && whole.claim().amount() != null
          && isWholeOf(whole, share)
          && agrees(share.claim(), first, whole.claim().refersTo().get(0))) {
        CellRef all = whole.claim().refersTo().get(0);
        if (isExact(share.claim(), first, all)) {
          return with(share, first, all, true, null);
        }
        near = near == null ? all : near;
      }
    }
    // The text need not state the whole: it may be the total of the part's own column.
    CellRef total = total(share.claim(), first);
    CellRef found = total == null ? near : total;
    if (found != null) {
      return with(share, first, found, true, null);
    }
    return beside == null
        ? share
        : with(share, first, beside.claim().refersTo().get(1), false, Severity.WARNING);
  }

  /** The total of a part's column of which it is just the share; null if there is none. */
  private @Nullable CellRef total(Claim share, CellRef part) {
    Table table = cells.table(part.table());
    if (table == null) {
      return null;
    }
    for (int r = 0; r < table.rows().size(); r++) {
      CellRef total = new CellRef(part.table(), r, part.column());
      if (table.rows().get(r).kind() == RowKind.TOTAL && isExact(share, part, total)) {
        return total;
      }
    }
    return null;
  }

  private static boolean isSure(CellIndex.Candidate whole) {
    return whole.fit().compareTo(MeaningMatch.LOOSE) <= 0;
  }

  /** The nearest share before one in its paragraph that names no whole either; null if none is. */
  private static @Nullable Linked beside(Linked share, int at, List<Linked> before) {
    for (int i = at - 1; i >= 0; i--) {
      Linked other = before.get(i);
      if (other.statement().paragraph() != share.statement().paragraph()) {
        return null;
      }
      if (other.statement().quantity() == Quantity.SHARE
          && other.statement().share().isEmpty()
          && other.claim().agrees() != null
          && !isNothing(other.claim())
          && other.severity() != Severity.WARNING) {
        return other;
      }
    }
    return null;
  }

  /** 0 % is the share of nothing in any whole, and tells none. */
  private static boolean isNothing(Claim share) {
    PrintedNumber printed = PrintedNumber.parse(share.printed());
    return printed == null || printed.value().signum() == 0;
  }

  /** Whether an amount may be the whole of a share: a total, or a thing of the same paragraph. */
  private static boolean isWholeOf(Linked whole, Linked share) {
    return whole.statement().meaning().names().isEmpty()
        || whole.statement().paragraph() == share.statement().paragraph();
  }

  /** Whether a stated share is that of two amounts of the prose. */
  private static boolean isOf(Claim share, Claim part, Claim whole) {
    PrintedNumber printed = PrintedNumber.parse(share.printed());
    BigDecimal all = whole.amount();
    BigDecimal own = part.amount();
    return printed != null
        && all != null
        && own != null
        && all.signum() > 0
        && isWithin(
            own.multiply(HUNDRED).divide(all, printed.decimals(), RoundingMode.HALF_UP), printed);
  }

  /** Whether a share is as printed, but for its last digit. */
  private static boolean isWithin(BigDecimal share, PrintedNumber printed) {
    BigDecimal last = BigDecimal.ONE.movePointLeft(printed.decimals());
    return share.subtract(printed.value()).abs().compareTo(last) <= 0;
  }

  private Linked with(
      Linked share, CellRef part, CellRef whole, boolean agrees, @Nullable Severity severity) {
    boolean exact = agrees && isExact(share.claim(), part, whole);
    Claim claim = share.claim().compared(List.of(part, whole), exact, null);
    Severity rounding = agrees && !exact ? Severity.INFO : severity;
    return new Linked(
        share.statement(), claim, rounding, Naming.SAME, false, LinkReason.SHARE, List.of());
  }

  /** Whether a share that is right but for its last digit is right to the last digit. */
  private boolean isExact(Claim claim, CellRef part, CellRef whole) {
    PartOfWhole share = of(claim, part, whole);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    return share != null && printed != null && share.actual().compareTo(printed.value()) == 0;
  }

  private boolean agrees(Claim claim, CellRef part, CellRef whole) {
    PartOfWhole share = of(claim, part, whole);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    return share != null && printed != null && isWithin(share.actual(), printed);
  }

  /** The share of two cells; null if they hold no amounts. */
  @Nullable PartOfWhole of(Claim claim, CellRef part, CellRef whole) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    Cell partCell = cells.cell(part);
    Cell wholeCell = cells.cell(whole);
    BigDecimal all = wholeCell == null ? null : wholeCell.amount();
    if (printed == null || partCell == null || all == null || all.signum() == 0) {
      return null;
    }
    BigDecimal own = partCell.amount() == null ? BigDecimal.ZERO : partCell.amount();
    return new PartOfWhole(
        cells.label(part),
        own,
        cells.label(whole),
        all,
        own.multiply(HUNDRED).divide(all, printed.decimals(), RoundingMode.HALF_UP));
  }
}
