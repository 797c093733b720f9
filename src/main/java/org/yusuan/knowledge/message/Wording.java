package org.yusuan.knowledge.message;

/**
 * The same words in Chinese and in English.
 *
 * @param zh in Chinese
 * @param en in English
 */
public record Wording(String zh, String en) {

  /** Words that are the same in both languages, as a figure or a name. */
  public static Wording of(String same) {
    return new Wording(same, same);
  }

  public static Wording of(int number) {
    return of(Integer.toString(number));
  }

  /** This wording followed by another, without a space. */
  public Wording then(Wording next) {
    return new Wording(zh + next.zh, en + next.en);
  }
}
