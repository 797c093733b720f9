package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.ChineseNumeral;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * Formulas that a table prints of its own columns or rows: {@code A=B+C} in a header, in a column
 * of formulas or behind a label, {@code 5-6} where columns are numbered, {@code 一+二} behind a
 * total. Products and quotients are left out.
 */
final class PrintedFormulas {

  private static final String TOKEN = "\\(?(?:[A-Z]|\\d{1,2}|[一二三四五六七八九十]{1,3})\\)?";

  private static final Pattern NAME = Pattern.compile(TOKEN);

  private static final Pattern FORMULA =
      Pattern.compile("(?:(" + TOKEN + ")=)?(" + TOKEN + "(?:[+-]" + TOKEN + ")+)");

  private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([^()]+)\\)");

  private static final Pattern DASH = Pattern.compile("[－–—−―]");

  /** What is, or becomes in plain form, a sign of addition or subtraction. */
  private static final String SIGNS = "+-＋－–—−―⁺₊﬩﹢﹣";

  private final Table table;

  PrintedFormulas(Table table) {
    this.table = table;
  }

  /**
   * A formula.
   *
   * @param text as printed, in plain form
   * @param total the column, or row, that is the result
   * @param parts the columns, or rows, that are added
   * @param less those that are taken off
   */
  record Formula(String text, int total, List<Integer> parts, List<Integer> less) {}

  /** A formula that is not yet tied to columns or rows; the name of its result may be missing. */
  private record Parsed(
      String text, @Nullable String total, List<String> plus, List<String> minus) {
    @Nullable Formula resolve(int own, Map<String, Integer> places) {
      int result = total == null ? own : places.getOrDefault(total, own);
      List<Integer> parts = new ArrayList<>();
      List<Integer> less = new ArrayList<>();
      for (String name : plus) {
        parts.add(places.getOrDefault(name, -1));
      }
      for (String name : minus) {
        less.add(places.getOrDefault(name, -1));
      }
      boolean told = result == own && !parts.contains(-1) && !less.contains(-1);
      long different =
          java.util.stream.Stream.concat(parts.stream(), less.stream()).distinct().count();
      return told
              && !parts.contains(result)
              && !less.contains(result)
              && different == parts.size() + less.size()
          ? new Formula(text, result, parts, less)
          : null;
    }
  }

  // --- columns

  /** The formulas of columns: in the header, or in a row that holds nothing else. */
  List<Formula> columns() {
    List<Formula> formulas = new ArrayList<>();
    int lists = table.listCount();
    for (int list = 0; list < lists; list++) {
      Map<String, Integer> places = new HashMap<>();
      Map<Integer, Parsed> parsed = new HashMap<>();
      for (int c = 0; c < table.columns().size(); c++) {
        Column column = table.columns().get(c);
        if (column.list() == list && column.role() == ColumnRole.AMOUNT) {
          for (String text : column.header()) {
            read(c, text, places, parsed);
          }
          for (int r = 0; r < table.rows().size() && r < 2; r++) {
            read(c, text(table.rows().get(r), c), places, parsed);
          }
        }
      }
      resolve(parsed, places, formulas);
    }
    return formulas;
  }

  private static String text(Row row, int column) {
    for (Cell cell : row.cells()) {
      if (cell.column() == column && cell.amount() == null && cell.value() == null) {
        return cell.text();
      }
    }
    return "";
  }

  // --- rows

  /** The formulas of rows: in a column of formulas, or behind labels. */
  List<Formula> rows() {
    List<Formula> formulas = new ArrayList<>();
    int lists = table.listCount();
    for (int list = 0; list < lists; list++) {
      for (int c = 0; c < table.columns().size(); c++) {
        if (table.columns().get(c).list() == list
            && table.columns().get(c).role() != ColumnRole.AMOUNT
            && hasSign(list, c)) {
          inColumn(list, c, formulas);
        }
      }
    }
    return formulas;
  }

  /** Whether any text of a column may be a formula: most columns hold names alone. */
  private boolean hasSign(int list, int column) {
    return table.rows().stream()
        .filter(row -> row.list() == list)
        .anyMatch(row -> text(row, column).chars().anyMatch(c -> SIGNS.indexOf(c) >= 0));
  }

  private void inColumn(int list, int column, List<Formula> formulas) {
    Map<String, Integer> places = new HashMap<>();
    Map<Integer, Parsed> parsed = new HashMap<>();
    for (int r = 0; r < table.rows().size(); r++) {
      Row row = table.rows().get(r);
      String text = row.list() == list ? plain(text(row, column)) : "";
      ListMark mark = ListMark.of(text);
      if (mark != null && mark.style() == ListMark.Style.NUMERAL) {
        put(places, ChineseNumeral.print(mark.number()), r);
      }
      Matcher inBrackets = IN_BRACKETS.matcher(text);
      if (inBrackets.matches()) {
        Parsed behind = parse(inBrackets.group(1));
        // 1-6 behind a label may be months: a sum or an equals sign tells that it is a formula.
        if (behind != null && (behind.total != null || behind.minus.isEmpty())) {
          parsed.put(r, behind);
        }
        put(places, inBrackets.group(1), r);
      } else if (!text.isEmpty()) {
        read(r, text, places, parsed);
      }
    }
    resolve(parsed, places, formulas);
  }

  // --- reading

  private static void read(
      int place, String text, Map<String, Integer> places, Map<Integer, Parsed> parsed) {
    String plain = plain(text);
    Parsed formula = parse(plain);
    if (formula != null) {
      parsed.put(place, formula);
      if (formula.total != null) {
        put(places, formula.total, place);
      }
    } else {
      put(places, plain, place);
    }
  }

  /** Puts the place of a name; a name at two places is left out, as it identifies neither. */
  private static void put(Map<String, Integer> places, String name, int place) {
    if (NAME.matcher(name).matches()) {
      Integer known = places.put(bare(name), place);
      if (known != null && known != place) {
        places.put(bare(name), -1);
      }
    }
  }

  private static @Nullable Parsed parse(String plain) {
    Matcher matcher = FORMULA.matcher(plain);
    if (!matcher.matches()) {
      return null;
    }
    List<String> plus = new ArrayList<>();
    List<String> minus = new ArrayList<>();
    Matcher names = NAME.matcher(matcher.group(2));
    while (names.find()) {
      boolean less = names.start() > 0 && matcher.group(2).charAt(names.start() - 1) == '-';
      (less ? minus : plus).add(bare(names.group()));
    }
    String total = matcher.group(1);
    return new Parsed(plain, total == null ? null : bare(total), plus, minus);
  }

  private static void resolve(
      Map<Integer, Parsed> parsed, Map<String, Integer> places, List<Formula> formulas) {
    parsed.forEach(
        (place, formula) -> {
          Formula resolved = formula.resolve(place, places);
          if (resolved != null) {
            formulas.add(resolved);
          }
        });
  }

  private static String plain(String text) {
    return text.isEmpty() ? text : DASH.matcher(TextNormalizer.of(text)).replaceAll("-");
  }

  private static String bare(String name) {
    return name.replace("(", "").replace(")", "");
  }
}
