package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.RowIndex.IndexedRow;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Table;

/**
 * The cells of a disclosure by what their labels, headers and titles say that they hold. One thread
 * at a time may use it: it remembers what it looked up.
 */
public final class CellIndex {

  /** A name that is cut in two must leave at least this many characters on either side. A guess. */
  private static final int MIN_NAME_CHARACTERS = 2;

  /** A column that a name begins with has at least this many characters. A guess. */
  private static final int MIN_COLUMN_CHARACTERS = 4;

  private static final String PROJECT = "项目";

  private final List<Table> tables;
  private final AmountWords words;
  private final boolean ofGovernment;
  private final RowIndex index;
  private final NamesakeRows namesakes;
  private final EarlierCells earlier;
  private final CandidateOrder order;
  private final RowCells rowCells;

  /**
   * A cell that may hold an amount of the prose.
   *
   * @param ref the cell
   * @param table its table
   * @param cell what it holds
   * @param fit how well what it says is what the prose says
   * @param renamed whether the prose calls it, or a parent, by another name
   * @param recoded whether the prose gives it another code, and the very name that it has
   * @param inSection whether its table is the one that the nearest heading is about
   * @param dated whether its column prints the year that the prose states
   * @param apart in how many things it says something else than the prose, or nothing
   * @param more in how much it says more or less than the prose that makes no difference
   */
  public record Candidate(
      CellRef ref,
      Table table,
      Cell cell,
      MeaningMatch fit,
      boolean renamed,
      boolean recoded,
      boolean inSection,
      boolean dated,
      int apart,
      int more) {
    /** This cell, that fits no better than another match. */
    public Candidate atBest(MeaningMatch worse) {
      return new Candidate(
          ref, table, cell, fit.atBest(worse), renamed, recoded, inSection, dated, apart, more);
    }
  }

  /**
   * Makes an index of the cells of all tables.
   *
   * @param document year and stage of the document, where they are known
   */
  public CellIndex(
      List<Table> tables,
      Meaning document,
      MeaningReader reader,
      AmountWords words,
      Classification classification) {
    this.tables = List.copyOf(tables);
    this.words = words;
    this.index = new RowIndex(tables, reader, words, classification);
    this.namesakes = new NamesakeRows(index);
    Set<String> ofOneBudget =
        IntStream.range(0, tables.size())
            .filter(t -> index.table(t).get(Aspect.BUDGET) != null)
            .mapToObj(t -> tables.get(t).id())
            .collect(Collectors.toSet());
    this.order = new CandidateOrder(words.preferred(), ofOneBudget, words.partial());
    this.earlier = new EarlierCells(this.tables, index, document);
    this.ofGovernment =
        IntStream.range(0, tables.size())
                .mapToObj(index::table)
                .filter(meaning -> meaning.get(Aspect.SCOPE) != null)
                .filter(meaning -> meaning.get(Aspect.BUDGET) != null)
                .count()
            > 1;
    this.rowCells = new RowCells(this.tables, index, order, document, ofGovernment, words.limits());
  }

  /** Whether some table says of which level of government its money is. */
  public boolean isOfGovernment() {
    return ofGovernment;
  }

  /** A cell; null if there is none. */
  public @Nullable Cell cell(CellRef ref) {
    Table table = table(ref.table());
    return table == null ? null : table.cell(ref.row(), ref.column());
  }

  /** The cell of the same row that holds the amount of the year before; null if there is none. */
  public @Nullable CellRef yearBefore(CellRef ref) {
    return earlier.ofSameStage(ref);
  }

  /**
   * The cell that holds the amount of the year before, in the same row or in the table of that
   * year; null if there is none, or more than one.
   *
   * @param stage its stage; null for what was carried out, else for the only one
   */
  public @Nullable CellRef yearBefore(CellRef ref, @Nullable String stage) {
    return earlier.find(ref, stage);
  }

  /** What a column of a table holds; null if it holds no levels. */
  public @Nullable Meaning column(Table table, int column) {
    return index.column(tables.indexOf(table), column);
  }

  /** What a cell is called; empty if there is none. */
  public String label(CellRef ref) {
    Table table = table(ref.table());
    return table == null || cell(ref) == null ? "" : RowLabels.label(table, ref);
  }

