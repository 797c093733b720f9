package org.yusuan.compare.series;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.export.Fact;
import org.yusuan.knowledge.Series;
import org.yusuan.knowledge.message.Wording;

/**
 * One series of lines over all periods.
 *
 * @param series which
 * @param tables the table that each period's lines are taken from, in the order of the periods;
 *     null where there is none
 * @param lines the lines, in the order of their codes or of the newest document
 * @param notes what cannot be compared, and where tables of one document disagree
 */
public record View(
    Series series,
    List<Fact.@Nullable TableKey> tables,
    List<ComparedLine> lines,
    List<Wording> notes) {
  public View {
    tables = java.util.Collections.unmodifiableList(tables);
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }
}
