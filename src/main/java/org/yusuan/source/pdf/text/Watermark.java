package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yusuan.model.table.Box;
import org.yusuan.source.pdf.paint.PaintColors;
import org.yusuan.source.pdf.paint.PaintedAreas;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * Finds the text of a watermark that stands level or upright: it is faint, it lies under or over
 * other text, and it is repeated over the page or much larger than the rest. Slanted text is left
 * out before.
 */
final class Watermark {

  /**
   * Colours that differ by less than this from what lies behind them, from 0 to 255, are faint.
   * Guess: programs paint watermarks in the greys of silver (63) and lighter ones, or with an
   * opacity up to 0.4.
   */
  private static final double MAX_FAINT_DIFFERENCE = 105;

  /** A watermark is repeated at least this often. A guess. */
  private static final int MIN_REPEATS = 3;

  /**
   * Or it is at least this many times as large as the page's characters, by their median. A guess.
   */
  private static final double MIN_SIZE_RATIO = 2.5;

  /**
   * A piece lies on other text if it shares at least this part of the height with a character of
   * it. A guess.
   */
  private static final double MIN_HEIGHT_OVERLAP = 0.2;

  /** At least this share of its pieces lie on other text. Faint zeros in cells do not. A guess. */
  private static final double MIN_OVERLAPPING_SHARE = 0.15;

  /** Side of the squares in which other text is looked up, in points. */
  private static final double SQUARE_POINTS = 24;

  private record Square(int column, int row) {}

  /** Characters that were painted one after another. */
  private record TextRun(List<PaintedGlyph> glyphs, Box box) {}

  private Watermark() {}

  /** The characters that are of a watermark. */
  static Set<PaintedGlyph> of(List<PaintedGlyph> painted, PaintedAreas areas) {
    List<PaintedGlyph> faint = new ArrayList<>();
    List<PaintedGlyph> others = new ArrayList<>();
    for (PaintedGlyph glyph : painted) {
      (isFaint(glyph, areas) ? faint : others).add(glyph);
    }
    Set<PaintedGlyph> found = Collections.newSetFromMap(new IdentityHashMap<>());
    if (faint.isEmpty() || others.isEmpty()) {
      return found;
    }
    double[] sizes = others.stream().mapToDouble(PaintedGlyph::fontSize).sorted().toArray();
    double usual = sizes[sizes.length / 2];
    Map<String, List<TextRun>> byText = new HashMap<>();
    for (TextRun piece : pieces(faint)) {
      StringBuilder text = new StringBuilder();
      piece.glyphs.forEach(glyph -> text.append(glyph.text()));
      byText.computeIfAbsent(text.toString().strip(), key -> new ArrayList<>()).add(piece);
    }
    Map<Square, List<Box>> squares = squares(others);
    byText.forEach(
        (text, pieces) -> {
          boolean isLarge =
              pieces.stream().allMatch(p -> p.glyphs.get(0).fontSize() >= MIN_SIZE_RATIO * usual);
          long shared = pieces.stream().filter(piece -> isShared(piece.box, squares)).count();
          if ((isLarge || pieces.size() >= MIN_REPEATS)
              && shared > 0
              && shared >= MIN_OVERLAPPING_SHARE * pieces.size()) {
            pieces.forEach(piece -> found.addAll(piece.glyphs));
          }
        });
    return found;
  }

  private static boolean isFaint(PaintedGlyph glyph, PaintedAreas areas) {
    if (glyph.colour() == PaintColors.UNKNOWN
        || glyph.opacity() * PaintColors.distance(glyph.colour(), 0xFFFFFF)
            >= MAX_FAINT_DIFFERENCE) {
      return false;
    }
    int behind = areas.behind(glyph);
    return behind != PaintColors.UNKNOWN
        && glyph.opacity() * PaintColors.distance(glyph.colour(), behind) < MAX_FAINT_DIFFERENCE;
  }

  private static List<TextRun> pieces(List<PaintedGlyph> faint) {
    List<TextRun> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= faint.size(); i++) {
      if (i == faint.size() || faint.get(i).order() != faint.get(i - 1).order() + 1) {
        List<PaintedGlyph> glyphs = List.copyOf(faint.subList(from, i));
        pieces.add(
            new TextRun(glyphs, Box.around(glyphs.stream().map(PaintedGlyph::box).toList())));
        from = i;
      }
    }
    return pieces;
  }

  private static Map<Square, List<Box>> squares(List<PaintedGlyph> others) {
    Map<Square, List<Box>> squares = new HashMap<>();
    for (PaintedGlyph glyph : others) {
      Square square =
          new Square(
              (int) Math.floor(glyph.box().centerX() / SQUARE_POINTS),
              (int) Math.floor(glyph.box().centerY() / SQUARE_POINTS));
      squares.computeIfAbsent(square, key -> new ArrayList<>()).add(glyph.box());
    }
    return squares;
  }

  private static boolean isShared(Box piece, Map<Square, List<Box>> squares) {
    int right = (int) Math.floor(piece.right() / SQUARE_POINTS) + 1;
    int bottom = (int) Math.floor(piece.bottom() / SQUARE_POINTS) + 1;
    for (int x = (int) Math.floor(piece.left() / SQUARE_POINTS) - 1; x <= right; x++) {
      for (int y = (int) Math.floor(piece.top() / SQUARE_POINTS) - 1; y <= bottom; y++) {
        for (Box box : squares.getOrDefault(new Square(x, y), List.of())) {
          if (box.overlapX(piece) > MIN_HEIGHT_OVERLAP * box.width()
              && box.overlapY(piece) > MIN_HEIGHT_OVERLAP * box.height()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
