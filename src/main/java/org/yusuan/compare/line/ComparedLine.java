package org.yusuan.compare.line;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.knowledge.message.Wording;

/**
 * One line over all periods.
 *
 * @param key what makes its lines the same
 * @param code its newest code of the classification; null if it has none
 * @param name its newest name
 * @param english its name in English; null if none is known
 * @param total whether it sums the list
 * @param level depth in the list, 1 for the top; 0 for a total
 * @param direction {@code revenue} or {@code expenditure}; null if unknown
 * @param entries what each period says, in the order of the periods
 * @param changes between years, then budgets against final accounts
 * @param notes on the line as a whole, as that its name or code changed
 */
public record ComparedLine(
    String key,
    @Nullable String code,
    String name,
    @Nullable String english,
    boolean total,
    int level,
    @Nullable String direction,
    List<StatedLine> entries,
    List<LineChange> changes,
    List<Wording> notes) {
  public ComparedLine {
    entries = List.copyOf(entries);
    changes = List.copyOf(changes);
    notes = List.copyOf(notes);
  }
}
