package org.yusuan.check.identity;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Correction;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.SpreadsheetError;

/**
 * The cells of a disclosure that can hold an amount, numbered, with their values in 分. A blank cell
 * counts as nothing here. Cells of tables without a known unit, and amounts beyond 10¹³ 元, are left
 * out.
 */
public final class AmountIndex {

  /** The largest amount, in 分: sums of 10,000 such amounts still fit a long. */
  private static final BigDecimal MAX_FEN = BigDecimal.valueOf(1_000_000_000_000_000L);

  /** Words for no amount. */
  private static final Set<String> NOTHING = Set.of("无", "空");

  /**
   * From so many amounts on that all end with .00, a column states whole units: the form prints the
   * places. Fewer may be whole by chance. A guess.
   */
  private static final int MIN_WHOLE_AMOUNTS = 20;

  /** What stands for the rest of a figure that was cut. */
  private static final int ELLIPSIS = '…';

  private final List<Table> tables;
  private final Map<Integer, Set<Integer>> wholeColumns = new HashMap<>();
  private final int[][][] ids;
  private final List<CellRef> refs = new ArrayList<>();
  private final List<Cell> cells = new ArrayList<>();
  private long[] values = new long[1024];
  private long[] quanta = new long[1024];
  private boolean[] recognized = new boolean[1024];
  private int[] tableOf = new int[1024];
  private final Assignment read;

  public AmountIndex(List<Table> tables) {
    this.tables = List.copyOf(tables);
    this.ids = new int[tables.size()][][];
    for (int t = 0; t < tables.size(); t++) {
      ids[t] = add(t, tables.get(t));
    }
    read = Assignment.of(values, cells.size());
  }

  private int[][] add(int t, Table table) {
    int[][] own = new int[table.rows().size()][];
    Integer factor = table.unitFactor();
    if (factor == null) {
      return own;
    }
    long[] quanta = quanta(table, factor);
    Set<Integer> recognizedPages = recognizedPages(table);
    for (int r = 0; r < own.length; r++) {
      Row row = table.rows().get(r);
      for (Cell cell : row.cells()) {
        boolean mayHoldAmount =
            cell.amount() != null
                || (table.columns().get(cell.column()).role() == ColumnRole.AMOUNT
                    && cell.value() == null);
        if (!mayHoldAmount || !fits(cell)) {
          continue;
        }
        if (own[r] == null) {
          own[r] = new int[table.columns().size()];
          Arrays.fill(own[r], -1);
        }
        own[r][cell.column()] = cells.size();
        add(
            t,
            new CellRef(table.id(), r, cell.column()),
            cell,
            quanta[cell.column()],
            recognizedPages);
      }
    }
    return own;
  }

  private void add(int t, CellRef ref, Cell cell, long quantum, Set<Integer> recognizedPages) {
    int id = cells.size();
    if (id == values.length) {
      values = Arrays.copyOf(values, 2 * id);
      quanta = Arrays.copyOf(quanta, 2 * id);
      recognized = Arrays.copyOf(recognized, 2 * id);
      tableOf = Arrays.copyOf(tableOf, 2 * id);
    }
    cells.add(cell);
    refs.add(ref);
    values[id] = cell.amount() == null ? 0 : fen(cell.amount());
    quanta[id] = quantum;
    recognized[id] = recognizedPages.contains(cell.page()) && !isLookedAt(cell);
    tableOf[id] = t;
  }

  /**
   * Whether a person compared the cell with the page: then its text is as sure as that of a text
   * layer.
   */
  private static boolean isLookedAt(Cell cell) {
    return cell.correction() != null && cell.correction().by() == Correction.By.PERSON;
  }

