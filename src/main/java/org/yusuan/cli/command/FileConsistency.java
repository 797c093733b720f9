package org.yusuan.cli.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Claim;
import org.yusuan.model.ClaimSubject;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Quality;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.TextNormalizer;

/**
 * What a file states and its own texts do not bear out: values that are not those of the texts,
 * verdicts and findings that do not follow. That is the file's fault, not the publisher's.
 */
final class FileConsistency {

  private FileConsistency() {}

  /**
   * Each thing that does not follow, in one line.
   *
   * @param stored the file as it is
   * @param anew the same document read and checked again from its texts alone
   * @param speaker says findings in the user's language
   */
  static List<String> faults(Disclosure stored, Disclosure anew, LocalizedMessages speaker) {
    List<String> faults = cellFaults(stored, anew);
    for (int c = 0; c < stored.claims().size(); c++) {
      claims(stored.claims().get(c), anew.claims().get(c), c, faults);
    }
    faults.addAll(YearFaults.of(stored));
    findings(stored, anew, speaker, faults);
    if (!stored.quality().equals(anew.quality())) {
      faults.add(
          "the file counts "
              + counts(stored.quality(), speaker)
              + ", there are "
              + counts(anew.quality(), speaker));
    }
    return faults;
  }

  /** The faults of the cells of tables alone. */
  static List<String> cellFaults(Disclosure stored, Disclosure anew) {
    List<String> faults = new ArrayList<>();
    for (int t = 0; t < stored.tables().size(); t++) {
      tables(stored.tables().get(t), anew.tables().get(t), faults);
    }
    return faults;
  }

  private static String counts(Quality quality, LocalizedMessages speaker) {
    return Summary.quality(
        quality, BigDecimal.valueOf(quality.coverage()).movePointRight(2).toPlainString(), speaker);
  }

  private static void tables(Table stored, Table anew, List<String> faults) {
    MoneyUnit printed = stored.unit() == null ? null : MoneyUnit.named(stored.unit());
    Integer factor = stored.unitFactor();
    if (printed != null && factor != null && printed.factor() != factor) {
      faults.add(
          stored.id() + ": the file says unit " + stored.unit() + ", its factor is " + factor);
    }
    for (int r = 0; r < stored.rows().size(); r++) {
      Row row = stored.rows().get(r);
      for (int c = 0; c < row.cells().size(); c++) {
        Cell had = row.cells().get(c);
        Cell now = anew.rows().get(r).cells().get(c);
        String place =
            stored.id() + " row " + r + " column " + had.column() + " 「" + had.text() + "」: ";
        if (!same(had.value(), now.value())) {
          faults.add(place + "the file says value " + had.value() + ", the text " + now.value());
        } else if (!same(had.amount(), now.amount())) {
          faults.add(
              place + "the file says amount " + had.amount() + ", text and unit " + now.amount());
        } else if (had.status() != null
            && had.status() != Status.UNVERIFIED
            && had.status() != now.status()) {
          faults.add(place + "the file says " + had.status() + ", it is " + now.status());
        }
      }
    }
  }

  private static void claims(Claim stored, Claim anew, int index, List<String> faults) {
    String place = "claim " + index + " 「" + stored.text() + "」: ";
    if (!same(stored.amount(), anew.amount())) {
      faults.add(
          place + "the file says amount " + stored.amount() + ", its words " + anew.amount());
    } else if (!plain(stored.text()).contains(plain(stored.printed()))) {
      faults.add(place + "its words do not hold the figure " + stored.printed());
    } else if (isOfOther(stored, anew)) {
      faults.add(
          place
              + "the file says it is about "
              + thing(stored.subject())
              + ", by its words it is about "
              + thing(anew.subject()));
    } else if (!Objects.equals(stored.note(), anew.note())) {
      faults.add(place + "the file says note " + stored.note() + ", it is " + anew.note());
    } else if (!Objects.equals(stored.agrees(), anew.agrees())) {
      faults.add(place + "the file says agrees " + stored.agrees() + ", it is " + anew.agrees());
    } else if (stored.refersTo().isEmpty() != anew.refersTo().isEmpty()
        || (!anew.refersTo().isEmpty() && !anew.refersTo().contains(stored.refersTo().get(0)))) {
      faults.add(
          place
              + "the file says it restates "
              + cells(stored.refersTo())
              + ", by its words it is "
              + cells(anew.refersTo()));
    }
  }

