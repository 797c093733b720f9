package org.yusuan.check.identity.row;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Table;

/** Finds rows that print the change between the rows of two years above them. */
public final class ChangeRows {

  private final Table table;
  private final LabelPatterns words;

  public ChangeRows(Table table, LabelPatterns words) {
    this.table = table;
    this.words = words;
  }

  /**
   * A row of changes.
   *
   * @param change its index
   * @param later index of the row of the later year
   * @param earlier index of the row of the year before it
   */
  public record ChangeRow(int change, int later, int earlier) {}

  /** The rows of changes below exactly two rows of years that follow one another. */
  public List<ChangeRow> find() {
    List<ChangeRow> found = new ArrayList<>();
    for (int r = 2; r < table.rows().size(); r++) {
      if (!words.isChange(label(r))) {
        continue;
      }
      Integer first = year(r - 2);
      Integer second = year(r - 1);
      boolean alone = r == 2 || year(r - 3) == null;
      if (first != null && second != null && Math.abs(first - second) == 1 && alone) {
        boolean rising = first < second;
        found.add(new ChangeRow(r, rising ? r - 1 : r - 2, rising ? r - 2 : r - 1));
      }
    }
    return found;
  }

  private String label(int row) {
    return Objects.requireNonNullElse(table.rows().get(row).keys().label(), "");
  }

  private @Nullable Integer year(int row) {
    return words.year(label(row));
  }
}
