package org.yusuan.scan;

import java.util.List;
import org.yusuan.model.table.Reading;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Word;

/** Marks figures that reach to the edge of their picture: they may go on beyond it. */
final class PictureEdge {
  /** A figure nearer than this to the edge, in points, may be cut; a guess. */
  private static final double MARGIN_POINTS = 2;

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
    if (word.text().chars().noneMatch(Character::isDigit)
        || word.text().codePoints().anyMatch(Character::isIdeographic)) {
      return false;
    }
    double middle = (word.box().top() + word.box().bottom()) / 2;
    return way.onTurnedPage(word.box().left(), middle)[0] < MARGIN_POINTS
        || way.onTurnedPage(word.box().right(), middle)[0] > way.width() - MARGIN_POINTS;
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
