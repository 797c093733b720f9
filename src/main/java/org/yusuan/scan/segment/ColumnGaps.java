package org.yusuan.scan.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * Cuts lines of text where a column of a table ends. A figure at the right of its column and the
 * label at the left of the next stand as close as two characters; that the lines above and below
 * leave the same place blank tells them apart. In prose they do not. Lengths are in heights of the
 * page's print; constants are guesses unless they say what was measured.
 */
final class ColumnGaps {
  /** Characters of one word are closer; 0.4 was seen between two columns. */
  private static final double MIN_GAP = 0.3;

  /** A line so many times as high as the page's print is of larger print: a title. */
  private static final double MIN_LARGER = 1.3;

  /** Another line leaves the gap blank if at least this much of the gap is white there too. */
  private static final double MIN_SHARED = 0.15;

  /** At most this many lines above, and as many below, are asked. */
  private static final int MAX_LINES_ASKED = 4;

  /** Lines farther away than this are not asked. */
  private static final double MAX_DISTANCE = 12;

  /** At least this many lines must leave the gap blank. */
  private static final int MIN_SUPPORT = 2;

  /** And this many must leave it blank for each that runs over it. */
  private static final int MIN_BLANK_PER_CROSSING = 2;

  /** Beside a bracket at least so many must, and none may run over it: (4) begins a label. */
  private static final int MIN_SUPPORT_AT_BRACKET = 4;

  /** What ends in a bracket and is narrower is the number of an item, as (4). */
  private static final double MIN_LABEL_WIDTH = 4;

  /** A mark is lower and narrower than this; a full-width font leaves white beside it. */
  private static final double MAX_MARK = 0.5;

  /** The middle of a point is lower than this share of the height of its line. A guess. */
  private static final double MIN_FOOT = 0.75;

  /** A bracket is at least this high: digits are lower. */
  private static final double MIN_BRACKET_HEIGHT = 0.95;

  /** And a bracket is narrower than this. */
  private static final double MAX_BRACKET_WIDTH = 0.4;

  /** A single character is at most this wide; words may be set with white between two of them. */
  private static final double MAX_CHARACTER_WIDTH = 1.2;

  private final BinaryImage ink;
  private final double textHeight;

  /**
   * @param ink the page, with the marks that were left out of the lines
   */
  ColumnGaps(BinaryImage ink, double textHeight) {
    this.ink = ink;
    this.textHeight = textHeight;
  }

  /** Ink of a line without a gap in it. */
  private record InkPiece(List<ConnectedComponent> ink, LineBox box) {
    static InkPiece of(List<ConnectedComponent> ink) {
      return new InkPiece(ink, TextLineFinder.lineOf(ink, LineBox.NO_CELL));
    }

    ConnectedComponent last() {
      ConnectedComponent last = ink.get(0);
      for (ConnectedComponent component : ink) {
        last = component.right() > last.right() ? component : last;
      }
      return last;
    }

    ConnectedComponent first() {
      return ink.get(0);
    }

    double middle() {
      return (box.top() + box.bottom()) / 2.0;
    }
  }

  /** The lines, cut between columns. */
  List<List<ConnectedComponent>> cut(List<List<ConnectedComponent>> lines) {
    List<List<InkPiece>> pieces = lines.stream().map(this::pieces).toList();
    List<List<InkPiece>> rows = rows(pieces.stream().flatMap(List::stream).toList());
    List<List<ConnectedComponent>> cut = new ArrayList<>();
    for (List<InkPiece> line : pieces) {
      List<ConnectedComponent> part = new ArrayList<>(line.get(0).ink);
      for (int i = 1; i < line.size(); i++) {
        if (isBetweenColumns(line.get(i - 1), line.get(i), rows)) {
          cut.add(part);
          part = new ArrayList<>();
        }
        part.addAll(line.get(i).ink);
      }
      cut.add(part);
    }
    return cut;
  }

  /**
   * The height in which gaps of a line are measured: that of the page's print, or its own if it is
   * of larger print. Between two characters of a title stands as much white as between columns.
   */
  private double height(LineBox line) {
    return line.height() >= MIN_LARGER * textHeight ? line.height() : textHeight;
  }

  private List<InkPiece> pieces(List<ConnectedComponent> line) {
    double least = MIN_GAP * height(TextLineFinder.lineOf(line, LineBox.NO_CELL));
    List<ConnectedComponent> sorted = new ArrayList<>(line);
    sorted.sort(Comparator.comparingInt(ConnectedComponent::left));
    List<InkPiece> pieces = new ArrayList<>();
    List<ConnectedComponent> ink = new ArrayList<>();
    int right = Integer.MAX_VALUE;
    for (ConnectedComponent component : sorted) {
      if (!ink.isEmpty() && component.left() - right >= least) {
        pieces.add(InkPiece.of(ink));
        ink = new ArrayList<>();
      }
      right = ink.isEmpty() ? component.right() : Math.max(right, component.right());
      ink.add(component);
    }
    pieces.add(InkPiece.of(ink));
    return pieces;
  }

