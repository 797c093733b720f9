package org.yusuan.grid.unruled.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;
import org.yusuan.text.AmountForm;
import org.yusuan.text.Ideographs;

/**
 * Parts chunks in which cells stand so close that they look like one: an amount and the label of a
 * second list beside it, a long label and its amount. Where other lines have such a label begin, or
 * such an amount end, tells.
 */
public final class TightCells {

  /**
   * White between such cells, in parts of the font size; 0.44 was seen between two lists. A guess.
   */
  private static final double MIN_GAP_EM = 0.15;

  /** Labels begin, and amounts end, at the same x up to so many points. A guess. */
  private static final double MAX_EDGE_DIFFERENCE = 1.5;

  /** So many others begin or end there. A guess. */
  private static final int MIN_ALIGNED = 3;

  private final double[] lefts;
  private final double[] rights;

  private TightCells(List<ChunkLine> lines) {
    List<Double> begins = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (ChunkLine line : lines) {
      for (TextChunk chunk : line.chunks()) {
        Word before = null;
        for (Word word : chunk.words()) {
          if (before == null || isAmount(before)) {
            begins.add(word.box().left());
          }
          if (isAmount(word)) {
            ends.add(word.box().right());
          }
          before = word;
        }
      }
    }
    lefts = begins.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    rights = ends.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** The lines, with such chunks parted. */
  public static List<ChunkLine> parted(List<ChunkLine> lines) {
    TightCells cells = new TightCells(lines);
    return lines.stream().map(cells::parted).toList();
  }

  private ChunkLine parted(ChunkLine line) {
    List<TextChunk> chunks = new ArrayList<>();
    for (TextChunk chunk : line.chunks()) {
      int from = 0;
      List<Word> words = chunk.words();
      for (int i = 1; i < words.size(); i++) {
        if (isBoundary(words.get(i - 1), words.get(i))) {
          chunks.add(chunk(words.subList(from, i)));
          from = i;
        }
      }
      chunks.add(from == 0 ? chunk : chunk(words.subList(from, words.size())));
    }
    return chunks.size() == line.chunks().size()
        ? line
        : new ChunkLine(List.copyOf(chunks), line.box());
  }

  private static TextChunk chunk(List<Word> words) {
    return new TextChunk(List.copyOf(words), Box.around(words.stream().map(Word::box).toList()));
  }

  private boolean isBoundary(Word left, Word right) {
    double gap = right.box().left() - left.box().right();
    if (gap < MIN_GAP_EM * left.fontSize()) {
      return false;
    }
    if (isAmount(left)) {
      return isText(right)
          && count(lefts, right.box().left()) > MIN_ALIGNED
          && count(rights, left.box().right()) > MIN_ALIGNED;
    }
    return isAmount(right) && isText(left) && count(rights, right.box().right()) > MIN_ALIGNED;
  }

  private static boolean isAmount(Word word) {
    return AmountForm.matches(word.text());
  }

  private static boolean isText(Word word) {
    return Ideographs.in(word.text());
  }

  /** How many of the sorted values lie around x. */
  private static int count(double[] sorted, double x) {
    return index(sorted, x + MAX_EDGE_DIFFERENCE) - index(sorted, x - MAX_EDGE_DIFFERENCE);
  }

  private static int index(double[] sorted, double x) {
    int at = Arrays.binarySearch(sorted, x);
    return at >= 0 ? at : -at - 1;
  }
}
