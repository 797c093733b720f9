package org.yusuan.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Years that a file states and the texts beside them deny: that of the document, of the title of a
 * table, of the header of a column. Where the text prints no year in digits nothing is said.
 */
final class YearFaults {

  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");

  private YearFaults() {}

  /** Each such year, in one line. */
  static List<String> of(Disclosure stored) {
    List<String> faults = new ArrayList<>();
    Stated<Integer> year = stored.subject().fiscalYear();
    if (year != null) {
      add("", year.value(), year.text(), faults);
    }
    for (Table table : stored.tables()) {
      String title = table.title();
      if (title != null) {
        add(table.id() + ": ", table.dimensions().fiscalYear(), title, faults);
      }
      for (Column column : table.columns()) {
        add(table.id() + ": ", column.year(), String.join(" ", column.header()), faults);
      }
    }
    return faults;
  }

  private static void add(String place, @Nullable Integer year, String text, List<String> faults) {
    // Spaces part digits that are no year together, as § 19 2021年, and some prints part one: 2 0 2
    // 1.
    for (String print : List.of(text, TextNormalizer.of(text))) {
      Matcher printed = YEAR.matcher(print);
      boolean any = false;
      while (printed.find()) {
        any = true;
        if (year == null || printed.group().equals(year.toString())) {
          return;
        }
      }
      if (!any) {
        return;
      }
    }
    if (year != null) {
      faults.add(place + "the file says year " + year + ", the text 「" + text + "」");
    }
  }
}
