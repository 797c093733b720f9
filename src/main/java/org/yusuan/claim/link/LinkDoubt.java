package org.yusuan.claim.link;

/** What speaks against accusing a publisher of a disagreement between prose and table. */
public enum LinkDoubt {
  /** The amount of the prose or of the table is without a unit. */
  NO_UNIT,
  /** The two differ by less than the last place that the prose prints. */
  ROUNDED,
  /** A government's sentence names no item: its report has many totals of one name. */
  UNNAMED_TOTAL,
  /** The cell is blank. */
  BLANK,
  /** Too few other sentences of the document agree with their cells. */
  FEW_AGREE,
  /** Too few sentences about the same table agree with its cells. */
  FEW_AGREE_WITH_TABLE,
  /** The cell was recognized on a picture, and so was the sentence: either may be misread. */
  RECOGNIZED,
  /** Another reader reads another figure in the cell, or none such in the sentence. */
  MISREAD,
  /** Some words of the sentence are found in no label of the cell. */
  LOOSE,
  /** The amount stands in another cell, which may be meant. */
  ELSEWHERE,
  /** One is so many times the other that they are hardly of one thing. */
  FAR_OFF,
  /** The prose goes on to say what its amount is made up of, and the cell holds one part. */
  PART,
  /** Cells that say the same hold several amounts. */
  SEVERAL_AMOUNTS
}
