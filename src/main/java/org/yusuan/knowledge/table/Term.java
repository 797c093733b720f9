package org.yusuan.knowledge.table;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.text.TextNormalizer;

/**
 * One meaning that a column can have.
 *
 * @param id the term, as {@code basic_expenditure}
 * @param role what its cells hold
 * @param match header texts that say it, in {@linkplain TextNormalizer plain} form
 * @param under what must be found in the texts above; null if anything may stand there
 */
public record Term(String id, ColumnRole role, List<Pattern> match, @Nullable Pattern under) {
  public Term {
    match = List.copyOf(match);
  }

  /** Whether a header text says this, given the texts above it. */
  public boolean fits(String text, String above) {
    for (Pattern pattern : match) {
      if (pattern.matcher(text).matches()) {
        return under == null || under.matcher(above).find();
      }
    }
    return false;
  }
}
