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

  /** Side of the squares in which places are kept, in points. */
  private static final double SQUARE_POINTS = 12;

  private final Map<Long, List<Box>> places = new HashMap<>();
  private boolean found;

  /** Adds a character that is no copy of another. */
  void add(PaintedGlyph glyph) {
    if (found || !isText(glyph.text())) {
      return;
    }
    Box box = glyph.box();
    int row = square(box.centerY());
    for (int x = square(box.left() - box.width()); x <= square(box.right()); x++) {
      for (int y = row - 1; y <= row + 1; y++) {
        for (Box other : places.getOrDefault(key(x, y), List.of())) {
          found |= isSamePlace(box, other);
        }
      }
    }
    places.computeIfAbsent(key(square(box.left()), row), key -> new ArrayList<>(2)).add(box);
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
