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
  private int least = 0;
  private int most = 0;
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

  /** Says that a ruling runs under the label, and others beside it, over some columns. */
  void standsOver(int first, int end) {
    least = first;
    most = end;
  }

  /** Whether a ruling under the label and others tells that a column is of one of them. */
  boolean mayCover(int index) {
    return least <= index && index < most;
  }

  /** Whether a ruling under the label and others says which columns are theirs. */
  boolean isBounded() {
    return most > 0;
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
