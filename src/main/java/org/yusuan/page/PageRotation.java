package org.yusuan.page;

import java.util.List;
import org.yusuan.model.table.Box;

/**
 * Turns a page whose text runs up, down or upside down, so that its lines run from left to right.
 * Wide tables are set that way on upright pages.
 */
public final class PageRotation {

  /**
   * The page is turned if this part of the characters in words of several runs that way; a guess.
   */
  private static final double MIN_TURNED_SHARE = 0.8;

  /** Fewer characters than this do not turn a page; a guess. */
  private static final int MIN_CHARACTERS = 20;

  private PageRotation() {}

  /** How many quarter turns clockwise make the text of the page upright, 0 to 3. */
  public static int quarters(Page page) {
    int[] counts = new int[4];
    int all = 0;
    for (Word word : page.words()) {
      int count = word.glyphs().size();
      if (count > 1) {
        counts[quarters(word.glyphs().get(0).box(), word.glyphs().get(count - 1).box())] += count;
        all += count;
      }
    }
    for (int quarters = 1; quarters < counts.length; quarters++) {
      if (all >= MIN_CHARACTERS && counts[quarters] >= MIN_TURNED_SHARE * all) {
        return quarters;
      }
    }
    return 0;
  }

  private static int quarters(Box first, Box last) {
    double across = last.centerX() - first.centerX();
    double down = last.centerY() - first.centerY();
    if (Math.abs(across) >= Math.abs(down)) {
      return across >= 0 ? 0 : 2;
    }
    return down < 0 ? 1 : 3;
  }

  /** The page turned clockwise by quarters. */
  public static Page turned(Page page, int quarters) {
    if (quarters == 0) {
      return page;
    }
    boolean sideways = quarters % 2 == 1;
    return new Page(
        page.number(),
        sideways ? page.height() : page.width(),
        sideways ? page.width() : page.height(),
        page.origin(),
        page.words().stream().map(word -> turned(word, page, quarters)).toList(),
        page.rulings().stream().map(ruling -> turned(ruling, page, quarters)).toList(),
        page.images().stream().map(image -> turned(image, page, quarters)).toList(),
        page.problems());
  }

  private static Word turned(Word word, Page page, int quarters) {
    List<Glyph> glyphs =
        word.glyphs().stream()
            .map(glyph -> new Glyph(glyph.text(), turned(glyph.box(), page, quarters)))
            .toList();
    return new Word(
        word.text(),
        turned(word.box(), page, quarters),
        glyphs,
        word.fontSize(),
        word.bold(),
        word.origin(),
        word.confidence(),
        word.readings());
  }

  private static Ruling turned(Ruling ruling, Page page, int quarters) {
    Box line =
        ruling.horizontal()
            ? new Box(ruling.start(), ruling.position(), ruling.end(), ruling.position())
            : new Box(ruling.position(), ruling.start(), ruling.position(), ruling.end());
    Box turned = turned(line, page, quarters);
    boolean horizontal = ruling.horizontal() == (quarters % 2 == 0);
    return horizontal
        ? new Ruling(true, turned.top(), turned.left(), turned.right(), ruling.thickness())
        : new Ruling(false, turned.left(), turned.top(), turned.bottom(), ruling.thickness());
  }

  private static Box turned(Box box, Page page, int quarters) {
    double w = page.width();
    double h = page.height();
    return switch (quarters) {
      case 1 -> new Box(h - box.bottom(), box.left(), h - box.top(), box.right());
      case 2 -> new Box(w - box.right(), h - box.bottom(), w - box.left(), h - box.top());
      default -> new Box(box.top(), w - box.right(), box.bottom(), w - box.left());
    };
  }
}