  /** Whether a row or a column has a name. */
  public boolean isCalled(String name) {
    return !index.named(name).isEmpty() || !index.tablesOf(name).isEmpty();
  }

  /** The table with an id; null if there is none. */
  public @Nullable Table table(String id) {
    return tables.stream().filter(table -> table.id().equals(id)).findFirst().orElse(null);
  }

  /**
   * The cells that may hold what the prose says, best first.
   *
   * @param meaning what the clause says, with what it leaves out
   * @param context what headings and sentences before it say
   * @param section what the table is about that the nearest heading names; empty if it names none
   */
  public List<Candidate> find(Meaning meaning, Meaning context, String section) {
    List<Candidate> found = new ArrayList<>();
    String name = meaning.name();
    boolean whole = name.isEmpty();
    if (whole
        && meaning.get(Aspect.SIDE) == null
        && meaning.get(Aspect.NATURE) == null
        && meaning.get(Aspect.BUDGET) == null
        && meaning.get(Aspect.ORIGIN) == null) {
      return found;
    }
    Map<Integer, List<IndexedRow>> byTable = new LinkedHashMap<>();
    for (IndexedRow row : index.named(name)) {
      byTable.computeIfAbsent(row.table(), key -> new ArrayList<>()).add(row);
    }
    if (meaning.code() != null) {
      for (IndexedRow row : index.coded(meaning.code())) {
        List<IndexedRow> own = byTable.computeIfAbsent(row.table(), key -> new ArrayList<>());
        own.removeIf(other -> !meaning.code().equals(other.code()));
        if (own.stream().noneMatch(other -> other == row)) {
          own.add(row);
        }
      }
    }
    byTable.forEach(
        (table, list) ->
            rowCells.add(
                whole ? list : namesakes.narrowed(list, meaning, context),
                meaning,
                context,
                section,
                "",
                found));
    if (!whole) {
      Map<Integer, List<IndexedRow>> totals = new LinkedHashMap<>();
      Set<Integer> columned = index.tablesOf(name);
      for (IndexedRow row : columned.isEmpty() ? List.<IndexedRow>of() : index.named("")) {
        if (columned.contains(row.table())) {
          totals.computeIfAbsent(row.table(), key -> new ArrayList<>()).add(row);
        }
      }
      totals.forEach((table, list) -> rowCells.add(list, meaning, context, section, name, found));
      // Below a heading that names a column, as 企业职工基本养老保险基金, an item is a row of it.
      String topic = context.name();
      Set<Integer> topical = topic.equals(name) ? Set.of() : index.tablesOf(topic);
      byTable.forEach(
          (table, list) -> {
            if (!topic.isEmpty() && topical.contains(table)) {
              rowCells.add(list, meaning, context, section, topic, found);
            }
          });
    }
    if (found.isEmpty() && !whole) {
      addLikely(meaning, context, section, found);
    }
    if (found.isEmpty() && name.endsWith(PROJECT) && name.length() > PROJECT.length() + 2) {
      // 「馆藏文物修复项目 9 万元」 is 馆藏文物修复 in the table of projects.
      String bare = name.substring(0, name.length() - PROJECT.length());
      find(meaning.about(new Meaning(Map.of(), List.of(bare), null)), context, section)
          .forEach(one -> found.add(one.atBest(MeaningMatch.EXTRA)));
    }
    if (index.isOneOfUnits(context.name())) {
      // Below a heading that names a unit an amount is not that of the department.
      found.replaceAll(one -> one.atBest(MeaningMatch.EXTRA));
    }
    addUnit(whole ? context.name() : name, "", meaning, context, section, found);
    if (found.isEmpty() && !index.tablesOf(name).isEmpty()) {
      addUnit(index.ownUnit(), name, meaning, context, section, found);
    }
    // Of an amount of a department that no budget is named for, the table of all money comes first.
    boolean ofAll =
        !ofGovernment && meaning.get(Aspect.BUDGET) == null && context.get(Aspect.BUDGET) == null;
    found.sort(order.best(ofAll));
    return found;
  }

