package org.yusuan.model.table;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cell of a table's body.
 *
 * @param column index into {@link Table#columns()} of the leftmost column that the cell covers
 * @param columnSpan number of columns that the cell covers, at least 1
 * @param rowSpan number of printed rows that the cell covers, at least 1
 * @param text the text as published, wrapped lines joined; empty if the cell is blank
 * @param value the number as printed, in the table's own unit; null if the cell holds no number
 * @param amount the number in 元, exact; null if the cell is blank or holds no money
 * @param page the page that the cell stands on, from 1
 * @param bbox the cell's rectangle on that page
 * @param origin whether the text is the document's own or was recognized
 * @param confidence how sure the recognizer is, from 0 to 1; null for a text layer
 * @param readings what the image also offers, likeliest first; empty for a text layer
 * @param status what the document's arithmetic says of the amount; null if there is no amount
 * @param correction set if the text is not what was read first; null otherwise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Cell(
    int column,
    int columnSpan,
    int rowSpan,
    String text,
    @Nullable BigDecimal value,
    @Nullable BigDecimal amount,
    int page,
    Box bbox,
    Origin origin,
    @Nullable Double confidence,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Reading> readings,
    @Nullable Status status,
    @Nullable Correction correction) {
  public Cell {
    readings = List.copyOf(readings);
  }

  /** This cell with another text; its number stays. */
  public Cell withText(String newText) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        newText,
        value,
        amount,
        page,
        bbox,
        origin,
        confidence,
        readings,
        status,
        correction);
  }

  /** This cell with another number, as printed and in 元. */
  public Cell withNumber(@Nullable BigDecimal newValue, @Nullable BigDecimal newAmount) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        text,
        newValue,
        newAmount,
        page,
        bbox,
        origin,
        confidence,
        readings,
        status,
        correction);
  }

  /** This cell in another place on its page. */
  public Cell withBox(Box newBox) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        text,
        value,
        amount,
        page,
        newBox,
        origin,
        confidence,
        readings,
        status,
        correction);
  }

  /** This cell with other ways to read it. */
  public Cell withReadings(List<Reading> newReadings) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        text,
        value,
        amount,
        page,
        bbox,
        origin,
        confidence,
        newReadings,
        status,
        correction);
  }

  /** This cell with another status. */
  public Cell withStatus(@Nullable Status newStatus) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        text,
        value,
        amount,
        page,
        bbox,
        origin,
        confidence,
        readings,
        newStatus,
        correction);
  }

  /** This cell marked as corrected. */
  public Cell withCorrection(Correction why) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        text,
        value,
        amount,
        page,
        bbox,
        origin,
        confidence,
        readings,
        status,
        why);
  }

  /**
   * This cell with the text that a person says it holds: what the image offers no longer counts.
   * Value, amount and status are the old ones until they are worked out anew.
   */
  public Cell withPersonalText(String newText, Correction why) {
    return new Cell(
        column,
        columnSpan,
        rowSpan,
        newText,
        value,
        amount,
        page,
        bbox,
        origin,
        null,
        List.of(),
        status,
        why);
  }
}
