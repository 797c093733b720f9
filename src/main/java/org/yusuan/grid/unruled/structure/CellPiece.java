package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.grid.element.TextLines;
import org.yusuan.grid.unruled.column.Columns;
import org.yusuan.grid.unruled.column.SpacedLabels;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;
import org.yusuan.text.AmountForm;
import org.yusuan.text.Ideographs;

/**
 * The part of a cell of an unruled table that stands on one line.
 *
 * @param words from left to right
 * @param box the box around them
 * @param column first column
 * @param columnEnd the one after the last column
 */
record CellPiece(List<Word> words, Box box, int column, int columnEnd) {

  /**
   * A chunk that runs over the white between columns is cut there if its gap is at least this part
   * of the font size. A guess.
   */
  private static final double MIN_CUT_GAP_EM = 0.45;

  /** The same for a gap between two numbers. A guess. */
  private static final double MIN_NUMBER_CUT_GAP_EM = 0.2;

  /** The same for a gap between an amount and a text. Between two lists 0.44 was seen. A guess. */
  private static final double MIN_AMOUNT_CUT_GAP_EM = 0.2;

  /** The same for fonts whose characters, spaces too, are all 0.6 em wide. */
  private static final double MIN_MONOSPACED_CUT_GAP_EM = 1.0;

  private static CellPiece of(List<Word> words, Columns columns) {
    Box box = Box.around(words.stream().map(Word::box).toList());
    int[] span = columns.span(box);
    return new CellPiece(List.copyOf(words), box, span[0], span[1]);
  }

  CellPiece spanning(int from, int to) {
    return new CellPiece(words, box, from, to);
  }

  boolean isNumber() {
    return words.stream().allMatch(TextChunk::isNumber);
  }

  String text() {
    return TextLines.cellText(TextLines.of(words));
  }

  /** The pieces of a line; chunks of one column are put together, and no two share a column. */
  static List<CellPiece> of(ChunkLine line, Columns columns) {
    List<CellPiece> pieces = new ArrayList<>();
    for (TextChunk chunk : line.chunks()) {
      for (List<Word> part : cut(chunk.words(), columns)) {
        CellPiece piece = of(part, columns);
        CellPiece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
        if (last == null || piece.column >= last.columnEnd) {
          pieces.add(piece);
        } else if (piece.columnEnd > last.columnEnd && piece.columnEnd - piece.column > 1) {
          pieces.add(piece.spanning(last.columnEnd, piece.columnEnd));
        } else if (piece.column > last.column && piece.columnEnd == last.columnEnd) {
          pieces.set(pieces.size() - 1, last.spanning(last.column, piece.column));
          pieces.add(piece);
        } else {
          List<Word> both = new ArrayList<>(last.words);
          both.addAll(piece.words);
          pieces.set(
              pieces.size() - 1,
              new CellPiece(both, last.box.union(piece.box), last.column, last.columnEnd));
        }
      }
    }
    return pieces;
  }

  private static List<List<Word>> cut(List<Word> words, Columns columns) {
    List<List<Word>> parts = new ArrayList<>();
    List<Word> current = new ArrayList<>();
    for (Word word : words) {
      if (!current.isEmpty() && isCutBetween(current.get(current.size() - 1), word, columns)) {
        parts.add(current);
        current = new ArrayList<>();
      }
      current.add(word);
    }
    parts.add(current);
    return parts;
  }

  private static boolean isCutBetween(Word left, Word right, Columns columns) {
    double gap = right.box().left() - left.box().right();
    boolean numbers = TextChunk.isNumber(left) && TextChunk.isNumber(right);
    double least =
        numbers
            ? MIN_NUMBER_CUT_GAP_EM
            : TextChunk.isMonospaced(left) ? MIN_MONOSPACED_CUT_GAP_EM : MIN_CUT_GAP_EM;
    if (isAmount(left) && isText(right) || isText(left) && isAmount(right)) {
      least = MIN_AMOUNT_CUT_GAP_EM;
    }
    if (gap < least * left.fontSize() || SpacedLabels.isOne(left, right, gap)) {
      return false;
    }
    for (int i = 0; i + 1 < columns.count(); i++) {
      if (columns.rights()[i] < right.box().left() && columns.lefts()[i + 1] > left.box().right()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmount(Word word) {
    return AmountForm.matches(word.text());
  }

  private static boolean isText(Word word) {
    return Ideographs.in(word.text());
  }
}
