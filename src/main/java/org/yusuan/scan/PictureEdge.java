package org.yusuan.scan;

import java.util.List;
import org.yusuan.model.table.Reading;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.text.CutText;
import org.yusuan.text.Ideographs;

/** Tells what reaches to the edge of its picture: it may go on beyond it. */
final class PictureEdge {
  /** What is nearer than this to the edge, in points, may be cut; a guess. */
  private static final double MARGIN_POINTS = 2;

  /**
   * So may a figure that ends in a point or comma and is nearer than this, in its heights: the cut
   * may go between two characters.
   */
  private static final double MARGIN_HEIGHTS = 0.6;

  /** At least this many lines of a table that reach to the edge tell that columns are missing. */
  private static final int MIN_LINES_CUT = 4;

  /** At least this many figures at the edge tell that figures of the page are cut. */
  private static final int MIN_FIGURES_CUT = 2;

  /**
   * Rulings that end within this distance of another, in points, meet it. A table that is printed
   * to the edge of the paper is closed by one.
   */
  private static final double MEETING_POINTS = 3;

  /**
   * A ruling that was printed is thicker than this, in points, and so far within the picture; one
   * that was put where a table is open has one pixel, 0.36 at most.
   */
  private static final double MIN_PRINTED_POINTS = 0.5;

  private final PageTransform way;
  private final List<Ruling> rulings;
  private final List<Ruling> sides;

  /**
   * @param way from the straightened page to its picture
   * @param rulings of the page, in points
   */
  PictureEdge(PageTransform way, List<Ruling> rulings) {
    this.way = way;
    this.rulings = List.copyOf(rulings);
    this.sides = rulings.stream().filter(this::isSide).toList();
  }

  /**
   * Whether a ruling closes a table: lines across end at it from its top to its bottom. The shade
   * along the edge of a sheet runs on.
   */
  private boolean isSide(Ruling line) {
    double[] met =
        rulings.stream()
            .filter(Ruling::horizontal)
            .filter(
                other ->
                    Math.min(
                            Math.abs(other.start() - line.position()),
                            Math.abs(other.end() - line.position()))
                        <= MEETING_POINTS)
            .mapToDouble(Ruling::position)
            .filter(y -> y >= line.start() - MEETING_POINTS && y <= line.end() + MEETING_POINTS)
            .sorted()
            .toArray();
    double x = way.onTurnedPage(line.position(), (line.start() + line.end()) / 2)[0];
    return !line.horizontal()
        && line.thickness() >= MIN_PRINTED_POINTS
        && x >= MIN_PRINTED_POINTS
        && x <= way.width() - MIN_PRINTED_POINTS
        && met.length >= 2
        && Math.abs(met[0] - line.start()) <= MEETING_POINTS
        && Math.abs(met[met.length - 1] - line.end()) <= MEETING_POINTS;
  }

  /**
   * Whether the side of a table stands between a place and the edge of the picture, or right at it.
   */
  private boolean isClosed(double x, double y, boolean left) {
    return sides.stream()
        .anyMatch(
            side ->
                side.start() - MEETING_POINTS <= y
                    && y <= side.end() + MEETING_POINTS
                    && (left
                        ? side.position() <= x + MEETING_POINTS
                        : side.position() >= x - MEETING_POINTS));
  }

  private boolean isLeft(double x, double y, double margin) {
    return way.onTurnedPage(x, y)[0] < margin && !isClosed(x, y, true);
  }

  private boolean isRight(double x, double y, double margin) {
    return way.onTurnedPage(x, y)[0] > way.width() - margin && !isClosed(x, y, false);
  }

  /** Whether a figure is not whole. */
  boolean cuts(Word word) {
    if (word.text().chars().noneMatch(Character::isDigit) || Ideographs.in(word.text())) {
      return false;
    }
    double middle = word.box().centerY();
    boolean unfinished = word.text().endsWith(".") || word.text().endsWith(",");
    double margin = unfinished ? MARGIN_HEIGHTS * word.box().height() : MARGIN_POINTS;
    return isLeft(word.box().left(), middle, margin) || isRight(word.box().right(), middle, margin);
  }

  /**
   * Whether several figures are not whole, as in a column that is cut. A guess, or a single one,
   * may be the shade at the edge of a photo: of a page of prose one such was read as a figure.
   */
  boolean cutsFigures(List<Word> words) {
    return words.stream()
            .filter(word -> word.confidence() >= ScanPipeline.GUESS_CONFIDENCE && cuts(word))
            .count()
        >= MIN_FIGURES_CUT;
  }

  /**
   * Whether horizontal lines of a table run out of the picture at one side: columns of it are
   * missing, though none of their figures may be seen.
   */
  boolean cutsTable() {
    int left = 0;
    int right = 0;
    for (Ruling line : rulings) {
      if (line.horizontal()) {
        left += isLeft(line.start(), line.position(), MARGIN_POINTS) ? 1 : 0;
        right += isRight(line.end(), line.position(), MARGIN_POINTS) ? 1 : 0;
      }
    }
    return Math.max(left, right) >= MIN_LINES_CUT;
  }

  /** The word, with a mark if it is not whole, so that it is no number. */
  Word marked(Word word) {
    if (!cuts(word)) {
      return word;
    }
    String text = word.text() + CutText.MARK;
    return new Word(
        text,
        word.box(),
        ScanPipeline.glyphs(text, word.box()),
        word.fontSize(),
        word.bold(),
        word.origin(),
        0,
        List.of(new Reading(text, 0)));
  }
}
