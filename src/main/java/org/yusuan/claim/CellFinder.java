package org.yusuan.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.ClaimVocabulary;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Finds the cells of one disclosure that an amount of its prose may restate. One thread at a time
 * may use it: it remembers what it looked up.
 */
final class CellFinder {

  /** A number's point is easily lost on a scan; 5年 and 3个 are no numbers of a list. */
  private static final Pattern NUMBERING =
      Pattern.compile(
          "^(\\([一二三四五六七八九十\\d]+\\)[、.]?|[一二三四五六七八九十]+[、.]"
              + "|\\d{1,2}(?:[、.]|(?=[\\p{IsHan}&&[^年月日个项次人台辆]]))|其中:?)+");

  private final List<Table> tables;
  private final @Nullable Integer year;
  private final @Nullable Stage documentStage;
  private final ClaimVocabulary rules;
  private final Classification classification;
  private final Map<String, List<Item>> items = new HashMap<>();
  private final Map<String, Set<String>> standardNames = new HashMap<>();

  /**
   * A row with a code.
   *
   * @param row index of the row
   * @param code its code
   * @param names what it is called here and in the classification, in plain form
   */
  private record Item(int row, String code, Set<String> names) {}

  CellFinder(
      List<Table> tables,
      @Nullable Integer year,
      @Nullable Stage documentStage,
      ClaimVocabulary rules,
      Classification classification) {
    this.tables = List.copyOf(tables);
    this.year = year;
    this.documentStage = documentStage;
    this.rules = rules;
    this.classification = classification;
  }

  /** The cells of a subject, best first. */
  List<CellRef> of(ClaimVocabulary.Subject subject, @Nullable Stage stage) {
    List<CellRef> cells = new ArrayList<>();
    for (ClaimVocabulary.Target target : subject.cells()) {
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

  private @Nullable CellRef in(Table table, ClaimVocabulary.Target target, @Nullable Stage stage) {
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
      case ClaimVocabulary.TOTAL -> row.kind() == RowKind.TOTAL;
      case ClaimVocabulary.ONLY -> rows == 1 || row.kind() == RowKind.TOTAL;
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
            measure.equals(ClaimVocabulary.FIRST)
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
    String own = names.get(names.size() - 1);
    for (Table table : ofKind(kind)) {
      int best = 0;
      List<Item> found = new ArrayList<>();
      for (Item item : items(table)) {
        int fit = item.names().contains(own) ? fit(table, item, names) : 0;
        if (fit > best) {
          best = fit;
          found.clear();
        }
        if (fit == best && fit > 0) {
          found.add(item);
        }
      }
      // A name that several items share says nothing without the names above it.
      if (found.size() == 1) {
        CellRef cell = column(table, found.get(0).row(), rules.itemMeasures(), stage);
        if (cell != null) {
          cells.add(cell);
        }
      }
    }
  }

  /** How many of the names an item and its parents bear; 0 if it lies at another depth. */
  private int fit(Table table, Item item, List<String> names) {
    if (names.size() > 1 && depth(item.code()) != names.size()) {
      return 0;
    }
    int fit = 1;
    String above = parent(item.code());
    for (int i = names.size() - 2; i >= 0 && above != null; i--) {
      fit += isNamed(table, above, names.get(i)) ? 1 : 0;
      above = parent(above);
    }
    return fit;
  }

  private boolean isNamed(Table table, String code, String name) {
    for (Item item : items(table)) {
      if (item.code().equals(code) && item.names().contains(name)) {
        return true;
      }
    }
    return standardNames(code).contains(name);
  }

  /** Whether the item of a cell, and its parents, bear all the names. */
  boolean bearsAll(CellRef cell, List<String> names) {
    for (Table table : tables) {
      for (Item item : table.id().equals(cell.table()) ? items(table) : List.<Item>of()) {
        if (item.row() == cell.row()) {
          return item.names().contains(names.get(names.size() - 1))
              && fit(table, item, names) == names.size();
        }
      }
    }
    return false;
  }

  private List<Table> ofKind(String kind) {
    return tables.stream().filter(table -> table.kind().equals(kind)).toList();
  }

  /** The rows of a table that have codes. */
  private List<Item> items(Table table) {
    return items.computeIfAbsent(
        table.id(),
        id -> {
          List<Item> list = new ArrayList<>();
          for (int r = 0; r < table.rows().size(); r++) {
            Keys keys = table.rows().get(r).keys();
            String code = keys.code();
            if (code != null) {
              Set<String> names = new HashSet<>(standardNames(code));
              names.add(bare(keys.label()));
              list.add(new Item(r, code, names));
            }
          }
          return list;
        });
  }

  private Set<String> standardNames(String code) {
    return standardNames.computeIfAbsent(
        code,
        key -> {
          Set<String> names = new HashSet<>();
          if (classification.knows(code)) {
            classification.names(code).forEach(name -> names.add(TextNormalizer.of(name)));
          }
          return names;
        });
  }

  /**
   * Cells of items that the text may call by another name: those of the path's depth under a parent
   * that it names, and those of its own name anywhere.
   */
  List<CellRef> relatives(List<String> names, @Nullable Stage stage) {
    List<CellRef> cells = new ArrayList<>();
    for (String kind : rules.functionalKinds()) {
      addItems(kind, names.subList(names.size() - 1, names.size()), stage, cells);
      for (Table table : ofKind(kind)) {
        for (Item item : items(table)) {
          if (depth(item.code()) == names.size() && hasParent(table, item.code(), names)) {
            CellRef cell = column(table, item.row(), rules.itemMeasures(), stage);
            if (cell != null && !cells.contains(cell)) {
              cells.add(cell);
            }
          }
        }
      }
      if (!cells.isEmpty()) {
        return cells;
      }
    }
    return cells;
  }

  private boolean hasParent(Table table, String code, List<String> names) {
    String above = parent(code);
    for (int i = names.size() - 2; i >= 0 && above != null; i--) {
      if (isNamed(table, above, names.get(i))) {
        return true;
      }
      above = parent(above);
    }
    return false;
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
    return label == null ? "" : NUMBERING.matcher(TextNormalizer.of(label)).replaceFirst("");
  }
}
