package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Box;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * Finds characters that were drawn before at about the same place: for bold, for a shadow, or
 * because a layer was drawn twice, at once or much later.
 */
final class DrawnCopies {

  /** Two equal characters whose heights overlap by at least this part may be one. A guess. */
  private static final double MIN_HEIGHT_OVERLAP = 0.75;

  /**
   * And they are if they are no farther apart than this part of their width. Repeated ones are a
   * width apart. A guess.
   */
  private static final double MAX_DISTANCE_SHARE = 0.3;

  /**
   * Narrow ones, as points, may be this part of the font size apart: a shadow falls as far from
   * them as from others. The narrowest repeated ones, the points of a leader, are 0.22 apart.
   */
  private static final double MAX_DISTANCE_EM = 0.12;

  /** Side of the squares in which places are looked up, in points. */
  private static final double SQUARE_POINTS = 12;

  /** Places of each text, by column and row of their square. */
  private final Map<String, Map<Long, List<Box>>> places = new HashMap<>();

  /** Whether the character was drawn before; if not, it is remembered. */
  boolean isCopy(PaintedGlyph glyph) {
    Box box = glyph.box();
    double apart = Math.max(MAX_DISTANCE_SHARE * box.width(), MAX_DISTANCE_EM * glyph.fontSize());
    int column = square(box.left());
    int row = square(box.centerY());
    Map<Long, List<Box>> equal = places.computeIfAbsent(glyph.text(), text -> new HashMap<>());
    for (int x = square(box.left() - apart); x <= square(box.left() + apart); x++) {
      for (int y = row - 1; y <= row + 1; y++) {
        for (Box place : equal.getOrDefault(key(x, y), List.of())) {
          if (Math.abs(place.left() - box.left()) <= apart
              && place.overlapY(box) >= MIN_HEIGHT_OVERLAP * box.height()) {
            return true;
          }
        }
      }
    }
    equal.computeIfAbsent(key(column, row), key -> new ArrayList<>(1)).add(box);
    return false;
  }

  private static long key(int column, int row) {
    return (long) column << Integer.SIZE | row & 0xffffffffL;
  }

  private static int square(double at) {
    return (int) Math.floor(at / SQUARE_POINTS);
  }
}
