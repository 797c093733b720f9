package org.yusuan.claim.statement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.text.ListMark;

/**
 * The headings above a sentence, and the paragraphs that introduce a list: 「支出预算 60 万元，其中：」. One
 * thread at a time may use it.
 */
public final class Headings {

  /** A paragraph with more characters than this is no heading. A guess. */
  private static final int MAX_HEADING_CHARACTERS = 45;

  /** A path of items of the classification may be longer. A guess. */
  private static final int MAX_PATH_CHARACTERS = 100;

  private static final Pattern PATH = Pattern.compile(".*\\([类款项]\\)[。:]?$");

  /** The full stop of a paragraph that has no other mark but that of its number. */
  private static final Pattern SENTENCE_END =
      Pattern.compile("(?<=^.{1,5}[^,;:。]{1,40}|\\([类款项]\\))。$");

  /** The style of a paragraph without a number. */
  private static final int UNNUMBERED = -1;

  /** A dash begins the items of a list that is not numbered. */
  private static final Pattern DASHES = Pattern.compile("^[-—–―─]{2,}");

  private final ClaimVocabulary rules;
  private final MeaningReader meanings;
  private final Set<String> titles;
  private final TreeMap<Integer, Meaning> byDepth = new TreeMap<>();
  private final TreeMap<Integer, String> sections = new TreeMap<>();

  /** The paragraphs that introduce a list, by their style of numbering. */
  private final Map<Integer, Meaning> leads = new TreeMap<>();

  /** The heading that its text follows in one paragraph, and the style of that paragraph. */
  private Meaning runIn = Meaning.NOTHING;

  private int runInStyle = UNNUMBERED;
  private int paragraphStyle = UNNUMBERED;

  /**
   * Headings of one document.
   *
   * @param titles what its tables are about, as {@link MeaningReader#section} puts it
   */
  public Headings(ClaimVocabulary rules, MeaningReader meanings, Set<String> titles) {
    this.rules = rules;
    this.meanings = meanings;
    this.titles = Set.copyOf(titles);
  }

  /** The style of a paragraph's number; negative if it has none. */
  private static int style(String plain) {
    ListMark mark = ListMark.of(plain);
    return mark == null ? UNNUMBERED : mark.style().ordinal();
  }

  /**
   * Takes a paragraph without an amount for a heading, which ends those of its own depth and below.
   *
   * @return whether it is one
   */
  boolean heading(String paragraph) {
    int style = style(paragraph);
    boolean path = style >= 0 && PATH.matcher(paragraph).matches();
    int most = path ? MAX_PATH_CHARACTERS : MAX_HEADING_CHARACTERS;
    if (paragraph.length() > most + 1) {
      if (style >= 0) {
        // Whatever it is, what follows is not about the item before it.
        end(2 * style);
      }
      return false;
    }
    // 「（一）企业职工基本养老保险基金。」 is a heading, a whole sentence is none.
    String plain = style >= 0 ? SENTENCE_END.matcher(paragraph).replaceFirst("") : paragraph;
    boolean titled = rules.headingEnd().matcher(plain).find();
    if (plain.length() > most || (style < 0 && !titled) || plain.endsWith("。")) {
      return false;
    }
    // The title of a text stands between 第一部分 and 一、 in depth.
    int depth = style >= 0 ? 2 * style : rules.textTitle().matcher(plain).matches() ? 1 : 2;
    runIn = Meaning.NOTHING;
    end(depth);
    leads.clear();
    byDepth.put(depth, meanings.ofHeading(rules.headingEnd().matcher(plain).replaceFirst("")));
    String section = meanings.section(plain);
    if (titles.contains(section)) {
      sections.put(depth, section);
    }
    return true;
  }

  /** Ends the headings of a depth and of those below it. */
  private void end(int depth) {
    byDepth.tailMap(depth, true).clear();
    sections.tailMap(depth, true).clear();
  }

  /** Begins a paragraph: a heading in a paragraph holds until the next item of its list. */
  void begin(String plain) {
    paragraphStyle = style(plain);
    boolean next =
        DASHES.matcher(plain).find()
            || (paragraphStyle >= 0 && (runInStyle < 0 || paragraphStyle <= runInStyle));
    runIn = next ? Meaning.NOTHING : runIn;
  }

