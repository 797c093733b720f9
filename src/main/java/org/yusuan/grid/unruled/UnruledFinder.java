package org.yusuan.grid.unruled;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
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
import org.yusuan.page.Page;
import org.yusuan.page.Word;
import org.yusuan.text.PageNumber;

/** Finds tables whose cells are held together by alignment and white space alone. */
public final class UnruledFinder {

  /**
   * A line of one chunk that is wider than this part of its zone is no heading inside a table. A
   * guess.
   */
  private static final double MAX_HEADING_WIDTH = 0.45;

  /** White wider than this many line heights ends a table. A guess. */
  private static final double MAX_GAP = 3.2;

  /** The same for a row whose cells stand below those of the last lines; a guess. */
  private static final double MAX_ALIGNED_GAP = 6;

  /** For that, this many of the last lines are looked at. A guess. */
  private static final int MAX_LINES_COMPARED = 10;

  /** A line that reaches this part of its height into the next is of the same row; a guess. */
  private static final double MIN_HEIGHT_OVERLAP = 0.2;

  /**
   * At most this many lines with title, organization, date and unit stand above a table. A guess.
   */
  private static final int MAX_LINES_ABOVE = 5;

  /** The left edges of the cells of a column differ by no more than this, in points. A guess. */
  private static final double MAX_LEFT_DIFFERENCE = 2;

  /** At least this many cells that begin at the same x tell a column. A guess. */
  private static final int MIN_ALIGNED_CELLS = 3;

  /**
   * A label centred over the columns begins farther right than this part of the width of the table.
   * A guess.
   */
  private static final double MIN_LABEL_INSET = 0.15;

  /** And it ends less than this far beyond the right edge, in points. A guess. */
  private static final double MAX_LABEL_OVERHANG = 5;

  /** And the white below it is at most this many times its height. A guess. */
  private static final double MAX_LABEL_GAP = 1.5;

  private UnruledFinder() {}

  /**
   * The unruled tables of a page, from the top down.
   *
   * @param taken places whose text belongs to other tables
   */
  public static List<Grid> find(Page page, List<Box> taken) {
    return find(page, taken, List.of());
  }

  /**
   * The same, for a page with tables whose place is known, but not their rows and columns.
   *
   * @param known their places
   */
  public static List<Grid> find(Page page, List<Box> taken, List<Box> known) {
    PageRulings edges = PageRulings.of(page);
    List<Word> words = new ArrayList<>();
    for (Word word : page.words()) {
      Box box = word.box();
      if (!PageRulings.isTypedRule(word)
          && taken.stream().noneMatch(t -> t.contains(box.centerX(), box.centerY()))) {
        words.add(word);
      }
    }
    List<TextChunk> chunks = TightCells.listsParted(TextChunk.all(words, edges));
    Paragraphs prose = Paragraphs.of(chunks, edges);
    List<Grid> grids = new ArrayList<>();
    List<Box> barriers = new ArrayList<>(prose.hulls());
    barriers.addAll(taken);
    Set<TextChunk> used = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Box> frames = new ArrayList<>(known);
    for (Box frame : HorizontalRuleFrames.of(edges, chunks, prose, taken)) {
      if (known.stream().noneMatch(frame::intersects)) {
        frames.add(frame);
      }
    }
    for (Box frame : frames) {
      FramedTable table = new FramedTable(frame, chunks, prose, edges, page.number());
      Grid grid = table.grid();
      if (grid != null
          && TableLikeness.fillsFrame(grid)
          && (known.contains(frame) || !TableLikeness.isHeading(grid))) {
        grids.add(grid);
        table.lines().forEach(line -> used.addAll(line.chunks()));
        barriers.add(grid.regions().get(0).bbox());
      }
    }
    List<TextChunk> free =
        chunks.stream().filter(chunk -> !prose.contains(chunk) && !used.contains(chunk)).toList();
    for (List<TextChunk> zone : Zones.of(free, barriers)) {
      for (List<ChunkLine> run : runs(TightCells.parted(ChunkLine.all(zone)))) {
        Grid grid = table(run, edges, page.number());
        if (grid != null) {
          grids.add(grid);
        }
      }
    }
    grids.sort(Comparator.comparingDouble(grid -> grid.regions().get(0).bbox().top()));
    return grids;
  }

  /** Runs of lines that may be a table each. */
  private static List<List<ChunkLine>> runs(List<ChunkLine> lines) {
    List<List<ChunkLine>> runs = new ArrayList<>();
    if (lines.isEmpty()) {
      return runs;
    }
    Box zone = Box.around(lines.stream().map(ChunkLine::box).toList());
    List<ChunkLine> run = new ArrayList<>();
    int from = 0;
    while (from < lines.size()) {
      ChunkLine line = lines.get(from);
      if (isSparseRow(run, line) && !isFarBelow(run, line)) {
        run.add(line);
        from++;
        continue;
      }
      if (line.isTabular() && (run.isEmpty() || !isFarBelow(run, line))) {
        run.add(line);
        from++;
        continue;
      }
      if (line.isTabular()) {
        runs.add(run);
        run = new ArrayList<>();
        continue;
      }
      int to = from;
      while (to < lines.size() && !lines.get(to).isTabular()) {
        to++;
      }
      List<ChunkLine> single = lines.subList(from, to);
      if (run.isEmpty()
          || to == lines.size()
          || breaks(single, run, zone, isAligned(run, lines.get(to)))) {
        if (!run.isEmpty()) {
          runs.add(run);
        }
        run = new ArrayList<>(single);
      } else {
        run.addAll(single);
      }
      from = to;
    }
    runs.add(run);
    return runs;
  }

