package org.yusuan.scan;

import java.util.List;
import org.yusuan.model.table.Reading;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
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

  private static final String MORE = "…";

  private final PageTransform way;

  /**
   * @param way from the straightened page to its picture
   */
  PictureEdge(PageTransform way) {
    this.way = way;
  }

  /** Whether a figure is not whole. */
  boolean cuts(Word word) {
    if (word.text().chars().noneMatch(Character::isDigit) || Ideographs.in(word.text())) {
      return false;
    }
    double middle = word.box().centerY();
    boolean unfinished = word.text().endsWith(".") || word.text().endsWith(",");
    double margin = unfinished ? MARGIN_HEIGHTS * word.box().height() : MARGIN_POINTS;
    return way.onTurnedPage(word.box().left(), middle)[0] < margin
        || way.onTurnedPage(word.box().right(), middle)[0] > way.width() - margin;
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
   *
   * @param rulings in points of the straightened page
   */
  boolean cutsTable(List<Ruling> rulings) {
    int left = 0;
    int right = 0;
    for (Ruling line : rulings) {
      if (line.horizontal()) {
        left += way.onTurnedPage(line.start(), line.position())[0] < MARGIN_POINTS ? 1 : 0;
        right +=
            way.onTurnedPage(line.end(), line.position())[0] > way.width() - MARGIN_POINTS ? 1 : 0;
      }
    }
    return Math.max(left, right) >= MIN_LINES_CUT;
  }

  /** The word, with a mark if it is not whole, so that it is no number. */
  Word marked(Word word) {
    if (!cuts(word)) {
      return word;
    }
    String text = word.text() + MORE;
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
