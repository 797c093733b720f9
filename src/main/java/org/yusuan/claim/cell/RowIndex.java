package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * The rows and columns of tables by what they say. One thread at a time may use it: it remembers
 * what it looked up.
 */
final class RowIndex {

  /** A code that a label begins with. */
  private static final Pattern CODE_BEFORE = Pattern.compile("^\\[?\\d{3,7}+\\]?(?!年)");

  /**
   * From this length on, two names with the same characters in another order are one name. A guess.
   */
  private static final int MIN_ANAGRAM_CHARACTERS = 5;

  private static final Set<Aspect> DATED = Set.of(Aspect.YEAR);
  private static final String PART_WORD = "其中";

  private final List<Table> tables;
  private static final String SURPLUS = "结余";
  private static final String YEAR_END_SURPLUS = "年末滚存结余";

  private final AmountWords words;
  private final MeaningReader reader;
  private final Classification classification;
  private final List<Meaning> tableMeanings = new ArrayList<>();
  private final List<String> sections = new ArrayList<>();
  private final List<List<@Nullable Meaning>> columnMeanings = new ArrayList<>();
  private final Map<String, List<IndexedRow>> rows = new HashMap<>();
  private final Map<String, Set<Integer>> tablesByColumn = new HashMap<>();
  private final Map<String, List<IndexedRow>> rowsByCode = new HashMap<>();
  private final Map<String, List<IndexedRow>> rowsByName = new HashMap<>();
  private final Map<String, Set<String>> namesByCode = new HashMap<>();
  private final UnitRows units;
  private final ListSides sides;

  private final CellMeanings combined = new CellMeanings(tableMeanings);

  /**
   * A row that an amount may be about.
   *
   * @param table index of its table
   * @param row index in the table
   * @param code its code, as printed; null if none is
   * @param itemCode its code, or the one that its label and place alone tell; null if unknown
   * @param meaning what its label says
   * @param names what it is called here and in the classification
   * @param part the part of the row that is meant
   */
  record IndexedRow(
      int table,
      int row,
      @Nullable String code,
      @Nullable String itemCode,
      Meaning meaning,
      Set<String> names,
      RowLabels.LabelSpan part) {}

