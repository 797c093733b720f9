package org.yusuan.grid.unruled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Ruling;
import org.yusuan.text.AmountForm;
import org.yusuan.text.Ideographs;

/** Finds running text: lines stacked under one another that fill a common width. */
final class Paragraphs {

  /**
   * Lines of a paragraph follow one another within this many line heights, from top to top. A
   * guess.
   */
  private static final double MAX_PITCH = 2.3;

  /** Prose has at least this many words a line. Labels of tables have fewer. A guess. */
  private static final double MIN_WORDS_PER_LINE = 3.8;

  /**
   * Lines of a list of items begin with a numeral; those of a text have at least this many words. A
   * guess.
   */
  private static final double MIN_WORDS_PER_ITEM = 9;

  /** Lines that end at this part of the block's width or beyond count as full. A guess. */
  private static final double MIN_FULL_WIDTH = 0.82;

  /** A block is prose if at least this share of its lines is full. A guess. */
  private static final double MIN_FULL_SHARE = 0.5;

  /**
   * A line under text that is shorter than this, in points, underlines it; a longer one parts what
   * stands above and below. A guess.
   */
  private static final double MIN_RULE_WIDTH = 100;

  /**
   * A block is closed once its last line is more than this far above, in points. A guess that
   * bounds the work.
   */
  private static final double MAX_BLOCK_POINTS = 100;

  /** Lines follow one another by more than this part of the height of the lower one. A guess. */
  private static final double MIN_PITCH = 0.5;

  /**
   * The lower of two lines of a paragraph has more than this part of the height of the other. A
   * guess.
   */
  private static final double MIN_HEIGHT_RATIO = 0.75;

  /**
   * Two lines of a paragraph share at least this part of the width of the narrower one. A guess.
   */
  private static final double MIN_WIDTH_OVERLAP = 0.6;

  /** Prose has at most this share of numbers among its words. A guess. */
  private static final double MAX_NUMBER_SHARE = 0.3;

  /** At most this share of the lines of prose has a number beside it. A guess. */
  private static final double MAX_COMPANION_SHARE = 0.5;

  /**
   * A block is a list of items if more than this share of its lines begin with a numeral. A guess.
   */
  private static final double MIN_ITEM_SHARE = 0.5;

  /** A single line is prose if it has at least this many words. A guess. */
  private static final int MIN_WORDS_ALONE = 12;

  /** Two lines are prose if they have on average at least this many words. A guess. */
  private static final int MIN_WORDS_OF_TWO = 8;

  /**
   * Lines that are not full are prose if they have on average at least this many words. A guess.
   */
  private static final int MIN_WORDS_UNFILLED = 9;

  /** Baselines that differ by less than this, in points, are the same. A guess. */
  private static final double MAX_BASELINE_MISS_POINTS = 1.0;

  /**
   * The same for recognized amounts, in parts of the height: one 200 points right of its label
   * stood 1.1 points lower on a page that was set straight by all but 0.2 degrees.
   */
  private static final double MAX_RECOGNIZED_BASELINE_MISS = 0.3;

  /** So many lines of Chinese text without a mark of punctuation are a list of labels. A guess. */
  private static final int MIN_LINES_PUNCTUATED = 4;

  /** A comma between digits is none; dots lead from an entry of the contents to its page. */
  private static final Pattern PUNCTUATION = Pattern.compile("[，。；！？;]|,(?!\\d)|[.·…]{2,}");

  private final List<TextChunk> chunks;
  private final List<Ruling> rules;
  private final List<Box> hulls = new ArrayList<>();
  private final Set<TextChunk> inside = Collections.newSetFromMap(new IdentityHashMap<>());

  private Paragraphs(List<TextChunk> chunks, List<Ruling> rules) {
    this.chunks = chunks;
    this.rules = rules;
  }

  static Paragraphs of(List<TextChunk> chunks, PageRulings edges) {
    Paragraphs prose =
        new Paragraphs(
            chunks,
            edges.horizontal().stream().filter(line -> line.length() >= MIN_RULE_WIDTH).toList());
    prose.find();
    return prose;
  }

  /** The blocks of prose. */
  List<Box> hulls() {
    return hulls;
  }

  boolean contains(TextChunk chunk) {
    return inside.contains(chunk);
  }

