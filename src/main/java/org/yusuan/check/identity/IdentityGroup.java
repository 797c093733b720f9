package org.yusuan.check.identity;

import org.yusuan.knowledge.Strength;

/**
 * Identities that stand or fall together, because they rest on one reading of the document: all
 * rows of one column sum, all columns of one hierarchy of rows, one declared relation. Compared by
 * identity.
 */
public final class IdentityGroup {

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
  IdentityGroup(String id, Strength strength, boolean across, String zh, String en) {
    this.id = id;
    this.strength = strength;
    this.across = across;
    this.zh = zh;
    this.en = en;
  }

  public String id() {
    return id;
  }

  public Strength strength() {
    return strength;
  }

  /** Whether it ties two tables (表间) and not the parts of one (表内). */
  public boolean isAcross() {
    return across;
  }

  public String zh() {
    return zh;
  }

  public String en() {
    return en;
  }
}
