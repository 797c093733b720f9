package org.yusuan.benchmark.accuracy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.benchmark.accuracy.Score.Measure;
import org.yusuan.benchmark.accuracy.Score.Share;
import org.yusuan.benchmark.accuracy.Truth.TruthTable;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.PrintedNumber;

/**
 * Compares a table with what it should be. Rows are aligned in order, so that one that is missing
 * does not spoil those below it. Texts are compared without white space, full-width forms folded.
 */
final class TableComparison {
  private final TruthTable expected;
  private final @Nullable Table found;
  private final List<String> faults;
  private final String name;

  /**
   * A comparison.
   *
   * @param found the table that was found; null if none was
   * @param faults gets one sentence for each thing that is wrong
   */
  TableComparison(TruthTable expected, @Nullable Table found, List<String> faults) {
    this.expected = expected;
    this.found = found;
    this.faults = faults;
    this.name = expected.title() + " " + Objects.requireNonNullElse(expected.pages(), List.of());
  }

  Score score() {
    boolean whole =
        found != null && (expected.pages() == null || expected.pages().equals(found.pages()));
    if (found != null && !whole) {
      faults.add(name + ": found on " + found.pages());
    }
    List<List<String>> wanted = expected.grid().stream().filter(TableComparison::isBody).toList();
    List<List<String>> rows = found == null ? List.of() : lines(found);
    return Score.NONE
        .plus(Measure.TABLES, whole)
        .plus(Measure.KINDS, stated("kind", expected.kind(), found == null ? null : found.kind()))
        .plus(
            Measure.TITLES, stated("title", expected.title(), found == null ? null : found.title()))
        .plus(Measure.UNITS, stated("unit", expected.unit(), found == null ? null : found.unit()))
        .plus(Measure.COLUMNS, columns())
        .plus(Measure.LIKENESS, new Share(likeness(wanted, rows), 1))
        .plus(cells(wanted, rows));
  }

  /** What the truth does not state is not measured. */
  private Share stated(String what, @Nullable String wanted, @Nullable String read) {
    if (wanted == null || wanted.isBlank()) {
      return Share.NONE;
    }
    boolean right = same(wanted, read);
    if (!right) {
      faults.add(name + " " + what + ": " + wanted + " was read as " + read);
    }
    return Share.NONE.plus(right);
  }

  private Share columns() {
    Share share = Share.NONE;
    List<List<String>> paths = paths(expected);
    for (int i = 0; i < paths.size(); i++) {
      String path = found != null && i < found.columns().size() ? path(found.columns().get(i)) : "";
      boolean right = path(paths.get(i)).equals(path);
      if (!right) {
        faults.add(name + " column " + i + ": " + paths.get(i) + " was read as " + path);
      }
      share = share.plus(right);
    }
    return share;
  }

  private static List<List<String>> paths(TruthTable table) {
    return Objects.requireNonNullElse(table.columns(), List.of());
  }

  private static String path(Column column) {
    return path(column.header());
  }

  private static String path(List<String> header) {
    return plain(String.join(">", header));
  }

  /** The likeness of the bodies, each below a row of its header paths. */
  private double likeness(List<List<String>> wanted, List<List<String>> rows) {
    if (found == null) {
      return 0;
    }
    List<String> wantedHeader = paths(expected).stream().map(TableComparison::path).toList();
    List<String> header = found.columns().stream().map(TableComparison::path).toList();
    return Grits.of(
        full(wantedHeader, wanted), full(wantedHeader.isEmpty() ? wantedHeader : header, rows));
  }

  /** A grid whose rows are all as long. */
  private static List<List<String>> full(List<String> header, List<List<String>> rows) {
    List<List<String>> all =
        Stream.concat(header.isEmpty() ? Stream.of() : Stream.of(header), rows.stream()).toList();
    int width = all.stream().mapToInt(List::size).max().orElse(0);
    return all.stream()
        .map(
            row -> {
              List<String> texts = new ArrayList<>();
              for (int c = 0; c < width; c++) {
                texts.add(plain(at(row, c)));
              }
              return texts;
            })
        .<List<String>>map(List::copyOf)
        .toList();
  }

