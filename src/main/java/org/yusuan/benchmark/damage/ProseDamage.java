package org.yusuan.benchmark.damage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quantity;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * Plants one fault of a kind in the prose of a disclosure, as its claims keep it, where another
 * printed figure contradicts it.
 */
final class ProseDamage {

  /** The kind of fault that is planted. */
  enum Kind {
    /** A digit of an amount that a table has is another. */
    AMOUNT("amounts"),
    /** A share of an amount that a table has is another. */
    SHARE("shares of tables"),
    /** The same, behind another share in its paragraph. */
    SECOND_SHARE("second shares"),
    /** A share of two amounts of its paragraph, that no table has, is another. */
    SHARE_OF_PROSE("shares of prose"),
    /** A rate is not that of the amount and the change before it. */
    RATE("rates"),
    /** An increase is called a decrease, or the other way round, and its rate is not. */
    DIRECTION("one direction"),
    /** The same, and its rate is called so too. */
    DIRECTIONS("both directions"),
    /** The year of an amount is another. */
    YEAR("years"),
    /** One of the parts of an amount is more than the whole, and no table has it. */
    PART("parts above whole"),
    /** A whole is not the sum of its parts, and no table has it. */
    SUM("sums of prose");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  private static final Map<String, String> OPPOSITES =
      Map.of("增加", "减少", "减少", "增加", "增长", "下降", "下降", "增长", "上升", "下降", "提高", "降低", "降低", "提高");

  private static final Pattern DIRECTION = Pattern.compile(String.join("|", OPPOSITES.keySet()));
  private static final Pattern YEAR = Pattern.compile("20\\d\\d(?=年)");
  private static final Pattern PARTS = Pattern.compile("其中|包括");
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /** An amount of fewer digits may be of any cell. */
  private static final int MIN_DIGITS = 4;

  private final List<Claim> claims;
  private final Random random;

  private ProseDamage(Disclosure right, long seed) {
    this.claims = right.claims();
    this.random = new Random(seed);
  }

  /**
   * A disclosure with a fault in its prose.
   *
   * @param disclosure with the fault
   * @param at the number of the claim that is wrong
   */
  record Planted(Disclosure disclosure, int at) {
    Claim claim() {
      return disclosure.claims().get(at);
    }
  }

  /** The disclosure with a fault; null if nothing in it would be contradicted. */
  static @Nullable Planted plant(Disclosure right, Kind kind, long seed) {
    ProseDamage damage = new ProseDamage(right, seed);
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < damage.claims.size(); i++) {
      if (damage.isOf(kind, i)) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return null;
    }
    int at = places.get(damage.random.nextInt(places.size()));
    List<Claim> now = new ArrayList<>(right.claims());
    now.set(at, damage.wrong(kind, at));
    if (kind == Kind.DIRECTIONS) {
      now.set(at + 1, turned(right.claims().get(at + 1)));
    }
    return new Planted(right.withClaims(now), at);
  }

  private boolean isOf(Kind kind, int at) {
    Claim claim = claims.get(at);
    if (claim.subject() == null || PrintedNumber.parse(claim.printed()) == null) {
      return false;
    }
    boolean linked = !claim.refersTo().isEmpty() && Boolean.TRUE.equals(claim.agrees());
    boolean level = is(at, Quantity.LEVEL, at) && claim.amount() != null;
    return switch (kind) {
      case AMOUNT -> level && linked && digits(claim) >= MIN_DIGITS;
      case SHARE -> is(at, Quantity.SHARE, at) && linked && !isSecond(at);
      case SECOND_SHARE -> is(at, Quantity.SHARE, at) && linked && isSecond(at);
      case SHARE_OF_PROSE ->
          is(at, Quantity.SHARE, at) && claim.refersTo().isEmpty() && isShareOfProse(at);
      case RATE -> is(at, Quantity.RATE, at) && isRate(at);
      case DIRECTION, DIRECTIONS ->
          is(at, Quantity.CHANGE, at)
              && DIRECTION.matcher(claim.text()).find()
              && isRate(at + 1)
              && (kind == Kind.DIRECTION || linked);
      case YEAR ->
          level && linked && digits(claim) >= MIN_DIGITS && YEAR.matcher(claim.text()).find();
      case PART -> level && claim.refersTo().isEmpty() && wholeOf(at) != null;
      case SUM -> level && claim.refersTo().isEmpty() && isSum(at);
    };
  }

  private static int digits(Claim claim) {
    return claim.printed().replaceAll("\\D", "").replaceAll("^0+", "").length();
  }

  /** Whether a claim is of a quantity, in the paragraph of another one. */
  private boolean is(int at, Quantity quantity, int beside) {
    if (at < 0 || at >= claims.size()) {
      return false;
    }
    Claim claim = claims.get(at);
    Claim other = claims.get(beside);
    return claim.subject() != null
        && other.subject() != null
        && claim.subject().quantity() == quantity
        && claim.subject().paragraph() == other.subject().paragraph();
  }

