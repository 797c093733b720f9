package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Box;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * Finds digits over which other digits are printed: nobody can read them. Of 7,865 published pages
 * one has such.
 */
final class Overprint {

  /** Two characters stand at one place if they share this part of the wider one. Guess. */
  private static final double MIN_SHARED_WIDTH = 0.6;

  /** And this part of the higher one. Guess. */
  private static final double MIN_SHARED_HEIGHT = 0.5;

  /** Side of the squares in which places are kept, in points: a few characters of print. */
  private static final double SQUARE_POINTS = 24;

  private final Map<Long, List<Box>> places = new HashMap<>();
  private boolean found;

  /** Adds a character that is no copy of another. */
  void add(PaintedGlyph glyph) {
    if (found || !isText(glyph.text())) {
      return;
    }
    Box box = glyph.box();
    // The middles of two characters that share so much are no further apart than this.
    double aside = (1 - MIN_SHARED_WIDTH) * box.width();
    double above = (1 - MIN_SHARED_HEIGHT) * box.height();
    int right = square(box.centerX() + aside);
    int bottom = square(box.centerY() + above);
    for (int x = square(box.centerX() - aside); x <= right; x++) {
      for (int y = square(box.centerY() - above); y <= bottom; y++) {
        for (Box other : places.getOrDefault(key(x, y), List.of())) {
          found |= isSamePlace(box, other);
        }
      }
    }
    places
        .computeIfAbsent(
            key(square(box.centerX()), square(box.centerY())), key -> new ArrayList<>(4))
        .add(box);
  }

  /** Accents and signs are drawn over letters. */
  private static boolean isText(String text) {
    int c = text.codePointAt(0);
    return Character.isIdeographic(c) || c >= '0' && c <= '9' || c == '.' || c == ',' || c == '-';
  }

  /** Whether any were found. */
  boolean isFound() {
    return found;
  }

  private static boolean isSamePlace(Box one, Box other) {
    return one.overlapX(other) >= MIN_SHARED_WIDTH * Math.max(one.width(), other.width())
        && one.overlapY(other) >= MIN_SHARED_HEIGHT * Math.max(one.height(), other.height());
  }

  private static long key(int column, int row) {
    return (long) column << Integer.SIZE | row & 0xffffffffL;
  }

  private static int square(double at) {
    return (int) Math.floor(at / SQUARE_POINTS);
  }
}