  /** Rows that only number the columns are no body. */
  private static boolean isBody(List<String> row) {
    List<String> filled = row.stream().filter(text -> text != null && !text.isBlank()).toList();
    return !filled.isEmpty()
        && !filled.stream().allMatch(text -> text.strip().matches("\\*+|栏次|\\d{1,2}"));
  }

  /** The printed rows of a table: lists that stand side by side put together again. */
  private static List<List<String>> lines(Table table) {
    List<List<String>> lines = new ArrayList<>();
    int last = Integer.MIN_VALUE;
    for (Row row : table.rows()) {
      if (row.line() != last) {
        String[] blank = new String[table.columns().size()];
        Arrays.fill(blank, "");
        lines.add(Arrays.asList(blank));
        last = row.line();
      }
      for (Cell cell : row.cells()) {
        lines.get(lines.size() - 1).set(cell.column(), cell.text());
      }
    }
    return lines;
  }

  private Score cells(List<List<String>> wanted, List<List<String>> rows) {
    int[] match = align(wanted, rows);
    Share figures = Share.NONE;
    Share right = Share.NONE;
    Share cells = Share.NONE;
    for (int i = 0; i < wanted.size(); i++) {
      List<String> row = match[i] < 0 ? List.of() : rows.get(match[i]);
      boolean rowRight = match[i] >= 0;
      int width = Math.max(wanted.get(i).size(), row.size());
      for (int c = 0; c < width; c++) {
        String text = at(wanted.get(i), c);
        boolean cellRight = match[i] >= 0 && plain(text).equals(plain(at(row, c)));
        rowRight &= cellRight;
        if (!text.isBlank()) {
          cells = cells.plus(cellRight);
          if (PrintedNumber.parse(text) != null) {
            figures = figures.plus(cellRight);
          }
        }
      }
      right = right.plus(rowRight);
      if (!rowRight) {
        faults.add(name + " row " + i + ": " + wanted.get(i) + " was read as " + row);
      }
    }
    return Score.NONE
        .plus(Measure.FIGURES, figures)
        .plus(Measure.ROWS, right)
        .plus(Measure.CELLS, cells);
  }

  private static String at(List<String> row, int column) {
    String text = column < row.size() ? row.get(column) : "";
    return text == null ? "" : text;
  }

  /** For each expected row the row that it is aligned with, or -1: most equal cells, in order. */
  private static int[] align(List<List<String>> expected, List<List<String>> found) {
    int n = expected.size();
    int m = found.size();
    int[][] best = new int[n + 1][m + 1];
    for (int i = n - 1; i >= 0; i--) {
      for (int j = m - 1; j >= 0; j--) {
        int pair = equalCells(expected.get(i), found.get(j));
        best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), best[i + 1][j + 1] + pair);
      }
    }
    int[] match = new int[n];
    Arrays.fill(match, -1);
    int i = 0;
    int j = 0;
    while (i < n && j < m) {
      int pair = equalCells(expected.get(i), found.get(j));
      if (pair > 0 && best[i][j] == best[i + 1][j + 1] + pair) {
        match[i++] = j++;
      } else if (best[i][j] == best[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
    return match;
  }

  private static int equalCells(List<String> expected, List<String> found) {
    int equal = 0;
    for (int c = 0; c < expected.size(); c++) {
      String text = at(expected, c);
      equal += !text.isBlank() && plain(text).equals(plain(at(found, c))) ? 1 : 0;
    }
    return equal;
  }

  static boolean same(@Nullable String expected, @Nullable String found) {
    return expected != null && found != null && plain(expected).equals(plain(found));
  }

  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
