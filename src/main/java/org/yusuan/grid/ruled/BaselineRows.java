package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.AmountForm;
import org.yusuan.text.PrintedNumber;

/**
 * Cuts a row of a ruled table that holds many rows, told apart by their baselines alone: columns
 * are ruled there, rows are not.
 *
 * <p>The figures give the rows. A label that wraps belongs to the figure beside it; a label without
 * any figure is a row of its own. A row whose figures stand alone in their cells stays whole,
 * however many lines its texts have.
 */
final class BaselineRows {

  /**
   * Lines whose middles differ by no more than this part of their height stand on one baseline. A
   * guess.
   */
  private static final double MAX_BASELINE_SHIFT = 0.5;

  /**
   * A figure may stand this part of a line's height above or below the lines of its label. A guess.
   */
  private static final double MAX_FIGURE_SHIFT = 0.25;

  /**
   * Two figures of a line with at least this much white between them, in parts of its height, stand
   * in two columns. A guess.
   */
  private static final double MIN_COLUMN_GAP_EM = 1.2;

  /**
   * A cell is a column of figures if at least this share of its lines are figures; a header may
   * stand above. A guess.
   */
  private static final double MIN_FIGURE_SHARE = 0.6;

  /**
   * A ruled row is cut only if at least this many figures stand one below another in a cell of it,
   * or if its rows are told otherwise. A guess.
   */
  private static final int MIN_STACKED_FIGURES = 3;

  /**
   * A line of a label that leaves at least this many heights of itself free was not broken for want
   * of room: a character and the margins of a cell need two. A guess.
   */
  private static final double MIN_ROOM_EM = 2.0;

  /** The same of a figure: a digit needs half a height, and its margins a little. A guess. */
  private static final double MIN_FIGURE_ROOM_EM = 0.8;

  /**
   * Rows that no ruling parts are each, in parts of the lowest row, at least as high as this. Those
   * met with were 0.98 to 1.0; a row whose cells rightly held two figures was 0.75 for each.
   */
  private static final double MIN_ROW_HEIGHT = 0.9;

  /**
   * A table with no more ruled rows than this, the header's included, has no ruled body. A guess.
   */
  private static final int MAX_RULED_ROWS = 3;

  /** Fewer figures than this part of those that give the rows may lack a label. A guess. */
  private static final double MAX_UNLABELLED_SHARE = 0.2;

  /** A percentage; like an amount, it neither begins nor goes on in another line. */
  private static final Pattern PERCENT = Pattern.compile("[-−]?\\d+(\\.\\d+)?%");

  private final Grid grid;

  /** Cells that stand beside all rows of their ruled row. */
  private final List<GridCell> whole = new ArrayList<>();

  private BaselineRows(Grid grid) {
    this.grid = grid;
  }

  /** The grid with such rows cut; the same grid if it has none. */
  static Grid cut(Grid grid) {
    return new BaselineRows(grid).cut();
  }

  private Grid cut() {
    List<List<RowBand>> cuts = new ArrayList<>();
    int most = 0;
    for (int row = 0; row < grid.rows(); row++) {
      List<RowBand> bands = bands(row, false);
      cuts.add(bands);
      most = Math.max(most, bands.size());
    }
    if (most == 0) {
      return grid;
    }
    if (most >= MIN_STACKED_FIGURES) {
      // Rulings that part groups of rows part small groups too.
      for (int row = 0; row < grid.rows(); row++) {
        if (cuts.get(row).isEmpty()) {
          cuts.set(row, bands(row, true));
        }
      }
    }
    return new RowSplitter(grid, cuts, whole).split();
  }

  /**
   * The rows that one ruled row holds, from the top down; none if it is one row.
   *
   * @param grouped whether other ruled rows of the table hold many rows
   */
  private List<RowBand> bands(int row, boolean grouped) {
    List<GridCell> cells =
        grid.cells().stream()
            .filter(cell -> cell.row() == row && cell.rowSpan() == 1 && !cell.isBlank())
            .toList();
    List<RowBand> headed = row < MAX_RULED_ROWS ? headed(cells) : List.of();
    if (!headed.isEmpty()) {
      return headed;
    }
    if (cells.stream().noneMatch(BaselineRows::holdsLines)
        || cells.stream().anyMatch(BaselineRows::holdsColumns)) {
      return List.of();
    }
    List<CellBlock> figures = new ArrayList<>();
    List<CellBlock> texts = new ArrayList<>();
    int most = 0;
    for (GridCell cell : cells) {
      most = Math.max(most, addFigures(cell, figures));
    }
    for (GridCell cell : cells) {
      texts.addAll(CellBlock.texts(cell, figures));
    }
    List<RowBand> bands = byFigures(figures);
    boolean isFew = grid.rows() > MAX_RULED_ROWS && most < MIN_STACKED_FIGURES;
    if (most < 2 || (isFew && !isRows(row, cells, bands, grouped))) {
      return List.of();
    }
    List<GridCell> groups =
        GroupLabels.of(cells, texts, bands.stream().map(band -> band.y()).toList());
    List<CellBlock> alone = new ArrayList<>();
    for (CellBlock text : texts) {
      if (!groups.contains(text.cell())) {
        place(text, bands, alone);
      }
    }
    long unlabelled = bands.stream().filter(band -> !band.hasText()).count();
    boolean onlyFigures =
        texts.isEmpty() && grid.rows() <= MAX_RULED_ROWS && bands.size() >= MIN_STACKED_FIGURES;
    if (unlabelled > MAX_UNLABELLED_SHARE * bands.size() && !onlyFigures) {
      return List.of();
    }
    addAlone(alone, bands);
    bands.sort(Comparator.comparingDouble(band -> band.y()));
    if (bands.size() < 2) {
      return List.of();
    }
    whole.addAll(groups);
    return bands;
  }