  /**
   * Takes the first sentence of a text for its heading: 「——政府性基金预算完成情况。全市收入完成 5 亿元」.
   *
   * @param plain the paragraph
   * @param from where a clause without an amount begins
   * @param to where it ends
   * @return whether it is one, of a budget or of a fund
   */
  boolean runIn(String plain, int from, int to) {
    boolean whole = plain.charAt(to) == '。' && (from == 0 || plain.charAt(from - 1) == '。');
    String sentence = plain.substring(from, to);
    Matcher end = rules.headingEnd().matcher(sentence);
    if (!whole || sentence.length() > MAX_HEADING_CHARACTERS) {
      return false;
    }
    boolean titled = end.find();
    Meaning said = meanings.readMeaning(titled ? sentence.substring(0, end.start()) : sentence);
    boolean fund = isFund(said);
    if (!titled && !fund) {
      return false;
    }
    runIn = said.get(Aspect.BUDGET) == null && !fund ? Meaning.NOTHING : said;
    runInStyle = paragraphStyle;
    return !runIn.isNothing();
  }

  /**
   * Begins a paragraph with amounts: a list ends where a paragraph has the numbering of its lead
   * again.
   */
  boolean item(String plain) {
    int style = style(plain);
    if (style >= 0) {
      leads.remove(style);
      end(2 * style);
    } else {
      leads.clear();
    }
    return style >= 0;
  }

  /** Remembers a paragraph that ends with a colon: it introduces a list. */
  void lead(String plain, Meaning meaning) {
    if (plain.endsWith(":")) {
      Meaning all = new Meaning(meaning.aspects(), List.of(), null);
      for (Aspect own : List.of(Aspect.TOTAL, Aspect.YEAR, Aspect.STAGE, Aspect.ORIGIN)) {
        all = all.with(own, null);
      }
      leads.put(style(plain), all);
    }
  }

  /** Adds the meaning of the headings and list leads above to what a sentence says itself. */
  Meaning above(Meaning said) {
    Meaning all = said;
    for (Meaning lead : leads.values()) {
      all = all.orElse(lead);
    }
    all = all.orElse(runIn);
    for (Meaning heading : byDepth.descendingMap().values()) {
      Meaning merged = all.orElse(heading);
      all = all.names().isEmpty() ? new Meaning(merged.aspects(), heading.names(), null) : merged;
    }
    return all;
  }

  /** The thing that the nearest heading names; nothing if it names none. */
  Meaning thing() {
    return runIn.names().isEmpty() ? nearest() : runIn;
  }

  /** The meaning of the nearest heading; empty if there is none. */
  Meaning nearest() {
    return byDepth.isEmpty() ? Meaning.NOTHING : byDepth.lastEntry().getValue();
  }

  /** 「（一）公务接待费」 above 「2026 年预算安排 5 万元」: a sentence that names nothing is about its heading. */
  Meaning titled(Meaning meaning, Meaning own) {
    Meaning heading = nearest();
    boolean nameless =
        meaning.names().isEmpty()
            && meaning.get(Aspect.SIDE) == null
            && meaning.get(Aspect.BUDGET) == null
            && meaning.get(Aspect.NATURE) == null
            && meaning.get(Aspect.ORIGIN) == null;
    if (!nameless || own.get(Aspect.STAGE) == null) {
      return meaning;
    }
    if (!heading.names().isEmpty()) {
      return meaning.about(new Meaning(Map.of(), heading.names(), heading.code()));
    }
    // 「（一）收入预算」 above 「2026 年年初预算数 5 万元」.
    return "both".equals(heading.get(Aspect.SIDE))
        ? meaning
        : meaning
            .orElse(heading)
            .with(Aspect.YEAR, meaning.get(Aspect.YEAR))
            .with(Aspect.STAGE, meaning.get(Aspect.STAGE));
  }

  /** 「（三）失业保险基金」 above 「支出 4 亿元」: what is received and spent there is the fund's. */
  Meaning ofFund(Meaning own) {
    Meaning heading = thing();
    boolean nameless =
        own.names().isEmpty()
            && own.get(Aspect.SIDE) != null
            && own.get(Aspect.BUDGET) == null
            && own.get(Aspect.NATURE) == null
            && own.get(Aspect.ORIGIN) == null;
    return nameless && isFund(heading)
        ? own.about(new Meaning(Map.of(), heading.names(), null))
        : own;
  }

  /** Whether a meaning is about a fund, of which income and expenditure are stated in turn. */
  boolean isFund(Meaning meaning) {
    return rules.runIn().matcher(meaning.name()).matches();
  }

  /** The table that the nearest heading is about; empty if none is. */
  String section() {
    return sections.isEmpty() ? "" : sections.lastEntry().getValue();
  }
}
