package org.yusuan.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.layout.Classification;
import org.yusuan.layout.PlainText;
import org.yusuan.model.Cell;
import org.yusuan.model.CellRef;
import org.yusuan.model.Column;
import org.yusuan.model.ColumnRole;
import org.yusuan.model.Row;
import org.yusuan.model.RowKind;
import org.yusuan.model.Stage;
import org.yusuan.model.Table;

/** Finds the cells of one disclosure that an amount of its prose may restate. */
final class CellFinder {

  private static final Pattern NUMBERING =
      Pattern.compile("^(\\(?[一二三四五六七八九十]+\\)?[、.]?|\\(?\\d{1,2}\\)?[、.]|其中:?)+");

  private final List<Table> tables;
  private final @Nullable Integer year;
  private final @Nullable Stage documentStage;
  private final ClaimRules rules;
  private final Classification classification;

  CellFinder(
      List<Table> tables,
      @Nullable Integer year,
      @Nullable Stage documentStage,
      ClaimRules rules,
      Classification classification) {
    this.tables = List.copyOf(tables);
    this.year = year;
    this.documentStage = documentStage;
    this.rules = rules;
    this.classification = classification;
  }

  /** The cells of a subject, best first. */
  List<CellRef> of(ClaimRules.Subject subject, @Nullable Stage stage) {
    List<CellRef> cells = new ArrayList<>();
    for (ClaimRules.Target target : subject.cells()) {
      for (String kind : target.kinds()) {
        for (Table table : tables) {
          if (table.kind().equals(kind)) {
            CellRef cell = in(table, target, stage);
            if (cell != null && !cells.contains(cell)) {
              cells.add(cell);
            }
          }
        }
      }
    }
    return cells;
  }

  private @Nullable CellRef in(Table table, ClaimRules.Target target, @Nullable Stage stage) {
    List<Row> rows = table.rows();
    for (int r = 0; r < rows.size(); r++) {
      Row row = rows.get(r);
      boolean list = target.list() == null || target.list() == row.list();
      if (list && fits(row, rows.size(), target.row())) {
        CellRef cell = column(table, r, target.measures(), stage);
        if (cell != null) {
          return cell;
        }
      }
    }
    return null;
  }

  private static boolean fits(Row row, int rows, String wanted) {
    return switch (wanted) {
      case ClaimRules.TOTAL -> row.kind() == RowKind.TOTAL;
      case ClaimRules.ONLY -> rows == 1 || row.kind() == RowKind.TOTAL;
      default -> bare(row.keys().label()).matches(wanted);
    };
  }

  private @Nullable CellRef column(
      Table table, int row, List<String> measures, @Nullable Stage stage) {
    for (String measure : measures) {
      for (Cell cell : table.rows().get(row).cells()) {
        Column column = table.columns().get(cell.column());
        boolean ofStage =
            stage == null || stage == (column.stage() == null ? documentStage : column.stage());
        boolean ofYear = year == null || column.year() == null || column.year().equals(year);
        boolean wanted =
            measure.equals(ClaimRules.FIRST)
                ? column.role() == ColumnRole.AMOUNT
                : measure.equals(column.measure());
        if (wanted && ofStage && ofYear) {
          return new CellRef(table.id(), row, cell.column());
        }
      }
    }
    return null;
  }

  /**
   * The cells of an item of the classification.
   *
   * @param names its name, with those of its class and group before it if the text gives them
   */
  List<CellRef> ofItem(List<String> names, @Nullable Stage stage) {
    List<CellRef> cells = new ArrayList<>();
    for (String kind : rules.functionalKinds()) {
      addItems(kind, names, stage, cells);
    }
    if (names.size() == 1) {
      for (String kind : rules.economicKinds()) {
        addItems(kind, names, stage, cells);
      }
    }
    return cells;
  }

