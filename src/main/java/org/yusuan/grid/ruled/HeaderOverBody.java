package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.page.Page;
import org.yusuan.page.Word;
import org.yusuan.text.Ideographs;
import org.yusuan.text.PageNumber;
import org.yusuan.text.PrintedNumber;

/**
 * Finds the body of a table of which only the header is ruled: the lines right below it whose texts
 * stand in its columns.
 */
final class HeaderOverBody {

  /** A number with more digits than this in a header is an amount of its body. A guess. */
  private static final int MAX_NUMBER_DIGITS = 2;

  /**
   * The white above a line of the body, in parts of the height of the line, is at most this. Rows
   * of tables seen are up to 4 times as high as their letters.
   */
  private static final double MAX_GAP = 4;

  /** Page numbers stand in this lowest part of a page. A guess. */
  private static final double FOOT_SHARE = 0.12;

  /** A header has at most this many rows, with that of the numbers of its columns. A guess. */
  private static final int MAX_HEADER_ROWS = 5;

  /** The cells of a header have at most this many characters on average. A guess. */
  private static final int MAX_CELL_CHARACTERS = 16;

  /** A text may reach this many points over the edge of its column. A guess. */
  private static final double MAX_OVERHANG = 3.0;

  private final Page page;
  private final List<Lattice> lattices;
  private final PageRulings edges;

  /**
   * @param lattices all that rulings enclose on the page
   */
  HeaderOverBody(Page page, List<Lattice> lattices) {
    this.page = page;
    this.lattices = lattices;
    this.edges = PageRulings.of(page);
  }

  /** The lattice with one more row that holds the whole body; the same one if it is no header. */
  Lattice withBody(Lattice header) {
    double[] columns = columns(header);
    if (columns.length < 3 || !isHeader(header)) {
      return header;
    }
    double bottom = bottom(header, columns);
    if (bottom <= header.box().bottom()) {
      return header;
    }
    double[] ys = Arrays.copyOf(header.ys(), header.ys().length + 1);
    ys[ys.length - 1] = bottom;
    List<Lattice.CellSpan> places = new ArrayList<>(header.cells());
    for (Lattice.CellSpan place : header.cells()) {
      if (place.rowEnd() == header.rows()) {
        places.add(
            new Lattice.CellSpan(
                header.rows(), place.column(), header.rows() + 1, place.columnEnd()));
      }
    }
    return new Lattice(header.xs(), ys, places);
  }

  /** The edges of the cells at the bottom of a lattice. */
  private static double[] columns(Lattice header) {
    return header.cells().stream()
        .filter(place -> place.rowEnd() == header.rows())
        .flatMapToDouble(
            place ->
                Arrays.stream(
                    new double[] {header.xs()[place.column()], header.xs()[place.columnEnd()]}))
        .sorted()
        .distinct()
        .toArray();
  }

  /** Whether a lattice holds short texts and numbers of columns, and no amounts. */
  private boolean isHeader(Lattice header) {
    if (header.rows() > MAX_HEADER_ROWS) {
      return false;
    }
    int texts = 0;
    int characters = 0;
    Box box = header.box();
    for (Word word : page.words()) {
      if (box.contains(word.box().centerX(), word.box().centerY())) {
        if (TextChunk.isNumber(word)
            && word.text().chars().filter(Character::isDigit).count() > MAX_NUMBER_DIGITS) {
          return false;
        }
        texts += Ideographs.in(word.text()) ? 1 : 0;
        characters += word.text().length();
      }
    }
    return texts > 1 && characters <= MAX_CELL_CHARACTERS * header.cells().size();
  }

  /** Where the body ends; the lower edge of the header if there is none. */
  private double bottom(Lattice header, double[] columns) {
    Box box = header.box();
    double end = page.height();
    for (Lattice other : lattices) {
      Box next = other.box();
      if (other != header && next.top() > box.top() && next.overlapX(box) > 0) {
        end = Math.min(end, next.top());
      }
    }
    List<Word> below = new ArrayList<>();
    for (Word word : page.words()) {
      double y = word.box().centerY();
      if (y > box.bottom() && y < end && word.box().overlapX(box) > 0) {
        below.add(word);
      }
    }
    double bottom = box.bottom();
    double last = box.bottom();
    int figures = 0;
    boolean pending = false;
    for (ChunkLine line : ChunkLine.all(TextChunk.all(below, edges))) {
      double height = line.box().height();
      if (line.box().top() - last > MAX_GAP * height
          || Captions.isNote(line)
          || Captions.isCaption(line)
          || isPageNumber(line)) {
        break;
      }
      last = line.box().bottom();
      if (!isRow(line, columns)) {
        // A label that runs over its cell is a row if another row follows.
        if (pending || !isLongLabel(line, columns)) {
          break;
        }
        pending = true;
        continue;
      }
      pending = false;
      bottom = last + height / 4;
      figures += holdsFigure(line, columns) ? 1 : 0;
    }
    return figures == 0 ? box.bottom() : Math.min(bottom, end);
  }

  /**
   * Whether a line is a row: each text stands in one column, or runs over its cell beside a figure.
   */
  private static boolean isRow(ChunkLine line, double[] columns) {
    boolean besideFigure = holdsFigure(line, columns);
    for (Word word : words(line)) {
      Box box = word.box();
      boolean inside = besideFigure;
      for (int i = 1; i < columns.length; i++) {
        inside |=
            box.left() >= columns[i - 1] - MAX_OVERHANG && box.right() <= columns[i] + MAX_OVERHANG;
      }
      if (!inside) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line is one text that begins in the first column and ends in the second. */
  private static boolean isLongLabel(ChunkLine line, double[] columns) {
    return !line.isTabular()
        && line.box().left() >= columns[0] - MAX_OVERHANG
        && line.box().left() < (columns[0] + columns[1]) / 2
        && line.box().right() < columns[2];
  }

  private boolean isPageNumber(ChunkLine line) {
    String text = line.chunks().stream().map(TextChunk::text).collect(Collectors.joining());
    return PageNumber.isPossible(text)
        && (line.box().centerY() > (1 - FOOT_SHARE) * page.height()
            || !Character.isDigit(text.charAt(text.length() - 1)));
  }

  /** Whether a number stands in a column right of the first, beside something else. */
  private static boolean holdsFigure(ChunkLine line, double[] columns) {
    List<Word> words = words(line);
    return words.size() > 1
        && words.stream()
            .anyMatch(
                word ->
                    word.box().left() >= columns[1] - MAX_OVERHANG
                        && PrintedNumber.parse(word.text()) != null);
  }

  private static List<Word> words(ChunkLine line) {
    return line.chunks().stream().flatMap(chunk -> chunk.words().stream()).toList();
  }
}
