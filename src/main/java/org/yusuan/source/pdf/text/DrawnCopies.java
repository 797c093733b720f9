package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Box;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * Tells characters that were drawn before at about the same place: for bold, for a shadow, or
 * because a layer was drawn twice, at once or much later.
 */
final class DrawnCopies {

  /** Two equal characters whose heights overlap by this part are one. Guess. */
  private static final double SAME_LINE = 0.75;

  /**
   * And that are no farther apart than this part of their width. Repeated ones are a width apart.
   */
  private static final double SAME_PLACE = 0.3;

  /**
   * Narrow ones, as points, may be this part of the font size apart: a shadow falls as far from
   * them as from others. The narrowest repeated ones, the points of a leader, are 0.22 apart.
   */
  private static final double SAME_PLACE_EM = 0.12;

  /** Side of the squares in which places are kept, in points. */
  private static final double SQUARE = 12;

  private record Key(String text, int column, int row) {}

  private final Map<Key, List<Box>> places = new HashMap<>();

  /** Whether the character was drawn before; if not, it is from now on. */
  boolean isCopy(PaintedGlyph glyph) {
    Box box = glyph.box();
    double apart = Math.max(SAME_PLACE * box.width(), SAME_PLACE_EM * glyph.fontSize());
    int column = square(box.left());
    int row = square(box.centerY());
    for (int x = square(box.left() - apart); x <= square(box.left() + apart); x++) {
      for (int y = row - 1; y <= row + 1; y++) {
        for (Box place : places.getOrDefault(new Key(glyph.text(), x, y), List.of())) {
          if (Math.abs(place.left() - box.left()) <= apart
              && place.overlapY(box) >= SAME_LINE * box.height()) {
            return true;
          }
        }
      }
    }
    places.computeIfAbsent(new Key(glyph.text(), column, row), key -> new ArrayList<>(1)).add(box);
    return false;
  }

  private static int square(double at) {
    return (int) Math.floor(at / SQUARE);
  }
}