  private boolean isSecond(int at) {
    for (int i = at - 1; i >= Math.max(0, at - 8); i--) {
      if (is(i, Quantity.SHARE, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isShareOfProse(int at) {
    PrintedNumber share = PrintedNumber.parse(claims.get(at).printed());
    BigDecimal part = is(at - 1, Quantity.LEVEL, at) ? claims.get(at - 1).amount() : null;
    if (part == null || share == null || part.signum() <= 0) {
      return false;
    }
    for (int i = at - 2; i >= 0 && claims.get(i).subject() != null; i--) {
      BigDecimal whole = is(i, Quantity.LEVEL, at) ? claims.get(i).amount() : null;
      if (whole != null
          && whole.compareTo(part) > 0
          && part.multiply(HUNDRED)
                  .divide(whole, share.decimals(), RoundingMode.HALF_UP)
                  .compareTo(share.value())
              == 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isRate(int at) {
    if (!is(at, Quantity.RATE, Math.min(at, claims.size() - 1))
        || !is(at - 1, Quantity.CHANGE, at)
        || !is(at - 2, Quantity.LEVEL, at)) {
      return false;
    }
    BigDecimal level = claims.get(at - 2).amount();
    BigDecimal change = claims.get(at - 1).amount();
    PrintedNumber rate = PrintedNumber.parse(claims.get(at).printed());
    Matcher said = DIRECTION.matcher(claims.get(at - 1).text());
    if (level == null || change == null || rate == null || change.signum() == 0 || !said.find()) {
      return false;
    }
    boolean up = "增加增长上升提高".contains(said.group());
    BigDecimal from = up ? level.subtract(change) : level.add(change);
    return from.signum() > 0
        && change
                .multiply(HUNDRED)
                .divide(from, rate.decimals(), RoundingMode.HALF_UP)
                .subtract(rate.value())
                .abs()
                .compareTo(BigDecimal.ONE.movePointLeft(rate.decimals()))
            <= 0;
  }

  /** The whole that a clause with 其中 states a part of; null if there is none. */
  private @Nullable Claim wholeOf(int at) {
    Claim part = claims.get(at);
    boolean first = PARTS.matcher(part.text()).find();
    Claim whole = first && is(at - 1, Quantity.LEVEL, at) ? claims.get(at - 1) : null;
    return whole != null
            && whole.amount() != null
            && part.amount() != null
            && whole.unit().equals(part.unit())
            && whole.amount().compareTo(part.amount()) >= 0
        ? whole
        : null;
  }

  /** Whether the amounts behind one, from a clause with 其中 on, add up to it. */
  private boolean isSum(int at) {
    BigDecimal whole = claims.get(at).amount();
    if (whole == null
        || whole.signum() <= 0
        || !is(at + 1, Quantity.LEVEL, at)
        || !PARTS.matcher(claims.get(at + 1).text()).find()) {
      return false;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = at + 1; is(i, Quantity.LEVEL, at); i++) {
      BigDecimal part = claims.get(i).amount();
      sum = part == null ? sum : sum.add(part);
      if (sum.compareTo(whole) == 0 && i > at + 1) {
        return true;
      }
    }
    return false;
  }

  private Claim wrong(Kind kind, int at) {
    Claim claim = claims.get(at);
    PrintedNumber printed = PrintedNumber.parse(claim.printed());
    BigDecimal value = printed == null ? BigDecimal.ZERO : printed.value();
    return switch (kind) {
      case AMOUNT -> printing(claim, otherDigit(claim.printed()));
      case SHARE, SECOND_SHARE, SHARE_OF_PROSE, RATE ->
          printing(claim, value.add(BigDecimal.valueOf(3 + random.nextInt(6))).toPlainString());
      case DIRECTION, DIRECTIONS -> turned(claim);
      case YEAR -> {
        Matcher year = YEAR.matcher(claim.text());
        yield worded(
            claim,
            year.replaceFirst(found -> Integer.toString(Integer.parseInt(found.group()) - 1)));
      }
      case PART -> {
        Claim whole = wholeOf(at);
        PrintedNumber all = whole == null ? null : PrintedNumber.parse(whole.printed());
        BigDecimal more = all == null ? value : all.value().add(BigDecimal.TEN);
        yield printing(claim, more.toPlainString());
      }
      case SUM -> printing(claim, value.add(BigDecimal.valueOf(7)).toPlainString());
    };
  }

  /** Another digit at a place that is neither the first nor the last. */
  private String otherDigit(String printed) {
    List<Integer> places = new ArrayList<>();
    for (int i = 1; i < printed.length() - 1; i++) {
      if (Character.isDigit(printed.charAt(i))) {
        places.add(i);
      }
    }
    int at = places.get(random.nextInt(places.size()));
    char digit = (char) ('0' + (printed.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
    return printed.substring(0, at) + digit + printed.substring(at + 1);
  }

  private static Claim turned(Claim claim) {
    return worded(
        claim, DIRECTION.matcher(claim.text()).replaceAll(found -> OPPOSITES.get(found.group())));
  }

  private static Claim printing(Claim claim, String printed) {
    int at = claim.text().lastIndexOf(claim.printed());
    String text =
        at < 0
            ? claim.text()
            : claim.text().substring(0, at)
                + printed
                + claim.text().substring(at + claim.printed().length());
    MoneyUnit unit = MoneyUnit.named(claim.unit());
    PrintedNumber now = PrintedNumber.parse(printed);
    BigDecimal amount =
        claim.amount() == null || unit == null || now == null
            ? claim.amount()
            : now.value().multiply(BigDecimal.valueOf(unit.factor()));
    return new Claim(
        claim.page(),
        claim.bbox(),
        text,
        printed,
        claim.unit(),
        amount,
        claim.refersTo(),
        claim.agrees(),
        claim.subject(),
        claim.note());
  }

  private static Claim worded(Claim claim, String text) {
    return new Claim(
        claim.page(),
        claim.bbox(),
        text,
        claim.printed(),
        claim.unit(),
        claim.amount(),
        claim.refersTo(),
        claim.agrees(),
        claim.subject(),
        claim.note());
  }
}
