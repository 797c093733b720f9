package org.yusuan.text;

/** Figures that go on beyond the edge of their picture: 1,23…. */
public final class CutText {
  /** Stands where the edge of a picture cut a figure. */
  public static final String MARK = "…";

  private CutText() {}

  /** Whether a text is a figure that the edge of its picture cut. */
  public static boolean isCut(String text) {
    return text.endsWith(MARK) && text.chars().anyMatch(Character::isDigit);
  }
}