  /** Pieces on one height, from the top down, each row from left to right. */
  private static List<List<InkPiece>> rows(List<InkPiece> pieces) {
    List<InkPiece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(InkPiece::middle));
    List<List<InkPiece>> rows = new ArrayList<>();
    for (InkPiece piece : sorted) {
      List<InkPiece> row = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
      if (!row.isEmpty() && piece.middle() < row.get(0).box.bottom()) {
        row.add(piece);
      } else {
        rows.add(new ArrayList<>(List.of(piece)));
      }
    }
    rows.forEach(row -> row.sort(Comparator.comparingInt(piece -> piece.box.left())));
    return rows;
  }

  private boolean isBetweenColumns(InkPiece left, InkPiece right, List<List<InkPiece>> rows) {
    boolean characters =
        left.box.width() <= MAX_CHARACTER_WIDTH * textHeight
            && right.box.width() <= MAX_CHARACTER_WIDTH * textHeight;
    boolean atBracket = isBracket(left.last()) || isBracket(right.first());
    if (characters
        || isLow(left.last())
        || beginsWithMark(right)
        || isBracket(left.last()) && left.box.width() < MIN_LABEL_WIDTH * textHeight
        || !isBlank(left, right)) {
      return false;
    }
    int support = 0;
    int against = 0;
    int own = 0;
    while (own < rows.size() && !rows.get(own).contains(left)) {
      own++;
    }
    for (int step : new int[] {-1, 1}) {
      int asked = 0;
      for (int i = own + step; i >= 0 && i < rows.size() && asked < MAX_LINES_ASKED; i += step) {
        double distance = Math.abs(rows.get(i).get(0).middle() - left.middle());
        if (distance > MAX_DISTANCE * textHeight) {
          break;
        }
        int answer = leavesBlank(rows.get(i), left.box.right(), right.box.left());
        support += answer > 0 ? 1 : 0;
        against += answer < 0 ? 1 : 0;
        asked += answer == 0 ? 0 : 1;
      }
    }
    return atBracket
        ? support >= MIN_SUPPORT_AT_BRACKET && against == 0
        : support >= MIN_SUPPORT && support >= MIN_BLANK_PER_CROSSING * against;
  }

  /** 1 if a row has print on both sides of a gap and none there, −1 if it runs over it, else 0. */
  private int leavesBlank(List<InkPiece> row, int from, int to) {
    int blankFrom = Integer.MIN_VALUE;
    int blankTo = Integer.MAX_VALUE;
    for (InkPiece piece : row) {
      if (piece.box.left() + piece.box.right() < from + to) {
        blankFrom = Math.max(blankFrom, piece.box.right());
      } else {
        blankTo = Math.min(blankTo, piece.box.left());
      }
    }
    if (blankFrom == Integer.MIN_VALUE || blankTo == Integer.MAX_VALUE) {
      boolean over = blankFrom > to || blankTo < from;
      return over ? -1 : 0;
    }
    return Math.min(blankTo, to) - Math.max(blankFrom, from) >= MIN_SHARED * textHeight ? 1 : -1;
  }

  private boolean isBlank(InkPiece left, InkPiece right) {
    int top = Math.min(left.box.top(), right.box.top());
    int bottom = Math.max(left.box.bottom(), right.box.bottom());
    for (int y = top; y < bottom; y++) {
      for (int x = left.box.right() + 1; x < right.box.left() - 1; x++) {
        if (ink.ink[y * ink.width + x]) {
          return false;
        }
      }
    }
    return true;
  }

  /** A point or a comma. */
  private boolean isLow(ConnectedComponent ink) {
    return Math.max(ink.height(), ink.width()) < MAX_MARK * textHeight;
  }

  /**
   * Whether a point, a colon or a quotation mark begins a piece. The first stroke of 小 is as small,
   * but stands higher than a point, and the stroke beside it is high.
   */
  private boolean beginsWithMark(InkPiece piece) {
    ConnectedComponent first = piece.first();
    boolean atFoot = first.centerY() > piece.box.top() + MIN_FOOT * piece.box.height();
    return isLow(first) && (atFoot || piece.ink.size() == 1 || isLow(piece.ink.get(1)));
  }

  private boolean isBracket(ConnectedComponent ink) {
    return ink.height() >= MIN_BRACKET_HEIGHT * textHeight
        && ink.width() < MAX_BRACKET_WIDTH * textHeight;
  }
}
