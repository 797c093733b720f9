package org.yusuan.compare.line;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.Period;
import org.yusuan.export.Fact;
import org.yusuan.knowledge.Series;
import org.yusuan.knowledge.SeriesCatalog;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;

/** Compares the lines of a table with other tables of the same document that print them again. */
public final class RestatementCheck {

  private final Holdings holdings;
  private final LineKeys keys;
  private final SeriesCatalog model;
  private final Messages messages;

  public RestatementCheck(
      Holdings holdings, LineKeys keys, SeriesCatalog model, Messages messages) {
    this.messages = messages;
    this.holdings = holdings;
    this.model = model;
    this.keys = keys;
  }

  /**
   * The notes on other tables that state other amounts; differences within the printed precision
   * are left out.
   */
  public List<Wording> disagreements(Fact.Document document, Series series, OfferedLines reading) {
    List<Wording> notes = new ArrayList<>();
    List<Series.LineOrigin> origins = new ArrayList<>(series.restated());
    origins.addAll(series.from().stream().filter(one -> isKindOf(one, reading)).toList());
    for (Series.LineOrigin origin : origins) {
      boolean applies =
          origin.stages().isEmpty() || origin.stages().contains(String.valueOf(document.stage()));
      if (applies) {
        for (OfferedLines other : OfferedLines.of(document, holdings, origin, keys)) {
          if (!other.table().id().equals(reading.table().id()) && sameScope(other, reading)) {
            compare(reading, other, notes);
          }
        }
      }
    }
    return notes;
  }

  /** The notes on budgets that a final account states otherwise than the document of the budget. */
  public List<Wording> budgetsRepeated(
      OfferedLines reading, Fact.Document finalAccounts, Series series) {
    List<Wording> notes = new ArrayList<>();
    for (Series.LineOrigin origin : series.from()) {
      for (OfferedLines other :
          OfferedLines.of(finalAccounts, Period.BUDGET, holdings, origin, keys)) {
        compare(reading, other, notes);
      }
    }
    return notes;
  }

  /**
   * Whether both tables are of the same area: what a government spends itself is not what its whole
   * area spends.
   */
  private static boolean sameScope(OfferedLines one, OfferedLines other) {
    return Objects.equals(one.table().dimensions().scope(), other.table().dimensions().scope());
  }

  /** A second table of the kind that the lines come from restates it, too. */
  private static boolean isKindOf(Series.LineOrigin origin, OfferedLines reading) {
    return origin.kind().equals(reading.table().kind());
  }

  private void compare(OfferedLines reading, OfferedLines other, List<Wording> notes) {
    for (Map.Entry<String, OfferedLines.KeyedEntry> line : reading.lines().entrySet()) {
      Fact here = line.getValue().entry().fact();
      Fact there = same(line.getKey(), line.getValue(), other);
      if (here == null || there == null) {
        continue;
      }
      BigDecimal difference = here.amount().subtract(there.amount()).abs();
      BigDecimal lastDigit = precision(here).max(precision(there));
      boolean sameFigure = difference.multiply(BigDecimal.valueOf(2)).compareTo(lastDigit) <= 0;
      if (!sameFigure) {
        boolean rounding = difference.compareTo(lastDigit) <= 0;
        notes.add(disagreement(name(line.getKey(), here), here, there, rounding));
      }
    }
  }

  private Wording disagreement(String name, Fact here, Fact there, boolean rounding) {
    return messages.say(
        "tables-disagree",
        Map.of(
            "name",
            Wording.of(name),
            "here",
            place(here),
            "there",
            place(there),
            "rounding",
            rounding ? messages.say("as-of-rounding", Map.of()) : Wording.of("")));
  }

  private String name(String key, Fact fact) {
    SeriesCatalog.Name known = model.name(key);
    return known != null ? known.zh() : Objects.requireNonNullElse(fact.line().item(), key);
  }

  /** The other table's amount; a table of items says the same of a 类 as one of codes. */
  private static @Nullable Fact same(String key, OfferedLines.KeyedEntry line, OfferedLines other) {
    OfferedLines.KeyedEntry found = other.lines().get(key);
    if (found == null && line.direction() != null && line.key().code() != null) {
      found = other.lines().get(line.direction() + '/' + key);
    }
    return found == null ? null : found.entry().fact();
  }

  /** The value of one unit of the last printed digit, in 元. */
  private static BigDecimal precision(Fact fact) {
    int point = fact.text().indexOf('.');
    long digits =
        point < 0 ? 0 : fact.text().substring(point).chars().filter(Character::isDigit).count();
    boolean tenThousands = fact.unit() != null && fact.unit().startsWith("万");
    return BigDecimal.valueOf(tenThousands ? 10_000 : 1).movePointLeft((int) digits);
  }

  private Wording place(Fact fact) {
    String title = fact.table().title();
    return messages.say(
        "place-of-amount",
        Map.of(
            "file",
            Wording.of(fact.document().file()),
            "table",
            Wording.of(title == null ? fact.table().kind() : title),
            "page",
            Wording.of(fact.evidence().page()),
            "text",
            Wording.of(fact.unit() == null ? fact.text() : fact.text() + " " + fact.unit())));
  }
}
