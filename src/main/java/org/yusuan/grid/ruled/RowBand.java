package org.yusuan.grid.ruled;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.TextLine;

/**
 * A row that is being found: blocks of cells beside one another, on the baseline of the first.
 * Blocks are added while rows are looked for.
 */
final class RowBand {

  private final double y;
  private final List<CellBlock> blocks;

  RowBand(CellBlock first) {
    this(List.of(first));
  }

  /**
   * @param blocks at least one; the first gives the middle
   */
  RowBand(List<CellBlock> blocks) {
    this.y = blocks.get(0).middle();
    this.blocks = new ArrayList<>(blocks);
  }

  /** The middle of its first block, in points from the top of the page. */
  double y() {
    return y;
  }

  /** Its blocks so far, in the order in which they were found; may be added to. */
  List<CellBlock> blocks() {
    return blocks;
  }

  /** Whether one of its blocks is no figure. */
  boolean hasText() {
    return blocks.stream().anyMatch(block -> !block.isFigure());
  }

  /** How far the middle of a line is from it, in points. */
  double distance(TextLine line) {
    return Math.abs(y - line.box().centerY());
  }

  /**
   * Where this row ends and the one below begins: halfway between their texts, or their middles.
   */
  double edge(RowBand below) {
    double bottom = blocks.stream().mapToDouble(CellBlock::bottom).max().orElse(y);
    double top = below.blocks.stream().mapToDouble(CellBlock::top).min().orElse(below.y);
    return bottom <= top ? (bottom + top) / 2 : (y + below.y) / 2;
  }
}
