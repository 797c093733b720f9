package org.yusuan.check;

/**
 * Identities that stand or fall together, because they rest on one reading of the document: all
 * rows of one column sum, all columns of one hierarchy of rows, one declared relation. Compared by
 * identity.
 */
final class Family {

  /** How much an identity's failure is believed before the document itself has borne it out. */
  enum Strength {
    /** It follows from the meaning of columns or codes. */
    STRONG,
    /** It follows from indentation or position, or is kept by most documents only. */
    WEAK,
    /** It may fail without fault; where it holds, it is evidence all the same. */
    EVIDENCE
  }

  private final String id;
  private final Strength strength;
  private final boolean across;
  private final String zh;
  private final String en;

  /**
   * @param id short name, as {@code column-sum}
   * @param across whether it ties two tables
   * @param zh what it says, in Chinese, without a full stop
   * @param en the same in English
   */
  Family(String id, Strength strength, boolean across, String zh, String en) {
    this.id = id;
    this.strength = strength;
    this.across = across;
    this.zh = zh;
    this.en = en;
  }

  String id() {
    return id;
  }

  Strength strength() {
    return strength;
  }

  /** Whether it ties two tables (表间) and not the parts of one (表内). */
  boolean isAcross() {
    return across;
  }

  String zh() {
    return zh;
  }

  String en() {
    return en;
  }
}
