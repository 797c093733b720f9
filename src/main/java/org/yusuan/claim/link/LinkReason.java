package org.yusuan.claim.link;

/** Why an amount of the prose is linked to a cell, or is not. */
public enum LinkReason {
  /** The cell that says the same holds the same amount. */
  AGREES,
  /** It does but for digits that the prose cuts off. */
  CUT_OFF,
  /** No cell says the same, but one of the same item, or several together, hold the amount. */
  EQUIVALENT,
  /** The cell that says the same holds another amount. */
  DISAGREES,
  /** It is a share of two amounts of the tables. */
  SHARE,
  /** It is a change of an amount that the sentence names before. */
  CHANGE,
  /** It is the growth of an amount that the sentence names before. */
  GROWTH,
  /** It is no level of an amount, but a change, a share, a rate or a count. */
  NO_LEVEL,
  /** The document has no tables. */
  NO_TABLES,
  /** Cells that say nearly the same hold other amounts. */
  NEARLY_SAME_DIFFER,
  /** Cells that say the same hold other amounts, and the link may be wrong. */
  DOUBTFUL,
  /** The sentence names nothing that a table could hold. */
  NAMES_NOTHING,
  /** What is called so is of another year, stage, budget, side or scope. */
  OTHER_ASPECTS,
  /** Nothing in the tables is called so. */
  UNKNOWN_NAME
}