  private void find() {
    List<TextChunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().top()));
    List<List<TextChunk>> blocks = new ArrayList<>();
    int firstOpen = 0;
    for (TextChunk chunk : sorted) {
      List<TextChunk> best = null;
      double bestOverlap = 0;
      while (firstOpen < blocks.size() && isFarAbove(blocks.get(firstOpen), chunk)) {
        firstOpen++;
      }
      for (int i = firstOpen; i < blocks.size(); i++) {
        TextChunk last = blocks.get(i).get(blocks.get(i).size() - 1);
        double overlap = last.box().overlapX(chunk.box());
        if (overlap > bestOverlap && follows(last, chunk) && !isRuledOff(last, chunk)) {
          best = blocks.get(i);
          bestOverlap = overlap;
        }
      }
      if (best == null) {
        best = new ArrayList<>();
        blocks.add(best);
      }
      best.add(chunk);
    }
    for (List<TextChunk> block : blocks) {
      if (isProse(block)) {
        inside.addAll(block);
        hulls.add(Box.around(block.stream().map(TextChunk::box).toList()));
      }
    }
    for (TextChunk chunk : chunks) {
      for (Box hull : hulls) {
        if (!inside.contains(chunk)
            && hull.contains(chunk.box().centerX(), chunk.box().centerY())
            && chunk.box().width() < hull.width()) {
          inside.add(chunk);
        }
      }
    }
  }

  private static boolean isFarAbove(List<TextChunk> block, TextChunk chunk) {
    return chunk.box().top() - block.get(block.size() - 1).box().top() > MAX_BLOCK_POINTS;
  }

  private static boolean follows(TextChunk above, TextChunk below) {
    Box a = above.box();
    Box b = below.box();
    double height = Math.max(a.height(), b.height());
    double pitch = b.top() - a.top();
    return pitch > MIN_PITCH * Math.min(a.height(), b.height())
        && pitch <= MAX_PITCH * height
        && Math.min(a.height(), b.height()) > MIN_HEIGHT_RATIO * height
        && a.overlapX(b) >= MIN_WIDTH_OVERLAP * Math.min(a.width(), b.width())
        && (Math.abs(a.left() - b.left()) <= 3 * height
            || Math.abs(a.centerX() - b.centerX()) <= height);
  }

  private boolean isRuledOff(TextChunk above, TextChunk below) {
    double x = below.box().left() + 1;
    return rules.stream()
        .anyMatch(
            line ->
                line.position() > above.box().centerY()
                    && line.position() < below.box().centerY()
                    && line.start() <= x
                    && line.end() >= x);
  }

  private boolean isProse(List<TextChunk> block) {
    int words = 0;
    int numbers = 0;
    int accompanied = 0;
    Box hull = Box.around(block.stream().map(TextChunk::box).toList());
    int full = 0;
    for (TextChunk chunk : block) {
      words += chunk.wordCount();
      numbers += (int) chunk.words().stream().filter(TextChunk::isNumber).count();
      full += chunk.box().right() - hull.left() >= MIN_FULL_WIDTH * hull.width() ? 1 : 0;
      accompanied += hasCompanion(chunk, hull) ? 1 : 0;
    }
    int lines = block.size();
    double average = (double) words / lines;
    if (numbers > MAX_NUMBER_SHARE * words || accompanied > MAX_COMPANION_SHARE * lines) {
      return false;
    }
    long items = block.stream().filter(chunk -> Captions.isItem(chunk.text())).count();
    if (items > MIN_ITEM_SHARE * lines && average < MIN_WORDS_PER_ITEM) {
      return false;
    }
    if (lines >= MIN_LINES_PUNCTUATED && isChinese(block) && !isPunctuated(block)) {
      return false;
    }
    if (lines == 1) {
      return average >= MIN_WORDS_ALONE;
    }
    return average >= (lines == 2 ? MIN_WORDS_OF_TWO : MIN_WORDS_PER_LINE)
        && (full >= MIN_FULL_SHARE * lines || average >= MIN_WORDS_UNFILLED);
  }

  private static boolean isChinese(List<TextChunk> block) {
    int characters = block.stream().mapToInt(chunk -> chunk.text().length()).sum();
    return block.stream().mapToInt(chunk -> Ideographs.count(chunk.text())).sum() * 2 > characters;
  }

  /** Whether any of the lines has a mark between or at the end of sentences, or leaders. */
  private static boolean isPunctuated(List<TextChunk> block) {
    return block.stream().anyMatch(chunk -> PUNCTUATION.matcher(chunk.text()).find());
  }

  /**
   * Whether a number or another short chunk stands on the very same baseline beside it, or a
   * recognized amount right of it about there.
   */
  private boolean hasCompanion(TextChunk chunk, Box hull) {
    boolean recognized = chunk.words().get(0).origin() == Origin.OCR;
    for (TextChunk other : chunks) {
      double miss = Math.abs(other.box().bottom() - chunk.box().bottom());
      boolean amount =
          recognized
              && other.box().left() >= chunk.box().right()
              && miss < MAX_RECOGNIZED_BASELINE_MISS * chunk.box().height()
              && AmountForm.matches(other.text());
      if (other != chunk
          && (other.box().left() >= chunk.box().right() || other.box().right() <= hull.left())
          && (amount
              || miss < MAX_BASELINE_MISS_POINTS && (other.isNumber() || other.wordCount() <= 2))) {
        return true;
      }
    }
    return false;
  }
}
