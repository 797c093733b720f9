package org.yusuan.check.document;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.evidence.DocumentRules;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Disclosure;
import org.yusuan.model.Stated;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/**
 * Looks at the text around the tables: words of the template that nobody filled in, and tables that
 * the contents list and the document has not. Of recognized pages it says nothing. Immutable;
 * threads may share it.
 */
public final class TextReview {

  private static final String REMAINS = "template-remains-in-text";
  private static final String MISSING = "contents-without-table";
  private static final String EMPTY = "empty-table-without-note";
  private static final String YEARS = "heading-of-another-year";

  /** Contents stand on one of the first pages, below their head among the first lines. A guess. */
  private static final int MAX_CONTENTS_PAGE = 12;

  private static final int MAX_HEAD_LINES = 6;

  /** Fewer entries that are tables are no list to rely on. A guess. */
  private static final int MIN_ENTRIES = 4;

  /**
   * At least this share of the entries must be found: else tables are called otherwise than in the
   * contents. In 50 documents 680 of 767 entries are found.
   */
  private static final double MIN_FOUND = 0.7;

  /** Names that hold one another are the same only if they are this long, and as alike. Guesses. */
  private static final int MIN_HELD_CHARACTERS = 4;

  private static final int MAX_MORE_CHARACTERS = 4;

  /** So many characters before and after it are shown with a remainder. */
  private static final int SHOWN_AROUND = 8;

  /** At least this many headings are of the document's year. A guess. */
  private static final int MIN_HEADINGS = 2;

  private static final Pattern QUOTED = Pattern.compile("「([^「」]*)」");
  private static final Pattern FIGURE = Pattern.compile("\\d");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年?(?:度)?");

  private final DocumentRules rules;
  private final Messages messages;

  public TextReview(DocumentRules rules, Messages messages) {
    this.rules = rules;
    this.messages = messages;
  }

  /**
   * A disclosure with the findings about its text too.
   *
   * @param pages all that were read
   */
  public Disclosure completed(Disclosure disclosure, List<PageContent> pages) {
    List<Finding> findings = new ArrayList<>(disclosure.findings());
    List<PageContent> printed =
        pages.stream().filter(content -> content.page().origin() == Origin.TEXT).toList();
    Set<String> titles =
        disclosure.tables().stream()
            .map(table -> TextNormalizer.of(text(table.title())))
            .collect(Collectors.toSet());
    for (PageContent content : printed) {
      remains(content, titles, findings);
    }
    years(printed, disclosure, findings);
    if (printed.size() == disclosure.source().pageCount()) {
      missing(printed, disclosure, findings);
      empty(printed, disclosure, findings);
    }
    return disclosure.withFindings(findings);
  }

  /**
   * The findings of this kind that a file states, as far as they hold by the file alone: the text
   * that they quote is not stored, but what they say of it is.
   */
  public List<Finding> stated(Disclosure disclosure) {
    return disclosure.findings().stream().filter(one -> one.equals(anew(one, disclosure))).toList();
  }

  /** A stated finding worded anew from what it quotes; null if it cannot be true. */
  private @Nullable Finding anew(Finding stated, Disclosure disclosure) {
    List<String> quoted =
        QUOTED.matcher(stated.messageZh()).results().map(found -> found.group(1)).toList();
    Integer page = stated.page();
    if (page == null || page < 1 || page > disclosure.source().pageCount() || quoted.isEmpty()) {
      return null;
    }
    String first = quoted.get(0);
    String year = year(disclosure);
    List<String> titles = disclosure.tables().stream().map(Table::titleOrId).toList();
    return switch (stated.rule()) {
      case REMAINS ->
          quoted.size() == 2
                  && first.length() >= 2
                  && rules.remains().matcher(quoted.get(1)).matches()
              ? remains(page, first.substring(1, first.length() - 1), quoted.get(1))
              : null;
      case MISSING ->
          quoted.size() == 3
                  && Collections.indexOfSubList(titles, quoted.subList(1, 3)) >= 0
                  && !titles.contains(first)
              ? missing(page, first, quoted.get(1), quoted.get(2))
              : null;
      case EMPTY ->
          disclosure.tables().stream().anyMatch(t -> isEmpty(t) && t.titleOrId().equals(first))
              ? empty(page, first)
              : null;
      case YEARS ->
          year != null
                  && rules.heading().matcher(first).matches()
                  && YEAR.matcher(first).find()
                  && !first.contains(year)
              ? years(page, first, year)
              : null;
      default -> null;
    };
  }

