package org.yusuan.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.scan.segment.CropCells;
import org.yusuan.scan.segment.CropCells.CropCell;
import org.yusuan.text.Ideographs;

/**
 * Draws rulings between rows that are missing: a white hairline of missing toner takes a whole
 * ruling away, so that two rows seem to be one. Figures tell it: each cell of a row has one amount,
 * so where cells beside each other have an amount below another, or below the words of a header, on
 * the same height, there are two rows. Lengths are points; constants are guesses.
 */
final class LostRows {
  /** Two rulings so near each other are one. */
  private static final double TOLERANCE = 1.5;

  /** At least this many cells beside each other tell it. */
  private static final int MIN_CELLS = 2;

  /** A band of cells holds at most this many rows. */
  private static final int MAX_ROWS = 4;

  /** An amount as a whole: part of a figure that is wrapped has another form. */
  private static final Pattern AMOUNT =
      Pattern.compile("-?(?:\\d{1,3}(?:[,，]\\d{3})+|\\d+)[.．]\\d{2,}");

  private final List<Word> words;

  private LostRows(List<Word> words) {
    this.words = words;
  }

  /** A cell, and the words in it from the top. */
  private record FilledCell(CropCell cell, List<Word> words) {
    /** The words that end above a height. */
    List<Word> above(double y) {
      return words.stream().filter(word -> word.box().centerY() < y).toList();
    }

    List<Word> below(double y) {
      return words.stream().filter(word -> word.box().centerY() >= y).toList();
    }

    boolean crosses(double y) {
      return words.stream().anyMatch(word -> word.box().top() < y && y < word.box().bottom());
    }

    boolean isBeside(FilledCell other) {
      return Math.abs(cell.top() - other.cell.top()) <= TOLERANCE
          && Math.abs(cell.bottom() - other.cell.bottom()) <= TOLERANCE;
    }
  }

  /** The rulings of a page, in points, with those between rows that its words tell. */
  static List<Ruling> drawn(List<Ruling> rulings, List<Word> words) {
    LostRows rows = new LostRows(words);
    List<Ruling> drawn = rulings;
    for (int i = 1; i < MAX_ROWS; i++) {
      List<Ruling> more = rows.missing(drawn);
      if (more.isEmpty()) {
        break;
      }
      List<Ruling> both = new ArrayList<>(drawn);
      both.addAll(more);
      drawn = both;
    }
    return drawn;
  }

  private List<Ruling> missing(List<Ruling> rulings) {
    List<FilledCell> open =
        new ArrayList<>(
            new CropCells(TOLERANCE).cells(rulings).stream().map(this::filled).toList());
    List<Ruling> missing = new ArrayList<>();
    while (!open.isEmpty()) {
      FilledCell first = open.get(0);
      List<FilledCell> band =
          open.stream()
              .filter(first::isBeside)
              .sorted(Comparator.comparingDouble(cell -> cell.cell().left()))
              .toList();
      open.removeAll(band);
      missing.addAll(between(band));
    }
    return missing;
  }

  private FilledCell filled(CropCell cell) {
    return new FilledCell(
        cell,
        words.stream()
            .filter(
                word -> word.box().centerX() > cell.left() && word.box().centerX() < cell.right())
            .filter(
                word -> word.box().centerY() > cell.top() && word.box().centerY() < cell.bottom())
            .filter(word -> !isSpeck(word))
            .sorted(Comparator.comparingDouble(word -> word.box().top()))
            .toList());
  }

  /** The rulings that part a band of cells at the highest place where two rows meet. */
  private static List<Ruling> between(List<FilledCell> band) {
    for (FilledCell cell : band) {
      for (int i = 1; i < cell.words().size(); i++) {
        double bottom = cell.words().get(i - 1).box().bottom();
        double y = (bottom + cell.words().get(i).box().top()) / 2;
        if (bottom <= cell.words().get(i).box().top() && parts(band, y)) {
          return across(band, y);
        }
      }
    }
    return List.of();
  }

  private static boolean parts(List<FilledCell> band, double y) {
    int headed = 0;
    int stacked = 0;
    int labels = 0;
    for (FilledCell cell : band) {
      List<Word> above = cell.above(y);
      List<Word> below = cell.below(y);
      if (cell.crosses(y)) {
        return false;
      }
      if (above.isEmpty() || below.isEmpty()) {
        continue;
      }
      boolean ends = isAmount(above.get(above.size() - 1));
      boolean begins = isAmount(below.get(0));
      if (ends && begins) {
        stacked++;
      } else if (begins && above.stream().allMatch(word -> Ideographs.in(word.text()))) {
        headed++;
      } else if (above.stream().noneMatch(LostRows::isFigure)
          && below.stream().noneMatch(LostRows::isFigure)) {
        labels++;
      } else {
        return false;
      }
    }
    return headed >= MIN_CELLS && stacked == 0 || stacked > 0 && stacked + labels >= MIN_CELLS;
  }

  /** A point or a letter, as which dirt is read: it is no label and no figure. */
  private static boolean isSpeck(Word word) {
    return word.text().length() <= 2
        && !Ideographs.in(word.text())
        && word.text().chars().noneMatch(Character::isDigit);
  }

  private static boolean isAmount(Word word) {
    return AMOUNT.matcher(word.text()).matches();
  }

  private static boolean isFigure(Word word) {
    return word.text().matches(".*\\d[.,，．]\\d.*");
  }

  /** A ruling over cells that lie beside each other without a gap. */
  private static List<Ruling> across(List<FilledCell> band, double y) {
    List<Ruling> across = new ArrayList<>();
    double start = band.get(0).cell().left();
    double end = start;
    for (FilledCell cell : band) {
      if (cell.cell().left() > end + TOLERANCE) {
        across.add(new Ruling(true, y, start, end, 1));
        start = cell.cell().left();
      }
      end = cell.cell().right();
    }
    across.add(new Ruling(true, y, start, end, 1));
    return across;
  }
}