  /**
   * The cells of items by their codes, for each column of the tables of basic expenditure: 人员经费 is
   * 301 and 303 where a table has no column or row for it. A column that has one of them twice is
   * left out.
   *
   * @param meaning what the prose says of their sum
   */
  public List<List<Candidate>> items(
      List<String> codes, Meaning meaning, Meaning context, String section) {
    Meaning whole = meaning.with(Aspect.NATURE, null);
    Map<String, Map<String, List<Candidate>>> columns = new LinkedHashMap<>();
    for (String code : codes) {
      for (IndexedRow row : index.ofItem(code)) {
        if ("basic".equals(index.table(row.table()).get(Aspect.NATURE))) {
          List<Candidate> own = new ArrayList<>();
          rowCells.add(List.of(row), whole.about(row.meaning()), context, section, "", own);
          for (Candidate one : own) {
            columns
                .computeIfAbsent(one.ref().table() + "/" + one.ref().column(), k -> new HashMap<>())
                .computeIfAbsent(code, k -> new ArrayList<>())
                .add(one);
          }
        }
      }
    }
    return columns.values().stream()
        .filter(column -> column.values().stream().allMatch(cells -> cells.size() == 1))
        .map(
            column -> codes.stream().flatMap(code -> column.getOrDefault(code, List.of()).stream()))
        .map(Stream::toList)
        .sorted(Comparator.comparing(column -> column.get(0), order.best(false)))
        .toList();
  }

  /**
   * Rows of a name that no row has: 人大事务行政运行 is the item 行政运行 of the group 人大事务, and 一般行政事务管理 of a
   * group that has 一般行政管理事务 is hardly anything else. 新增一般债券 is the row 新增债券 in the column 一般债券.
   */
  private void addLikely(Meaning meaning, Meaning context, String section, List<Candidate> found) {
    String name = meaning.name();
    for (AmountWords.Crossed one : words.crossed()) {
      List<String> path = one.path(name);
      if (!path.isEmpty()) {
        Meaning crossed = meaning.about(new Meaning(Map.of(), path, null));
        addCrossed(crossed, context, section, found);
      }
    }
    if (meaning.names().size() == 1 && meaning.code() == null) {
      for (int i = MIN_NAME_CHARACTERS;
          i <= name.length() - MIN_NAME_CHARACTERS && found.isEmpty();
          i++) {
        List<String> path = List.of(name.substring(0, i), name.substring(i));
        Meaning split = meaning.about(new Meaning(Map.of(), path, null));
        Map<Integer, List<IndexedRow>> byTable = new LinkedHashMap<>();
        for (IndexedRow row : index.named(path.get(1))) {
          if (index.ancestors(row, path) > 0) {
            byTable.computeIfAbsent(row.table(), key -> new ArrayList<>()).add(row);
          }
        }
        byTable.values().forEach(list -> rowCells.add(list, split, context, section, "", found));
        addCrossed(split, context, section, found);
      }
    } else if (meaning.names().size() > 1) {
      index
          .respelled(meaning.names())
          .forEach(row -> rowCells.add(List.of(row), meaning, context, section, "", found));
    }
  }

  /**
   * The row of the unit that a text or the heading above it names. Who else is meant by a name so
   * short nobody knows: it is never certain.
   */
  private void addUnit(
      String unit,
      String column,
      Meaning meaning,
      Meaning context,
      String section,
      List<Candidate> found) {
    List<IndexedRow> rows = index.ofUnit(unit);
    Meaning all = meaning.about(Meaning.NOTHING).with(Aspect.SCOPE, null);
    List<Candidate> own = new ArrayList<>();
    rowCells.add(rows, all, context.with(Aspect.SCOPE, null), section, column, own);
    MeaningMatch best =
        own.stream().map(Candidate::fit).min(Comparator.naturalOrder()).orElse(MeaningMatch.NONE);
    own.stream()
        .filter(one -> one.fit() == best)
        .map(one -> one.atBest(MeaningMatch.EXTRA))
        .forEach(found::add);
  }

  /** 城乡居民基本养老保险基金结余 is the row 结余 in the column of that fund. */
  private void addCrossed(Meaning split, Meaning context, String section, List<Candidate> found) {
    String column = split.names().get(0);
    if (column.length() >= MIN_COLUMN_CHARACTERS) {
      for (int table : index.tablesOf(column)) {
        List<IndexedRow> rows =
            index.named(split.name()).stream().filter(row -> row.table() == table).toList();
        rowCells.add(rows, split, context, section, column, found);
      }
    }
  }
}