  /** What a claim is about, in words: its kind, its names and its code. */
  private static String thing(@Nullable ClaimSubject subject) {
    if (subject == null) {
      return "「」";
    }
    String code = subject.code() == null ? "" : " " + subject.code();
    return subject.quantity().name().toLowerCase(Locale.ROOT)
        + " 「"
        + String.join(" > ", subject.names())
        + code
        + "」";
  }

  /** The first of some cells, as table/row/column, and how many more there are. */
  private static String cells(List<CellRef> cells) {
    if (cells.isEmpty()) {
      return "-";
    }
    CellRef first = cells.get(0);
    String place = first.table() + "/" + first.row() + "/" + first.column();
    return cells.size() == 1 ? place : place + " (+" + (cells.size() - 1) + ")";
  }

  /** Whether what a file says that a claim is about is not what its words say. */
  private static boolean isOfOther(Claim stored, Claim anew) {
    ClaimSubject had = stored.subject();
    ClaimSubject now = anew.subject();
    return had != null
        && now != null
        && !(had.quantity() == now.quantity()
            && had.names().equals(now.names())
            && Objects.equals(had.code(), now.code()));
  }

  private static String plain(String text) {
    return TextNormalizer.of(text);
  }

  private static void findings(
      Disclosure stored, Disclosure anew, LocalizedMessages speaker, List<String> faults) {
    Set<FindingContent> had = new HashSet<>();
    stored.findings().forEach(finding -> had.add(FindingContent.of(finding)));
    Set<FindingContent> now = new HashSet<>();
    anew.findings().forEach(finding -> now.add(FindingContent.of(finding)));
    for (Finding finding : stored.findings()) {
      // The pages are not at hand: that one of them is damaged is believed.
      boolean lowered =
          finding.blame() == Blame.EXTRACTION
              && finding.severity() == Severity.WARNING
              && now.contains(FindingContent.of(finding).as(Severity.ERROR));
      if (!lowered && !now.contains(FindingContent.of(finding))) {
        faults.add("finding that does not follow: " + said(finding, speaker));
      }
    }
    for (Finding finding : anew.findings()) {
      boolean lowered =
          finding.severity() == Severity.ERROR
              && had.contains(FindingContent.of(finding).as(Severity.WARNING));
      if (finding.severity() != Severity.INFO
          && !lowered
          && !had.contains(FindingContent.of(finding))) {
        faults.add("finding that the file lacks: " + said(finding, speaker));
      }
    }
  }

  private static String said(Finding finding, LocalizedMessages speaker) {
    return speaker.say(new Wording(finding.messageZh(), finding.messageEn()));
  }

  /** What a finding states. Whose fault a warning is rests on the pages, and is left out. */
  private record FindingContent(
      String rule,
      Severity severity,
      @Nullable Integer page,
      String zh,
      String en,
      Set<CellRef> cells,
      List<String> amounts,
      @Nullable Blame blame) {

    static FindingContent of(Finding finding) {
      return new FindingContent(
          finding.rule(),
          finding.severity(),
          finding.page(),
          finding.messageZh(),
          finding.messageEn(),
          Set.copyOf(finding.cells()),
          Stream.of(finding.expected(), finding.actual(), finding.difference())
              .map(amount -> amount == null ? "" : amount.stripTrailingZeros().toPlainString())
              .toList(),
          finding.severity() == Severity.ERROR ? finding.blame() : null);
    }

    FindingContent as(Severity other) {
      return new FindingContent(
          rule,
          other,
          page,
          zh,
          en,
          cells,
          amounts,
          other == Severity.ERROR ? Blame.DOCUMENT : null);
    }
  }

  private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || other == null ? one == other : one.compareTo(other) == 0;
  }
}