  RowIndex(
      List<Table> tables, MeaningReader reader, AmountWords words, Classification classification) {
    this.tables = List.copyOf(tables);
    this.reader = reader;
    this.words = words;
    this.classification = classification;
    this.units = new UnitRows(tables, reader);
    this.sides = new ListSides(tables, reader);
    for (Table table : tables) {
      tableMeanings.add(ofTable(table));
      sections.add(table.title() == null ? "" : reader.section(table.title()));
    }
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      List<@Nullable Meaning> columns = new ArrayList<>();
      Meaning whole = Meaning.NOTHING;
      for (Column column : table.columns()) {
        Meaning meaning = column.role() == ColumnRole.AMOUNT ? reader.ofColumn(column) : null;
        if (meaning != null && isPart(column)) {
          meaning = completed(meaning, whole);
        } else if (meaning != null) {
          whole = meaning;
        }
        columns.add(meaning);
        if (meaning != null) {
          tablesByColumn.computeIfAbsent(meaning.name(), key -> new HashSet<>()).add(t);
        }
      }
      columnMeanings.add(columns);
      Map<Integer, TreeMap<Integer, Meaning>> above = new HashMap<>();
      for (int r = 0; r < table.rows().size(); r++) {
        indexRow(t, r, above.computeIfAbsent(table.rows().get(r).list(), key -> new TreeMap<>()));
      }
    }
  }

  /** What a table is about. */
  Meaning table(int table) {
    return tableMeanings.get(table);
  }

  /** What a column holds; null if it holds no levels. */
  @Nullable Meaning column(int table, int column) {
    return columnMeanings.get(table).get(column);
  }

  /** Whether the nearest heading is about a table, by the title of the table or by its kind. */
  boolean isHeaded(int table, Meaning context, String section) {
    String kind = tableMeanings.get(table).get(Aspect.NAME);
    return !section.isEmpty() && section.equals(sections.get(table))
        || kind != null && context.name().contains(kind);
  }

  /** The rows of a name. */
  List<IndexedRow> named(String name) {
    return rows.getOrDefault(name, List.of());
  }

  /** The rows of a code. */
  List<IndexedRow> coded(String code) {
    return rowsByCode.getOrDefault(code, List.of());
  }

  /** The rows of an item, by its printed code or by what its label and place alone tell. */
  List<IndexedRow> ofItem(String code) {
    List<IndexedRow> all = new ArrayList<>(coded(code));
    all.addAll(rowsByName.getOrDefault(code, List.of()));
    return all;
  }

  /** The name of the unit that the document is of; empty if unknown. */
  String ownUnit() {
    return reader.ownUnit();
  }

  /** Whether a name is that of one of several units. */
  boolean isOneOfUnits(String name) {
    return !name.isEmpty() && units.isOneOfSeveral(name);
  }

  /** The rows of a unit. */
  List<IndexedRow> ofUnit(String name) {
    return units.of(name);
  }

  /** The rows with a code that a path of names spells in another order: 一般行政事务管理 for 一般行政管理事务. */
  List<IndexedRow> respelled(List<String> path) {
    String name = path.get(path.size() - 1);
    return name.length() < MIN_ANAGRAM_CHARACTERS
        ? List.of()
        : rowsByCode.values().stream()
            .flatMap(List::stream)
            .filter(row -> isAnagram(name, row.meaning().name()) && ancestors(row, path) > 0)
            .toList();
  }

  private static boolean isAnagram(String one, String two) {
    return one.length() == two.length()
        && Arrays.equals(one.chars().sorted().toArray(), two.chars().sorted().toArray());
  }

  /** The tables that have a column of a name. */
  Set<Integer> tablesOf(String column) {
    return tablesByColumn.getOrDefault(column, Set.of());
  }

  private Meaning ofTable(Table table) {
    Map<Aspect, String> kind = words.kinds().getOrDefault(table.kind(), Map.of());
    Meaning title = table.title() == null ? Meaning.NOTHING : reader.ofTitle(table.title());
    Meaning meaning = new Meaning(kind, List.of(), null).orElse(title).orElse(dimensions(table));
    if ("both".equals(meaning.get(Aspect.SIDE))) {
      meaning = meaning.with(Aspect.SIDE, null);
    }
    return !words.kinds().containsKey(table.kind())
        ? meaning.about(new Meaning(Map.of(), title.names(), null))
        : meaning;
  }

  /** What the dimensions of a table say in the words of sentences. */
  private Meaning dimensions(Table table) {
    Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
    Dimensions known = table.dimensions();
    for (String one : new String[] {known.budget(), known.side(), known.scope()}) {
      aspects.putAll(words.dimensions().getOrDefault(String.valueOf(one), Map.of()));
    }
    return new Meaning(aspects, List.of(), null);
  }

  /** Whether a column says that it is a part of one before it: 「一般债券合计｜其中：新增债券」. */
  private static boolean isPart(Column column) {
    return !column.header().isEmpty()
        && TextNormalizer.of(column.header().get(0)).startsWith(PART_WORD);
  }

  /** What a row or a column says that is named in short after another one, and is of its year. */
  private Meaning completed(Meaning read, Meaning before) {
    Meaning full = reader.completed(read, before);
    EnumMap<Aspect, String> dated = new EnumMap<>(Aspect.class);
    for (Aspect aspect : List.of(Aspect.YEAR, Aspect.STAGE)) {
      String value = before.get(aspect);
      if (value != null) {
        dated.put(aspect, value);
      }
    }
    return full == null ? read : full.orElse(new Meaning(dated, List.of(), null));
  }

  /**
   * Indexes a row.
   *
   * @param above what the rows of its list say that it may stand below, by their level
   */
  private void indexRow(int t, int r, TreeMap<Integer, Meaning> above) {
    Table table = tables.get(t);
    Row row = table.rows().get(r);
    boolean only = table.rows().size() == 1;
    for (RowLabels.LabelSpan part : RowLabels.of(table, row)) {
      String label = part.label();
      boolean own = units.isWhole(row) && part.first();
      boolean total = (row.kind() == RowKind.TOTAL || own) && part.first();
      boolean ofUnit = row.keys().unitName() != null && row.keys().unitName().equals(label);
      if (ofUnit && !only && !total) {
        continue;
      }
      String code = part.first() ? row.keys().code() : null;
      boolean alone = own || (only && part.first() && code == null);
      Meaning meaning =
          label == null || alone
              ? Meaning.NOTHING
              : reader.ofLabel(CODE_BEFORE.matcher(TextNormalizer.of(label)).replaceFirst(""));
      String year = part.first() ? RowLabels.year(row) : null;
      if (year != null && meaning.get(Aspect.YEAR) == null) {
        meaning = meaning.with(Aspect.YEAR, year);
      }
      if (part.first()) {
        Map.Entry<Integer, Meaning> parent = above.lowerEntry(row.level());
        meaning =
            parent == null
                ? titled(meaning, tableMeanings.get(t))
                : below(meaning, parent.getValue(), tableMeanings.get(t));
        above.tailMap(row.level()).clear();
        above.put(row.level(), meaning);
        meaning = sides.complete(t, row, meaning, tableMeanings.get(t));
      }
      boolean whole = total || alone || (only && part.first()) || isTotal(meaning);
      boolean says =
          !meaning.names().isEmpty() || !meaning.with(Aspect.TOTAL, null).aspects().isEmpty();
      if (whole || (label != null && says)) {
        String itemCode = code == null && part.first() ? row.keys().codeByName() : code;
        Set<String> names = names(t, itemCode, meaning, whole);
        add(new IndexedRow(t, r, code, itemCode, meaning, names, part));
      }
    }
  }

  /** What a row says in short after its title: 「失业保险基金」 in a table of 结余 is the 结余 of that fund. */
  private Meaning titled(Meaning read, Meaning table) {
    boolean left = table.name().endsWith(SURPLUS);
    Meaning before = left ? new Meaning(Map.of(), List.of(YEAR_END_SURPLUS), null) : table;
    Meaning full = reader.completed(read, before);
    return full == null ? read : full;
  }

  /** What a row says below another one: 「金融」 below 「专项转移支付支出」 is what is spent. */
  private Meaning below(Meaning read, Meaning parent, Meaning table) {
    String origin = parent.get(Aspect.ORIGIN);
    Meaning known = completed(read, parent);
    // 「一般公共预算」 below 「上年结转」 is what was carried over of it.
    boolean carried = known.names().isEmpty() && known.get(Aspect.BUDGET) != null;
    Meaning full =
        carried && origin != null && known.get(Aspect.ORIGIN) == null
            ? known.with(Aspect.ORIGIN, origin)
            : known;
    String side = parent.get(Aspect.SIDE);
    return side == null
            || full.names().isEmpty()
            || full.get(Aspect.SIDE) != null
            || table.get(Aspect.SIDE) != null
        ? full
        : full.with(Aspect.SIDE, side);
  }

  private static boolean isTotal(Meaning meaning) {
    return meaning.names().isEmpty()
        && meaning.get(Aspect.TOTAL) != null
        && meaning.aspects().size() == 1;
  }

  private Set<String> names(int table, @Nullable String code, Meaning meaning, boolean whole) {
    Set<String> names = new HashSet<>(standardNames(code));
    names.add(meaning.name());
    // 「二、转贷市县」 in a table of bonds is what of them is handed on.
    // 「2026 年」 in a table of special funds is all of them in that year.
    boolean dated = DATED.equals(meaning.aspects().keySet());
    if (meaning.names().isEmpty() && (whole || dated || meaning.get(Aspect.SCOPE) != null)) {
      names.add(tableMeanings.get(table).name());
    }
    return names;
  }

  private void add(IndexedRow row) {
    for (String name : row.names()) {
      rows.computeIfAbsent(name, key -> new ArrayList<>()).add(row);
    }
    if (row.code() != null) {
      rowsByCode.computeIfAbsent(row.code(), key -> new ArrayList<>()).add(row);
    } else if (row.itemCode() != null) {
      rowsByName.computeIfAbsent(row.itemCode(), key -> new ArrayList<>()).add(row);
    }
  }

  private Set<String> standardNames(@Nullable String code) {
    if (code == null) {
      return Set.of();
    }
    return namesByCode.computeIfAbsent(
        code,
        key -> {
          Set<String> names = new HashSet<>();
          if (classification.knows(code)) {
            for (String name : classification.names(code)) {
              names.add(reader.readMeaning(TextNormalizer.of(name)).name());
            }
          }
          return names;
        });
  }

  /** How many of the names before the last one are those of a row's parents. */
  int ancestors(IndexedRow row, List<String> names) {
    int found = 0;
    String above = row.itemCode() == null ? null : ClassificationCode.parent(row.itemCode());
    for (int i = 0; i < 2 && above != null; i++, above = ClassificationCode.parent(above)) {
      Set<String> called = new HashSet<>(standardNames(above));
      for (IndexedRow other : rowsByCode.getOrDefault(above, List.of())) {
        if (other.table() == row.table()) {
          called.add(other.meaning().name());
        }
      }
      boolean named =
          names.size() > 1 && names.subList(0, names.size() - 1).stream().anyMatch(called::contains)
              || names.size() == 1 && called.contains(names.get(0));
      found += named ? 1 : 0;
    }
    return found;
  }

  /** What a cell says. */
  Meaning says(IndexedRow row, int at, Meaning column) {
    return combined.of(row, at, column);
  }
}
