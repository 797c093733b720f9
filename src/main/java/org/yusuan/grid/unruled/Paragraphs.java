package org.yusuan.grid.unruled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;

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
    return chunk.box().top() - block.get(block.size() - 1).box().top() > 100;
  }

  private static boolean follows(TextChunk above, TextChunk below) {
    Box a = above.box();
    Box b = below.box();
    double height = Math.max(a.height(), b.height());
    double pitch = b.top() - a.top();
    return pitch > 0.5 * Math.min(a.height(), b.height())
        && pitch <= MAX_PITCH * height
        && Math.min(a.height(), b.height()) > 0.75 * height
        && a.overlapX(b) >= 0.6 * Math.min(a.width(), b.width())
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
    if (numbers > 0.3 * words || accompanied > 0.5 * lines) {
      return false;
    }
    long items = block.stream().filter(chunk -> Captions.isItem(chunk.text())).count();
    if (items > 0.5 * lines && average < MIN_WORDS_PER_ITEM) {
      return false;
    }
    if (lines == 1) {
      return average >= 12;
    }
    return average >= (lines == 2 ? 8 : MIN_WORDS_PER_LINE)
        && (full >= MIN_FULL_SHARE * lines || average >= 9);
  }

  /** Whether a number or another short chunk stands on the very same baseline beside it. */
  private boolean hasCompanion(TextChunk chunk, Box hull) {
    for (TextChunk other : chunks) {
      if (other != chunk
          && Math.abs(other.box().bottom() - chunk.box().bottom()) < 1.0
          && (other.box().left() >= chunk.box().right() || other.box().right() <= hull.left())
          && (other.isNumber() || other.wordCount() <= 2)) {
        return true;
      }
    }
    return false;
  }
}