  /**
   * Whether a line of one chunk is a row of which only one cell, not the first, is filled: it
   * begins exactly where rows above have that cell. Of two lists side by side one ends earlier.
   */
  private static boolean isSparseRow(List<ChunkLine> run, ChunkLine line) {
    double left = line.box().left();
    return !line.isTabular()
        && run.stream()
                .flatMap(row -> row.chunks().stream().skip(1))
                .filter(chunk -> Math.abs(chunk.box().left() - left) <= MAX_LEFT_DIFFERENCE)
                .count()
            >= MIN_ALIGNED_CELLS;
  }

  private static boolean isFarBelow(List<ChunkLine> run, ChunkLine line) {
    Box last = run.get(run.size() - 1).box();
    double gap = line.box().top() - last.bottom();
    double height = Math.max(last.height(), line.box().height());
    return gap > (isAligned(run, line) ? MAX_ALIGNED_GAP : MAX_GAP) * height
        && !(gap <= Zones.MAX_BLANK_ROWS * height && line.isRowBelow(run, MAX_LEFT_DIFFERENCE));
  }

  /** Whether the chunks of a line, three or more or a number among them, stand below others. */
  private static boolean isAligned(List<ChunkLine> run, ChunkLine line) {
    List<Box> above =
        run.subList(Math.max(0, run.size() - MAX_LINES_COMPARED), run.size()).stream()
            .flatMap(row -> row.chunks().stream())
            .map(TextChunk::box)
            .toList();
    boolean labelled = line.isTabular() && line.chunks().stream().anyMatch(TextChunk::isNumber);
    return (line.chunks().size() >= MIN_ALIGNED_CELLS || labelled)
        && line.chunks().stream()
            .allMatch(chunk -> above.stream().anyMatch(box -> box.overlapX(chunk.box()) > 0));
  }

  /**
   * Whether lines of one chunk each part two tables.
   *
   * @param goesOn whether a row that fits the columns follows them
   */
  private static boolean breaks(
      List<ChunkLine> single, List<ChunkLine> run, Box zone, boolean goesOn) {
    Box above = run.get(run.size() - 1).box();
    double bottom = above.bottom();
    if (single.size() > 3) {
      return true;
    }
    for (ChunkLine line : single) {
      String text = line.chunks().get(0).text();
      if (line.box().top() - bottom > (goesOn ? MAX_ALIGNED_GAP : MAX_GAP) * line.box().height()
          || line.box().width() > MAX_HEADING_WIDTH * zone.width()
          || Captions.isCaption(text)
          || Captions.isNote(text)) {
        return true;
      }
      bottom = line.box().bottom();
    }
    return false;
  }

  /** The table that the lines make up; null if they make up no table. */
  static @Nullable Grid table(List<ChunkLine> run, PageRulings edges, int page) {
    List<ChunkLine> lines = SpacedLabels.joined(trimmed(belowUnit(run)));
    long tabular = lines.stream().filter(ChunkLine::isTabular).count();
    if (tabular < 3) {
      return null;
    }
    Columns columns = Columns.of(lines);
    if (columns.count() < 2 || !TableLikeness.looksLikeTable(lines, columns)) {
      return null;
    }
    Box box = Box.around(lines.stream().map(ChunkLine::box).toList());
    Grid grid = new UnruledBuilder(lines, columns, NearbyRulings.near(edges, box, 4), page).build();
    return grid == null || !TableLikeness.isFull(grid) ? null : grid;
  }

  /** The lines below the one that states the unit: that and the title stand above the table. */
  private static List<ChunkLine> belowUnit(List<ChunkLine> run) {
    for (int i = Math.min(run.size(), MAX_LINES_ABOVE) - 1; i >= 0; i--) {
      if (run.get(i).chunks().stream().anyMatch(chunk -> Captions.isUnit(chunk.text()))) {
        return run.subList(i + 1, run.size());
      }
    }
    return run;
  }

  private static boolean isPageNumber(ChunkLine line) {
    StringBuilder text = new StringBuilder();
    line.chunks().forEach(chunk -> text.append(chunk.text()));
    return PageNumber.isMarked(text.toString());
  }

  /** The lines without captions above and notes below. */
  private static List<ChunkLine> trimmed(List<ChunkLine> run) {
    int from = 0;
    int to = run.size();
    while (from < to && !run.get(from).isTabular()) {
      from++;
    }
    while (to > from && (!run.get(to - 1).isTabular() || isPageNumber(run.get(to - 1)))) {
      to--;
    }
    if (from == to) {
      return List.of();
    }
    List<ChunkLine> core = run.subList(from, to);
    Box box = Box.around(core.stream().map(ChunkLine::box).toList());
    double left = box.left();
    // A label centred over the columns stands above the first line, right of the row labels.
    while (from > 0) {
      ChunkLine line = run.get(from - 1);
      Box b = line.box();
      double gap = run.get(from).box().top() - b.bottom();
      if (gap < -MIN_HEIGHT_OVERLAP * b.height()) {
        // These are cells of one row whose texts have different numbers of lines.
        from--;
        continue;
      }
      boolean inset =
          b.left() > left + MIN_LABEL_INSET * box.width()
              && b.right() < box.right() + MAX_LABEL_OVERHANG
              && b.width() < MAX_HEADING_WIDTH * box.width();
      if (!inset || gap > MAX_LABEL_GAP * b.height() || Captions.isCaption(line)) {
        break;
      }
      from--;
    }
    return run.subList(from, to);
  }
}
