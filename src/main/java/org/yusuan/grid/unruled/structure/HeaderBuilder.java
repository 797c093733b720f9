package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.unruled.column.Columns;
import org.yusuan.grid.unruled.column.NearbyRulings;
import org.yusuan.page.Ruling;

/** Puts the pieces of header lines into header cells with spans. */
final class HeaderBuilder {

  /**
   * A line no farther than this below a group's label, in parts of the font size, underlines the
   * group. A guess.
   */
  private static final double MAX_UNDERLINE_GAP_EM = 1.2;

  /** Lines of one Chinese label follow one another within this many line heights. A guess. */
  private static final double MAX_LABEL_PITCH = 1.5;

  /** Lines of one header cell follow one another within this many line heights. A guess. */
  private static final double MAX_PITCH = 2.6;

  /**
   * A label that misses the middle of its column by less than this, in points, is no group's label.
   * A guess.
   */
  private static final double MIN_OFF_CENTRE = 3;

  /** Such a line runs through the label by at most this part of the label's height. A guess. */
  private static final double MAX_UNDERLINE_OVERLAP_EM = 0.3;

  /**
   * A label is centred over several columns if it misses their middle by less than this part of
   * what it misses that of its own. A guess.
   */
  private static final double MAX_MISS_RATIO = 0.7;

  /** A label spans at most this many columns to either side of its own. A guess. */
  private static final int MAX_COLUMNS_BESIDE = 6;

  private final Columns columns;
  private final NearbyRulings rules;
  private final List<HeaderLabel> cells = new ArrayList<>();

  HeaderBuilder(Columns columns, NearbyRulings rules) {
    this.columns = columns;
    this.rules = rules;
  }

  /** Adds the header to the draft; returns its number of rows. */
  int build(List<List<CellPiece>> lines, GridBuilder draft) {
    for (int i = 0; i < lines.size(); i++) {
      for (CellPiece piece : lines.get(i)) {
        add(piece, lines, i);
      }
    }
    HeaderGroups.widen(columns, cells);
    joinLines();
    int depth = 0;
    for (HeaderLabel cell : cells) {
      for (HeaderLabel above : cells) {
        if (above == cell) {
          break;
        }
        if (above.sharesColumn(cell)) {
          cell.level = Math.max(cell.level, above.level + 1);
        }
      }
      depth = Math.max(depth, cell.level + 1);
    }
    for (int i = 0; i < cells.size(); i++) {
      HeaderLabel cell = cells.get(i);
      cell.levelEnd = depth;
      for (HeaderLabel below : cells.subList(i + 1, cells.size())) {
        if (below.sharesColumn(cell)) {
          cell.levelEnd = Math.min(cell.levelEnd, below.level);
        }
      }
      draft.add(cell.level, cell.column, cell.levelEnd, cell.columnEnd, cell.words);
    }
    return depth;
  }

  private void add(CellPiece piece, List<List<CellPiece>> lines, int at) {
    Ruling underline = underline(piece);
    CellPiece shared = underline == null ? null : shared(piece, underline, lines.get(at));
    CellPiece ruled = shared == null ? ruled(piece, underline, lines.get(at)) : null;
    HeaderLabel label = new HeaderLabel(ruled == null ? piece : ruled, ruled != null);
    if (shared != null) {
      label.standsOver(shared.column(), shared.columnEnd());
    } else if (ruled == null && !label.isChinese() && at + 1 < lines.size()) {
      label = new HeaderLabel(centred(piece, lines, at), false);
    }
    HeaderLabel above = null;
    for (HeaderLabel cell : cells) {
      if (cell.sharesColumn(label)) {
        above = cell;
      }
    }
    if (above != null && continues(above, label, above.isChinese() ? MAX_LABEL_PITCH : MAX_PITCH)) {
      above.add(label.words, label.box);
    } else {
      cells.add(label);
    }
  }

  /**
   * Lines of a label that are far apart, and were not found to be labels of a group and below it.
   */
  private void joinLines() {
    for (int i = 0; i < cells.size(); i++) {
      for (int j = i + 1; j < cells.size(); j++) {
        if (cells.get(i).sharesColumn(cells.get(j))) {
          if (continues(cells.get(i), cells.get(j), MAX_PITCH)) {
            HeaderLabel next = cells.remove(j);
            cells.get(i).add(next.words, next.box);
            j--;
          } else {
            break;
          }
        }
      }
    }
  }

  private boolean continues(HeaderLabel above, HeaderLabel label, double most) {
    double pitch = label.box.bottom() - above.box.bottom();
    return above.spansSame(label)
        && pitch <= most * label.height()
        && !rules.between(above.box.bottom() - 1, label.box.centerY(), label.box.centerX());
  }

