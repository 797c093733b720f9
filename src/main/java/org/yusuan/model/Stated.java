package org.yusuan.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;

/**
 * A fact about a disclosure and where it was read.
 *
 * @param value the fact
 * @param text the words it was read from, as published
 * @param page the page they stand on, from 1
 * @param bbox their rectangle on that page
 * @param <T> the fact's type
 */
public record Stated<T>(T value, String text, int page, Box bbox) {

  /** Another value that the same words state. */
  public <S> Stated<S> withValue(S newValue) {
    return new Stated<>(newValue, text, page, bbox);
  }

  /** The value that is stated most often; of equals, the first. Null if nothing is stated. */
  public static <T> @Nullable Stated<T> mostFrequent(List<Stated<T>> stated) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    for (Stated<T> one : stated) {
      counts.merge(one.value(), 1, Integer::sum);
    }
    Stated<T> best = null;
    for (Stated<T> one : stated) {
      if (best == null
          || counts.getOrDefault(one.value(), 0) > counts.getOrDefault(best.value(), 0)) {
        best = one;
      }
    }
    return best;
  }
}
