package org.yusuan.benchmark.accuracy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.benchmark.accuracy.Score.Measure;
import org.yusuan.benchmark.accuracy.Score.Share;
import org.yusuan.benchmark.accuracy.Truth.TruthTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Table;

/**
 * Compares disclosures with truth files. A table is found if one table has its pages (its place in
 * the document where the truth records no pages) and most of its rows.
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
      Truth truth = Truth.readTruth(file);
      if (truth == null) {
        continue;
      }
      Path document = documents.resolve(truth.file().replaceFirst("\\.pdf$", "") + ending);
      if (!Files.exists(document)) {
        continue;
      }
      Assessment report = compare(truth, extractor.extract(document));
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
  record Assessment(Score score, List<String> faults) {}

  static String line(String name, Score score) {
    return String.format(
        Locale.ROOT,
        "%s%n  tables %s, invented %d, kinds %s, titles %s, units %s, subject %s%n"
            + "  header paths %s, numeric cells %s, body rows %s, text and numeric cells %s%n"
            + "  likeness of tables (GriTS, content) %s%n",
        name,
        score.of(Measure.TABLES),
        score.invented(),
        score.of(Measure.KINDS),
        score.of(Measure.TITLES),
        score.of(Measure.UNITS),
        score.of(Measure.SUBJECT),
        score.of(Measure.COLUMNS),
        score.of(Measure.FIGURES),
        score.of(Measure.ROWS),
        score.of(Measure.CELLS),
        score.of(Measure.LIKENESS).mean());
  }

  static Assessment compare(Truth truth, Disclosure disclosure) {
    List<String> faults = new ArrayList<>();
    Score score = Score.NONE.plus(Measure.SUBJECT, subject(truth, disclosure.subject(), faults));
    List<Table> left = new ArrayList<>(disclosure.tables());
    for (TruthTable expected : truth.tables()) {
      Table found = find(expected, left, disclosure.tables().size() == truth.tables().size());
      if (found == null) {
        faults.add("missing: " + expected.title() + " on " + expected.pages());
      } else {
        left.remove(found);
      }
      score = score.plus(new TableComparison(expected, found, faults).score());
    }
    for (Table table : left) {
      faults.add("invented: " + table.kind() + " " + table.title() + " on " + table.pages());
    }
    return new Assessment(score.plus(new Score(left.size(), Map.of())), faults);
  }

  private static @Nullable Table find(TruthTable expected, List<Table> tables, boolean sameCount) {
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
        .filter(table -> TableComparison.same(expected.title(), table.title()))
        .findFirst()
        .orElse(null);
  }

  private static long overlap(TruthTable expected, Table table) {
    List<String> texts =
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .map(cell -> TableComparison.plain(cell.text()))
            .toList();
    return expected.grid().stream()
        .flatMap(List::stream)
        .filter(
            text -> text != null && !text.isBlank() && texts.contains(TableComparison.plain(text)))
        .count();
  }

  private static Share subject(Truth truth, Subject subject, List<String> faults) {
    Share share = Share.NONE;
    share = fact("organization", truth.organization(), subject.organization(), share, faults);
    share = fact("fiscal year", truth.fiscalYear(), subject.fiscalYear(), share, faults);
    share = fact("stage", truth.stage(), subject.stage(), share, faults);
    return fact("level", truth.level(), subject.level(), share, faults);
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

  /** Names of constants are written with _ in one place and with - in another. */
  private static String fold(String text) {
    return TableComparison.plain(text).replace('-', '_').toLowerCase(Locale.ROOT);
  }
}