  /** The line under a label, unless it runs under all columns; null if there is none. */
  private @Nullable Ruling underline(CellPiece piece) {
    double height = piece.box().height();
    for (Ruling line : rules.lines()) {
      double below = line.position() - piece.box().bottom();
      boolean isUnder =
          below >= -MAX_UNDERLINE_OVERLAP_EM * height
              && below <= MAX_UNDERLINE_GAP_EM * height
              && line.start() <= piece.box().centerX()
              && line.end() >= piece.box().centerX();
      boolean all =
          line.start() < columns.rights()[0] && line.end() > columns.lefts()[columns.count() - 1];
      if (isUnder && !all) {
        return line;
      }
    }
    return null;
  }

  /** The piece over all columns over the line under it, if another stands over that too. */
  private @Nullable CellPiece shared(CellPiece piece, Ruling underline, List<CellPiece> beside) {
    boolean others =
        beside.stream()
            .anyMatch(
                other ->
                    other != piece
                        && other.box().centerX() > underline.start()
                        && other.box().centerX() < underline.end());
    return others ? spanning(piece, underline.start(), underline.end(), List.of()) : null;
  }

  /** A label spans what the line under it spans, or what the lines beside it leave; else null. */
  private @Nullable CellPiece ruled(
      CellPiece piece, @Nullable Ruling underline, List<CellPiece> beside) {
    if (underline != null) {
      return spanning(piece, underline.start(), underline.end(), beside);
    }
    double[] sides = rules.sides(piece.box().centerX(), piece.box().centerY());
    if (sides[0] > Double.NEGATIVE_INFINITY || sides[1] < Double.POSITIVE_INFINITY) {
      return spanning(piece, sides[0], sides[1], beside);
    }
    return null;
  }

  /** The piece over the columns whose middle lies between the two x, but the first column. */
  private CellPiece spanning(CellPiece piece, double left, double right, List<CellPiece> line) {
    int from = piece.column();
    int to = piece.columnEnd();
    for (int i = 1; i < columns.count(); i++) {
      double middle = (columns.lefts()[i] + columns.rights()[i]) / 2;
      if (middle >= left && middle <= right) {
        from = Math.min(from, i);
        to = Math.max(to, i + 1);
      }
    }
    return from > 0 && isFree(line, piece, from, to) ? piece.spanning(from, to) : piece;
  }

  private CellPiece centred(CellPiece piece, List<List<CellPiece>> lines, int at) {
    CellPiece best = piece;
    double own = miss(piece, piece.column(), piece.columnEnd());
    if (own < MIN_OFF_CENTRE) {
      return piece;
    }
    double bestMiss = MAX_MISS_RATIO * own;
    for (int from = Math.max(1, piece.column() - MAX_COLUMNS_BESIDE);
        from <= piece.column();
        from++) {
      for (int to = piece.columnEnd();
          to <= Math.min(columns.count(), piece.columnEnd() + MAX_COLUMNS_BESIDE);
          to++) {
        double miss = miss(piece, from, to);
        if (miss < bestMiss
            && isFree(lines.get(at), piece, from, to)
            && isSplitBelow(lines, at, piece, from, to)) {
          bestMiss = miss;
          best = piece.spanning(from, to);
        }
      }
    }
    return best;
  }

  private double miss(CellPiece piece, int from, int to) {
    return Math.abs((columns.lefts()[from] + columns.rights()[to - 1]) / 2 - piece.box().centerX());
  }

  private static boolean isFree(List<CellPiece> line, CellPiece piece, int from, int to) {
    for (CellPiece other : line) {
      if (other != piece && other.column() < to && other.columnEnd() > from) {
        return false;
      }
    }
    return true;
  }

  /** Whether each column has a label of its own further down and none further up. */
  private boolean isSplitBelow(
      List<List<CellPiece>> lines, int at, CellPiece piece, int from, int to) {
    for (int column = from; column < to; column++) {
      boolean own = false;
      for (List<CellPiece> line : lines.subList(at + 1, lines.size())) {
        for (CellPiece other : line) {
          own |= other.column() <= column && other.columnEnd() > column && other.columnEnd() <= to;
        }
      }
      boolean above = column >= piece.column() && column < piece.columnEnd();
      for (List<CellPiece> line : lines.subList(0, at)) {
        for (CellPiece other : line) {
          above |=
              other.columnEnd() - other.column() > 1
                  && other.column() <= column
                  && other.columnEnd() > column;
        }
      }
      boolean lonelyAbove = false;
      for (List<CellPiece> line : lines.subList(0, at)) {
        for (CellPiece other : line) {
          lonelyAbove |= other.columnEnd() - other.column() == 1 && other.column() == column;
        }
      }
      if (!own || lonelyAbove && !above) {
        return false;
      }
    }
    return true;
  }
}
