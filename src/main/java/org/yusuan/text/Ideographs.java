package org.yusuan.text;

/** Chinese characters in a text. */
public final class Ideographs {

  private Ideographs() {}

  /** How many there are. */
  public static int count(String text) {
    return (int) text.codePoints().filter(Character::isIdeographic).count();
  }

  /** Whether there are any. */
  public static boolean in(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
