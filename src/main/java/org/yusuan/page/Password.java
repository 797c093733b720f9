package org.yusuan.page;

/**
 * The password that a document opens with. It is never printed: its string form does not hold it.
 *
 * @param text the password; empty if there is none
 */
public record Password(String text) {

  /** No password: most documents open without. */
  public static final Password NONE = new Password("");

  @Override
  public String toString() {
    return text.isEmpty() ? "none" : "given";
  }
}
