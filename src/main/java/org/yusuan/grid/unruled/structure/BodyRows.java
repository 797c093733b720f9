package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.unruled.column.Columns;
import org.yusuan.grid.unruled.column.NearbyRulings;
import org.yusuan.text.Ideographs;

/** Tells which lines of an unruled table's body make up one row. */
final class BodyRows {

  /**
   * Wrapped lines follow one another within this many line heights, from bottom to bottom. A guess.
   */
  private static final double MAX_PITCH = 1.6;

  /** Lines whose heights overlap by at least this part are one row. A guess. */
  private static final double MIN_HEIGHT_OVERLAP = 0.25;

  /** The left edges of the lines of one text differ by no more than this, in points. A guess. */
  private static final double MAX_LEFT_DIFFERENCE = 2;

  /**
   * Rulings part rows if at least this share of the bands between them has text in two columns. A
   * guess.
   */
  private static final double MIN_TABULAR_SHARE = 0.7;

  /** Width of the space before a word, in parts of the font size: what it is in most fonts. */
  private static final double SPACE_EM = 0.25;

  /** A line goes on below only if it fills more than this part of its column. A guess. */
  private static final double MIN_FILLED_WIDTH = 0.6;

  /** Lines of one row are nearer than rows by this factor; 0.55 to 0.75 in those seen. */
  private static final double MAX_PITCH_IN_ROW = 0.8;

  /** So many numbers below one another tell the distance of rows. A guess. */
  private static final int MIN_NUMBERS = 3;

  /** A figure that ends in a separator, or in one of its two decimals or three digits too few. */
  private static final Pattern CUT_FIGURE = Pattern.compile("[-−]?\\d[\\d,]*(\\.\\d?|,\\d{0,2})");

  private static final Pattern WHOLE_FIGURE =
      Pattern.compile("[-−]?\\d{1,3}(,\\d{3})*\\.\\d{2}|[-−]?\\d+\\.\\d{2}");

  private final List<List<CellPiece>> lines;
  private final Columns columns;
  private final NearbyRulings rules;
  private final double[] widest;
  private final double rowPitch;

  BodyRows(List<List<CellPiece>> lines, Columns columns, NearbyRulings rules) {
    this.lines = lines;
    this.columns = columns;
    this.rules = rules;
    rowPitch = rowPitch(lines, columns.count());
    widest = new double[columns.count()];
    for (List<CellPiece> line : lines) {
      for (CellPiece piece : line) {
        if (piece.columnEnd() - piece.column() == 1) {
          widest[piece.column()] = Math.max(widest[piece.column()], piece.box().right());
        }
      }
    }
  }

  /** For each line, the number of its row, from 0. */
  int[] number(List<Double> wideRules) {
    int[] byRules = byRules(wideRules);
    if (byRules.length > 0) {
      return byRules;
    }
    int[] rows = new int[lines.size()];
    for (int i = 1; i < rows.length; i++) {
      rows[i] = rows[i - 1] + (isOneRow(i, rows) ? 0 : 1);
    }
    return rows;
  }

  /**
   * Rows between rulings, if each band between two holds no more than one figure a column. Of lists
   * side by side one may go on, with rulings under its own rows alone.
   */
  private int[] byRules(List<Double> wideRules) {
    int[] bands = bands(i -> crosses(wideRules, i));
    int count = bands.length == 0 ? 0 : bands[bands.length - 1] + 1;
    if (count < 3 || tabular(bands, count) < MIN_TABULAR_SHARE * count) {
      return new int[0];
    }
    int[] rows = bands(i -> crosses(wideRules, i) || isRuledOff(i));
    return hasFiguresApart(rows) ? rows : new int[0];
  }

  /** For each line, the number of its band, where a new one begins at some lines. */
  private int[] bands(IntPredicate begins) {
    int[] bands = new int[lines.size()];
    for (int i = 1; i < bands.length; i++) {
      bands[i] = bands[i - 1] + (begins.test(i) ? 1 : 0);
    }
    return bands;
  }

  private boolean crosses(List<Double> wideRules, int i) {
    return NearbyRulings.count(wideRules, middle(lines.get(i - 1)), middle(lines.get(i))) > 0;
  }

  /** Whether a ruling parts all that stands in a line from the line above it. */
  private boolean isRuledOff(int i) {
    double above = middle(lines.get(i - 1));
    double middle = middle(lines.get(i));
    return lines.get(i).stream()
        .allMatch(piece -> rules.between(above, middle, piece.box().centerX()));
  }

  /** How many bands have text in two columns. */
  private int tabular(int[] bands, int count) {
    boolean[][] filled = new boolean[count][columns.count()];
    for (int i = 0; i < bands.length; i++) {
      for (CellPiece piece : lines.get(i)) {
        filled[bands[i]][piece.column()] = true;
      }
    }
    return (int)
        Arrays.stream(filled)
            .filter(band -> IntStream.range(0, band.length).filter(c -> band[c]).count() > 1)
            .count();
  }

