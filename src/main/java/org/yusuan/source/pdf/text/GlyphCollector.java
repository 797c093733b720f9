package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.page.Glyph;
import org.yusuan.page.Word;
import org.yusuan.source.pdf.paint.PaintedGlyph;
import org.yusuan.text.Radicals;

/** Gathers the characters of a page, in the order in which they are drawn, into words. */
final class GlyphCollector {

  /**
   * A gap wider than this part of the font size ends a word. Latin spaces are 0.25 em or more;
   * digits and Chinese characters of one number or name are set with less.
   */
  private static final double MAX_GAP = 0.2;

  /** A character may begin this part of the font size left of the end of the one before. Guess. */
  private static final double MAX_OVERLAP = 0.3;

  /** Characters of one word differ by at most this part of the font size in their middle. Guess. */
  private static final double MAX_SHIFT = 0.2;

  /**
   * A page with a larger share of characters that have no meaning cannot be trusted as text. Guess.
   */
  private static final double MAX_UNMAPPED_SHARE = 0.05;

  private final List<Word> words = new ArrayList<>();
  private final List<Glyph> current = new ArrayList<>();
  private final Map<PDFont, Boolean> boldFonts = new HashMap<>();
  private final DrawnCopies copies = new DrawnCopies();
  private final Overprint overprint = new Overprint();
  private @Nullable PaintedGlyph last;
  private double currentSize;
  private boolean currentBold;
  private boolean currentHorizontal;

  /** Whether the text stands on its head, so that it runs to the left. */
  private boolean currentReversed;

  private int size;
  private int unmapped;
  private int undrawn;
  private int unknown;

  /** Number of characters so far. */
  int size() {
    return size;
  }

  /** Adds a character. */
  void add(PaintedGlyph glyph) {
    String text = glyph.text();
    if (isSpace(text)) {
      endWord();
      return;
    }
    size++;
    unknown += text.equals("\uFFFD") ? 1 : 0;
    if (hasNoMeaning(text)) {
      unmapped++;
      undrawn += isDrawn(glyph.font()) ? 0 : 1;
    }
    if (copies.isCopy(glyph)) {
      return;
    }
    overprint.add(glyph);
    boolean bold = boldFonts.computeIfAbsent(glyph.font(), GlyphCollector::isBold);
    if (!current.isEmpty()
        && (glyph.horizontal() != currentHorizontal
            || glyph.reversed() != currentReversed
            || !continues(glyph.box(), glyph.fontSize(), glyph.horizontal())
            || isSmallDigitBehindDigit(glyph)
            || isOfAnotherCell(glyph))) {
      endWord();
    }
    if (current.isEmpty()) {
      currentSize = glyph.fontSize();
      currentBold = bold;
      currentHorizontal = glyph.horizontal();
      currentReversed = glyph.reversed();
    }
    current.add(new Glyph(Radicals.unified(text), glyph.seen()));
    last = glyph;
  }

  private static boolean isSpace(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  private boolean continues(Box box, double fontSize, boolean horizontal) {
    Box last = this.last == null ? box : this.last.box();
    double em = Math.max(fontSize, currentSize);
    if (horizontal
        && (FootnoteMarks.isRaised(box, fontSize, last, currentSize)
            || FootnoteMarks.isRaised(last, currentSize, box, fontSize))) {
      return false; // it is a mark, or follows one
    }
    if (horizontal) {
      double gap = currentReversed ? last.left() - box.right() : box.left() - last.right();
      return Math.abs(box.centerY() - last.centerY()) <= MAX_SHIFT * em
          && gap <= MAX_GAP * em
          && gap >= -MAX_OVERLAP * em;
    }
    double gap = Math.max(box.top() - last.bottom(), last.top() - box.bottom());
    return Math.abs(box.centerX() - last.centerX()) <= MAX_SHIFT * em && gap <= MAX_GAP * em;
  }

  /**
   * Whether a small digit stands behind a large one, on whatever line: it is the mark of a note, or
   * nobody can tell. Decimals that are set small have their point before them.
   */
  private boolean isSmallDigitBehindDigit(PaintedGlyph glyph) {
    return last != null
        && glyph.fontSize() <= FootnoteMarks.MAX_SIZE_SHARE * last.fontSize()
        && Character.isDigit(glyph.text().codePointAt(0))
        && Character.isDigit(last.text().codePointBefore(last.text().length()));
  }

  /**
   * Whether a text object ended before the character with a text that belongs to another cell: the
   * edge of its cell cut it, or it is a label and a figure follows, right behind its end. Chinese
   * text reads the same whether it is one word there or two.
   */
  private boolean isOfAnotherCell(PaintedGlyph glyph) {
    if (last == null || glyph.order() == last.order() + 1) {
      return false;
    }
    return last.isCut()
        || Character.isDigit(glyph.text().codePointAt(0))
            && isChinese(last.text().codePointBefore(last.text().length()));
  }

  private static boolean isChinese(int c) {
    return Character.isIdeographic(c) || c == '）' || c == '、' || c == '”';
  }

  private void endWord() {
    if (!current.isEmpty()) {
      words.add(Word.of(current, currentSize, currentBold));
      current.clear();
    }
  }

  /** All words, in the order in which they were drawn. */
  List<Word> words() {
    endWord();
    return words;
  }

  /**
   * Whether a few characters have no meaning at all, as damage leaves them: of 7,865 published
   * pages 9 have such. Where many have none the page is not read as text.
   */
  boolean hasUnknown() {
    return unknown > 0 && unmapped <= MAX_UNMAPPED_SHARE * size;
  }

  /** Whether figures are printed over each other. */
  boolean hasOverprint() {
    return overprint.isFound();
  }

  /** What is wrong with the page's text. */
  List<String> problems(int number) {
    List<String> problems = new ArrayList<>();
    if (size > 0 && unmapped > MAX_UNMAPPED_SHARE * size) {
      problems.add(
          String.format(
              Locale.ROOT,
              "page %d: %d of %d characters have no Unicode meaning%s",
              number,
              unmapped,
              size,
              hasNoShapes() ? "" : "; its text must be recognized from the image"));
    }
    return problems;
  }

  /**
   * Whether the characters without a meaning have no shapes either, since their fonts are damaged
   * or not in the file: a picture of them would show those of some other font.
   */
  boolean hasNoShapes() {
    return unmapped > MAX_UNMAPPED_SHARE * size && undrawn > unmapped / 2;
  }

  private static boolean isDrawn(PDFont font) {
    return font.isStandard14() || font.isEmbedded() && !font.isDamaged();
  }

  private static boolean hasNoMeaning(String text) {
    int c = text.codePointAt(0);
    return c == 0xFFFD || Character.getType(c) == Character.PRIVATE_USE || c < 0x20;
  }

  private static boolean isBold(PDFont font) {
    PDFontDescriptor descriptor = font.getFontDescriptor();
    String name = String.valueOf(font.getName()).toLowerCase(Locale.ROOT);
    return name.contains("bold")
        || name.contains("black")
        || name.contains("heavy")
        || name.contains("simhei")
        || (descriptor != null && (descriptor.isForceBold() || descriptor.getFontWeight() >= 600));
  }
}
