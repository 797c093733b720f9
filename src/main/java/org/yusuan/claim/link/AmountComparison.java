package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Claim;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * Compares an amount of the prose with a cell, in the unit and to the digit that the prose prints.
 */
public final class AmountComparison {

  /** Two amounts with at least this many digits are hardly equal by chance. A guess. */
  private static final int MIN_TELLING_DIGITS = 3;

  /** An amount of fewer digits is that of another one but for a digit more often by chance. */
  private static final int MIN_MISPRINT_DIGITS = 4;

  private AmountComparison() {}

  /** Whether an amount has enough digits that another one is hardly equal to it by chance. */
  static boolean isTelling(Claim claim) {
    long digits =
        claim.printed().chars().filter(Character::isDigit).dropWhile(digit -> digit == '0').count();
    return digits >= MIN_TELLING_DIGITS;
  }

  /** Whether a cell, rounded as the text rounds, is what the text says. */
  public static boolean agrees(Claim claim, Cell cell) {
    BigDecimal difference = difference(claim, cell);
    return difference != null && difference.signum() == 0;
  }

  /** Whether an amount in 元, rounded as the text rounds, is what the text says. */
  public static boolean agrees(Claim claim, BigDecimal amount) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    return printed != null
        && unit != null
        && unit.fromYuan(amount, printed.decimals()).compareTo(printed.value()) == 0;
  }

  /** Whether a cell, cut off where the text ends, is what the text says. */
  static boolean isCut(Claim claim, Cell cell) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    BigDecimal amount = cell.amount();
    return printed != null
        && unit != null
        && amount != null
        && printed.value().signum() != 0
        && amount
                .divide(BigDecimal.valueOf(unit.factor()))
                .setScale(printed.decimals(), RoundingMode.DOWN)
                .compareTo(printed.value())
            == 0;
  }

  static boolean isRounding(Claim claim, Cell cell) {
    BigDecimal difference = difference(claim, cell);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    return difference != null
        && printed != null
        && difference.abs().compareTo(BigDecimal.ONE.movePointLeft(printed.decimals())) <= 0
        && printed.value().signum() != 0;
  }

  /**
   * Whether a claim prints the rounded cell but for one digit, which is not its last: two amounts
   * of so many digits are hardly so by chance.
   */
  static boolean isMisprint(Claim claim, Cell cell) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    BigDecimal amount = cell.amount();
    if (printed == null || unit == null || amount == null) {
      return false;
    }
    String stated = printed.value().setScale(printed.decimals()).toPlainString();
    String own = unit.fromYuan(amount, printed.decimals()).toPlainString();
    int off = 0;
    for (int i = 0; i < stated.length() && stated.length() == own.length(); i++) {
      off += stated.charAt(i) == own.charAt(i) ? 0 : 1;
    }
    return off == 1
        && stated.charAt(stated.length() - 1) == own.charAt(own.length() - 1)
        && digits(printed.value()) >= MIN_MISPRINT_DIGITS
        && digits(unit.fromYuan(amount, printed.decimals())) >= MIN_MISPRINT_DIGITS;
  }

  /** How many digits a figure has without the zeros at its end. */
  private static int digits(BigDecimal figure) {
    return figure.stripTrailingZeros().precision();
  }

  /** The claim less the rounded cell, in the claim's unit; null if the cell holds no amount. */
  public static @Nullable BigDecimal difference(Claim claim, Cell cell) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    if (printed == null || claim.amount() == null) {
      return null;
    }
    BigDecimal amount =
        cell.amount() != null ? cell.amount() : cell.text().isBlank() ? BigDecimal.ZERO : null;
    MoneyUnit unit = claim.unit().isEmpty() ? new MoneyUnit("", 1) : MoneyUnit.named(claim.unit());
    return amount == null || unit == null
        ? null
        : printed.value().subtract(unit.fromYuan(amount, printed.decimals()));
  }

  /** What one in the last printed place of a claim is worth, in 元; zero if that is not known. */
  public static BigDecimal lastPlace(Claim claim) {
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    return printed == null || unit == null
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(unit.factor()).movePointLeft(printed.decimals());
  }

  /** Whether another reader reads the cell or the sentence otherwise. */
  public static boolean isMisread(Claim claim, Cell cell) {
    return Claim.MISREAD.equals(claim.note())
        || (cell.origin() == Origin.TEXT && !cell.readings().isEmpty());
  }
}