  /** Whether no band has two figures in one column, but for the end of one that had no room. */
  private boolean hasFiguresApart(int[] bands) {
    CellPiece[] numbers = new CellPiece[columns.count()];
    for (int i = 0; i < bands.length; i++) {
      if (i > 0 && bands[i] != bands[i - 1]) {
        Arrays.fill(numbers, null);
      }
      for (CellPiece piece : lines.get(i)) {
        CellPiece other = numbers[piece.column()];
        if (piece.isNumber() && other != null && !isEnd(other, piece)) {
          return false;
        }
        numbers[piece.column()] = piece.isNumber() ? piece : other;
      }
    }
    return true;
  }

  private static double middle(List<CellPiece> line) {
    return line.stream().mapToDouble(piece -> piece.box().centerY()).average().orElse(0);
  }

  private static double bottom(List<CellPiece> line) {
    return line.stream().mapToDouble(piece -> piece.box().bottom()).max().orElse(0);
  }

  /** Whether line i belongs to the row of the line above it. */
  private boolean isOneRow(int i, int[] rows) {
    List<CellPiece> above = lines.get(i - 1);
    List<CellPiece> line = lines.get(i);
    if (figuresGoOn(i, rows)) {
      return true;
    }
    if (numbersMeet(i, rows)) {
      return false;
    }
    if (overlaps(above, line)) {
      return true;
    }
    double height = line.get(0).box().height();
    if (isNear(i, rows)) {
      return true;
    }
    if (bottom(line) - bottom(above) > MAX_PITCH * height) {
      return false;
    }
    boolean isSecond = isSecondLine(above, line) && !isOfNext(i);
    boolean wrapped = isSecond;
    for (CellPiece piece : line) {
      if (rules.between(middle(above), middle(line), piece.box().centerX())) {
        return false;
      }
      CellPiece before = at(above, piece.column());
      if (before == null) {
        continue;
      }
      if (piece.isNumber() && before.isNumber() || !isSecond && !isWrapped(before, piece)) {
        return false;
      }
      wrapped = true;
    }
    if (!wrapped) {
      return false;
    }
    // A full line below a full line is a row of its own, even if its texts seem to go on.
    boolean partial = line.size() < columns.count() && line.get(0).column() > 0;
    boolean labelGoesOn = above.size() == 1 && above.get(0).column() == 0;
    boolean labelOnly = line.size() == 1;
    return partial || labelGoesOn || labelOnly || !hasNumber(line) && !hasNumber(above);
  }

