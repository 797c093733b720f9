package org.yusuan.grid.unruled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.element.Captions;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.PageRulings;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.unruled.column.Columns;
import org.yusuan.grid.unruled.column.NearbyRulings;
import org.yusuan.grid.unruled.column.SpacedLabels;
import org.yusuan.grid.unruled.column.TightCells;
import org.yusuan.grid.unruled.structure.UnruledBuilder;
import org.yusuan.model.table.Box;

/**
 * A table whose place is known from rulings, and its rows and columns from white space. Its last
 * rows may stand below the last rule, and its header above the first one.
 */
final class FramedTable {

  /**
   * A line outside the frame goes on with the table if the white between is no more than this many
   * line heights. A guess.
   */
  private static final double MAX_LINE_GAP = 1.1;

  /** A header above the first rule has at most this many lines. A guess. */
  private static final int MAX_HEADER_LINES = 4;

  /** A header stands at most this far above the first rule, in points. A guess. */
  private static final double MAX_HEADER_POINTS = 60;

  /** Rows below the last rule are looked for within this many points. A guess: half a page. */
  private static final double MAX_REST_POINTS = 400;

  private final PageRulings edges;
  private final int page;
  private final List<ChunkLine> lines;
  private final Columns columns;

  /**
   * Prepares the table.
   *
   * @param frame its place
   * @param chunks all chunks of the page
   * @param prose which of them are prose
   */
  FramedTable(Box frame, List<TextChunk> chunks, Paragraphs prose, PageRulings edges, int page) {
    this.edges = edges;
    this.page = page;
    List<ChunkLine> inside =
        new ArrayList<>(
            TightCells.parted(ChunkLine.all(HorizontalRuleFrames.inside(frame, chunks))));
    columns = Columns.of(inside);
    if (columns.count() > 1) {
      List<ChunkLine> above = header(frame, chunks, prose);
      boolean another = !above.isEmpty() && dropNextHeader(inside, above);
      inside.addAll(0, above);
      if (!another) {
        inside.addAll(rest(frame, chunks, prose));
      }
    }
    lines = SpacedLabels.joined(inside);
  }

  /** The lines of the table, those outside the frame included. */
  List<ChunkLine> lines() {
    return lines;
  }

  /** The grid; null if it is no table. */
  @Nullable Grid grid() {
    long tabular = lines.stream().filter(ChunkLine::isTabular).count();
    if (tabular < 2) {
      return null;
    }
    Columns all = Columns.of(lines);
    Box box = Box.around(lines.stream().map(ChunkLine::box).toList());
    NearbyRulings rules = NearbyRulings.near(edges, box, 4);
    double first = lines.get(0).box().bottom() - 2;
    double last = lines.get(lines.size() - 1).box().top() + 2;
    int inner = NearbyRulings.count(rules.wide(box.left(), box.right(), all.reach()), first, last);
    if (all.count() < 2 || tabular < 3 && inner == 0) {
      return null;
    }
    return new UnruledBuilder(lines, all, rules, page).build();
  }

  private List<ChunkLine> beside(Box strip, List<TextChunk> chunks, Paragraphs prose) {
    List<TextChunk> free =
        HorizontalRuleFrames.inside(strip, chunks).stream()
            .filter(c -> !prose.contains(c))
            .toList();
    return ChunkLine.all(free);
  }

  /** Lines right above the first rule that label the columns below it. */
  private List<ChunkLine> header(Box frame, List<TextChunk> chunks, Paragraphs prose) {
    List<ChunkLine> above =
        beside(
            new Box(frame.left(), frame.top() - MAX_HEADER_POINTS, frame.right(), frame.top()),
            chunks,
            prose);
    List<ChunkLine> header = new ArrayList<>();
    double edge = frame.top();
    for (int i = above.size() - 1; i >= 0 && header.size() < MAX_HEADER_LINES; i--) {
      ChunkLine line = above.get(i);
      double gap = edge - line.box().bottom();
      boolean labels = line.isTabular() && fits(line);
      boolean group = !header.isEmpty() && line.box().left() > columns.rights()[0];
      if (gap > MAX_LINE_GAP * line.box().height()
          || Captions.isCaption(line)
          || !(header.isEmpty() ? labels && line.chunks().size() > 2 : labels || group)) {
        break;
      }
      header.add(line);
      edge = line.box().top();
    }
    Collections.reverse(header);
    return header;
  }

  /** Drops the header of the next table, if the last rule is the one below it. */
  private static boolean dropNextHeader(List<ChunkLine> inside, List<ChunkLine> header) {
    String label = header.get(header.size() - 1).chunks().get(0).text();
    String last = inside.get(inside.size() - 1).chunks().get(0).text();
    if (label.equals(last) && inside.size() > header.size() + 2) {
      inside.subList(inside.size() - header.size(), inside.size()).clear();
      return true;
    }
    return false;
  }

  /** Rows that go on below the last rule. */
  private List<ChunkLine> rest(Box frame, List<TextChunk> chunks, Paragraphs prose) {
    List<ChunkLine> below =
        beside(
            new Box(frame.left(), frame.bottom(), frame.right(), frame.bottom() + MAX_REST_POINTS),
            chunks,
            prose);
    List<ChunkLine> rest = new ArrayList<>();
    double edge = frame.bottom();
    int end = 0;
    for (ChunkLine line : below) {
      double gap = line.box().top() - edge;
      boolean wraps =
          !line.isTabular()
              && line.box().right() <= columns.rights()[0] + 3
              && Character.isLowerCase(line.chunks().get(0).text().codePointAt(0));
      boolean goesOn = line.isTabular() && fits(line) && !Captions.isNote(line);
      if (gap > MAX_LINE_GAP * line.box().height()
          || !goesOn && !wraps
          || rest.isEmpty() && wraps) {
        break;
      }
      rest.add(line);
      edge = line.box().bottom();
      end = rest.size();
    }
    return rest.subList(0, end);
  }

  /** Whether each chunk of a line stands in a column of its own, the first one among them. */
  private boolean fits(ChunkLine line) {
    int next = 0;
    for (TextChunk chunk : line.chunks()) {
      int[] span = columns.span(chunk.box());
      boolean outside =
          chunk.box().right() < columns.lefts()[span[0]] - 6
              || chunk.box().left() > columns.rights()[span[0]] + 6;
      if (span[0] < next || span[1] > span[0] + 1 || outside) {
        return false;
      }
      next = span[1];
    }
    return columns.span(line.chunks().get(0).box())[0] == 0;
  }
}
