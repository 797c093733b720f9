package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.unruled.column.Columns;
import org.yusuan.grid.unruled.column.NearbyRulings;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;
import org.yusuan.text.AmountForm;

/** Builds the grid of a table whose lines are known. */
public final class UnruledBuilder {

  /**
   * The middle of a heading misses that of the columns but the first by no more than this part of
   * their width. A guess.
   */
  private static final double MAX_OFF_CENTRE = 0.06;

  /**
   * If this many of the first rows of the body are ruled off, those of the header are too. A guess.
   */
  private static final int MIN_RULED_ROWS = 3;

  /** These rows have at most this many lines on average. A guess. */
  private static final int MAX_LINES_PER_ROW = 2;

  /**
   * Text whose left edge is within this many points of a column's left edge belongs to that column.
   * A guess.
   */
  private static final double MAX_LEFT_DIFFERENCE = 2;

  private final List<ChunkLine> lines;
  private final Columns columns;
  private final NearbyRulings rules;
  private final List<Double> wide;
  private final int page;

  public UnruledBuilder(List<ChunkLine> lines, Columns columns, NearbyRulings rules, int page) {
    this.lines = lines;
    this.columns = columns;
    this.rules = rules;
    this.page = page;
    Box box = Box.around(lines.stream().map(ChunkLine::box).toList());
    wide = rules.wide(box.left(), box.right(), columns.reach());
  }

  /** The grid; null if the lines have no two columns. */
  public @Nullable Grid build() {
    if (columns.count() < 2) {
      return null;
    }
    List<List<CellPiece>> pieces = new ArrayList<>();
    for (ChunkLine line : lines) {
      pieces.add(CellPiece.of(line, columns));
    }
    int head = headerEnd(pieces);
    GridBuilder draft = new GridBuilder();
    int depth = new HeaderBuilder(columns, rules).build(pieces.subList(0, head), draft);
    List<List<CellPiece>> body = pieces.subList(head, pieces.size());
    int[] rows = new BodyRows(body, columns, rules).number(wide);
    int count = rows.length == 0 ? 0 : rows[rows.length - 1] + 1;
    for (int row = 0; row < count; row++) {
      addRow(body, rows, row, depth, draft);
    }
    return draft.grid(depth + count, columns.count(), page);
  }

  private void addRow(
      List<List<CellPiece>> body, int[] rows, int row, int depth, GridBuilder draft) {
    List<CellPiece> merged = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] != row) {
        continue;
      }
      List<CellPiece> line = body.get(i);
      for (CellPiece piece : line) {
        merge(merged, line.size() == 1 ? placed(piece) : piece);
      }
    }
    for (CellPiece piece : merged) {
      draft.add(depth + row, piece.column(), depth + row + 1, piece.columnEnd(), piece.words());
    }
  }

  /** A heading inside the body stands in the first column or is centred over all others. */
  private CellPiece placed(CellPiece piece) {
    int last = columns.count() - 1;
    if (piece.column() == 0 && piece.box().left() < columns.rights()[0]) {
      return piece.spanning(0, 1);
    }
    double middle = (columns.lefts()[1] + columns.rights()[last]) / 2;
    double width = columns.rights()[last] - columns.lefts()[1];
    boolean centred = Math.abs(piece.box().centerX() - middle) <= MAX_OFF_CENTRE * width;
    boolean begins =
        Math.abs(piece.box().left() - columns.lefts()[piece.column()]) <= MAX_LEFT_DIFFERENCE;
    return centred && !begins && !piece.isNumber() ? piece.spanning(1, last + 1) : piece;
  }

  private static void merge(List<CellPiece> merged, CellPiece piece) {
    for (int i = 0; i < merged.size(); i++) {
      CellPiece other = merged.get(i);
      if (other.column() < piece.columnEnd() && piece.column() < other.columnEnd()) {
        List<Word> words = new ArrayList<>(other.words());
        words.addAll(piece.words());
        merged.set(
            i,
            new CellPiece(
                words,
                other.box().union(piece.box()),
                Math.min(other.column(), piece.column()),
                Math.max(other.columnEnd(), piece.columnEnd())));
        return;
      }
    }
    merged.add(piece);
  }

  /** Number of header lines. */
  private int headerEnd(List<List<CellPiece>> pieces) {
    int byNumbers = firstNumeric(pieces);
    if (byNumbers > 0 && isRuledOff(byNumbers)) {
      return byNumbers;
    }
    // The rule nearest below the first lines, with a body under it, ends the header.
    for (int i = 1; i < pieces.size(); i++) {
      double from = lines.get(i - 1).box().centerY();
      double to = lines.get(i).box().centerY();
      if (NearbyRulings.count(wide, from, to) > 0) {
        boolean hasLabels = pieces.subList(0, i).stream().anyMatch(line -> line.size() > 1);
        if (hasLabels) {
          return i <= Math.max(byNumbers, 1) || byNumbers < 0 ? i : byNumbers;
        }
      }
    }
    return Math.max(0, byNumbers);
  }

  /** Whether the first rows of the body have a line over the whole table below them. */
  private boolean isRuledOff(int first) {
    int end = Math.min(first + MAX_LINES_PER_ROW * MIN_RULED_ROWS, lines.size() - 1);
    int ruled = 0;
    for (int i = first; i < end; i++) {
      double from = lines.get(i).box().centerY();
      double to = lines.get(i + 1).box().centerY();
      ruled += NearbyRulings.count(wide, from, to) > 0 ? 1 : 0;
    }
    return ruled >= MIN_RULED_ROWS;
  }

  /** First line with a label and mostly numbers; -1 if there is none. */
  private int firstNumeric(List<List<CellPiece>> pieces) {
    for (int i = 0; i < pieces.size(); i++) {
      List<CellPiece> line = pieces.get(i);
      long numbers = line.stream().skip(1).filter(CellPiece::isNumber).count();
      // The row of the total may have no code before its label; then its amounts show that it is
      // a row.
      boolean labelled = line.get(0).column() == 0 || hasAmounts(line);
      if (line.size() > 1 && labelled && numbers * 2 >= line.size() - 1 && !areYears(line)) {
        // A heading of the first group of rows stands above it, at the left.
        int first = i;
        while (first > 0 && isGroupHeading(pieces.get(first - 1)) && !runsInto(pieces, first - 1)) {
          first--;
        }
        return first;
      }
    }
    return -1;
  }

  /** Whether more than one amount follows a label, or one in the last of few columns. */
  private boolean hasAmounts(List<CellPiece> line) {
    long amounts = line.stream().filter(piece -> AmountForm.matches(piece.text())).count();
    boolean only = line.size() == 2 && line.get(1).columnEnd() == columns.count();
    return !line.get(0).isNumber() && amounts > (only ? 0 : 1);
  }

  /** Whether a line stands beside the one above it: the last line of a label of that. */
  private static boolean runsInto(List<List<CellPiece>> pieces, int at) {
    Box box = pieces.get(at).get(0).box();
    return at > 0 && pieces.get(at - 1).stream().anyMatch(piece -> piece.box().overlapY(box) > 0);
  }

  private static boolean isGroupHeading(List<CellPiece> line) {
    return line.size() == 1 && line.get(0).column() == 0;
  }

  private static boolean areYears(List<CellPiece> line) {
    for (CellPiece piece : line.subList(1, line.size())) {
      if (!piece.text().matches("(FY ?)?(19|20)\\d\\d([-–/]\\d\\d(\\d\\d)?)?[a-z]?")) {
        return false;
      }
    }
    return true;
  }
}
