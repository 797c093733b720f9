package org.yusuan.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;

/** Holds the lines of a table against other tables of the same document that print them again. */
final class Restated {

  private final Holdings holdings;
  private final LineKeys keys;

  Restated(Holdings holdings, LineKeys keys) {
    this.holdings = holdings;
    this.keys = keys;
  }

  /** What the other tables say otherwise; printed precision is allowed for. */
  List<Note> disagreements(Fact.Document document, Series series, Reading reading) {
    List<Note> notes = new ArrayList<>();
    List<Series.Origin> origins = new ArrayList<>(series.restated());
    origins.addAll(series.from().stream().filter(one -> isKindOf(one, reading)).toList());
    for (Series.Origin origin : origins) {
      boolean applies =
          origin.stages().isEmpty() || origin.stages().contains(String.valueOf(document.stage()));
      if (applies) {
        for (Reading other : Reading.of(document, holdings, origin, keys)) {
          if (!other.table().id().equals(reading.table().id())) {
            compare(reading, other, notes);
          }
        }
      }
    }
    return notes;
  }

  /** What a final account says of the budget, held against the budget's own document. */
  List<Note> budgetsRepeated(Reading reading, Fact.Document finalAccounts, Series series) {
    List<Note> notes = new ArrayList<>();
    for (Series.Origin origin : series.from()) {
      for (Reading other : Reading.of(finalAccounts, Period.BUDGET, holdings, origin, keys)) {
        compare(reading, other, notes);
      }
    }
    return notes;
  }

  /** A second table of the kind that the lines come from restates it, too. */
  private static boolean isKindOf(Series.Origin origin, Reading reading) {
    return origin.kind().equals(reading.table().kind());
  }

  private static void compare(Reading reading, Reading other, List<Note> notes) {
    for (Map.Entry<String, Reading.KeyedEntry> line : reading.lines().entrySet()) {
      Fact here = line.getValue().entry().fact();
      Fact there = same(line.getKey(), line.getValue(), other);
      if (here != null && there != null && differ(here, there)) {
        String label = Objects.requireNonNullElse(here.line().item(), line.getKey());
        notes.add(
            new Note(
                "「"
                    + label
                    + "」各表不一致："
                    + place(here, "第", "页")
                    + "，"
                    + place(there, "第", "页")
                    + "；取前者",
                label
                    + ": tables disagree: "
                    + place(here, "p. ", "")
                    + ", "
                    + place(there, "p. ", "")
                    + "; the former is taken"));
      }
    }
  }

  /** The other table's amount; a table of items says the same of a 类 as one of codes. */
  private static @Nullable Fact same(String key, Reading.KeyedEntry line, Reading other) {
    Reading.KeyedEntry found = other.lines().get(key);
    if (found == null && line.direction() != null) {
      found = other.lines().get(line.direction() + '/' + key);
    }
    return found == null ? null : found.entry().fact();
  }

  private static boolean differ(Fact here, Fact there) {
    BigDecimal difference = here.amount().subtract(there.amount()).abs();
    BigDecimal rounding = precision(here).max(precision(there)).movePointLeft(1);
    return difference.compareTo(rounding.multiply(BigDecimal.valueOf(5))) > 0;
  }

  /** What one unit of the last printed digit is worth, in 元. */
  private static BigDecimal precision(Fact fact) {
    int point = fact.text().indexOf('.');
    long digits =
        point < 0 ? 0 : fact.text().substring(point).chars().filter(Character::isDigit).count();
    boolean tenThousands = fact.unit() != null && fact.unit().startsWith("万");
    return BigDecimal.valueOf(tenThousands ? 10_000 : 1).movePointLeft((int) digits);
  }

  private static String place(Fact fact, String before, String after) {
    return fact.document().file()
        + " "
        + (fact.table().title() == null ? fact.table().kind() : fact.table().title())
        + " "
        + before
        + fact.evidence().page()
        + after
        + " "
        + fact.text()
        + (fact.unit() == null ? "" : " " + fact.unit());
  }
}
