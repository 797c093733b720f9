package org.yusuan.grid.unruled.structure;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;
import org.yusuan.text.Ideographs;

/** A label of a header while its place is being found. */
final class HeaderLabel {

  final List<Word> words = new ArrayList<>();
  Box box;
  int column;
  int columnEnd;
  int level;
  int levelEnd;
  private final boolean ruled;

  /**
   * A label of one line.
   *
   * @param ruled whether rulings tell which columns it spans
   */
  HeaderLabel(CellPiece piece, boolean ruled) {
    box = piece.box();
    column = piece.column();
    columnEnd = piece.columnEnd();
    words.addAll(piece.words());
    this.ruled = ruled;
  }

  boolean isRuled() {
    return ruled;
  }

  void add(List<Word> more, Box place) {
    words.addAll(more);
    box = box.union(place);
  }

  boolean covers(int index) {
    return column <= index && index < columnEnd;
  }

  boolean sharesColumn(HeaderLabel other) {
    return column < other.columnEnd && other.column < columnEnd;
  }

  boolean spansSame(HeaderLabel other) {
    return column == other.column && columnEnd == other.columnEnd;
  }

  /** The height of its first line. */
  double height() {
    return words.get(0).box().height();
  }

  boolean isChinese() {
    return words.stream().anyMatch(word -> Ideographs.in(word.text()));
  }
}
