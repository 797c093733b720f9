package org.yusuan.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.evaluate.Score.Share;
import org.yusuan.evaluate.Truth.TruthTable;
import org.yusuan.model.Cell;
import org.yusuan.model.Column;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Figure;
import org.yusuan.model.Row;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.Table;

/**
 * Compares disclosures with truth files. A table is found if one table has its pages (its place in
 * the document where the truth records no pages) and most of its rows; rows are aligned in order,
 * so that one that is missing does not spoil those below it. Texts are compared without white
 * space, full-width forms folded.
 */
public final class Evaluation {

  private Evaluation() {}

  /** Reads a document. */
  public interface Extractor {
    /** What is in the document. */
    Disclosure extract(Path document) throws IOException;
  }

  /**
   * Evaluates every truth file of a folder whose document lies beside it.
   *
   * @param folder the folder
   * @param ending what the documents' names end in instead of {@code .pdf}, as {@code .office.pdf}
   * @param documents the folder of the documents
   * @param out gets one line a document, one a fault, and the totals
   * @return whether nothing was wrong
   */
  public static boolean run(
      Path folder, Path documents, String ending, Extractor extractor, Appendable out)
      throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    Score total = Score.NONE;
    int count = 0;
    for (Path file : files) {
      Truth truth = Truth.read(file);
      if (truth == null) {
        continue;
      }
      Path document = documents.resolve(truth.file().replaceFirst("\\.pdf$", "") + ending);
      if (!Files.exists(document)) {
        continue;
      }
      Report report = compare(truth, extractor.extract(document));
      count++;
      total = total.plus(report.score());
      out.append(line(document.getFileName().toString(), report.score()));
      for (String fault : report.faults()) {
        out.append("    ").append(fault).append('\n');
      }
    }
    if (count == 0) {
      throw new IOException("no truth file in " + folder + " has its document in " + documents);
    }
    out.append(line("all " + count, total));
    return total.isPerfect();
  }

  /**
   * How a disclosure compares with the truth.
   *
   * @param score the counts
   * @param faults one sentence for each thing that is wrong
   */
  record Report(Score score, List<String> faults) {}

  static String line(String name, Score score) {
    return String.format(
        Locale.ROOT,
        "%s%n  tables %s, invented %d, kinds %s, titles %s, units %s, subject %s%n"
            + "  header paths %s, numeric cells %s, body rows %s, text and numeric cells %s%n",
        name,
        score.tables(),
        score.invented(),
        score.kinds(),
        score.titles(),
        score.units(),
        score.subject(),
        score.columns(),
        score.figures(),
        score.rows(),
        score.cells());
  }

  static Report compare(Truth truth, Disclosure disclosure) {
    List<String> faults = new ArrayList<>();
    Score score = Score.NONE.plus(subject(truth, disclosure.subject(), faults));
    List<Table> left = new ArrayList<>(disclosure.tables());
    int number = 0;
    for (TruthTable expected : truth.tables()) {
      Table found =
          find(expected, left, number++, disclosure.tables().size() == truth.tables().size());
      if (found == null) {
        faults.add("missing: " + expected.title() + " on " + expected.pages());
      } else {
        left.remove(found);
      }
      score = score.plus(table(expected, found, faults));
    }
    for (Table table : left) {
      faults.add("invented: " + table.kind() + " " + table.title() + " on " + table.pages());
    }
    return new Report(
        score.plus(
            new Score(
                Share.NONE,
                left.size(),
                Share.NONE,
                Share.NONE,
                Share.NONE,
                Share.NONE,
                Share.NONE,
                Share.NONE,
                Share.NONE,
                Share.NONE)),
        faults);
  }

  private static @Nullable Table find(
      TruthTable expected, List<Table> tables, int number, boolean sameCount) {
    if (expected.pages() == null) {
      return sameCount && !tables.isEmpty() ? tables.get(0) : byTitle(expected, tables);
    }
    Table best = null;
    for (Table table : tables) {
      boolean shares = table.pages().stream().anyMatch(expected.pages()::contains);
      if (shares && (best == null || overlap(expected, table) > overlap(expected, best))) {
        best = table;
      }
    }
    return best;
  }

  private static @Nullable Table byTitle(TruthTable expected, List<Table> tables) {
    return tables.stream()
        .filter(table -> same(expected.title(), table.title()))
        .findFirst()
        .orElse(null);
  }

  private static long overlap(TruthTable expected, Table table) {
    List<String> texts =
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .map(cell -> plain(cell.text()))
            .toList();
    return expected.grid().stream()
        .flatMap(List::stream)
        .filter(text -> text != null && !text.isBlank() && texts.contains(plain(text)))
        .count();
  }

  private static Score subject(Truth truth, Subject subject, List<String> faults) {
    Share share = Share.NONE;
    share = fact("organization", truth.organization(), subject.organization(), share, faults);
    share = fact("fiscal year", truth.fiscalYear(), subject.fiscalYear(), share, faults);
    share = fact("stage", truth.stage(), subject.stage(), share, faults);
    share = fact("level", truth.level(), subject.level(), share, faults);
    return new Score(
        Share.NONE,
        0,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        share);
  }

  private static Share fact(
      String name,
      @Nullable Object expected,
      @Nullable Stated<?> found,
      Share share,
      List<String> faults) {
    if (expected == null) {
      return share;
    }
    String actual = found == null ? "" : String.valueOf(found.value());
    boolean right = fold(expected.toString()).equals(fold(actual));
    if (!right) {
      faults.add(name + ": " + expected + " was read as " + actual);
    }
    return share.plus(right);
  }

  private static Score table(TruthTable expected, @Nullable Table found, List<String> faults) {
    boolean whole =
        found != null && (expected.pages() == null || expected.pages().equals(found.pages()));
    String name = expected.title() + " " + Objects.requireNonNullElse(expected.pages(), List.of());
    if (found != null && !whole) {
      faults.add(name + ": found on " + found.pages());
    }
    Share kinds =
        expected.kind() == null
            ? Share.NONE
            : Share.NONE.plus(
                check(
                    name + " kind", expected.kind(), found == null ? null : found.kind(), faults));
    Share titles =
        expected.title() == null
            ? Share.NONE
            : Share.NONE.plus(
                check(
                    name + " title",
                    expected.title(),
                    found == null ? null : found.title(),
                    faults));
    Share units =
        expected.unit() == null || expected.unit().isBlank()
            ? Share.NONE
            : Share.NONE.plus(
                check(
                    name + " unit", expected.unit(), found == null ? null : found.unit(), faults));
    Share columns = columns(expected, found, name, faults);
    List<List<String>> truthRows = expected.grid().stream().filter(Evaluation::isBody).toList();
    List<List<String>> rows = found == null ? List.of() : lines(found);
    return new Score(
            Share.NONE.plus(whole),
            0,
            kinds,
            titles,
            units,
            columns,
            Share.NONE,
            Share.NONE,
            Share.NONE,
            Share.NONE)
        .plus(cells(truthRows, rows, name, faults));
  }

  private static boolean check(
      String what, String expected, @Nullable String found, List<String> faults) {
    if (same(expected, found)) {
      return true;
    }
    faults.add(what + ": " + expected + " was read as " + found);
    return false;
  }

  private static Share columns(
      TruthTable expected, @Nullable Table found, String name, List<String> faults) {
    Share share = Share.NONE;
    List<List<String>> paths = expected.columns() == null ? List.of() : expected.columns();
    for (int i = 0; i < paths.size(); i++) {
      String path = found != null && i < found.columns().size() ? path(found.columns().get(i)) : "";
      boolean right = plain(String.join(">", paths.get(i))).equals(path);
      if (!right) {
        faults.add(name + " column " + i + ": " + paths.get(i) + " was read as " + path);
      }
      share = share.plus(right);
    }
    return share;
  }

  private static String path(Column column) {
    return plain(String.join(">", column.header()));
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

  private static Score cells(
      List<List<String>> expected, List<List<String>> found, String name, List<String> faults) {
    int[] match = align(expected, found);
    Share figures = Share.NONE;
    Share rows = Share.NONE;
    Share cells = Share.NONE;
    for (int i = 0; i < expected.size(); i++) {
      List<String> row = match[i] < 0 ? List.of() : found.get(match[i]);
      boolean rowRight = match[i] >= 0;
      int width = Math.max(expected.get(i).size(), row.size());
      for (int c = 0; c < width; c++) {
        String text = at(expected.get(i), c);
        boolean right = match[i] >= 0 && plain(text).equals(plain(at(row, c)));
        rowRight &= right;
        if (!text.isBlank()) {
          cells = cells.plus(right);
          if (Figure.parse(text) != null) {
            figures = figures.plus(right);
          }
        }
      }
      rows = rows.plus(rowRight);
      if (!rowRight) {
        faults.add(name + " row " + i + ": " + expected.get(i) + " was read as " + row);
      }
    }
    return new Score(
        Share.NONE,
        0,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        Share.NONE,
        figures,
        rows,
        cells,
        Share.NONE);
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

  /** Names of constants are written with _ in one place and with - in another. */
  private static String fold(String text) {
    return plain(text).replace('-', '_').toLowerCase(Locale.ROOT);
  }

  private static boolean same(@Nullable String expected, @Nullable String found) {
    return expected != null && found != null && plain(expected).equals(plain(found));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
  }
}
