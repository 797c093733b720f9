package org.yusuan.compare.series;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Period;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.line.EntryComparer;
import org.yusuan.compare.line.LineChange;
import org.yusuan.compare.line.LineKeys;

/**
 * Many organizations side by side.
 *
 * @param members the organizations
 * @param periods all periods that any of them has, oldest first
 */
public record Overview(List<Member> members, List<Period> periods) {

  public Overview {
    members = List.copyOf(members);
    periods = List.copyOf(periods);
  }

  /**
   * An organization at one level, in one region.
   *
   * @param organization its full name
   * @param region its region; null if unknown
   * @param comparison its years
   */
  public record Member(String organization, @Nullable String region, Comparison comparison) {}

  /**
   * What one organization states for one period, and its rank.
   *
   * @param member whose
   * @param period when
   * @param revenue its total revenue; not stated if it prints none
   * @param expenditure its total expenditure
   * @param threePublic travel abroad, vehicles and receptions, in the order of the series
   * @param change of the expenditure from the year before at the same stage; null if there is none
   * @param share of its expenditure in that of all of its level, in percent; null if it states none
   * @param rank its place among those of its level, from 1; null if it states none
   * @param column its document
   */
  public record OrganizationRank(
      Member member,
      Period period,
      StatedLine revenue,
      StatedLine expenditure,
      List<ComparedLine> threePublic,
      @Nullable LineChange change,
      @Nullable BigDecimal share,
      @Nullable Integer rank,
      Comparison.PeriodColumn column) {

    private OrganizationRank ranked(@Nullable Integer newRank, @Nullable BigDecimal newShare) {
      return new OrganizationRank(
          member, period, revenue, expenditure, threePublic, change, newShare, newRank, column);
    }

    /** The index of the period among those of the organization. */
    public int index() {
      return member.comparison().columns().indexOf(column);
    }
  }

  /** The overview of some organizations; those without a document are left out. */
  public static Overview of(List<Member> members) {
    TreeSet<Period> periods = new TreeSet<>();
    List<Member> kept = new ArrayList<>();
    for (Member member : members) {
      if (!member.comparison().columns().isEmpty()) {
        kept.add(member);
        member.comparison().columns().forEach(column -> periods.add(column.period()));
      }
    }
    return new Overview(kept, List.copyOf(periods));
  }

  /**
   * All organizations of a period: departments, units and governments each by themselves, since a
   * department's figures hold those of its units; the greatest expenditure first.
   */
  public List<OrganizationRank> ranking(Period period) {
    TreeMap<String, List<OrganizationRank>> levels = new TreeMap<>();
    for (Member member : members) {
      String level = Objects.requireNonNullElse(member.comparison().level(), "");
      for (Comparison.PeriodColumn column : member.comparison().columns()) {
        if (column.period().equals(period)) {
          levels.computeIfAbsent(level, one -> new ArrayList<>()).add(standing(member, column));
        }
      }
    }
    return levels.values().stream().flatMap(found -> ranked(found).stream()).toList();
  }

  private static List<OrganizationRank> ranked(List<OrganizationRank> found) {
    found.sort(
        Comparator.comparing(
                (OrganizationRank one) -> one.expenditure().amount(),
                Comparator.nullsLast(Comparator.<BigDecimal>reverseOrder()))
            .thenComparing(one -> one.member().organization()));
    BigDecimal sum =
        found.stream()
            .map(one -> one.expenditure().amount())
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<OrganizationRank> ranked = new ArrayList<>();
    BigDecimal last = null;
    Integer rank = null;
    for (OrganizationRank one : found) {
      BigDecimal amount = one.expenditure().amount();
      // Equal amounts share a rank.
      if (amount == null || last == null || amount.compareTo(last) != 0) {
        rank = amount == null ? null : Integer.valueOf(ranked.size() + 1);
      }
      last = amount;
      BigDecimal share = amount == null ? null : EntryComparer.percent(amount, sum);
      ranked.add(one.ranked(rank, share));
    }
    return ranked;
  }

  private static OrganizationRank standing(Member member, Comparison.PeriodColumn column) {
    Comparison comparison = member.comparison();
    int index = comparison.columns().indexOf(column);
    ComparedLine expenditure = line(comparison.totals(), "expenditure");
    if (expenditure == null) {
      // A government prints its expenditure and its revenue in tables of their own.
      expenditure = line(comparison.functions(), LineKeys.TOTAL);
    }
    ComparedLine revenue = line(comparison.totals(), "revenue");
    LineChange change = null;
    if (expenditure != null) {
      for (LineChange one : expenditure.changes()) {
        if (one.to().equals(column.period())
            && one.from().stage().equals(column.period().stage())
            && one.from().year() == column.period().year() - 1) {
          change = one;
        }
      }
    }
    return new OrganizationRank(
        member,
        column.period(),
        revenue == null ? StatedLine.NO_TABLE : revenue.entries().get(index),
        expenditure == null ? StatedLine.NO_TABLE : expenditure.entries().get(index),
        comparison.threePublic().lines(),
        change,
        null,
        null,
        column);
  }

  private static @Nullable ComparedLine line(View view, String key) {
    return view.lines().stream().filter(line -> line.key().equals(key)).findFirst().orElse(null);
  }
}
