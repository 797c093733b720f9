package org.yusuan.source.pdf.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.source.pdf.paint.Paint;
import org.yusuan.source.pdf.paint.PaintColors;
import org.yusuan.source.pdf.paint.PaintedAreas;
import org.yusuan.source.pdf.paint.PaintedGlyph;

/**
 * The characters of a page: those that can be seen, and the invisible ones that an earlier
 * recognition laid over a picture. Other invisible text is no part of what was published.
 */
public final class PageText {

  /** Smaller text, in points, is not meant to be read; the smallest seen in tables has 3. */
  private static final double MIN_FONT_POINTS = 1.5;

  /**
   * Text is not seen if its colour differs by less than this, from 0 to 255, from what lies behind
   * it. White is told from paper in the same way. A guess.
   */
  private static final double MIN_VISIBLE_DIFFERENCE = 8;

  /**
   * At least this many digits that nobody sees are a figure; what is hidden between words has
   * fewer.
   */
  private static final int MIN_FIGURE_DIGITS = 3;

  private final PaintedAreas areas;
  private final List<PaintedGlyph> painted = new ArrayList<>();
  private final GlyphCollector seen = new GlyphCollector();
  private final GlyphCollector hidden = new GlyphCollector();
  private int size;
  private int kept;
  private int unread;
  private int tiny;
  private int blended;
  private int blacked;
  private String struck = "";

  /**
   * Begins a page without text.
   *
   * @param areas what is painted on the page, also after the text
   */
  public PageText(PaintedAreas areas) {
    this.areas = areas;
  }

  /**
   * Adds a character.
   *
   * @param invisible whether it is drawn in the mode that leaves no mark
   */
  public void add(PaintedGlyph glyph, boolean invisible) {
    size++;
    if (invisible) {
      hidden.add(glyph);
    } else {
      painted.add(glyph);
    }
  }

  /** Number of characters so far. */
  public int size() {
    return size;
  }

  /**
   * All words, in the order in which they were drawn, the invisible ones last. To be called once,
   * when all of the page was painted.
   *
   * @param images where pictures stand
   * @param rulings all lines of the page
   * @param digits which fonts are believed
   */
  public List<Word> words(List<Box> images, List<Ruling> rulings, DigitShapes digits) {
    painted.removeIf(glyph -> !isSeen(glyph));
    Set<PaintedGlyph> watermark = Watermark.of(painted, areas);
    painted.removeIf(watermark::contains);
    Set<PaintedGlyph> left = StruckText.of(painted, rulings);
    struck = StruckText.told(left);
    for (PaintedGlyph glyph : painted) {
      if (!left.contains(glyph)) {
        seen.add(glyph.withText(digits.believed(glyph.font(), glyph.text())));
      }
    }
    List<Word> words = new ArrayList<>(FootnoteMarks.attached(seen.words()));
    for (Word word : hidden.words()) {
      double x = word.box().centerX();
      double y = word.box().centerY();
      if (images.stream().anyMatch(image -> image.contains(x, y))) {
        words.add(word);
        kept++;
      } else {
        unread++;
      }
    }
    return words;
  }

  private boolean isSeen(PaintedGlyph glyph) {
    if (glyph.opacity() < Paint.MIN_SEEN_OPACITY) {
      return false;
    }
    PaintedAreas.Cover cover = areas.cover(glyph);
    if (cover != PaintedAreas.Cover.NONE) {
      blacked += cover == PaintedAreas.Cover.DARK && isDigit(glyph) ? 1 : 0;
      return false;
    }
    if (glyph.fontSize() < MIN_FONT_POINTS) {
      tiny += isDigit(glyph) ? 1 : 0;
      return false;
    }
    int behind = areas.behind(glyph);
    boolean shown =
        glyph.colour() == PaintColors.UNKNOWN
            || behind == PaintColors.UNKNOWN
            || PaintColors.distance(glyph.colour(), behind) * glyph.opacity()
                >= MIN_VISIBLE_DIFFERENCE;
    blended += !shown && isDigit(glyph) ? 1 : 0;
    return shown;
  }

  private static boolean isDigit(PaintedGlyph glyph) {
    return Character.isDigit(glyph.text().codePointAt(0));
  }

  /** Whether its characters have neither a meaning nor a shape; the words must have been taken. */
  public boolean hasNoShapes() {
    return seen.hasNoShapes();
  }

  /**
   * Faults of the text that may be signs of damage, as parts of sentences; the words must have been
   * taken before. No page of 239 published documents has tiny figures, three have some in the
   * colour of their ground.
   */
  public List<String> faults() {
    List<String> faults = new ArrayList<>();
    if (tiny >= MIN_FIGURE_DIGITS) {
      faults.add("it has figures that are too small to be seen, which were not read");
    }
    if (blended >= MIN_FIGURE_DIGITS) {
      faults.add("it has figures in the colour of what lies behind them, which were not read");
    }
    if (blacked >= MIN_FIGURE_DIGITS) {
      faults.add("it has figures that are blacked out");
    }
    if (seen.hasUnknown()) {
      faults.add("it has characters that its fonts do not know");
    }
    if (seen.hasOverprint()) {
      faults.add("it has figures that are printed over each other");
    }
    return faults;
  }

  /** What is wrong with the text; the words must have been taken before. */
  public List<String> problems(int number) {
    List<String> problems = new ArrayList<>(seen.problems(number));
    if (kept > 0) {
      problems.addAll(hidden.problems(number));
    }
    if (kept > 0 && hidden.size() > seen.size()) {
      problems.add(
          "page "
              + number
              + ": its text is invisible, laid under an image by an earlier recognition");
    }
    if (unread > 0) {
      problems.add("page " + number + " has invisible text, which was not read");
    }
    if (!struck.isEmpty()) {
      problems.add(
          "page " + number + " has text that is struck out, which was not read: " + struck);
    }
    return problems;
  }
}
