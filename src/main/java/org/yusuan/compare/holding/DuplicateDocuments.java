package org.yusuan.compare.holding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yusuan.export.Fact;

/**
 * Several documents of one period: which of them was read best, and where they differ, cell by
 * cell.
 */
final class DuplicateDocuments {

  /**
   * At most this many differences are named in a note; it says how many more there are. A guess.
   */
  private static final int MAX_NAMED_DIFFERENCES = 12;

  /**
   * A text layer before a recognized page, more amounts before fewer, and what is verified before
   * what is not; of two that are alike, the one whose name comes last: later versions are named so.
   * The last is a guess.
   */
  static final Comparator<Copy> BETTER_READ_FIRST =
      Comparator.comparing(Copy::recognized)
          .thenComparing(copy -> -copy.amounts().size())
          .thenComparing(copy -> -copy.verified())
          .thenComparing(copy -> copy.document().file(), Comparator.reverseOrder())
          .thenComparing(copy -> copy.document().sha256());

  private DuplicateDocuments() {}

  /**
   * A document and what it says, apart from where it stands on the page.
   *
   * @param recognized whether any of its amounts was read from a picture
   * @param verified how many amounts are verified
   * @param amounts by what they are of
   */
  record Copy(Fact.Document document, boolean recognized, int verified, Map<String, Fact> amounts) {

    static Copy of(Fact.Document document, List<Fact> facts) {
      Map<String, Fact> amounts = new TreeMap<>();
      for (Fact fact : facts) {
        String key = key(fact);
        int again = 2;
        while (amounts.putIfAbsent(again == 2 ? key : key + " " + again, fact) != null) {
          again++;
        }
      }
      return new Copy(
          document,
          facts.stream().anyMatch(fact -> fact.evidence().origin().equals("ocr")),
          (int) facts.stream().filter(f -> f.evidence().status().equals("verified")).count(),
          amounts);
    }

    private static String key(Fact fact) {
      return String.join(
          "|",
          fact.table().kind(),
          String.valueOf(fact.line().list()),
          Objects.requireNonNullElse(fact.line().itemPath(), ""),
          Objects.requireNonNullElse(fact.line().functionalCode(), "")
              + Objects.requireNonNullElse(fact.line().economicCode(), ""),
          Objects.requireNonNullElse(fact.meaning().measure(), fact.meaning().header()),
          String.valueOf(fact.meaning().basis()));
    }
  }

  /** What is said of a document that another of its period is taken instead of. */
  static Note compared(Period period, Copy taken, Copy left) {
    List<String> differ = new ArrayList<>();
    int more = 0;
    int less = 0;
    for (Map.Entry<String, Fact> one : taken.amounts().entrySet()) {
      Fact other = left.amounts().get(one.getKey());
      if (other == null) {
        more++;
      } else if (one.getValue().amount().compareTo(other.amount()) != 0) {
        differ.add(difference(one.getValue(), other));
      }
    }
    for (String key : left.amounts().keySet()) {
      less += taken.amounts().containsKey(key) ? 0 : 1;
    }
    String files = taken.document().file() + " / " + left.document().file();
    if (differ.isEmpty() && more == 0 && less == 0) {
      return new Note(
          period.zh() + "有多份文件，金额完全相同，取其一：" + files,
          "there are several documents for the "
              + period.en()
              + " with the same amounts; one is taken: "
              + files);
    }
    String named =
        String.join("；", differ.subList(0, Math.min(MAX_NAMED_DIFFERENCES, differ.size())));
    int rest = Math.max(0, differ.size() - MAX_NAMED_DIFFERENCES);
    String why = why(taken, left);
    return new Note(
        period.zh()
            + "有多份文件，金额不同，取前者（"
            + (why.equals("text") ? "有文字层" : why.equals("complete") ? "读到的金额更多" : "其余相当")
            + "）："
            + files
            + (named.isEmpty() ? "" : "。不同之处：" + named + (rest == 0 ? "" : "；另有" + rest + "处"))
            + "。仅前者有"
            + more
            + "个金额，仅后者有"
            + less
            + "个。可用 --without 排除其中之一",
        "documents for the "
            + period.en()
            + " differ; the first is taken ("
            + (why.equals("text")
                ? "it has a text layer"
                : why.equals("complete") ? "more amounts were read from it" : "they are alike else")
            + "): "
            + files
            + (named.isEmpty()
                ? ""
                : ". Where: " + named + (rest == 0 ? "" : "; and " + rest + " more"))
            + ". "
            + more
            + " amounts are in the first only, "
            + less
            + " in the second only. Leave one out with --without");
  }

  private static String why(Copy taken, Copy left) {
    if (taken.recognized() != left.recognized()) {
      return "text";
    }
    return taken.amounts().size() == left.amounts().size() ? "alike" : "complete";
  }

  private static String difference(Fact one, Fact other) {
    return Objects.requireNonNullElse(one.table().title(), one.table().kind())
        + "「"
        + Objects.requireNonNullElse(one.line().item(), "")
        + "」"
        + one.meaning().header()
        + " "
        + plain(one.amount())
        + " (p"
        + one.evidence().page()
        + ") ≠ "
        + plain(other.amount())
        + " (p"
        + other.evidence().page()
        + ")";
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }
}
