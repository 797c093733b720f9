package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.page.Glyph;
import org.yusuan.page.Word;
import org.yusuan.text.PrintedNumber;

/**
 * Puts words into the cells of a lattice by where their characters stand, and cuts them at rulings.
 */
final class CellFiller {

  /**
   * A character overflows its cell if a ruling leaves at least this part of it on either side. A
   * guess.
   */
  private static final double MIN_CUT_SHARE = 0.25;

  /**
   * The same for a character of a number whose digits are evenly set. Guess: half of what a picture
   * shows.
   */
  private static final double MIN_CUT_SHARE_OF_EVEN_FIGURE = 0.05;

  /**
   * Gaps between the digits of one figure differ by no more than this part of the font size. Guess:
   * programs round places to tenths of a point.
   */
  private static final double MAX_GAP_DIFFERENCE_EM = 0.03;

  /**
   * The figures of a column keep one distance from the side of their cells: it differs by no more
   * than this, in points. A guess.
   */
  private static final double MAX_MARGIN_DIFFERENCE = 1.0;

  /**
   * Words whose heights overlap by at least this part of the lower one stand on one line. A guess.
   */
  private static final double MIN_HEIGHT_OVERLAP = 0.5;

  /** An amount, which is more than a year or a number before a label. */
  private static final Pattern AMOUNT =
      Pattern.compile("-?(\\d+\\.\\d+|\\d{5,}|\\d{1,3}(,\\d{3})+(\\.\\d+)?)");

  private final Lattice lattice;
  private final int[][] owner;
  private final List<List<Word>> contents = new ArrayList<>();

  CellFiller(Lattice lattice) {
    this.lattice = lattice;
    owner = new int[lattice.rows()][lattice.columns()];
    for (int i = 0; i < lattice.cells().size(); i++) {
      Lattice.CellSpan cell = lattice.cells().get(i);
      for (int row = cell.row(); row < cell.rowEnd(); row++) {
        Arrays.fill(owner[row], cell.column(), cell.columnEnd(), i);
      }
      contents.add(new ArrayList<>());
    }
  }

  /** The words of each cell, in the order of {@link Lattice#cells()}. */
  List<List<Word>> fill(List<Word> words) {
    List<Overflow> overflows = new ArrayList<>();
    for (Word word : words) {
      place(word, overflows);
    }
    for (Overflow overflow : overflows) {
      settle(overflow);
    }
    return contents;
  }

  /**
   * A word whose characters lie in several cells.
   *
   * @param word the word
   * @param cells the cells that its characters lie in, in order, without repetition
   * @param ends for each of these cells, the index after its last character
   * @param isCut whether a ruling cuts it through the middle of a character
   */
  private record Overflow(Word word, List<Integer> cells, List<Integer> ends, boolean isCut) {}

  private void place(Word word, List<Overflow> overflows) {
    List<Integer> cells = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    boolean cut = false;
    List<Glyph> glyphs = word.glyphs();
    boolean isInside = cellAt(word.box().centerX(), word.box().centerY()) >= 0;
    for (int i = 0; i < glyphs.size(); i++) {
      Box box = glyphs.get(i).box();
      int cell = cellAt(box.centerX(), box.centerY());
      isInside |= i == 0 && cell >= 0;
      cut |= isCut(box, MIN_CUT_SHARE);
      int last = cells.isEmpty() ? -1 : cells.get(cells.size() - 1);
      if (!cells.isEmpty() && (last == cell || cell < 0)) {
        // Text that runs out of the table belongs to the cell at which it leaves it.
        ends.set(ends.size() - 1, i + 1);
      } else if (last < 0 && !cells.isEmpty()) {
        cells.set(cells.size() - 1, cell);
        ends.set(ends.size() - 1, i + 1);
      } else {
        cells.add(cell);
        ends.add(i + 1);
      }
    }
    if (!isInside || cells.get(0) < 0) {
      return;
    }
    Overflow placed = new Overflow(word, cells, ends, cut);
    Overflow parted = cells.size() == 2 && cut ? atNumber(placed) : null;
    if (cells.size() == 1) {
      contents.get(cells.get(0)).add(word);
    } else if (parted != null) {
      distribute(parted);
    } else {
      overflows.add(placed);
    }
  }

