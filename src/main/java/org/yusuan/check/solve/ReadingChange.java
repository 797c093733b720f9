package org.yusuan.check.solve;

/**
 * Another way to read the image: new values of one cell, or of two where a number was read into the
 * wrong column.
 *
 * @param cells the cells
 * @param values their values in 分
 * @param texts their texts
 * @param cost how much less likely than what was read first, as a natural logarithm; rising
 * @param probability how likely the recognizer holds the reading
 */
@SuppressWarnings("ArrayRecordComponent") // Thousands are made; nobody compares them.
public record ReadingChange(
    int[] cells, long[] values, String[] texts, double cost, double probability) {

  /** Whether it changes only the points and commas of one amount. */
  public boolean hasDigitsOf(String text) {
    return texts.length == 1 && digits(texts[0]).equals(digits(text));
  }

  private static String digits(String text) {
    return text.replaceAll("[.,]", "");
  }

  boolean touches(int cell) {
    for (int own : cells) {
      if (own == cell) {
        return true;
      }
    }
    return false;
  }
}
