package org.yusuan.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be put side by side, by {@code models/compare/series.yaml}.
 *
 * @param id its name, as {@code function}
 * @param zh its title in Chinese
 * @param en its title in English
 * @param key what makes two lines the same
 * @param from tables that its lines may be taken from, in order of preference
 * @param restated tables of the same document that print the same figures again
 * @param either whether documents may be read from different kinds of tables
 */
public record Series(
    String id,
    String zh,
    String en,
    Key key,
    List<LineOrigin> from,
    List<LineOrigin> restated,
    boolean either) {
  public Series {
    from = List.copyOf(from);
    restated = List.copyOf(restated);
  }

  /** What two lines must share to be the same. */
  public enum Key {
    /** The code of the functional classification. */
    FUNCTIONAL,
    /** The code of the economic classification. */
    ECONOMIC,
    /** The path of labels. */
    ITEM,
    /** The direction of the total of a list. */
    TOTAL,
    /** What the column means. */
    MEASURE
  }

  /**
   * A table that lines are taken from.
   *
   * @param kind which standard table
   * @param measures columns that hold the whole of a line, in order of preference
   * @param key what makes lines the same there
   * @param stages the stages in which the table says the same; empty for all
   * @param scope which level of government the table must be of, as {@code own_level}; null for any
   */
  public record LineOrigin(
      String kind, List<String> measures, Key key, List<String> stages, @Nullable String scope) {
    public LineOrigin {
      measures = List.copyOf(measures);
      stages = List.copyOf(stages);
    }
  }
}