  /** Blank cells have no origin of their own: they share that of their page. */
  private static Set<Integer> recognizedPages(Table table) {
    Set<Integer> pages = new HashSet<>();
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        if (cell.origin() == Origin.OCR) {
          pages.add(cell.page());
        }
      }
    }
    return pages;
  }

  /**
   * The value of the last printed place of each column, in 分, taken from the column's finest
   * figure: programs drop last zeros, as in 6.4 beside 21.56. 0 if the column prints the 分: then
   * nothing was rounded.
   */
  private static long[] quanta(Table table, int factor) {
    int[] scales = new int[table.columns().size()];
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        if (cell.amount() != null && cell.value() != null) {
          scales[cell.column()] = Math.max(scales[cell.column()], cell.value().scale());
        }
      }
    }
    return Arrays.stream(scales).mapToLong(scale -> place(scale, factor)).toArray();
  }

  /** The columns of which all amounts end with .00. */
  private static Set<Integer> wholeColumns(Table table) {
    int[] counts = new int[table.columns().size()];
    Set<Integer> whole = new HashSet<>();
    Set<Integer> split = new HashSet<>();
    for (Row row : table.rows()) {
      for (Cell cell : row.cells()) {
        BigDecimal value = cell.amount() == null ? null : cell.value();
        if (value == null || value.signum() == 0) {
          continue;
        }
        if (value.stripTrailingZeros().scale() > 0) {
          split.add(cell.column());
        } else if (++counts[cell.column()] >= MIN_WHOLE_AMOUNTS) {
          whole.add(cell.column());
        }
      }
    }
    whole.removeAll(split);
    return whole;
  }

  private static long place(int scale, int factor) {
    BigDecimal quantum = BigDecimal.valueOf(factor).movePointLeft(scale).movePointRight(2);
    return quantum.compareTo(BigDecimal.ONE) <= 0
        ? 0
        : quantum.setScale(0, RoundingMode.UP).longValueExact();
  }

  private static boolean fits(Cell cell) {
    return cell.amount() == null || fits(cell.amount());
  }

  /** Whether an amount in 元 is small enough to be added up in 分; larger ones are misread. */
  public static boolean fits(BigDecimal yuan) {
    return yuan.movePointRight(2).abs().compareTo(MAX_FEN) < 0;
  }

  /** An amount in 元 as 分; finer digits are rounded. */
  public static long fen(BigDecimal yuan) {
    return yuan.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  /** Whether an amount in 元 has parts of a 分, which sums in 分 cannot see. */
  public static boolean isFinerThanFen(BigDecimal yuan) {
    return yuan.stripTrailingZeros().scale() > 2;
  }

  /** An amount in 分 as 元. */
  public static BigDecimal yuan(long fen) {
    return BigDecimal.valueOf(fen, 2);
  }

  public List<Table> tables() {
    return tables;
  }

  /** The id of a cell; -1 if there is none that can hold an amount. */
  public int id(int table, int row, int column) {
    int[] own = ids[table][row];
    return own == null ? -1 : own[column];
  }

  public int size() {
    return cells.size();
  }

  public CellRef ref(int id) {
    return refs.get(id);
  }

  public Cell cell(int id) {
    return cells.get(id);
  }

  /** The place of a cell's row in its table. */
  public int rowOf(int id) {
    return refs.get(id).row();
  }

  public int tableOf(int id) {
    return tableOf[id];
  }

  /** The table that a cell stands in. */
  public Table table(int id) {
    return tables.get(tableOf[id]);
  }

  /** The row that a cell stands in. */
  public Row row(int id) {
    return table(id).rows().get(refs.get(id).row());
  }

  /** Whether no number is printed in the cell. */
  public boolean isBlank(int id) {
    return cells.get(id).amount() == null;
  }

  /**
   * Whether something was recognized in the cell that is no number, under a seal perhaps, or a
   * spreadsheet program printed that it has none: its amount is unknown, not nothing.
   */
  public boolean isUnreadable(int id) {
    String text = cells.get(id).text();
    if (!isBlank(id)) {
      return false;
    }
    return SpreadsheetError.matches(text)
        || recognized[id]
            && !NOTHING.contains(text.strip())
            && text.codePoints().anyMatch(c -> Character.isLetterOrDigit(c) || c == ELLIPSIS);
  }

  /** Whether the cell was recognized on an image, so that its reading may be wrong. */
  public boolean isRecognized(int id) {
    return recognized[id];
  }

  /** Whether any cell was recognized on an image. */
  public boolean hasRecognized() {
    for (int id = 0; id < cells.size(); id++) {
      if (recognized[id]) {
        return true;
      }
    }
    return false;
  }

  /** The last printed place of a cell's column in 分; 0 if exact to the 分. */
  public long quantum(int id) {
    return quanta[id];
  }

  /**
   * The last place that a cell itself states, in 分; 0 if it is blank or exact. Where a whole column
   * ends with .00, these places state nothing.
   */
  public long printedPlace(int id) {
    Cell cell = cells.get(id);
    Integer factor = tables.get(tableOf[id]).unitFactor();
    if (cell.amount() == null || cell.value() == null || factor == null) {
      return 0;
    }
    boolean whole =
        wholeColumns
            .computeIfAbsent(tableOf[id], t -> wholeColumns(tables.get(t)))
            .contains(cell.column());
    return place(whole ? 0 : cell.value().scale(), factor);
  }

  /** The values as read. */
  public Assignment asRead() {
    return read;
  }
}
