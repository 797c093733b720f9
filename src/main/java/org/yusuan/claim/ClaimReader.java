package org.yusuan.claim;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.ClaimVocabulary;
import org.yusuan.model.CellRef;
import org.yusuan.model.Claim;
import org.yusuan.model.table.Stage;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.PrintedNumber;

/**
 * Reads the amounts of the prose, clause by clause, and tells what each is about. What a clause
 * leaves out is taken from those before it: 「…支出年初预算为 10 万元，支出决算为 9 万元」.
 */
final class ClaimReader {

  private static final Pattern AMOUNT =
      Pattern.compile("(?<![\\d.,])(\\d{1,3}(?:,\\d{3})+|\\d+)(\\.\\d+)?(亿元|万元|元|万(?=[,。;()、])|%)");
  private static final Pattern DELIMITER = Pattern.compile("[。;:!?]|(?<!\\d),|,(?!\\d{3}(?!\\d))");
  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)年");

  /** A paragraph without amounts that is longer names nothing for those after it. */
  private static final int LONGEST_HEADING = 80;

  /** No subject or qualifier is longer: more of a clause need not be looked at. */
  private static final int LONGEST = 60;

  private final ClaimVocabulary rules;
  private final CellFinder cells;
  private final Set<String> itemNames;
  private final @Nullable Integer year;
  private final @Nullable Stage documentStage;

  ClaimReader(
      ClaimVocabulary rules,
      CellFinder cells,
      @Nullable Integer year,
      @Nullable Stage documentStage) {
    this.rules = rules;
    this.cells = cells;
    this.itemNames = cells.itemNames();
    this.year = year;
    this.documentStage = documentStage;
  }

  /**
   * What an amount is about.
   *
   * @param subject a subject of the rules; null if it is an item of the classification
   * @param names the names of an item; empty if it is a subject
   */
  private record Topic(ClaimVocabulary.@Nullable Subject subject, List<String> names) {}

  /**
   * An amount of the prose and the cells that it may restate.
   *
   * @param claim the amount, linked to nothing yet
   * @param cells cells, best first
   * @param relatives cells to try if none of those agrees
   * @param weak whether it need not equal them
   * @param renamed whether the text gives the item of the first cell, or a parent, another name
   */
  record Found(
      Claim claim, List<CellRef> cells, List<CellRef> relatives, boolean weak, boolean renamed) {}

  /** All amounts of the prose in reading order. */
  List<Found> read(List<Paragraph> paragraphs) {
    List<Found> found = new ArrayList<>();
    Topic topic = null;
    for (Paragraph paragraph : paragraphs) {
      String plain = paragraph.plain();
      if (plain.length() > LONGEST_HEADING && !AMOUNT.matcher(plain).find()) {
        continue;
      }
      Matcher amount = AMOUNT.matcher(plain);
      int done = 0;
      boolean explaining = false;
      Found part = null;
      Found whole = null;
      while (amount.find()) {
        List<int[]> clauses = clauses(plain, done, amount.start());
        for (int i = 0; i < clauses.size() - 1; i++) {
          int[] clause = clauses.get(i);
          String text = plain.substring(clause[0], clause[1]);
          explaining |= rules.explains().matcher(text).find();
          Topic named = explaining ? null : topic(text);
          topic = named == null ? topic : named;
          explaining &= !endsExplanation(plain.charAt(clause[1]));
        }
        int[] last = clauses.get(clauses.size() - 1);
        String text = plain.substring(last[0], last[1]);
        explaining |= rules.explains().matcher(text).find();
        Topic own = topic(text);
        // A full path of names begins a new item, whatever went before it.
        explaining &= own == null || own.names().size() < 2;
        boolean carried = own == null && isEmptied(text);
        if (own != null && !explaining) {
          topic = own;
        }
        Topic about = own != null && !explaining ? own : carried && !explaining ? topic : null;
        Found one =
            amount.group(3).equals("%")
                ? share(paragraph, last[0], amount, text, part, whole)
                : found(paragraph, last[0], amount, text, about);
        found.add(one);
        if (!amount.group(3).equals("%") && !one.cells().isEmpty()) {
          part = one;
          Matcher parts = rules.parts().matcher(plain).region(amount.end(), plain.length());
          if (whole == null || (parts.find() && parts.start() < nextAmount(plain, amount.end()))) {
            whole = one;
          }
        }
        done = amount.end();
      }
      List<int[]> rest = clauses(plain, done, plain.length());
      for (int[] clause : rest) {
        String text = plain.substring(clause[0], clause[1]);
        char end = clause[1] < plain.length() ? plain.charAt(clause[1]) : '。';
        explaining |= rules.explains().matcher(text).find();
        Topic named = explaining ? null : topic(text);
        topic = named == null ? topic : named;
        explaining &= !endsExplanation(end);
      }
    }
    return found;
  }

  /** An explanation ends with its sentence. */
  private static boolean endsExplanation(char delimiter) {
    return delimiter == '。' || delimiter == ';';
  }

  private static int nextAmount(String plain, int from) {
    Matcher matcher = AMOUNT.matcher(plain);
    return matcher.find(from) ? matcher.start() : plain.length();
  }

  /** A share of the amount before it in the whole that the text names, or that it is a part of. */
  private Found share(
      Paragraph paragraph,
      int start,
      Matcher percent,
      String clause,
      @Nullable Found part,
      @Nullable Found whole) {
    Found bare = found(paragraph, start, percent, clause, null);
    Matcher words = rules.share().matcher(clause.replaceFirst("^[,、]", ""));
    if (part == null || !words.matches()) {
      return bare;
    }
    List<CellRef> wholes = whole == null ? List.of() : whole.cells();
    if (!words.group("whole").isEmpty()) {
      Topic topic = topic(words.group("whole"));
      wholes =
          topic == null || topic.subject() == null
              ? List.of()
              : cells.of(topic.subject(), documentStage);
    }
    return wholes.isEmpty()
        ? bare
        : new Found(
            bare.claim(), List.of(part.cells().get(0), wholes.get(0)), List.of(), false, false);
  }

  private static List<int[]> clauses(String plain, int from, int to) {
    List<int[]> clauses = new ArrayList<>();
    Matcher delimiter = DELIMITER.matcher(plain).region(from, to).useTransparentBounds(true);
    int start = from;
    while (delimiter.find()) {
      if (delimiter.start() > start) {
        clauses.add(new int[] {start, delimiter.start()});
      }
      start = delimiter.end();
    }
    clauses.add(new int[] {start, to});
    return clauses;
  }

  private Found found(
      Paragraph paragraph, int start, Matcher amount, String clause, @Nullable Topic topic) {
    String printed = amount.group(1) + (amount.group(2) == null ? "" : amount.group(2));
    PrintedNumber figure = PrintedNumber.parse(printed);
    String unit = amount.group(3);
    MoneyUnit money = MoneyUnit.named(unit);
    int from = Math.min(start, amount.start());
    Claim claim =
        new Claim(
            paragraph.page(amount.start()),
            paragraph.box(from, amount.end()),
            paragraph.published(from, amount.end()),
            paragraph.published(amount.start(), amount.start() + printed.length()),
            unit,
            money == null || figure == null
                ? null
                : figure.value().multiply(BigDecimal.valueOf(money.factor())),
            List.of(),
            null,
            null);
    Stage stage = stage(clause);
    boolean level =
        money != null
            && topic != null
            && !isOfOtherTime(clause, stage)
            && !rules.compared().matcher(clause).find()
            && !rules.change().matcher(clause).find();
    if (!level || topic == null) {
      return new Found(claim, List.of(), List.of(), true, false);
    }
    if (topic.subject() != null) {
      return new Found(
          claim, cells.of(topic.subject(), stage), List.of(), topic.subject().weak(), false);
    }
    List<CellRef> items = cells.ofItem(topic.names(), stage);
    if (items.isEmpty() && topic.names().size() > 1) {
      return new Found(claim, items, cells.relatives(topic.names(), stage), false, true);
    }
    boolean renamed = !items.isEmpty() && !cells.bearsAll(items.get(0), topic.names());
    return new Found(claim, items, List.of(), false, renamed);
  }

  /** Whether a clause speaks of another year, or of a stage that items of this document lack. */
  private boolean isOfOtherTime(String clause, @Nullable Stage stage) {
    Matcher matcher = YEAR.matcher(clause);
    while (matcher.find()) {
      if (year != null && !matcher.group(1).equals(year.toString())) {
        return true;
      }
    }
    if (rules.otherYear().matcher(clause).find()) {
      return true;
    }
    return documentStage == Stage.BUDGET && stage == Stage.FINAL_ACCOUNTS;
  }

  /** The stage that the last words of a clause name; the document's own if they name none. */
  private @Nullable Stage stage(String clause) {
    for (ClaimVocabulary.Qualifier qualifier : rules.qualifiers()) {
      if (qualifier.stage() != null && qualifier.match().matcher(clause).find()) {
        return qualifier.stage();
      }
    }
    return documentStage;
  }

  /**
   * What a clause is about: a path of names, a subject of the rules, or an item that a table lists.
   */
  private @Nullable Topic topic(String clause) {
    String text = rules.lead().matcher(clause).replaceFirst("");
    while (true) {
      Topic path = path(text);
      if (path != null) {
        return path;
      }
      String end = text.substring(Math.max(0, text.length() - LONGEST));
      for (ClaimVocabulary.Subject subject : rules.subjects()) {
        if (subject.match().matcher(end).find()) {
          return new Topic(subject, List.of());
        }
      }
      if (itemNames.contains(text)) {
        return new Topic(null, List.of(text));
      }
      String shorter = withoutQualifier(text);
      if (shorter.equals(text) || shorter.isEmpty()) {
        return null;
      }
      text = shorter;
    }
  }

  private @Nullable Topic path(String text) {
    Matcher mark = rules.pathMarks().matcher(text);
    List<String> names = new ArrayList<>();
    int from = 0;
    while (mark.find()) {
      names.add(text.substring(from, mark.start()));
      from = mark.end();
    }
    if (!names.isEmpty() && from == text.length() && !names.contains("")) {
      return new Topic(null, names);
    }
    if (names.isEmpty() && text.contains("-")) {
      List<String> parts = Arrays.asList(text.split("-"));
      if (!parts.isEmpty()
          && parts.size() <= 3
          && itemNames.contains(parts.get(parts.size() - 1))) {
        return new Topic(null, parts);
      }
    }
    return null;
  }

  private String withoutQualifier(String text) {
    int skipped = Math.max(0, text.length() - LONGEST);
    String end = text.substring(skipped);
    for (ClaimVocabulary.Qualifier qualifier : rules.qualifiers()) {
      Matcher matcher = qualifier.match().matcher(end);
      if (matcher.find() && matcher.end() > matcher.start()) {
        return text.substring(0, skipped + matcher.start());
      }
    }
    return text;
  }

  /**
   * Whether a clause says nothing but qualifiers: then the amount is about what was named before.
   */
  private boolean isEmptied(String clause) {
    String text = rules.lead().matcher(clause).replaceFirst("");
    while (!text.isEmpty()) {
      String shorter = withoutQualifier(text);
      if (shorter.equals(text)) {
        return false;
      }
      text = shorter;
    }
    return true;
  }
}
