package org.yusuan.grid.unruled;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.page.Ruling;

/**
 * Finds where tables with horizontal rules only may stand: between rules of equal extent one above
 * the other, with text in lines of several chunks between them.
 */
final class HorizontalRuleFrames {

  /** Rules whose ends differ by no more than this, in points, belong together. A guess. */
  private static final double MAX_END_DIFFERENCE = 6;

  /** Pieces of a rule that break between columns leave gaps up to this many points. A guess. */
  private static final double MAX_PIECE_GAP = 14;

  /** Rules whose y differ by no more than this, in points, are one. A guess. */
  private static final double MAX_Y_DIFFERENCE = 2.5;

  /** Rules shorter than this, in points, are underlines. A guess. */
  private static final double MIN_RULE_WIDTH = 100;

  /**
   * A part without a line of several chunks belongs to the table if it has at most this many lines.
   * A guess.
   */
  private static final int MAX_HEADING_LINES = 2;

  /**
   * A rule under a part of the header, or under the rows of one of two lists, stands at most this
   * far from the next one, in points: a header of three lines. A guess.
   */
  private static final double MAX_PART = 45;

  /** A rule over a table's whole width. */
  private record Wide(double y, double left, double right) {}

  private HorizontalRuleFrames() {}

  /**
   * The frames of a page, the widest first.
   *
   * @param taken places of other tables: what stands between two of their rules is title and unit
   *     of the lower one, no frame
   */
  static List<Box> of(
      PageRulings edges, List<TextChunk> chunks, Paragraphs prose, List<Box> taken) {
    List<Wide> rules = rules(edges.horizontal());
    boolean[] used = new boolean[rules.size()];
    List<Box> frames = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      if (used[i]) {
        continue;
      }
      List<Wide> chain = new ArrayList<>(List.of(rules.get(i)));
      for (int j = i + 1; j < rules.size(); j++) {
        Wide last = chain.get(chain.size() - 1);
        Wide next = rules.get(j);
        if (!used[j]
            && Math.abs(next.left - last.left) <= MAX_END_DIFFERENCE
            && Math.abs(next.right - last.right) <= MAX_END_DIFFERENCE) {
          used[j] = true;
          chain.add(next);
        }
      }
      if (chain.size() > 1) {
        addFrames(chain, edges, chunks, prose, taken, frames);
      }
    }
    frames.replaceAll(frame -> headed(frame, rules, edges, chunks, prose));
    frames.replaceAll(frame -> withLongerList(frame, rules, edges, chunks, prose));
    // The widest come first: rules under parts of a header make narrower frames across tables.
    frames.sort(Comparator.comparingDouble(frame -> -frame.width()));
    List<Box> apart = new ArrayList<>();
    for (Box frame : frames) {
      if (apart.stream().noneMatch(frame.grow(-1)::intersects)) {
        apart.add(frame);
      }
    }
    return apart;
  }

  /**
   * A frame with the header above it whose cells have rules of their own, each over a part of the
   * width and not all on one height.
   */
  private static Box headed(
      Box frame, List<Wide> rules, PageRulings edges, List<TextChunk> chunks, Paragraphs prose) {
    Box headed = frame;
    for (int i = rules.size() - 1; i >= 0; i--) {
      Wide rule = rules.get(i);
      double gap = headed.top() - rule.y;
      if (gap <= MAX_Y_DIFFERENCE || rule.left < frame.left() || rule.right > frame.right()) {
        continue;
      }
      Box part = new Box(frame.left(), rule.y, frame.right(), headed.top());
      LineRole role = judge(part, edges, chunks, prose);
      if (gap > MAX_PART
          || role == LineRole.EMPTY
          || role == LineRole.OTHER
          || ChunkLine.all(inside(part, chunks)).stream().anyMatch(Captions::isCaption)) {
        break;
      }
      headed = headed.union(part);
    }
    return headed;
  }

  /**
   * A frame with the rows below it that have rules under one side alone: of two lists side by side
   * one ends earlier, and nothing is ruled where it ended.
   */
  private static Box withLongerList(
      Box frame, List<Wide> rules, PageRulings edges, List<TextChunk> chunks, Paragraphs prose) {
    Box whole = frame;
    for (Wide rule : rules) {
      double gap = rule.y - whole.bottom();
      boolean isSide =
          rule.left >= frame.left()
              && rule.right <= frame.right()
              && (Math.abs(rule.left - frame.left()) <= MAX_END_DIFFERENCE
                  || Math.abs(rule.right - frame.right()) <= MAX_END_DIFFERENCE);
      if (gap <= MAX_Y_DIFFERENCE || !isSide) {
        continue;
      }
      Box row = new Box(frame.left(), whole.bottom(), frame.right(), rule.y);
      LineRole role = judge(row, edges, chunks, prose);
      List<TextChunk> inside = inside(row, chunks);
      if (gap > MAX_PART
          || role == LineRole.EMPTY
          || role == LineRole.OTHER
          || !inside.stream().allMatch(chunk -> isOver(chunk, rule))
          || ChunkLine.all(inside).stream().anyMatch(Captions::isCaption)) {
        break;
      }
      whole = whole.union(row);
    }
    return whole;
  }

  private static boolean isOver(TextChunk chunk, Wide rule) {
    return chunk.box().centerX() > rule.left && chunk.box().centerX() < rule.right;
  }

  private static List<Wide> rules(List<Ruling> lines) {
    List<Wide> rules = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= lines.size(); i++) {
      if (i == lines.size()
          || lines.get(i).position() - lines.get(from).position() > MAX_Y_DIFFERENCE) {
        addRules(lines.subList(from, i), rules);
        from = i;
      }
    }
    return rules;
  }

  private static void addRules(List<Ruling> sameY, List<Wide> rules) {
    List<Ruling> pieces = new ArrayList<>(sameY);
    pieces.sort(Comparator.comparingDouble(Ruling::start));
    Wide current = null;
    for (Ruling piece : pieces) {
      if (current != null && piece.start() - current.right <= MAX_PIECE_GAP) {
        current = new Wide(current.y, current.left, Math.max(current.right, piece.end()));
        continue;
      }
      addWide(current, rules);
      current = new Wide(piece.position(), piece.start(), piece.end());
    }
    addWide(current, rules);
  }

  private static void addWide(@Nullable Wide rule, List<Wide> rules) {
    if (rule != null && rule.right - rule.left >= MIN_RULE_WIDTH) {
      rules.add(rule);
    }
  }

  /** What the lines between two rules of a chain are. */
  private enum LineRole {
    EMPTY,
    HEADING,
    TABULAR,
    OTHER
  }

  private static void addFrames(
      List<Wide> chain,
      PageRulings edges,
      List<TextChunk> chunks,
      Paragraphs prose,
      List<Box> taken,
      List<Box> frames) {
    Box frame = null;
    for (int i = 0; i + 1 < chain.size(); i++) {
      Wide top = chain.get(i);
      Wide bottom = chain.get(i + 1);
      Box box = new Box(top.left - 3, top.y, top.right + 3, bottom.y);
      boolean isBetween = isOf(top, taken) && isOf(bottom, taken);
      LineRole part = isBetween ? LineRole.OTHER : judge(box, edges, chunks, prose);
      boolean joins = part == LineRole.TABULAR || frame != null && part != LineRole.OTHER;
      if (joins) {
        frame = frame == null ? box : frame.union(box);
      } else if (frame != null) {
        frames.add(frame);
        frame = null;
      }
    }
    if (frame != null) {
      frames.add(frame);
    }
  }

  /** Whether a rule is one of another table. */
  private static boolean isOf(Wide rule, List<Box> taken) {
    double middle = (rule.left + rule.right) / 2;
    return taken.stream().anyMatch(box -> box.grow(MAX_Y_DIFFERENCE).contains(middle, rule.y));
  }

  private static LineRole judge(
      Box box, PageRulings edges, List<TextChunk> chunks, Paragraphs prose) {
    List<TextChunk> inside = inside(box, chunks);
    if (inside.isEmpty()) {
      return LineRole.EMPTY;
    }
    int running = 0;
    for (TextChunk chunk : inside) {
      running += prose.contains(chunk) ? 1 : 0;
    }
    List<ChunkLine> lines = ChunkLine.all(inside);
    long tabular = lines.stream().filter(ChunkLine::isTabular).count();
    if (tabular == 0) {
      return lines.size() <= MAX_HEADING_LINES && running == 0 ? LineRole.HEADING : LineRole.OTHER;
    }
    boolean isMostlyTabular =
        (tabular * 3 >= lines.size() || areRuledOff(lines, edges)) && running * 2 <= inside.size();
    return isMostlyTabular ? LineRole.TABULAR : LineRole.OTHER;
  }

  /**
   * Whether most lines have a narrower rule below them: of two lists side by side one ends there.
   */
  private static boolean areRuledOff(List<ChunkLine> lines, PageRulings edges) {
    int ruled = 0;
    for (int i = 1; i < lines.size(); i++) {
      Box above = lines.get(i - 1).box();
      Box below = lines.get(i).box();
      ruled +=
          edges.horizontal().stream()
                  .anyMatch(
                      rule ->
                          rule.length() >= MIN_RULE_WIDTH
                              && rule.position() > above.centerY()
                              && rule.position() < below.centerY()
                              && rule.start() <= below.left()
                              && rule.end() >= below.right())
              ? 1
              : 0;
    }
    return ruled * 2 > lines.size();
  }

  /** The chunks whose middle lies in the box. */
  static List<TextChunk> inside(Box box, List<TextChunk> chunks) {
    return chunks.stream()
        .filter(chunk -> box.contains(chunk.box().centerX(), chunk.box().centerY()))
        .toList();
  }
}
