package org.yusuan.knowledge;

import org.jspecify.annotations.Nullable;

/**
 * What the digits of a code of the classification of revenue and expenditure say: 201 is a class
 * (类), 20101 a group (款) in it, 2010101 an item (项) in that. Some regions add two digits to codes
 * of the economic classification.
 */
public final class ClassificationCode {

  /** The first digit of expenditure by function. */
  public static final String FUNCTIONAL = "2";

  /** The first digit of expenditure by economic class, as departments see it. */
  public static final String DEPARTMENT_ECONOMIC = "3";

  /** The first digit of expenditure by economic class, as governments see it. */
  public static final String GOVERNMENT_ECONOMIC = "5";

  private static final int CLASS_DIGITS = 3;
  private static final int GROUP_DIGITS = 5;
  private static final int ITEM_DIGITS = 7;

  private ClassificationCode() {}

  /** How deep a code stands: 1 for a class, 2 for a group, 3 for an item, 4 for what is below. */
  public static int level(String code) {
    if (code.length() <= CLASS_DIGITS) {
      return 1;
    }
    return code.length() <= GROUP_DIGITS ? 2 : code.length() <= ITEM_DIGITS ? 3 : 4;
  }

  /** The code one level above, by the digits; null for a class. */
  public static @Nullable String parent(String code) {
    return code.length() <= CLASS_DIGITS
        ? null
        : code.substring(0, code.length() <= GROUP_DIGITS ? CLASS_DIGITS : code.length() - 2);
  }

  /** Whether the code is one of expenditure by function. */
  public static boolean isFunctional(String code) {
    return code.startsWith(FUNCTIONAL);
  }
}
