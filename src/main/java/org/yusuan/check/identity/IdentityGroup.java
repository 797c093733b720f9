package org.yusuan.check.identity;

import java.util.Set;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Wording;

/**
 * Identities that stand or fall together, because they rest on one reading of the document: all
 * rows of one column sum, all columns of one hierarchy of rows, one declared relation. Compared by
 * identity.
 */
public final class IdentityGroup {

  /** The groups of sums that the amounts alone tell. */
  private static final Set<String> FOUND_IN_DATA = Set.of("nested", "discovered");

  private final String id;
  private final Strength strength;
  private final boolean across;
  private final Wording says;

  /**
   * @param id short name, as {@code column-sum}
   * @param across whether it ties two tables
   * @param says what it says, without a full stop
   */
  public IdentityGroup(String id, Strength strength, boolean across, Wording says) {
    this.id = id;
    this.strength = strength;
    this.across = across;
    this.says = says;
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

  /**
   * Whether nothing states it: the amounts as they stand tell it, so that it may hold because they
   * are wrong.
   */
  public boolean isFoundInData() {
    return isFoundInData(id);
  }

  /** Whether the document or a prescribed form states it, as what must hold. */
  public boolean isStated() {
    return !isFoundInData() && strength != Strength.EVIDENCE;
  }

  /** The same of the group of an id. */
  public static boolean isFoundInData(String id) {
    return FOUND_IN_DATA.contains(id);
  }

  /** What it says, without a full stop. */
  public Wording says() {
    return says;
  }
}
