package org.yusuan.compare.holding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.yusuan.export.Fact;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;

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
   * Orders documents by how well they were read: a text layer before recognized pages, more amounts
   * before fewer, more verified ones before fewer; of equal ones, that whose name comes last, as
   * later versions tend to be named. The last is a guess.
   */
  static final Comparator<Copy> BETTER_READ_FIRST =
      Comparator.comparing(Copy::recognized)
          .thenComparing(copy -> -copy.amounts().size())
          .thenComparing(copy -> -copy.verified())
          .thenComparing(copy -> copy.document().file(), Comparator.reverseOrder())
          .thenComparing(copy -> copy.document().sha256());

  private DuplicateDocuments() {}

  /**
   * A document and the amounts that it states, without their places on the page.
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

  /** The note about a document in whose place another of its period is used. */
  static Wording compared(Period period, Copy taken, Copy left, Messages messages) {
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
    Map<String, Wording> fields = new HashMap<>();
    fields.put("period", period.wording());
    fields.put("files", Wording.of(taken.document().file() + " / " + left.document().file()));
    if (differ.isEmpty() && more == 0 && less == 0) {
      return messages.say("same-amounts", fields);
    }
    fields.put("why", messages.say(why(taken, left), Map.of()));
    fields.put("more", Wording.of(more));
    fields.put("less", Wording.of(less));
    fields.put("differences", differences(differ, messages));
    return messages.say("amounts-differ", fields);
  }

  private static Wording differences(List<String> differ, Messages messages) {
    if (differ.isEmpty()) {
      return Wording.of("");
    }
    int named = Math.min(MAX_NAMED_DIFFERENCES, differ.size());
    int rest = differ.size() - named;
    return messages.say(
        "where-they-differ",
        Map.of(
            "differences",
            Wording.of(String.join("；", differ.subList(0, named))),
            "rest",
            rest == 0
                ? Wording.of("")
                : messages.say("and-more", Map.of("count", Wording.of(rest)))));
  }

  private static String why(Copy taken, Copy left) {
    if (taken.recognized() != left.recognized()) {
      return "has-text-layer";
    }
    return taken.amounts().size() == left.amounts().size() ? "is-alike" : "is-more-complete";
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
