package org.yusuan.knowledge;

/** How much an identity's failure is believed before the document itself has borne it out. */
public enum Strength {
  /** It follows from the meaning of columns or codes. */
  STRONG,
  /** It follows from indentation or position, or is kept by most documents only. */
  WEAK,
  /** It may fail without any fault; where it holds, it still confirms amounts. */
  EVIDENCE
}
