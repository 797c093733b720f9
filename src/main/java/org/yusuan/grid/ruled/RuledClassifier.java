package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.element.TextLines;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Region;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.PrintedNumber;

/** Judges what connected rulings enclose: a table, part of a table's structure, or no table. */
public final class RuledClassifier {

  /** What a ruled component is. */
  public enum Verdict {
    /** A table whose rulings bound every cell. */
    TABLE,
    /** A table whose rulings bound only groups of rows or columns: white space parts the rest. */
    SPARSE,
    /** A chart or a drawing. */
    DRAWING,
    /** A box around text. */
    NO_TABLE
  }

  /** The measure that decided a verdict. */
  public enum Reason {
    /** Cells for each place of the lattice: fewer than a table has, and many are blank. */
    CELLS_PER_PLACE,
    /** Share of the words that rulings cut: more than in a table. */
    CUT_WORDS,
    /** Share of the page inside a single row: its frame. */
    PAGE_COVERED,
    /** Number of columns with text: too few. */
    FILLED_COLUMNS,
    /** Share of the words in cells that hold several rows or columns: white space parts them. */
    PACKED_WORDS
  }

  /**
   * A verdict and what decided it.
   *
   * @param verdict the verdict
   * @param reason the measure that decided
   * @param measured what was measured
   * @param limit the limit that it is compared with
   */
  public record Judgement(Verdict verdict, Reason reason, double measured, double limit) {}

  /**
   * In a chart, rulings run through labels. In tables, text that overflows its cell is rare: in 61
   * budget tables at most 0.04 of the words are cut.
   */
  private static final double MAX_CUT_WORDS = 0.25;

  /** A ruling in this outer part of the width of a character only touches it. A guess. */
  private static final double MAX_TOUCHED_SHARE = 0.1;

  /**
   * In a chart most positions of lines are used once. A table has at least this many cells for each
   * place of its lattice; 0.31 is the least seen, in a form of 55 rows.
   */
  private static final double MIN_REGULAR = 0.18;

  /**
   * In an irregular lattice, fewer filled cells than this share mean a chart; fewer than half of it
   * do so even in one twice as regular. A guess.
   */
  private static final double MIN_FILLED_SHARE = 0.6;

  /** In a lattice of fewer places than this, irregular merging proves nothing. A guess. */
  private static final int MIN_PLACES = 60;

  /** A single row of cells that takes at least this part of the page is its frame. A guess. */
  private static final double MIN_FRAME_SHARE = 0.6;

  /**
   * Lines in two cells of one row whose lower edges differ by no more than this, in points, are
   * aligned. A guess.
   */
  private static final double MAX_LINE_SHIFT = 3.0;

  /**
   * Cells that hold several rows make a table sparse if they hold at least this share of its words.
   * A guess.
   */
  private static final double MIN_PACKED = 0.15;

  /** At least this many lines in a cell are taken for rows of a table inside it. A guess. */
  private static final int MIN_LINES = 4;

  /**
   * A number with at least this much white before it, in parts of the font size, is a column of its
   * own. A guess.
   */
  private static final double MIN_COLUMN_GAP_EM = 1.2;

  /** A cell holds a column of numbers if at least this share of its lines are numbers. A guess. */
  private static final double MIN_NUMBER_SHARE = 0.7;

  private final Page page;

  public RuledClassifier(Page page) {
    this.page = page;
  }

  public Judgement judge(Grid grid) {
    Judgement drawing = drawing(grid);
    if (drawing != null) {
      return drawing;
    }
    double covered = pageCovered(grid);
    if (grid.rows() == 1 && covered >= MIN_FRAME_SHARE) {
      return new Judgement(Verdict.NO_TABLE, Reason.PAGE_COVERED, covered, MIN_FRAME_SHARE);
    }
    if (!hasTwoColumns(grid)) {
      return new Judgement(Verdict.NO_TABLE, Reason.FILLED_COLUMNS, filledColumns(grid), 2);
    }
    double packed = packedWords(grid);
    return new Judgement(
        packed >= MIN_PACKED ? Verdict.SPARSE : Verdict.TABLE,
        Reason.PACKED_WORDS,
        packed,
        MIN_PACKED);
  }

  /**
   * The judgement that it is a drawing: rulings cut many words, or merging is irregular and most
   * cells are blank. Null if it is none.
   */
  private @Nullable Judgement drawing(Grid grid) {
    Set<Word> whole = Collections.newSetFromMap(new IdentityHashMap<>());
    grid.cells().forEach(cell -> whole.addAll(cell.words()));
    Box box = grid.regions().get(0).bbox();
    int inside = 0;
    List<Word> parted = new ArrayList<>();
    for (Word word : page.words()) {
      if (box.contains(word.box().centerX(), word.box().centerY())) {
        inside++;
        if (!whole.contains(word)) {
          parted.add(word);
        }
      }
    }
    int places = grid.rows() * grid.columns();
    long filled = grid.cells().stream().filter(cell -> !cell.isBlank()).count();
    double regular = (double) grid.cells().size() / places;
    double text = (double) filled / grid.cells().size();
    if (places >= MIN_PLACES
        && (text < MIN_FILLED_SHARE && regular < MIN_REGULAR
            || text < MIN_FILLED_SHARE / 2 && regular < 2 * MIN_REGULAR)) {
      return new Judgement(Verdict.DRAWING, Reason.CELLS_PER_PLACE, regular, MIN_REGULAR);
    }
    if (inside < 4 || parted.size() <= MAX_CUT_WORDS * inside) {
      return null;
    }
    long cut = parted.stream().filter(word -> isCut(word, grid)).count();
    return cut > MAX_CUT_WORDS * inside
        ? new Judgement(Verdict.DRAWING, Reason.CUT_WORDS, (double) cut / inside, MAX_CUT_WORDS)
        : null;
  }

