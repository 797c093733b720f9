package org.yusuan.correction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;

/**
 * A table that a person drew on a page, whose reading had failed: its area, the lines between its
 * columns and rows, and how many rows are its header.
 *
 * @param page the page, from 1
 * @param area its rectangle, in points from the top left of the page as displayed
 * @param columns x of the lines between columns, from the left; empty if they are to be found
 * @param rows y of the lines between rows, from the top; empty if they are to be found
 * @param headerRows how many rows are the header; null if it is to be found
 */
public record DrawnTable(
    int page, Box area, List<Double> columns, List<Double> rows, @Nullable Integer headerRows) {

  private static final Pattern FORM =
      Pattern.compile(
          "columns:((?: \\d{1,5}(?:\\.\\d+)?)*); rows:((?: \\d{1,5}(?:\\.\\d+)?)*); header:(?:"
              + " (\\d{1,2}))?");

  public DrawnTable {
    columns = columns.stream().sorted().toList();
    rows = rows.stream().sorted().toList();
  }

  /** The table that an entry describes; null if it is not about the area of a table. */
  static @Nullable DrawnTable of(CorrectionEntry entry) {
    Integer page = entry.page();
    Box area = entry.bbox();
    Matcher form = FORM.matcher(entry.is());
    if (entry.kind() != CorrectionEntry.Kind.TABLE_AREA
        || page == null
        || area == null
        || !form.matches()) {
      return null;
    }
    String header = form.group(3);
    return new DrawnTable(
        page,
        area,
        numbers(form.group(1)),
        numbers(form.group(2)),
        header == null ? null : Integer.valueOf(header));
  }

  private static List<Double> numbers(String text) {
    List<Double> numbers = new ArrayList<>();
    for (String number : text.strip().split(" ", -1)) {
      if (!number.isEmpty()) {
        numbers.add(Double.valueOf(number));
      }
    }
    return numbers;
  }

  /** The text by which an entry describes the table. */
  public String text() {
    return "columns:"
        + text(columns)
        + "; rows:"
        + text(rows)
        + "; header:"
        + (headerRows == null ? "" : " " + headerRows);
  }

  private static String text(List<Double> numbers) {
    return numbers.stream()
        .map(number -> String.format(Locale.ROOT, " %.1f", number))
        .collect(Collectors.joining());
  }
}