  /**
   * A word whose first part is an amount that ends about where the cell ends, with the text or the
   * amount of the next cell right behind it: each part belongs to its own cell. Null if it is no
   * such word.
   */
  private @Nullable Overflow atNumber(Overflow placed) {
    String text = placed.word.text();
    int count = placed.word.glyphs().size();
    if (text.length() != count) {
      return null;
    }
    int ruling = placed.ends.get(0);
    for (int end : new int[] {ruling, ruling - 1, ruling + 1}) {
      if (end > 0 && end < count && isSeam(text.substring(0, end), text.substring(end))) {
        return new Overflow(placed.word, placed.cells, List.of(end, count), true);
      }
    }
    return null;
  }

  private static boolean isSeam(String left, String right) {
    if (AMOUNT.matcher(right).matches()
        && Character.isIdeographic(left.codePointBefore(left.length()))) {
      return true;
    }
    if (!AMOUNT.matcher(left).matches()) {
      return false;
    }
    PrintedNumber first = PrintedNumber.parse(left);
    PrintedNumber second = PrintedNumber.parse(right);
    boolean bothAmounts =
        first != null
            && second != null
            && first.decimals() > 0
            && first.decimals() == second.decimals();
    return bothAmounts || Character.isLetter(right.charAt(0));
  }

  private void distribute(Overflow placed) {
    int from = 0;
    for (int i = 0; i < placed.cells.size(); i++) {
      int to = placed.ends.get(i);
      contents.get(placed.cells.get(i)).add(placed.word.slice(from, to));
      from = to;
    }
  }

  /**
   * A word that runs into other cells belongs wholly to one. A number stays whole in any case: its
   * digits mean nothing apart. A text that runs into a figure belongs to the cell in which it
   * begins; else, if a ruling cuts it, to the one cell that has nothing else on its line, or to the
   * one of those that holds most of it. What no ruling cuts are texts of neighbours that touch.
   */
  private void settle(Overflow overflow) {
    List<Integer> free =
        overflow.cells.stream().filter(cell -> onLine(cell, overflow.word).isEmpty()).toList();
    if (PrintedNumber.parse(overflow.word.text()) != null
        && (overflow.isCut || isOneFigure(overflow))) {
      contents.get(ofNumber(overflow, free)).add(overflow.word);
    } else if (runsIntoFigures(overflow)) {
      contents.get(overflow.cells.get(0)).add(overflow.word);
    } else if (overflow.isCut && !free.isEmpty()) {
      contents.get(most(overflow, free)).add(overflow.word);
    } else {
      distribute(overflow);
    }
  }

  /**
   * Whether the digits go on over the rulings as they do elsewhere in the word. Figures of two
   * cells that touch leave another gap; codes that touch have the ruling between them.
   */
  private boolean isOneFigure(Overflow overflow) {
    Word word = overflow.word;
    List<Glyph> glyphs = word.glyphs();
    double[] gaps = new double[glyphs.size() - 1];
    for (int i = 0; i < gaps.length; i++) {
      gaps[i] = glyphs.get(i + 1).box().left() - glyphs.get(i).box().right();
    }
    double[] sorted = gaps.clone();
    Arrays.sort(sorted);
    double usual = sorted[sorted.length / 2];
    boolean isEven =
        overflow.ends.stream()
            .filter(end -> end <= gaps.length)
            .allMatch(
                end -> Math.abs(gaps[end - 1] - usual) <= MAX_GAP_DIFFERENCE_EM * word.fontSize());
    return isEven
        && (word.text().contains(".")
            || glyphs.stream().anyMatch(glyph -> isCut(glyph.box(), MIN_CUT_SHARE_OF_EVEN_FIGURE)));
  }