  /**
   * Whether a line is clearly nearer to the row above it than rows are to one another, and no
   * number stands below another: lines of a label beside an amount of one line, or the number of a
   * row a little above the rest of it. A label with the number of an item begins a row.
   */
  private boolean isNear(int i, int[] rows) {
    List<CellPiece> line = lines.get(i);
    double pitch = middle(line) - middle(lines.get(i - 1));
    if (pitch >= MAX_PITCH_IN_ROW * rowPitch
        || isOfNext(i)
        || line.stream().noneMatch(piece -> isChinese(piece) || piece.isNumber())
        || line.stream().anyMatch(piece -> Captions.isItem(piece.text()))
        || rules.between(middle(lines.get(i - 1)), middle(line), line.get(0).box().centerX())) {
      return false;
    }
    for (int above = i - 1; above >= 0 && rows[above] == rows[i - 1]; above--) {
      for (CellPiece piece : line) {
        CellPiece other = at(lines.get(above), piece.column());
        if (other != null && (piece.isNumber() || other.isNumber())) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether a line without a number is clearly nearer to the next line than to the one above. */
  private boolean isOfNext(int i) {
    double pitch = middle(lines.get(i)) - middle(lines.get(i - 1));
    double next =
        i + 1 < lines.size() ? middle(lines.get(i + 1)) - middle(lines.get(i)) : Double.MAX_VALUE;
    return next < MAX_PITCH_IN_ROW * pitch && !hasNumber(lines.get(i));
  }

  /**
   * Whether a number of a line is the end of one of the row above it that had no room: 143,999.0
   * and 0. What stands beside such an end may be level with the middle of both; but where the line
   * has text below text, all its numbers are such ends, or it is a row of its own.
   */
  private boolean figuresGoOn(int i, int[] rows) {
    List<CellPiece> line = lines.get(i);
    long ends = 0;
    boolean below = false;
    for (int above = i - 1; above >= 0 && rows[above] == rows[i - 1]; above--) {
      for (CellPiece piece : line) {
        CellPiece begun = at(lines.get(above), piece.column());
        if (begun == null) {
          continue;
        }
        boolean isEnd = isEnd(begun, piece);
        if (piece.isNumber() && !isEnd) {
          return false;
        }
        ends += isEnd ? 1 : 0;
        below |= !isEnd;
      }
    }
    return ends > 0 && (!below || ends == line.stream().filter(CellPiece::isNumber).count());
  }

  /** Whether a number is the end of a figure that begins right above it. */
  private static boolean isEnd(CellPiece begun, CellPiece piece) {
    return piece.box().bottom() - begun.box().bottom() <= MAX_PITCH * begun.box().height()
        && CUT_FIGURE.matcher(begun.text()).matches()
        && WHOLE_FIGURE.matcher(begun.text() + piece.text()).matches();
  }

  /** Whether a number of a line would stand in one cell with one of the row above it. */
  private boolean numbersMeet(int i, int[] rows) {
    for (int above = i - 1; above >= 0 && rows[above] == rows[i - 1]; above--) {
      for (CellPiece piece : lines.get(i)) {
        CellPiece other = at(lines.get(above), piece.column());
        if (other != null && piece.isNumber() && other.isNumber()) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isChinese(CellPiece piece) {
    return piece.words().stream().anyMatch(word -> Ideographs.in(word.text()));
  }

  /**
   * The least distance of rows: of numbers below one another, and of items with a number of their
   * own, of which most may have no amount; 0 if there are too few numbers.
   */
  private static double rowPitch(List<List<CellPiece>> lines, int columns) {
    double[] numbers = pitches(lines, columns, CellPiece::isNumber);
    double[] items = pitches(lines, columns, piece -> Captions.isItem(piece.text()));
    if (numbers.length < MIN_NUMBERS) {
      return 0;
    }
    double pitch = numbers[numbers.length / 10];
    return items.length < MIN_NUMBERS ? pitch : Math.min(pitch, items[items.length / 10]);
  }

  /** The distances between pieces of a kind that follow one another in a column, rising. */
  private static double[] pitches(
      List<List<CellPiece>> lines, int columns, Predicate<CellPiece> kind) {
    double[] last = new double[columns];
    Arrays.fill(last, Double.NaN);
    List<Double> pitches = new ArrayList<>();
    for (List<CellPiece> line : lines) {
      for (CellPiece piece : line) {
        if (kind.test(piece)) {
          double y = piece.box().centerY();
          if (!Double.isNaN(last[piece.column()])) {
            pitches.add(y - last[piece.column()]);
          }
          last[piece.column()] = y;
        }
      }
    }
    return pitches.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /**
   * Whether a line is a single text right below a text that stands among other cells and not in the
   * first: then it goes on with that text.
   */
  private static boolean isSecondLine(List<CellPiece> above, List<CellPiece> line) {
    CellPiece piece = line.get(0);
    CellPiece before = at(above, piece.column());
    return line.size() == 1
        && piece.column() > 0
        && piece.columnEnd() == piece.column() + 1
        && !piece.isNumber()
        && above.size() > 2
        && hasNumber(above)
        && before != null
        && !before.isNumber()
        && !Captions.isItem(piece.text())
        && Math.abs(before.box().left() - piece.box().left()) <= MAX_LEFT_DIFFERENCE;
  }

  private static boolean hasNumber(List<CellPiece> line) {
    return line.stream().anyMatch(CellPiece::isNumber);
  }

  /**
   * Whether the lines run into one another: a value that stands beside the middle of a label of two
   * lines.
   */
  private static boolean overlaps(List<CellPiece> above, List<CellPiece> line) {
    boolean overlaps = false;
    for (CellPiece piece : line) {
      for (CellPiece other : above) {
        double shared = other.box().overlapY(piece.box());
        double height = Math.min(other.box().height(), piece.box().height());
        overlaps |= other.column() != piece.column() && shared >= MIN_HEIGHT_OVERLAP * height;
      }
    }
    return overlaps;
  }

  private static @Nullable CellPiece at(List<CellPiece> line, int column) {
    for (CellPiece piece : line) {
      if (piece.column() <= column && column < piece.columnEnd()) {
        return piece;
      }
    }
    return null;
  }

  /** Whether the text runs on: the first word of the next line had no room on the line before. */
  private boolean isWrapped(CellPiece before, CellPiece piece) {
    String first = before.text();
    String next = piece.text();
    if (next.isEmpty() || first.isEmpty() || first.endsWith(":")) {
      return false;
    }
    if (before.words().get(0).bold() != piece.words().get(0).bold()) {
      return false;
    }
    int start = next.codePointAt(0);
    if (Character.isLowerCase(start) || first.endsWith(",") || first.endsWith("-")) {
      return true;
    }
    double room = widest[piece.column()] - before.box().right();
    double needed = piece.words().get(0).box().width() + SPACE_EM * piece.words().get(0).fontSize();
    double width = widest[piece.column()] - columns.lefts()[piece.column()];
    boolean isText = !piece.isNumber() && !before.isNumber();
    return isText
        && needed > room
        && before.words().size() > 1
        && before.box().width() > MIN_FILLED_WIDTH * width;
  }
}