  private static @Nullable String year(Disclosure disclosure) {
    Stated<Integer> year = disclosure.subject().fiscalYear();
    return year == null ? null : year.value().toString();
  }

  private Finding remains(int page, String text, String words) {
    return finding(REMAINS, Severity.WARNING, page, Map.of("text", text, "words", words));
  }

  private Finding missing(int page, String text, String before, String after) {
    return finding(
        MISSING, Severity.WARNING, page, Map.of("text", text, "before", before, "after", after));
  }

  private Finding empty(int page, String table) {
    return finding(EMPTY, Severity.INFO, page, Map.of("table", table));
  }

  private Finding years(int page, String text, String year) {
    return finding(YEARS, Severity.WARNING, page, Map.of("text", text, "year", year));
  }

  private void remains(PageContent content, Set<String> titles, List<Finding> findings) {
    String text =
        content.lines().stream()
            .map(line -> TextNormalizer.of(line.text()))
            .filter(line -> !titles.contains(line))
            .collect(Collectors.joining());
    Matcher matcher = rules.remains().matcher(text);
    if (matcher.find()) {
      String shown =
          text.substring(
              Math.max(0, matcher.start() - SHOWN_AROUND),
              Math.min(text.length(), matcher.end() + SHOWN_AROUND));
      findings.add(remains(content.page().number(), shown, matcher.group()));
    }
  }

  /** The only heading of a document of a budget that is of another year, where others are not. */
  private void years(List<PageContent> pages, Disclosure disclosure, List<Finding> findings) {
    String year = year(disclosure);
    if (year == null) {
      return;
    }
    int same = 0;
    List<Entry> other = new ArrayList<>();
    for (PageContent content : pages) {
      for (TextLine line : content.lines()) {
        String plain = TextNormalizer.of(line.text());
        Matcher dated = YEAR.matcher(plain);
        boolean heading =
            ListMark.of(plain) != null
                && rules.heading().matcher(plain).matches()
                && !rules.otherYearTitle().matcher(plain).matches();
        if (heading && plain.contains(year)) {
          same++;
        } else if (heading && dated.find()) {
          other.add(new Entry(plain, content.page().number()));
        }
      }
    }
    if (same >= MIN_HEADINGS && other.size() == 1) {
      Entry one = other.get(0);
      findings.add(years(one.page(), one.text(), year));
    }
  }

  /** Tables without a figure of which no word says why. */
  private void empty(List<PageContent> pages, Disclosure disclosure, List<Finding> findings) {
    StringBuilder all = new StringBuilder();
    for (PageContent content : pages) {
      content.lines().forEach(line -> all.append(TextNormalizer.of(line.text())));
      all.append('。');
    }
    disclosure.tables().stream()
        .flatMap(table -> table.rows().stream())
        .flatMap(row -> row.cells().stream())
        .filter(cell -> cell.amount() == null && !cell.text().isBlank())
        .forEach(cell -> all.append(TextNormalizer.of(cell.text())).append('。'));
    for (Table table : disclosure.tables()) {
      String thing = thing(table);
      if (!thing.isEmpty()
          && isEmpty(table)
          && !rules.emptiness().matcher(all).find()
          && !Pattern.compile(rules.denies().replace("THING", Pattern.quote(thing)))
              .matcher(all)
              .find()) {
        findings.add(empty(table.pages().get(0), table.titleOrId()));
      }
    }
  }

  /** What a text says that there is none of, if a table is empty; empty if nobody knows. */
  private String thing(Table table) {
    return rules.denied().entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(table.kind()::startsWith))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static boolean isEmpty(Table table) {
    boolean figures =
        table.rows().stream()
            .flatMap(row -> row.cells().stream())
            .anyMatch(
                cell ->
                    table.columns().get(cell.column()).role() == ColumnRole.AMOUNT
                        && FIGURE.matcher(cell.text()).find());
    return !figures
        && table.title() != null
        && (table.note() == null || table.note().isBlank())
        && table.columns().stream()
            .anyMatch(column -> column.role() == ColumnRole.AMOUNT && column.measure() != null);
  }

  /** An entry of the contents. */
  private record Entry(String text, int page) {}

