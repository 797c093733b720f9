package org.yusuan.knowledge;

/**
 * How much the failure of an identity is believed before other identities of the document confirm
 * it.
 */
public enum Strength {
  /** It follows from the meaning of columns or codes. */
  STRONG,
  /** It follows from indentation or position, or holds in most documents but not in all. */
  WEAK,
  /** It may fail without any fault; where it holds, it still confirms amounts. */
  EVIDENCE
}
