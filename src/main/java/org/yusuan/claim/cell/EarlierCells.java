package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * Finds the cell that holds what another one holds, of the year before: in another column of its
 * row, or at the same place of the table of that year. Immutable.
 */
final class EarlierCells {

  private static final String FINAL = "final";

  /** Stages of what is planned. */
  private static final Set<String> PLANNED = Set.of("budget", "adjusted");

  private final List<Table> tables;
  private final RowIndex index;
  private final Meaning document;
  private final Map<Integer, Map<String, List<Integer>>> rowsByLabel = new HashMap<>();

  EarlierCells(List<Table> tables, RowIndex index, Meaning document) {
    this.tables = tables;
    this.index = index;
    this.document = document;
  }

  /** The cell of the same row and stage of the year before; null if there is none. */
  @Nullable CellRef ofSameStage(CellRef ref) {
    int t = at(ref);
    Meaning own = t < 0 ? null : index.column(t, ref.column());
    String before = own == null ? null : before(own.orElse(document));
    return own == null || before == null
        ? null
        : only(inRow(t, ref, own, before).stream().filter(c -> sameStage(own, t, c)).toList());
  }

  /**
   * The cell of the year before of a stage, in the same row or else in the table of that year.
   *
   * @param stage the stage that is asked for; null for what was carried out, else the only one: but
   *     what was carried out does not grow from what was planned
   */
  @Nullable CellRef find(CellRef ref, @Nullable String stage) {
    int t = at(ref);
    Meaning column = t < 0 ? null : index.column(t, ref.column());
    String before = column == null ? null : before(dated(t, column));
    if (column == null || before == null) {
      return null;
    }
    Map<CellRef, String> found = new LinkedHashMap<>();
    for (CellRef one : inRow(t, ref, column, before)) {
      found.put(one, stage(t, one.column()));
    }
    if (found.isEmpty()) {
      inLikeTables(t, ref, column, before, found);
    }
    List<CellRef> all = List.copyOf(found.keySet());
    String wanted = stage == null ? FINAL : stage;
    List<CellRef> own = all.stream().filter(c -> wanted.equals(found.get(c))).toList();
    if (!own.isEmpty() || stage != null) {
      return only(own);
    }
    boolean planned = PLANNED.contains(stage(t, ref.column()));
    return only(all.stream().filter(c -> planned || !PLANNED.contains(found.get(c))).toList());
  }

  private int at(CellRef ref) {
    for (int t = 0; t < tables.size(); t++) {
      if (tables.get(t).id().equals(ref.table())) {
        return t;
      }
    }
    return -1;
  }

  private static @Nullable CellRef only(List<CellRef> cells) {
    return cells.size() == 1 ? cells.get(0) : null;
  }

  private Meaning dated(int t, Meaning column) {
    return column.orElse(index.table(t)).orElse(document);
  }

  private static @Nullable String before(Meaning dated) {
    String year = dated.get(Aspect.YEAR);
    return year == null ? null : Integer.toString(Integer.parseInt(year) - 1);
  }

  private boolean sameStage(Meaning own, int t, CellRef other) {
    Meaning column = index.column(t, other.column());
    return column != null && own.with(Aspect.YEAR, null).equals(column.with(Aspect.YEAR, null));
  }

  private String stage(int t, int column) {
    Meaning own = index.column(t, column);
    String stage = own == null ? null : dated(t, own).get(Aspect.STAGE);
    return stage == null ? "" : stage;
  }

  /** The cells of a row that hold the same of another year, of any stage. */
  private List<CellRef> inRow(int t, CellRef ref, Meaning own, String year) {
    List<CellRef> found = new ArrayList<>();
    for (int c = 0; c < tables.get(t).columns().size(); c++) {
      Meaning other = index.column(t, c);
      if (other != null && year.equals(other.get(Aspect.YEAR)) && timeless(other, own)) {
        found.add(new CellRef(ref.table(), ref.row(), c));
      }
    }
    return found;
  }

  /** Adds the cells at the same place of tables that differ in their year and stage alone. */
  private void inLikeTables(
      int t, CellRef ref, Meaning own, String year, Map<CellRef, String> found) {
    String label = label(tables.get(t).rows().get(ref.row()));
    if (label.isEmpty() || rows(t, label).size() != 1) {
      return;
    }
    for (int other = 0; other < tables.size(); other++) {
      if (other == t
          || !tables.get(other).kind().equals(tables.get(t).kind())
          || tables.get(other).kind().equals(Table.UNKNOWN)
          || !timeless(index.table(other), index.table(t))) {
        continue;
      }
      List<Integer> rows = rows(other, label);
      for (int c = 0; rows.size() == 1 && c < tables.get(other).columns().size(); c++) {
        Meaning column = index.column(other, c);
        if (column != null
            && timeless(column, own)
            && year.equals(column.orElse(index.table(other)).get(Aspect.YEAR))) {
          found.put(new CellRef(tables.get(other).id(), rows.get(0), c), stage(other, c));
        }
      }
    }
  }

  private static boolean timeless(Meaning one, Meaning other) {
    return one.with(Aspect.YEAR, null)
        .with(Aspect.STAGE, null)
        .equals(other.with(Aspect.YEAR, null).with(Aspect.STAGE, null));
  }

  private List<Integer> rows(int t, String label) {
    return rowsByLabel.computeIfAbsent(t, this::rowsByLabel).getOrDefault(label, List.of());
  }

  private Map<String, List<Integer>> rowsByLabel(int t) {
    Map<String, List<Integer>> found = new HashMap<>();
    List<Row> rows = tables.get(t).rows();
    for (int r = 0; r < rows.size(); r++) {
      found.computeIfAbsent(label(rows.get(r)), key -> new ArrayList<>()).add(r);
    }
    return found;
  }

  private static String label(Row row) {
    String label = row.keys().label();
    return label == null ? "" : ListMark.without(TextNormalizer.of(label));
  }
}
