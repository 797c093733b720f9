package org.yusuan.claim.statement;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Quantity;

/** The parts that a sentence lists of the amount before them, behind 其中. */
final class PartList {

  /** A clause that begins so compares, and names nothing. */
  private static final Pattern COMPARES = Pattern.compile("^[,、]?[比较与同]");

  private final Pattern firstPart;

  /** Whether 其中 stands right before the next amount. */
  private boolean announced;

  /** Whether the sentence lists parts, or the one before it did and no other amount followed. */
  private boolean open;

  private boolean closed;

  /** The budget of the whole; null if unknown. */
  private @Nullable String budget;

  /**
   * No list yet.
   *
   * @param firstPart the start of a clause that states the first part of the amount before it
   */
  PartList(Pattern firstPart) {
    this.firstPart = firstPart;
  }

  /** Begins a paragraph. */
  void begin() {
    announced = false;
    open = false;
    closed = false;
  }

  /** Hears a clause without an amount. */
  void hear(String clause) {
    announced = firstPart.matcher(clause).find();
  }

  /** Whether a clause states the first part. */
  boolean isFirst(String clause) {
    return announced || firstPart.matcher(clause).find();
  }

  /**
   * Whether a change is that of the whole of the list before it, not of its last part: 「收入 9
   * 万元，其中：…，上年结转 2 万元。比上年增加 3 万元」.
   */
  boolean isOfWhole(String clause) {
    return closed && COMPARES.matcher(clause).find();
  }

  /**
   * Takes an amount.
   *
   * @param whole the budget of the whole that was stated last; null if unknown
   */
  void state(String clause, Quantity quantity, @Nullable String whole) {
    if (!open && isFirst(clause)) {
      open = true;
      budget = whole;
    }
    announced = false;
    closed &= quantity != Quantity.LEVEL;
  }

  /**
   * Ends a sentence.
   *
   * @param last the budget of the whole that was stated last; null if unknown
   * @return the budget of the whole that the next sentence goes on about: 「财政拨款支出 9 万元，其中：…，上年结转 2
   *     万元。基本支出 5 万元」
   */
  @Nullable String end(@Nullable String last) {
    String next = open ? budget : last;
    closed = open;
    open = false;
    return next;
  }
}