  /**
   * Tables between two that follow one another, or before the first or after the last of all, that
   * stand nowhere under their name.
   */
  private void missing(List<PageContent> pages, Disclosure disclosure, List<Finding> findings) {
    String owner =
        disclosure.subject().organization() == null
            ? ""
            : TextNormalizer.of(disclosure.subject().organization().value());
    Set<Integer> contents = contents(pages);
    List<Entry> entries = new ArrayList<>();
    Set<String> elsewhere = new HashSet<>();
    for (PageContent content : pages) {
      boolean listed = contents.contains(content.page().number());
      for (TextLine line : content.lines()) {
        String plain = TextNormalizer.of(line.text());
        Matcher entry = rules.contentsEntry().matcher(plain);
        if (!listed) {
          elsewhere.add(bare(plain, owner));
        } else if (entry.matches() && key(entry.group(1), owner).length() > 1) {
          entries.add(new Entry(entry.group(1), content.page().number()));
        }
      }
    }
    if (entries.size() < MIN_ENTRIES) {
      return;
    }
    List<String> titles =
        disclosure.tables().stream().map(table -> key(text(table.title()), owner)).toList();
    List<@Nullable Integer> found = found(entries, titles, owner);
    long known = found.stream().filter(at -> at != null).count();
    for (int i = 1; i < entries.size() - 1 && known >= entries.size() * MIN_FOUND; i++) {
      Integer before = found.get(i - 1);
      Integer after = found.get(i + 1);
      Entry entry = entries.get(i);
      if (found.get(i) == null
          && before != null
          && after != null
          && after == before + 1
          && !elsewhere.contains(bare(entry.text(), owner))) {
        Table next = disclosure.tables().get(after);
        Table last = disclosure.tables().get(before);
        String name = ListMark.without(entry.text());
        findings.add(missing(entry.page(), name, last.titleOrId(), next.titleOrId()));
      }
    }
  }

  /** The place of the table of each entry, in their order; null where there is none. */
  private List<@Nullable Integer> found(List<Entry> entries, List<String> titles, String owner) {
    List<@Nullable Integer> found = new ArrayList<>();
    int last = -1;
    for (Entry entry : entries) {
      String key = key(entry.text(), owner);
      Integer at = null;
      for (int t = 0; t < titles.size(); t++) {
        if (isSame(key, titles.get(t)) && (at == null || (at <= last && t > last))) {
          at = t;
        }
      }
      found.add(at);
      last = at == null ? last : at;
    }
    return found;
  }

  private static boolean isSame(String one, String other) {
    int shorter = Math.min(one.length(), other.length());
    int more = Math.abs(one.length() - other.length());
    return one.equals(other)
        || (shorter >= MIN_HELD_CHARACTERS
            && more <= MAX_MORE_CHARACTERS
            && (one.contains(other) || other.contains(one)));
  }

  /** The pages of the contents: from their head on, as long as most lines are entries. */
  private Set<Integer> contents(List<PageContent> pages) {
    Set<Integer> found = new HashSet<>();
    for (PageContent content : pages) {
      boolean head =
          content.page().number() <= MAX_CONTENTS_PAGE
              && content.lines().stream()
                  .limit(MAX_HEAD_LINES)
                  .anyMatch(
                      line ->
                          rules.contentsHead().matcher(TextNormalizer.of(line.text())).matches());
      long numbered =
          content.lines().stream()
              .filter(
                  line -> rules.contentsLine().matcher(TextNormalizer.of(line.text())).matches())
              .count();
      boolean goesOn =
          found.contains(content.page().number() - 1) && 2 * numbered > content.lines().size();
      if ((head && found.isEmpty()) || goesOn) {
        found.add(content.page().number());
      }
    }
    return found;
  }

  /** What tells a table from others in its name. */
  private String key(String name, String owner) {
    return rules.contentsFillers().matcher(bare(name, owner)).replaceAll("");
  }

  /** A name without its number, its year and the name of whom it is. */
  private String bare(String name, String owner) {
    String plain = TextNormalizer.of(name);
    String own = owner.isEmpty() ? plain : plain.replace(owner, "");
    String unmarked = rules.contentsNumber().matcher(own).replaceFirst("");
    return YEAR.matcher(unmarked).replaceAll("");
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private Finding finding(String rule, Severity severity, int page, Map<String, String> texts) {
    Map<String, Wording> fields = new HashMap<>();
    fields.put("page", Wording.of(page));
    texts.forEach((name, text) -> fields.put(name, Wording.of(text)));
    Wording sentence = messages.say(rule, fields);
    return new Finding(
        rule, severity, Blame.DOCUMENT, sentence.zh(), sentence.en(), List.of(), page);
  }
}
