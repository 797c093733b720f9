package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Box;

/**
 * An amount that the prose states.
 *
 * @param page the page it stands on, from 1
 * @param bbox the rectangle of its words; null if they run over a line's end
 * @param text the words that state it, as published
 * @param printed the number as printed, as {@code 9,101.68}
 * @param unit its unit as printed, as {@code 万元} or {@code %}
 * @param amount the amount in 元; null for a percentage
 * @param refersTo the cells that it restates, best first; empty if none was found
 * @param agrees whether it equals the cell it refers to within the rounding that the text uses;
 *     null if it refers to none
 * @param subject what the prose says that it is; null in files that older programs wrote
 * @param note what stands out, as that a blank cell was taken for nothing; null if nothing does
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Claim(
    int page,
    @Nullable Box bbox,
    String text,
    String printed,
    String unit,
    @Nullable BigDecimal amount,
    List<CellRef> refersTo,
    @Nullable Boolean agrees,
    @Nullable ClaimSubject subject,
    @Nullable String note) {

  /** The note of a claim whose figure another reader does not find on its page. */
  public static final String MISREAD = "another reader does not find this figure on the page";

  public Claim {
    refersTo = List.copyOf(refersTo);
  }

  /** This claim in another place on its page. */
  public Claim withBox(Box newBox) {
    return new Claim(page, newBox, text, printed, unit, amount, refersTo, agrees, subject, note);
  }

  /** This claim about something. */
  public Claim withSubject(ClaimSubject newSubject) {
    return new Claim(page, bbox, text, printed, unit, amount, refersTo, agrees, newSubject, note);
  }

  /** This claim compared with the cells that it restates. */
  public Claim compared(List<CellRef> cells, @Nullable Boolean equal, @Nullable String remark) {
    return new Claim(page, bbox, text, printed, unit, amount, cells, equal, subject, remark);
  }
}