  private void addItems(
      String kind, List<String> names, @Nullable Stage stage, List<CellRef> cells) {
    for (Table table : tables) {
      if (!table.kind().equals(kind)) {
        continue;
      }
      int best = 0;
      List<Integer> found = new ArrayList<>();
      for (int r = 0; r < table.rows().size(); r++) {
        int fit = fit(table, table.rows().get(r), names);
        if (fit > best) {
          best = fit;
          found.clear();
        }
        if (fit == best && fit > 0) {
          found.add(r);
        }
      }
      // A name that several items share says nothing without the names above it.
      if (found.size() == 1) {
        CellRef cell = column(table, found.get(0), rules.itemMeasures(), stage);
        if (cell != null) {
          cells.add(cell);
        }
      }
    }
  }

  /** How many of the names a row and its parents bear; 0 if its own name is another. */
  private int fit(Table table, Row row, List<String> names) {
    String code = row.keys().code();
    String own = names.get(names.size() - 1);
    if (code == null
        || !isNamed(row, code, own)
        || (names.size() > 1 && depth(code) != names.size())) {
      return 0;
    }
    int fit = 1;
    String above = row.keys().parentCode();
    for (int i = names.size() - 2; i >= 0 && above != null; i--) {
      fit += isNamed(rowOf(table, above), above, names.get(i)) ? 1 : 0;
      above = classification.parentOf(above);
    }
    return fit;
  }

  private boolean isNamed(@Nullable Row row, String code, String name) {
    boolean printed = row != null && bare(row.keys().label()).equals(name);
    return printed || (classification.knows(code) && classification.isNameOf(code, name));
  }

  private static @Nullable Row rowOf(Table table, String code) {
    for (Row row : table.rows()) {
      if (code.equals(row.keys().code())) {
        return row;
      }
    }
    return null;
  }

  /**
   * Cells of items that the text may call by another name: those of the path's depth under a parent
   * that it names, and those of its own name anywhere.
   */
  List<CellRef> relatives(List<String> names, @Nullable Stage stage) {
    List<CellRef> cells = new ArrayList<>();
    for (String kind : rules.functionalKinds()) {
      addItems(kind, names.subList(names.size() - 1, names.size()), stage, cells);
      if (!cells.isEmpty()) {
        return cells;
      }
    }
    for (String kind : rules.functionalKinds()) {
      for (Table table : tables) {
        if (!table.kind().equals(kind)) {
          continue;
        }
        for (int r = 0; r < table.rows().size(); r++) {
          String code = table.rows().get(r).keys().code();
          if (code != null && depth(code) == names.size() && hasParent(table, code, names)) {
            CellRef cell = column(table, r, rules.itemMeasures(), stage);
            if (cell != null) {
              cells.add(cell);
            }
          }
        }
        if (!cells.isEmpty()) {
          return cells;
        }
      }
    }
    return cells;
  }

  private boolean hasParent(Table table, String code, List<String> names) {
    String above = parent(code);
    for (int i = names.size() - 2; i >= 0 && above != null; i--) {
      if (isNamed(rowOf(table, above), above, names.get(i))) {
        return true;
      }
      above = parent(above);
    }
    return isNamed(rowOf(table, code), code, names.get(names.size() - 1));
  }

  private static @Nullable String parent(String code) {
    return code.length() <= 3
        ? null
        : code.substring(0, code.length() <= 5 ? 3 : code.length() - 2);
  }

  private static int depth(String code) {
    return code.length() <= 3 ? 1 : code.length() <= 5 ? 2 : 3;
  }

  /** All names of items that the tables print. */
  Set<String> itemNames() {
    Set<String> names = new TreeSet<>();
    for (Table table : tables) {
      if (rules.functionalKinds().contains(table.kind())
          || rules.economicKinds().contains(table.kind())) {
        for (Row row : table.rows()) {
          if (row.keys().code() != null) {
            names.add(bare(row.keys().label()));
          }
        }
      }
    }
    names.remove("");
    return names;
  }

  /** A label without its number, in plain form. */
  static String bare(@Nullable String label) {
    return label == null ? "" : NUMBERING.matcher(PlainText.of(label)).replaceFirst("");
  }
}
