package org.yusuan.claim.link;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.cell.CellIndex;
import org.yusuan.claim.cell.CellIndex.Candidate;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.Statement;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.Claim;
import org.yusuan.model.finding.CellRef;

/**
 * Links items that tables have under another name, or in parts: 机关运行经费 is what a table calls 公用经费,
 * and 人员经费 is 工资福利支出 and 对个人和家庭的补助. That is custom and not a rule, so only amounts that agree are
 * linked.
 */
public final class EquivalentItems {

  /** The cells are parts, and the text states their sum. */
  public static final String SUM = "the text states the sum of these cells";

  /** The table calls the amount otherwise. */
  static final String OTHERWISE = "the table has this amount under another name";

  private final CellIndex cells;
  private final AmountWords words;

  EquivalentItems(CellIndex cells, AmountWords words) {
    this.cells = cells;
    this.words = words;
  }

  /** The claim of a statement with the cells that stand in; null if none agree. */
  @Nullable Claim link(Statement statement) {
    Meaning meaning = statement.meaning();
    if (meaning.names().isEmpty()) {
      return sum(statement, meaning);
    }
    for (AmountWords.StandIn one : words.standsFor()) {
      if (one.name().equals(meaning.name())) {
        Meaning other =
            new Meaning(one.as(), one.called().isEmpty() ? List.of() : List.of(one.called()), null)
                .orElse(new Meaning(meaning.aspects(), List.of(), null));
        for (Candidate candidate : cells.find(other, statement.context(), statement.section())) {
          if (AmountComparison.agrees(statement.claim(), candidate.cell())) {
            return statement.claim().compared(List.of(candidate.ref()), true, OTHERWISE);
          }
        }
        Claim sum = one.called().isEmpty() ? sum(statement, other) : null;
        if (sum != null) {
          return sum;
        }
      }
    }
    return null;
  }

  private @Nullable Claim sum(Statement statement, Meaning meaning) {
    List<String> codes =
        words.items().getOrDefault(String.valueOf(meaning.get(Aspect.NATURE)), List.of());
    for (List<Candidate> parts :
        cells.items(codes, meaning, statement.context(), statement.section())) {
      BigDecimal sum = BigDecimal.ZERO;
      List<CellRef> refs = new ArrayList<>();
      for (Candidate part : parts) {
        BigDecimal amount = part.cell().amount();
        if (amount != null && amount.signum() != 0) {
          sum = sum.add(amount);
          refs.add(part.ref());
        }
      }
      if (!refs.isEmpty() && AmountComparison.agrees(statement.claim(), sum)) {
        return statement.claim().compared(refs, true, refs.size() > 1 ? SUM : OTHERWISE);
      }
    }
    return null;
  }
}
