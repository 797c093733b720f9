package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;
import org.yusuan.source.pdf.paint.DisplaySpace;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * Finds text that is struck out: a line as long as the text runs through its middle. Such text is
 * shown, but is not what the document states.
 */
final class StruckText {

  /** Lines at least this part of the font size above the baseline run through digits. A guess. */
  private static final double MIN_HEIGHT_EM = 0.12;

  /** And at most this part. A guess. */
  private static final double MAX_HEIGHT_EM = 0.55;

  /** The line ends within this part of the font size of both ends of the text. Guess. */
  private static final double MAX_END_DISTANCE_EM = 0.6;

  /**
   * A line that another one meets, with no more than this between, in points, is a ruling. A guess.
   */
  private static final double MAX_MEETING_GAP = 3;

  /** Shorter lines, in points, are strokes of characters and minus signs. A guess. */
  private static final double MIN_LENGTH = 8;

  /** Longer lines, in points, strike out more than a figure. A guess. */
  private static final double MAX_LENGTH = 200;

  /** Pages with more lines that could be strokes are drawings. A guess. */
  private static final int MAX_STROKES = 200;

  private StruckText() {}

  /** The characters that are struck out. */
  static Set<PaintedGlyph> of(List<PaintedGlyph> glyphs, List<Ruling> rulings) {
    Set<PaintedGlyph> struck = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Ruling> strokes = strokes(rulings);
    if (strokes.size() > MAX_STROKES) {
      return struck;
    }
    for (Ruling stroke : strokes) {
      List<PaintedGlyph> along = new ArrayList<>();
      for (PaintedGlyph glyph : glyphs) {
        double middle = glyph.box().centerX();
        if (middle >= stroke.start() && middle <= stroke.end() && runsThrough(stroke, glyph)) {
          along.add(glyph);
        }
      }
      if (along.size() > 1 && endsWith(stroke, along)) {
        struck.addAll(along);
      }
    }
    return struck;
  }

  /** Short level lines that meet no others. */
  private static List<Ruling> strokes(List<Ruling> rulings) {
    List<Ruling> strokes = new ArrayList<>();
    for (Ruling ruling : rulings) {
      if (ruling.horizontal() && ruling.length() >= MIN_LENGTH && ruling.length() <= MAX_LENGTH) {
        strokes.add(ruling);
      }
    }
    if (strokes.size() <= MAX_STROKES) {
      strokes.removeIf(
          stroke -> rulings.stream().anyMatch(other -> other != stroke && meets(stroke, other)));
    }
    return strokes;
  }

  private static boolean meets(Ruling stroke, Ruling other) {
    double along0 = other.horizontal() ? other.start() : other.position();
    double along1 = other.horizontal() ? other.end() : other.position();
    double across0 = other.horizontal() ? other.position() : other.start();
    double across1 = other.horizontal() ? other.position() : other.end();
    boolean isSameStroke =
        other.horizontal() && other.start() == stroke.start() && other.end() == stroke.end();
    return !isSameStroke
        && along1 >= stroke.start() - MAX_MEETING_GAP
        && along0 <= stroke.end() + MAX_MEETING_GAP
        && across1 >= stroke.position() - MAX_MEETING_GAP
        && across0 <= stroke.position() + MAX_MEETING_GAP;
  }

  private static boolean runsThrough(Ruling stroke, PaintedGlyph glyph) {
    if (!glyph.horizontal()) {
      return false;
    }
    double size = glyph.fontSize();
    double above = glyph.box().bottom() - DisplaySpace.DESCENT_EM * size - stroke.position();
    return above >= MIN_HEIGHT_EM * size && above <= MAX_HEIGHT_EM * size;
  }

  private static boolean endsWith(Ruling stroke, List<PaintedGlyph> along) {
    double slack = MAX_END_DISTANCE_EM * along.get(0).fontSize();
    double left = along.stream().map(PaintedGlyph::box).mapToDouble(Box::left).min().orElse(0);
    double right = along.stream().map(PaintedGlyph::box).mapToDouble(Box::right).max().orElse(0);
    return Math.abs(left - stroke.start()) <= slack && Math.abs(right - stroke.end()) <= slack;
  }

  /** The characters as text, in their order on the page. */
  static String told(Set<PaintedGlyph> struck) {
    List<PaintedGlyph> sorted = new ArrayList<>(struck);
    sorted.sort(Comparator.comparingInt(PaintedGlyph::order));
    StringBuilder text = new StringBuilder();
    PaintedGlyph last = null;
    for (PaintedGlyph glyph : sorted) {
      if (last != null && glyph.order() != last.order() + 1) {
        text.append(' ');
      }
      text.append(glyph.text());
      last = glyph;
    }
    return text.toString();
  }
}
