package org.yusuan.grid;

import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;

/**
 * One cell of a grid. A cell that spans rows or columns is one cell with its text once.
 *
 * @param row first row, from 0
 * @param column first column, from 0
 * @param rowSpan number of rows, at least 1
 * @param columnSpan number of columns, at least 1
 * @param page the page that it stands on, from 1
 * @param box its rectangle: between rulings where there are any, else around its words
 * @param words its words in reading order; empty if the cell is blank
 * @param text its text, wrapped lines joined; empty if the cell is blank
 */
public record GridCell(
    int row,
    int column,
    int rowSpan,
    int columnSpan,
    int page,
    Box box,
    List<Word> words,
    String text) {
  public GridCell {
    words = List.copyOf(words);
  }

  /** Cells differ by their places; words need not be looked through. */
  @Override
  public int hashCode() {
    return 31 * (31 * page + row) + column;
  }

  /** The row below its last one. */
  public int rowEnd() {
    return row + rowSpan;
  }

  /** The column right of its last one. */
  public int columnEnd() {
    return column + columnSpan;
  }

  /** Whether it has no text. */
  public boolean isBlank() {
    return text.isBlank();
  }

  /** How surely the least sure of its words was read, from 0 to 1; 1 if it is blank. */
  public double confidence() {
    return words.stream().mapToDouble(Word::confidence).min().orElse(1);
  }

  /** The cell in its place with other words and the text that they make. */
  public GridCell with(List<Word> otherWords, String otherText) {
    return new GridCell(row, column, rowSpan, columnSpan, page, box, otherWords, otherText);
  }

  /** The cell in another column. */
  public GridCell inColumn(int otherColumn) {
    return new GridCell(row, otherColumn, rowSpan, columnSpan, page, box, words, text);
  }

  /** The cell in other rows. */
  public GridCell inRows(int otherRow, int otherRowSpan) {
    return new GridCell(otherRow, column, otherRowSpan, columnSpan, page, box, words, text);
  }
}
