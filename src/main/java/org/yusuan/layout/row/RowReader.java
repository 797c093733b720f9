package org.yusuan.layout.row;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.layout.column.Header;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Status;
import org.yusuan.page.Word;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;
import org.yusuan.text.TextNormalizer;

/** Turns the body of a grid into rows: what each is about, how deep it stands, what it holds. */
public final class RowReader {

  /** A label read with less confidence than this may be any other. A guess. */
  private static final double MIN_CONFIDENCE = 0.5;

  /** Deeper than any row. */
  private static final int NO_LEVEL = Integer.MAX_VALUE;

  private final TableTerms words;
  private final List<Column> columns;
  private final @Nullable Integer unitFactor;
  private final boolean form;

  /** Whether points stand for commas in the table. */
  private boolean dotted;

  /**
   * @param unitFactor how many 元 one unit of the table's amounts is worth; null if unknown
   * @param form whether every cell may hold anything, as in a form
   */
  public RowReader(
      TableTerms words, List<Column> columns, @Nullable Integer unitFactor, boolean form) {
    this.words = words;
    this.columns = columns;
    this.unitFactor = unitFactor;
    this.form = form;
  }

  /** The rows in reading order; rows without any text are left out. */
  public List<Row> readRows(Grid grid, Header header) {
    int count = columns.isEmpty() ? 0 : columns.get(columns.size() - 1).list() + 1;
    List<ListReader> readers = new ArrayList<>();
    Map<Integer, Double> edges = Indentation.edges(grid);
    for (int i = 0; i < count; i++) {
      readers.add(new ListReader(i, edges));
    }
    List<List<GridCell>> lines = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      lines.add(new ArrayList<>());
    }
    for (GridCell cell : grid.cells()) {
      if (!header.holds(cell)
          && cell.row() >= header.captionRows()
          && !header.numberRows().contains(cell.row())) {
        lines.get(cell.row()).add(cell);
      }
    }
    dotted = grid.cells().stream().anyMatch(cell -> PrintedNumber.isDotted(cell.text()));
    List<Row> rows = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      ListOfCells lists = new ListOfCells(words, columns, lines.get(line));
      for (ListReader reader : readers) {
        List<GridCell> own =
            lines.get(line).stream().filter(c -> lists.of(c) == reader.list).toList();
        Row row = reader.read(own, line - header.bodyStart());
        if (row != null) {
          rows.add(row);
        }
      }
    }
    return NamelessTotal.marked(RepeatedClasses.lowered(rows, columns));
  }

  /**
   * Reads one of the lists that stand side by side; remembers the numbers and indents of rows
   * above.
   */
  private final class ListReader {
    private final int list;
    private final KeyReader keyReader;

    /** The columns before the first one of figures. */
    private final List<Integer> labels;

    /** Styles of numbering in use, from the top level down: 一、 then （一） or 1、. */
    private final List<Integer> styles = new ArrayList<>();

    /** How deep the unnumbered parts of the last numbered item stand. */
    private final Indentation indentation;

    private final FormLabels formLabels = new FormLabels(words.formMoney());
    private double numberedLeft = Double.NEGATIVE_INFINITY;
    private boolean first = true;

    /** Whether a subtotal has ended the numbered items. */
    private boolean closed;

    /** The column of the name of the last row of a unit with a code; -1 if items have their own. */
    private int unitName = -1;

    /** How deep the row of numbers of things stands that the last row is a part of. */
    private int countLevel = NO_LEVEL;

    ListReader(int list, Map<Integer, Double> edges) {
      this.list = list;
      this.keyReader = new KeyReader(words, columns, list);
      this.labels =
          IntStream.range(0, columns.size())
              .boxed()
              .filter(column -> columns.get(column).list() == list)
              .takeWhile(column -> !columns.get(column).role().isNumeric())
              .toList();
      this.indentation = new Indentation(words.rows().ofWhich(), edges);
    }

    @Nullable Row read(List<GridCell> own, int index) {
      if (own.stream().allMatch(GridCell::isBlank)) {
        return null;
      }
      Keys keys = keyReader.readKeys(own);
      RowKind kind = first && isTotalOfCodes(keys, own) ? RowKind.TOTAL : kind(keys);
      first = false;
      int level = kind == RowKind.TOTAL ? 0 : level(keys, own);
      boolean isCount = isCount(keys, level);
      List<Cell> cells = new ArrayList<>();
      for (GridCell cell : own) {
        boolean mayBeMoney = form ? isFigure(cell) && formLabels.isMoney(cell, own) : !isCount;
        cells.add(cell(cell, mayBeMoney));
      }
      if (form) {
        formLabels.passed(own);
      }
      return new Row(list, index, kind, level, keys, cells);
    }

    /** Whether a row, or one that it is a part of, counts something: 其他用车 below 车辆数合计（辆）. */
    private boolean isCount(Keys keys, int level) {
      String plain = keys.label() == null ? "" : TextNormalizer.of(keys.label());
      if (level <= countLevel) {
        countLevel = NO_LEVEL;
      }
      if (TableTerms.fits(words.rows().count(), plain)) {
        countLevel = countLevel == NO_LEVEL ? level : countLevel;
        return true;
      }
      return countLevel != NO_LEVEL
          && keys.code() == null
          && !TableTerms.fits(words.rows().money(), plain);
    }

    /**
     * Whether a row without a code above rows with codes is their total, though its label is too
     * badly recognized to say so.
     */
    private boolean isTotalOfCodes(Keys keys, List<GridCell> own) {
      return keys.code() == null
          && own.stream().anyMatch(cell -> KeyReader.isCode(columns.get(cell.column()).role()))
          && own.stream()
              .filter(
                  cell ->
                      KeyReader.isLabelOrCode(columns.get(cell.column()).role()) && !cell.isBlank())
              .anyMatch(cell -> cell.confidence() < MIN_CONFIDENCE);
    }

    private int level(Keys keys, List<GridCell> own) {
      String code = keys.code();
      if (code != null) {
        return ClassificationCode.level(code);
      }
      String plain = keys.label() == null ? "" : TextNormalizer.of(keys.label());
      Double left = indentation.left(own);
      int style = numbering(plain);
      if (style >= 0) {
        int at = styles.indexOf(style);
        styles.subList(at < 0 ? styles.size() : at, styles.size()).clear();
        styles.add(style);
        indentation.clear();
        closed = false;
        numberedLeft = left == null ? Double.NEGATIVE_INFINITY : left;
        return styles.size();
      }
      if (closed) {
        return left == null ? 1 : indentation.level(own, left);
      }
      boolean beside =
          TableTerms.fits(words.rows().beside(), plain)
              || TableTerms.fits(words.rows().subtotal(), plain);
      if (beside || (left != null && left < numberedLeft - Indentation.MIN_POINTS)) {
        closed = !styles.isEmpty() && TableTerms.fits(words.rows().closing(), plain);
        indentation.clear();
        return closed && left != null ? indentation.level(own, left) : 1;
      }
      if (keys.unitCode() != null) {
        unitName = nameOnly(own);
        indentation.clear();
      } else if (isItemOfUnit(own)) {
        return 1 + (left == null ? 1 : indentation.level(own, left));
      }
      if (left == null || styles.isEmpty() && !hasOneLabel(own)) {
        return styles.size() + 1;
      }
      return styles.size() + indentation.level(own, left);
    }

    /**
     * The column of the name of a unit beside its code; -1 if the row names something else too, as
     * then the rows below it may be of the same kind.
     */
    private int nameOnly(List<GridCell> own) {
      List<Integer> filled = filledLabels(own);
      return filled.size() == 2 ? filled.get(1) : -1;
    }

    /** Whether a row begins where the name of the unit stands, and says more than a unit does. */
    private boolean isItemOfUnit(List<GridCell> own) {
      List<Integer> filled = filledLabels(own);
      return unitName >= 0 && filled.size() > 1 && filled.get(0) == unitName;
    }

    private List<Integer> filledLabels(List<GridCell> own) {
      return own.stream()
          .filter(cell -> !cell.isBlank() && labels.contains(cell.column()))
          .map(GridCell::column)
          .toList();
    }

    /** Whether the list has one column of labels, and the row begins in it. */
    private boolean hasOneLabel(List<GridCell> own) {
      return labels.size() == 1
          && own.stream()
              .filter(cell -> !cell.isBlank())
              .limit(1)
              .allMatch(cell -> labels.contains(cell.column()));
    }

    /** The style of numbering that a label begins with; -1 if it has none. */
    private int numbering(String plain) {
      for (int i = 0; i < words.numbering().size(); i++) {
        if (words.numbering().get(i).stream().anyMatch(p -> p.matcher(plain).lookingAt())) {
          return i;
        }
      }
      return -1;
    }
  }

  private RowKind kind(Keys keys) {
    if (keys.code() != null || keys.label() == null) {
      return RowKind.ITEM;
    }
    String plain = TextNormalizer.of(keys.label());
    if (TableTerms.fits(words.rows().total(), plain)) {
      return RowKind.TOTAL;
    }
    return TableTerms.fits(words.rows().subtotal(), plain) ? RowKind.SUBTOTAL : RowKind.ITEM;
  }

  /**
   * @param mayBeMoney whether the labels around a figure allow it to be money
   */
  private Cell cell(GridCell cell, boolean mayBeMoney) {
    ColumnRole role = columns.get(cell.column()).role();
    List<Word> cellWords = cell.words();
    boolean ocr = cellWords.stream().anyMatch(word -> word.origin() == Origin.OCR);
    boolean printed =
        role.isNumeric() || ((form || (isText(role) && !ocr)) && isFormFigure(cell.text()));
    PrintedNumber figure =
        printed ? PrintedNumber.parseCell(cell.text(), ocr, dotted, unitFactor) : null;
    boolean money =
        figure != null && !figure.percent() && mayBeMoney && (form || role == ColumnRole.AMOUNT);
    BigDecimal value = figure == null ? null : figure.value();
    BigDecimal amount =
        money && value != null && unitFactor != null ? MoneyUnit.toYuan(value, unitFactor) : null;
    List<Reading> readings = ocr ? CellReadings.of(cellWords, cell.text()) : List.of();
    return new Cell(
        cell.column(),
        cell.columnSpan(),
        cell.rowSpan(),
        cell.text().strip(),
        value,
        amount,
        cell.page(),
        cell.box(),
        ocr ? Origin.OCR : Origin.TEXT,
        ocr ? cell.confidence() : null,
        readings,
        amount == null ? null : Status.UNVERIFIED,
        null);
  }

  private static boolean isText(ColumnRole role) {
    return role == ColumnRole.TEXT || role == ColumnRole.ITEM || role == ColumnRole.NAME;
  }

  private static boolean isFigure(GridCell cell) {
    return cell.text().chars().anyMatch(Character::isDigit);
  }

  /**
   * In a form, a number with a decimal point or thousands separators is money; others are counts.
   */
  private static boolean isFormFigure(String text) {
    return text.contains(".") || text.contains(",");
  }
}
