package org.yusuan.check.report;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.table.Table;

/** Names cells and amounts in sentences. */
final class CellWording {

  /** Up to so many other amounts are printed in a sentence. A guess. */
  private static final int MAX_NAMED = 4;

  private final AmountIndex index;
  private final Assignment values;
  private final Messages messages;

  CellWording(AmountIndex index, Assignment values, Messages messages) {
    this.index = index;
    this.values = values;
    this.messages = messages;
  }

  private Table table(int cell) {
    return index.table(cell);
  }

  Wording place(int cell) {
    Table table = table(cell);
    return messages.say(
        "place",
        Map.of(
            "title", Wording.of(table.titleOrId()),
            "page", Wording.of(index.cell(cell).page()),
            "cell", Wording.of(placeInRow(cell))));
  }

  String placeInRow(int cell) {
    CellRef ref = index.ref(cell);
    String row = table(cell).rows().get(ref.row()).keys().codeAndLabel();
    String column = String.join("/", table(cell).columns().get(ref.column()).header());
    return (row.isEmpty() ? "" : "「" + row + "」") + (column.isEmpty() ? "" : "「" + column + "」");
  }

  Wording printed(int cell) {
    return index.isBlank(cell)
        ? messages.say("blank", Map.of())
        : messages.say("printed", Map.of("amount", money(cell, values.of(cell))));
  }

  /** Begins what the one other cell says that an amount is held against. */
  Wording otherSays(int other) {
    return messages.say("other-says", Map.of("place", place(other)));
  }

  /**
   * Begins what the others give that an amount is held against.
   *
   * @param named whether a few of them are named with their amounts, so that a reader need not look
   *     for what she must add up
   */
  Wording othersGive(List<Integer> others, boolean named) {
    if (!named || others.size() < 2 || others.size() > MAX_NAMED) {
      return messages.say("others-give", Map.of());
    }
    String amounts =
        others.stream()
            .map(cell -> index.cell(cell).text().strip())
            .collect(Collectors.joining("、"));
    return messages.say("others-named-give", Map.of("amounts", Wording.of(amounts)));
  }

  /** An amount in the unit of a cell's table. */
  Wording money(int cell, long fen) {
    Table table = table(cell);
    Integer factor = table.unitFactor();
    BigDecimal value = AmountIndex.yuan(fen);
    BigDecimal inUnit =
        factor == null || factor == 1 ? value : value.divide(BigDecimal.valueOf(factor));
    BigDecimal plain = inUnit.stripTrailingZeros();
    int scale = Math.max(plain.scale(), factor != null && factor > 1 ? 2 : 0);
    return Wording.of(
        plain.setScale(scale).toPlainString() + " " + (table.unit() == null ? "" : table.unit()));
  }
}
