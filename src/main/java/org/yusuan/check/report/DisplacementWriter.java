package org.yusuan.check.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.solve.Displacement;
import org.yusuan.check.solve.Displacement.Kind;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Table;

/** Writes findings of amounts that stand at each other's places. */
public final class DisplacementWriter {

  /** Two rows or columns carry each other's amounts, or a row is shifted. */
  static final String RULE = "amounts-displaced";

  /** At most this many cells are named in a finding; more would be unreadable. A guess. */
  private static final int MAX_NAMED_CELLS = 40;

  private final AmountIndex index;
  private final Messages messages;
  private final CellWording wording;

  /**
   * @param read the values as printed
   */
  public DisplacementWriter(AmountIndex index, Assignment read, Messages messages) {
    this.index = index;
    this.messages = messages;
    this.wording = new CellWording(index, read, messages);
  }

  /** A finding for each displacement. */
  public List<Finding> findings(List<Displacement> displaced) {
    List<Finding> findings = new ArrayList<>();
    for (Displacement each : displaced) {
      Table table = index.tables().get(each.table());
      List<Integer> cells = new ArrayList<>(new TreeSet<>(each.should().keySet()));
      int main = cells.get(0);
      TreeSet<String> zh = new TreeSet<>();
      TreeSet<String> en = new TreeSet<>();
      each.mended()
          .forEach(
              identity -> {
                zh.add(identity.group().says().zh());
                en.add(identity.group().says().en());
              });
      Wording sentence =
          messages.say(
              RULE + "-" + each.kind().name().toLowerCase(Locale.ROOT),
              Map.of(
                  "title", Wording.of(table.titleOrId()),
                  "page", Wording.of(index.cell(main).page()),
                  "first", Wording.of(name(table, each, each.first())),
                  "second", Wording.of(name(table, each, each.second())),
                  "place", wording.place(main),
                  "printed", wording.printed(main),
                  "expected", wording.money(main, each.should().getOrDefault(main, 0L)),
                  "count", Wording.of(each.mended().size()),
                  "grounds", new Wording(String.join("；", zh), String.join("; ", en))));
      findings.add(
          new Finding(
              RULE,
              Severity.WARNING,
              Blame.DOCUMENT,
              sentence.zh(),
              sentence.en(),
              Stream.concat(
                      cells.stream().limit(MAX_NAMED_CELLS), compared(each).limit(MAX_NAMED_CELLS))
                  .map(index::ref)
                  .toList(),
              index.cell(main).page()));
    }
    return findings;
  }

  /** The amounts of other tables by which the displacement shows: these may be what is wrong. */
  private Stream<Integer> compared(Displacement displacement) {
    return displacement.mended().stream()
        .flatMapToInt(identity -> Arrays.stream(identity.cells()))
        .filter(cell -> index.tableOf(cell) != displacement.table())
        .distinct()
        .boxed();
  }

  private static String name(Table table, Displacement each, int place) {
    if (each.kind() == Kind.COLUMNS) {
      Column column = table.columns().get(place);
      return "「" + String.join("/", column.header()) + "」";
    }
    if (each.kind() == Kind.SHIFT && place != each.first()) {
      return "";
    }
    return "「" + table.rows().get(place).keys().codeAndLabel() + "」";
  }
}