  /**
   * Whether a ruled row with few figures is several: it is as high as the lines of its label would
   * be as rows, or others of the table hold many rows, all figures stand on the baselines of these
   * lines, and no line but the last was broken for want of room.
   */
  private boolean isRows(int row, List<GridCell> cells, List<RowBand> bands, boolean grouped) {
    List<TextLine> label = List.of();
    for (GridCell cell : cells) {
      List<TextLine> lines = TextLines.of(cell.words());
      boolean isText = lines.stream().noneMatch(CellBlock::isFigure);
      label = isText && lines.size() > label.size() ? lines : label;
    }
    if (bands.size() < 2
        || label.size() < bands.size()
        || (!grouped && height(row) < MIN_ROW_HEIGHT * label.size() * lowest())) {
      return false;
    }
    for (GridCell cell : cells) {
      List<TextLine> lines = TextLines.of(cell.words());
      boolean whole = lines.stream().allMatch(BaselineRows::isWholeFigure);
      for (int i = 0; i < lines.size(); i++) {
        TextLine line = lines.get(i);
        double room = CellBlock.isFigure(line) ? MIN_FIGURE_ROOM_EM : MIN_ROOM_EM;
        double rest = cell.box().width() - line.box().width();
        if (label.stream().noneMatch(other -> isBeside(line, other))
            || (i < lines.size() - 1 && !whole && rest < room * line.box().height())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a figure was not broken. */
  private static boolean isWholeFigure(TextLine line) {
    return AmountForm.matches(line.text()) || PERCENT.matcher(line.text()).matches();
  }

  private static boolean isBeside(TextLine line, TextLine other) {
    return Math.abs(other.box().centerY() - line.box().centerY())
        <= MAX_FIGURE_SHIFT * line.box().height();
  }

  private double height(int row) {
    return grid.cells().stream()
        .filter(cell -> cell.row() == row && cell.rowSpan() == 1)
        .mapToDouble(cell -> cell.box().height())
        .min()
        .orElse(0);
  }

  /** The height of the lowest row. */
  private double lowest() {
    return grid.cells().stream()
        .filter(cell -> cell.rowSpan() == 1)
        .mapToDouble(cell -> cell.box().height())
        .min()
        .orElse(0);
  }

  /**
   * The header and the first row of the body, if no ruling parts the two, so that in most cells
   * amounts stand on one line below a text; otherwise nothing.
   */
  private List<RowBand> headed(List<GridCell> cells) {
    List<CellBlock> amounts = new ArrayList<>();
    for (GridCell cell : cells) {
      List<TextLine> lines = TextLines.of(cell.words());
      TextLine last = lines.get(lines.size() - 1);
      if (lines.size() > 1
          && AmountForm.matches(last.text())
          && lines.subList(0, lines.size() - 1).stream().noneMatch(CellBlock::isFigure)
          && isColumn(cell)) {
        amounts.add(new CellBlock(cell, List.of(last), true));
      }
    }
    if (amounts.size() < 2 || 2 * amounts.size() < cells.size() || byFigures(amounts).size() > 1) {
      return List.of();
    }
    double edge = amounts.stream().mapToDouble(CellBlock::top).min().orElseThrow();
    List<CellBlock> head = new ArrayList<>();
    List<CellBlock> body = new ArrayList<>();
    for (GridCell cell : cells) {
      List<TextLine> lines = TextLines.of(cell.words());
      List<TextLine> above = lines.stream().filter(line -> line.box().centerY() < edge).toList();
      List<TextLine> below = lines.stream().filter(line -> line.box().centerY() >= edge).toList();
      if (!above.isEmpty()) {
        head.add(new CellBlock(cell, above, false));
      }
      if (!below.isEmpty()) {
        body.add(new CellBlock(cell, below, CellBlock.isFigure(below.get(0))));
      }
    }
    return List.of(new RowBand(head), new RowBand(body));
  }

  /** Whether the cell below one is a figure or blank. */
  private boolean isColumn(GridCell cell) {
    return grid.cells().stream()
        .filter(
            other ->
                other.row() == cell.rowEnd()
                    && other.column() <= cell.column()
                    && other.columnEnd() > cell.column())
        .allMatch(other -> other.words().stream().allMatch(TextChunk::isNumber));
  }

  /** Whether figures may stand one below another in a cell. */
  private static boolean holdsLines(GridCell cell) {
    List<Box> figures = cell.words().stream().filter(TextChunk::isNumber).map(Word::box).toList();
    return figures.size() > 1
        && figures.stream().mapToDouble(Box::top).max().orElse(0)
            >= figures.stream().mapToDouble(Box::bottom).min().orElse(0);
  }

  /** Whether figures stand side by side in several lines of a cell: white space parts columns. */
  private static boolean holdsColumns(GridCell cell) {
    int lines = 0;
    for (TextLine line : TextLines.of(cell.words())) {
      List<Word> words = line.words();
      for (int i = 1; i < words.size(); i++) {
        double gap = words.get(i).box().left() - words.get(i - 1).box().right();
        if (gap > MIN_COLUMN_GAP_EM * line.box().height()
            && TextChunk.isNumber(words.get(i - 1))
            && TextChunk.isNumber(words.get(i))) {
          lines++;
          break;
        }
      }
    }
    return lines > 1;
  }

  /** Adds the figures of a cell that is a column of them; returns how many there are. */
  private static int addFigures(GridCell cell, List<CellBlock> figures) {
    List<TextLine> lines = TextLines.of(cell.words());
    List<TextLine> found = lines.stream().filter(CellBlock::isFigure).toList();
    boolean hasDigits =
        found.stream().anyMatch(line -> line.text().chars().anyMatch(Character::isDigit));
    boolean isColumn =
        hasDigits
            ? found.size() >= MIN_FIGURE_SHARE * lines.size()
                && (found.size() == 1
                    || cell.text().contains(" ")
                    || PrintedNumber.parse(cell.text()) == null)
            : found.size() >= MIN_STACKED_FIGURES
                && found.size() == lines.size(); // marks for "no amount"
    if (!isColumn) {
      return 0;
    }
    found.forEach(line -> figures.add(new CellBlock(cell, List.of(line), true)));
    return found.size();
  }

  private static List<RowBand> byFigures(List<CellBlock> figures) {
    List<CellBlock> sorted = new ArrayList<>(figures);
    sorted.sort(Comparator.comparingDouble(CellBlock::middle));
    List<RowBand> bands = new ArrayList<>();
    for (CellBlock figure : sorted) {
      RowBand last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
      if (last != null && figure.middle() - last.y() <= MAX_BASELINE_SHIFT * figure.lineHeight()) {
        last.blocks().add(figure);
      } else {
        bands.add(new RowBand(figure));
      }
    }
    return bands;
  }

  /** Puts a text beside its figures; lines of a text beside several figures are parted. */
  private static void place(CellBlock text, List<RowBand> bands, List<CellBlock> alone) {
    double slack = MAX_FIGURE_SHIFT * text.lineHeight();
    List<RowBand> beside =
        bands.stream()
            .filter(band -> band.y() >= text.top() - slack && band.y() <= text.bottom() + slack)
            .toList();
    if (beside.isEmpty()) {
      alone.add(text);
      return;
    }
    List<List<TextLine>> parts = new ArrayList<>();
    beside.forEach(band -> parts.add(new ArrayList<>()));
    for (TextLine line : text.lines()) {
      int nearest = 0;
      for (int i = 1; i < beside.size(); i++) {
        if (beside.get(i).distance(line) < beside.get(nearest).distance(line)) {
          nearest = i;
        }
      }
      parts.get(nearest).add(line);
    }
    for (int i = 0; i < parts.size(); i++) {
      if (!parts.get(i).isEmpty()) {
        beside.get(i).blocks().add(new CellBlock(text.cell(), parts.get(i), false));
      }
    }
  }

  /** Texts without a figure: those that stand beside one another are a row. */
  private static void addAlone(List<CellBlock> alone, List<RowBand> bands) {
    List<CellBlock> sorted = new ArrayList<>(alone);
    sorted.sort(Comparator.comparingDouble(CellBlock::middle));
    RowBand last = null;
    for (CellBlock text : sorted) {
      CellBlock first = last == null ? null : last.blocks().get(0);
      if (last != null && first != null && isBeside(first, text)) {
        last.blocks().add(text);
      } else {
        last = new RowBand(text);
        bands.add(last);
      }
    }
  }

  private static boolean isBeside(CellBlock one, CellBlock other) {
    return one.cell() != other.cell()
        && (other.middle() >= one.top() && other.middle() <= one.bottom()
            || one.middle() >= other.top() && one.middle() <= other.bottom());
  }
}