  /**
   * The cell of a number that runs into others: the one at whose side it stands as most figures of
   * the table stand at theirs; else the one that holds most of it.
   */
  private int ofNumber(Overflow overflow, List<Integer> free) {
    List<Integer> cells = free.isEmpty() ? overflow.cells : free;
    Box box = overflow.word.box();
    int first = overflow.cells.get(0);
    int last = overflow.cells.get(overflow.cells.size() - 1);
    if (cells.contains(last) && isUsual(margin(last, box, true), true)) {
      return last;
    }
    if (cells.contains(first) && isUsual(margin(first, box, false), false)) {
      return first;
    }
    return most(overflow, cells);
  }

  /** White between a word and the side of a cell. */
  private double margin(int cell, Box word, boolean right) {
    Box box = lattice.box(lattice.cells().get(cell));
    return right ? box.right() - word.right() : word.left() - box.left();
  }

  /** Whether most figures leave the same white at this side of their cells. */
  private boolean isUsual(double margin, boolean right) {
    int figures = 0;
    int alike = 0;
    for (int cell = 0; cell < contents.size(); cell++) {
      for (Word word : contents.get(cell)) {
        if (AMOUNT.matcher(word.text()).matches()) {
          figures++;
          alike +=
              Math.abs(margin(cell, word.box(), right) - margin) <= MAX_MARGIN_DIFFERENCE ? 1 : 0;
        }
      }
    }
    return 2 * alike > figures;
  }

  private static int most(Overflow overflow, List<Integer> cells) {
    int most = cells.get(0);
    int mostGlyphs = 0;
    int from = 0;
    for (int i = 0; i < overflow.cells.size(); i++) {
      int count = overflow.ends.get(i) - from;
      if (count > mostGlyphs && cells.contains(overflow.cells.get(i))) {
        most = overflow.cells.get(i);
        mostGlyphs = count;
      }
      from = overflow.ends.get(i);
    }
    return most;
  }

  /**
   * Whether each cell after the first holds a figure on the line of the word, and the first none,
   * as a label's does not.
   */
  private boolean runsIntoFigures(Overflow overflow) {
    Word word = overflow.word;
    String tail = word.slice(overflow.ends.get(0), word.glyphs().size()).text();
    return tail.chars().noneMatch(Character::isDigit)
        && !hasFigure(overflow.cells.get(0), word)
        && overflow.cells.stream().skip(1).allMatch(cell -> hasFigure(cell, word));
  }

  private boolean hasFigure(int cell, Word word) {
    return onLine(cell, word).stream().anyMatch(TextChunk::isNumber);
  }

  /** The words of a cell that stand on the line of another word. */
  private List<Word> onLine(int cell, Word word) {
    Box box = word.box();
    return contents.get(cell).stream()
        .filter(
            other ->
                other.box().overlapY(box)
                    >= MIN_HEIGHT_OVERLAP * Math.min(other.box().height(), box.height()))
        .toList();
  }

  private boolean isCut(Box glyph, double part) {
    double margin = part * glyph.width();
    return cellAt(glyph.left() + margin, glyph.centerY())
        != cellAt(glyph.right() - margin, glyph.centerY());
  }

  /** Index of the cell that holds the point; -1 if it lies outside. */
  private int cellAt(double x, double y) {
    int column = interval(lattice.xs(), x);
    int row = interval(lattice.ys(), y);
    return column < 0 || row < 0 ? -1 : owner[row][column];
  }

  private static int interval(double[] boundaries, double value) {
    int at = Arrays.binarySearch(boundaries, value);
    int index = at >= 0 ? at : -at - 2;
    return index >= boundaries.length - 1 ? -1 : index;
  }
}