  /**
   * Whether a ruling runs through one of the word's characters. A number that touches the text of
   * the next cell makes one word with it, and the ruling parts the two.
   */
  private static boolean isCut(Word word, Grid grid) {
    List<Box> cells =
        grid.cells().stream().map(GridCell::box).filter(word.box()::intersects).toList();
    for (Glyph glyph : word.glyphs()) {
      Box box = glyph.box();
      double edge = MAX_TOUCHED_SHARE * box.width();
      boolean whole =
          cells.stream()
              .anyMatch(
                  cell ->
                      cell.contains(box.left() + edge, box.centerY())
                          && cell.contains(box.right() - edge, box.centerY()));
      if (!whole) {
        return true;
      }
    }
    return false;
  }

  /** The part of the page that it covers. */
  private double pageCovered(Grid grid) {
    Box box = grid.regions().get(0).bbox();
    return box.width() * box.height() / (page.width() * page.height());
  }

  private static boolean hasTwoColumns(Grid grid) {
    // A blank table is a table; one with text has it in more than one column.
    return grid.columns() > 1 && filledColumns(grid) != 1 || grid.columns() > 3;
  }

  private static long filledColumns(Grid grid) {
    return grid.cells().stream()
        .filter(cell -> !cell.isBlank())
        .mapToInt(GridCell::column)
        .distinct()
        .count();
  }

  /** The part of the words that is in cells which hold several rows or columns each. */
  private static double packedWords(Grid grid) {
    int words = 0;
    int packed = 0;
    for (int row = 0; row < grid.rows(); row++) {
      List<List<TextLine>> numbers = new ArrayList<>();
      for (GridCell cell : grid.cells()) {
        if (cell.row() != row) {
          continue;
        }
        words += cell.words().size();
        List<TextLine> lines = TextLines.of(cell.words());
        long numeric = lines.stream().filter(RuledClassifier::isNumber).count();
        if (holdsColumns(lines)) {
          packed += cell.words().size();
        } else if (numeric > 1
            && numeric >= MIN_NUMBER_SHARE * lines.size()
            && PrintedNumber.parse(cell.text()) == null) {
          numbers.add(lines);
        }
      }
      for (List<TextLine> lines : numbers) {
        if (numbers.stream().anyMatch(other -> other != lines && areAligned(other, lines))) {
          packed += lines.stream().mapToInt(line -> line.words().size()).sum();
        }
      }
    }
    return packed == 0 ? 0 : (double) packed / words;
  }

  /** Whether most of many lines are a label and numbers, or numbers, far from one another. */
  private static boolean holdsColumns(List<TextLine> lines) {
    if (lines.size() < MIN_LINES) {
      return false;
    }
    int parted = 0;
    for (TextLine line : lines) {
      List<Word> words = line.words();
      Word last = words.get(words.size() - 1);
      if (words.size() > 1 && TextChunk.isNumber(last)) {
        double gap = last.box().left() - words.get(words.size() - 2).box().right();
        parted += gap > MIN_COLUMN_GAP_EM * last.fontSize() ? 1 : 0;
      }
    }
    return parted >= 0.5 * lines.size();
  }

  private static boolean isNumber(TextLine line) {
    return line.words().stream().allMatch(TextChunk::isNumber);
  }

  private static boolean areAligned(List<TextLine> a, List<TextLine> b) {
    int aligned = 0;
    for (TextLine line : a) {
      for (TextLine other : b) {
        if (Math.abs(line.box().bottom() - other.box().bottom()) <= MAX_LINE_SHIFT) {
          aligned++;
          break;
        }
      }
    }
    return aligned >= 2 && aligned >= 0.5 * Math.min(a.size(), b.size());
  }

  /**
   * The table without a caption and notes that stand in the same box: rows of one cell at its top
   * and bottom that begin with the words for a caption or a note.
   */
  public static Grid withoutCaption(Grid grid) {
    GridCell[][] places = grid.places();
    int from = 0;
    int to = grid.rows();
    while (from < to - 1 && isWholeRow(places[from][0], grid, Captions::isCaption)) {
      from = places[from][0].rowEnd();
    }
    while (to - 1 > from && isWholeRow(places[to - 1][0], grid, Captions::isNote)) {
      to = places[to - 1][0].row();
    }
    if (from == 0 && to == grid.rows() || to - from < 1) {
      return grid;
    }
    List<GridCell> cells = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      if (cell.row() >= from && cell.rowEnd() <= to) {
        cells.add(
            new GridCell(
                cell.row() - from,
                cell.column(),
                cell.rowSpan(),
                cell.columnSpan(),
                cell.page(),
                cell.box(),
                cell.words(),
                cell.text()));
      }
    }
    Box box = Box.around(cells.stream().map(GridCell::box).toList());
    return new Grid(
        to - from,
        grid.columns(),
        cells,
        List.of(new Region(grid.regions().get(0).page(), box)),
        true);
  }

  private static boolean isWholeRow(GridCell cell, Grid grid, Predicate<String> beginning) {
    return cell.columnSpan() == grid.columns() && beginning.test(cell.text());
  }
}
