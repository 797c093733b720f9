package org.yusuan.grid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.yusuan.model.Box;
import org.yusuan.page.Ruling;

/** Finds running text: lines stacked under one another that fill a common width. */
final class Prose {

  /** Lines of a paragraph follow one another within this many line heights, from top to top. */
  private static final double MAX_PITCH = 2.3;

  /** Prose has at least this many words a line. Labels of tables have fewer. */
  private static final double MIN_WORDS = 3.8;

  /** Lines that end at this part of the block's width count as full. */
  private static final double FULL = 0.82;

  /** Share of full lines in a block that makes it prose. */
  private static final double MIN_FULL_SHARE = 0.5;

  /** A shorter line under text underlines it; a longer one parts what stands above and below. */
  private static final double MIN_RULE = 100;

  private final List<Chunk> chunks;
  private final List<Ruling> rules;
  private final List<Box> hulls = new ArrayList<>();
  private final Set<Chunk> inside = Collections.newSetFromMap(new IdentityHashMap<>());

  private Prose(List<Chunk> chunks, List<Ruling> rules) {
    this.chunks = chunks;
    this.rules = rules;
  }

  static Prose of(List<Chunk> chunks, Edges edges) {
    Prose prose =
        new Prose(
            chunks, edges.horizontal().stream().filter(line -> line.length() >= MIN_RULE).toList());
    prose.find();
    return prose;
  }

  /** The blocks of prose. */
  List<Box> hulls() {
    return hulls;
  }

  boolean contains(Chunk chunk) {
    return inside.contains(chunk);
  }

  private void find() {
    List<Chunk> sorted = new ArrayList<>(chunks);
    sorted.sort(Comparator.comparingDouble(chunk -> chunk.box().top()));
    List<List<Chunk>> blocks = new ArrayList<>();
    int firstOpen = 0;
    for (Chunk chunk : sorted) {
      List<Chunk> best = null;
      double bestOverlap = 0;
      while (firstOpen < blocks.size() && isFarAbove(blocks.get(firstOpen), chunk)) {
        firstOpen++;
      }
      for (int i = firstOpen; i < blocks.size(); i++) {
        Chunk last = blocks.get(i).get(blocks.get(i).size() - 1);
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
    for (List<Chunk> block : blocks) {
      if (isProse(block)) {
        inside.addAll(block);
        hulls.add(Box.around(block.stream().map(Chunk::box).toList()));
      }
    }
    for (Chunk chunk : chunks) {
      for (Box hull : hulls) {
        if (!inside.contains(chunk)
            && hull.contains(chunk.box().centerX(), chunk.box().centerY())
            && chunk.box().width() < hull.width()) {
          inside.add(chunk);
        }
      }
    }
  }

  private static boolean isFarAbove(List<Chunk> block, Chunk chunk) {
    return chunk.box().top() - block.get(block.size() - 1).box().top() > 100;
  }

  private static boolean follows(Chunk above, Chunk below) {
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

  private boolean isRuledOff(Chunk above, Chunk below) {
    double x = below.box().left() + 1;
    return rules.stream()
        .anyMatch(
            line ->
                line.position() > above.box().centerY()
                    && line.position() < below.box().centerY()
                    && line.start() <= x
                    && line.end() >= x);
  }

  private boolean isProse(List<Chunk> block) {
    int words = 0;
    int numbers = 0;
    int accompanied = 0;
    Box hull = Box.around(block.stream().map(Chunk::box).toList());
    int full = 0;
    for (Chunk chunk : block) {
      words += chunk.wordCount();
      numbers += (int) chunk.words().stream().filter(Chunk::isNumber).count();
      full += chunk.box().right() - hull.left() >= FULL * hull.width() ? 1 : 0;
      accompanied += hasCompanion(chunk, hull) ? 1 : 0;
    }
    int lines = block.size();
    double average = (double) words / lines;
    if (numbers > 0.3 * words || accompanied > 0.5 * lines) {
      return false;
    }
    if (lines == 1) {
      return average >= 12;
    }
    return average >= (lines == 2 ? 8 : MIN_WORDS)
        && (full >= MIN_FULL_SHARE * lines || average >= 9);
  }

  /** Whether a number or another short chunk stands on the very same baseline beside it. */
  private boolean hasCompanion(Chunk chunk, Box hull) {
    for (Chunk other : chunks) {
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
