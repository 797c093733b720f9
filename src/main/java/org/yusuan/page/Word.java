package org.yusuan.page;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;

/**
 * A run of characters on one line with no wide gap in it. Chinese text has no spaces: a word may be
 * a whole sentence, and it may run over the edge of a table cell; then {@link #slice} cuts it.
 *
 * @param text its characters
 * @param box the box around its glyphs
 * @param glyphs its characters with their places, in order; recognized words have theirs by
 *     interpolation where the recognizer gives none
 * @param fontSize height of the font in points
 * @param bold whether the font is bold, as far as its name tells
 * @param origin text layer or recognition
 * @param confidence how sure the recognizer is, from 0 to 1; 1 for a text layer
 * @param readings other ways to read the whole word, likeliest first, the chosen one included;
 *     empty for a text layer
 */
public record Word(
    String text,
    Box box,
    List<Glyph> glyphs,
    double fontSize,
    boolean bold,
    Origin origin,
    double confidence,
    List<Reading> readings) {
  public Word {
    glyphs = List.copyOf(glyphs);
    readings = List.copyOf(readings);
  }

  /** A word of a text layer, made of its glyphs; at least one is needed. */
  public static Word of(List<Glyph> glyphs, double fontSize, boolean bold) {
    StringBuilder text = new StringBuilder();
    List<Box> boxes = new ArrayList<>(glyphs.size());
    for (Glyph glyph : glyphs) {
      text.append(glyph.text());
      boxes.add(glyph.box());
    }
    return new Word(
        text.toString(), Box.around(boxes), glyphs, fontSize, bold, Origin.TEXT, 1, List.of());
  }

  /**
   * The part of this word made of the glyphs {@code from} (inclusive) to {@code to} (exclusive).
   * The whole word is returned as it is; a part keeps no readings, since they are for the whole.
   */
  public Word slice(int from, int to) {
    if (from == 0 && to == glyphs.size()) {
      return this;
    }
    Word part = Word.of(glyphs.subList(from, to), fontSize, bold);
    return new Word(
        part.text(), part.box(), part.glyphs(), fontSize, bold, origin, confidence, List.of());
  }
}
