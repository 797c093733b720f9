package org.yusuan.claim.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Stage;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Reads the meaning of words about an amount, in prose, titles, headers and labels alike. One
 * thread at a time may use it: it remembers what it read.
 */
public final class MeaningReader {

  /**
   * A code in brackets after a name: 公共安全支出（204类）, 司法（06款）, 行政运行（2040601）, or 教育（205）普通教育（02）, of
   * which each is a part.
   */
  private static final Pattern PATH_MARK =
      Pattern.compile("\\((?:(\\d{0,7})(?:类|款|项)|(\\d{3,7})|(?<=\\(\\d{3}\\).{2,40})(\\d\\d))\\)");

  /**
   * A code that a name begins with: 2080501-行政单位离退休, 204公共安全支出. Three digits need a mark behind
   * them, or to be those of a class of expenditure: 500强企业 is none.
   */
  private static final Pattern CODE_FIRST =
      Pattern.compile(
          "^\\[?(\\d{7}|\\d{5}|2[0-3]\\d|\\d{3}(?=[-—_:\\]]))\\]?[-—_:]*(?=\\p{IsHan}{2})");

  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?!\\d)年?(?:度|初|[末底](?=[全我本省市]))?");
  private static final Pattern PATH_SEPARATOR = Pattern.compile("[-—/>]+");

  /**
   * A path of names, as class - group - item, has at most this many names: the classification has
   * three levels. A guess.
   */
  private static final int MAX_PATH_NAMES = 4;

  /**
   * Only this many characters at the end of a clause are looked at: no subject is longer. A guess.
   */
  private static final int MAX_SUBJECT_CHARACTERS = 120;

  private static final String EXPENDITURE = "expenditure";
  private static final String EXPENDITURE_WORD = "支出";
  private static final Map<String, String> SIDES =
      Map.of(EXPENDITURE, EXPENDITURE_WORD, "revenue", "收入", "both", "收支");
  private static final String OWN = "本";
  private static final String OF = "的";

  /** Words for "and" that are taken for one: 税收返还及转移支付 is 税收返还和转移支付. */
  private static final Pattern AND = Pattern.compile("以及|及|与");

  private static final String WHOLE = "whole";
  private static final String LOWER = "lower";

  /** The name of a government that has districts and counties below it. */
  private static final Pattern LARGE = Pattern.compile("(?:省|自治区|市|州|盟)$");

  private static final Pattern DISTRICT = Pattern.compile("[区县]级");
  private static final String THIS = "本年";
  private static final String SOCIAL = "social";
  private static final String FUNDS = "基金";

  private static final Pattern IN_BRACKETS = Pattern.compile("\\([^()]*\\)$");
  private static final Set<Aspect> DATED = EnumSet.of(Aspect.YEAR, Aspect.STAGE);

  private final AmountWords words;
  private final Map<String, Meaning> known = new HashMap<>();
  private final Map<String, String> units = new HashMap<>();
  private final WordFinder finder;
  private final @Nullable String owner;
  private final boolean hasDistricts;
  private final @Nullable Integer year;

  /**
   * A reader for one document.
   *
   * @param finder finds the words; documents may share it
   * @param owner the department or unit in plain form; null if unknown
   * @param year the fiscal year, that 上年 is counted from; null if unknown
   */
  public MeaningReader(
      AmountWords words, WordFinder finder, @Nullable String owner, @Nullable Integer year) {
    this.words = words;
    this.owner = owner;
    this.hasDistricts = owner != null && LARGE.matcher(owner).find();
    this.year = year;
    this.finder = finder;
  }

  /** What a clause, a title or a label says, in plain form. */
  public Meaning readMeaning(String plain) {
    return known.computeIfAbsent(plain, this::readAnew);
  }

  private Meaning readAnew(String plain) {
    String text = plain.substring(Math.max(0, plain.length() - MAX_SUBJECT_CHARACTERS));
    Map<Aspect, String> aspects = new EnumMap<>(Aspect.class);
    List<String> names = new ArrayList<>();
    StringBuilder code = new StringBuilder();
    String head = words.before().matcher(text).replaceFirst("");
    Matcher coded = CODE_FIRST.matcher(head);
    boolean full = coded.find();
    if (full) {
      code.append(coded.group(1));
      text = head.substring(coded.end());
    }
    Matcher mark = PATH_MARK.matcher(text);
    int from = 0;
    while (mark.find()) {
      full |= addCoded(text.substring(from, mark.start()), aspects, names, code);
      if (mark.group(3) != null) {
        code.append(mark.group(3));
      } else if (mark.group(2) != null) {
        code.setLength(0);
        code.append(mark.group(2));
        full = true;
      } else if (!full) {
        code.append(mark.group(1));
      }
      from = mark.end();
    }
    if (names.isEmpty() && from == 0) {
      List<String> parts = Arrays.asList(PATH_SEPARATOR.split(text));
      boolean path =
          parts.size() > 1
              && parts.size() <= MAX_PATH_NAMES
              && parts.stream().allMatch(part -> Ideographs.count(part) > 1);
      for (String part : path ? parts : List.of(text)) {
        addCoded(part, aspects, names, code);
      }
    } else {
      addCoded(text.substring(from), aspects, names, code);
    }
    if (aspects.containsKey(Aspect.NATURE)) {
      aspects.putIfAbsent(Aspect.SIDE, EXPENDITURE);
    }
    String digits = code.toString();
    return new Meaning(
        aspects,
        names,
        digits.length() == 3 || digits.length() == 5 || digits.length() == 7 ? digits : null);
  }

  /**
   * Takes a code and the aspects out of a part of a path; what is left is a name.
   *
   * @return whether it has a code, which is then the only one
   */
  private boolean addCoded(
      String part, Map<Aspect, String> aspects, List<String> names, StringBuilder code) {
    String text = words.before().matcher(part).replaceFirst("");
    Matcher coded = CODE_FIRST.matcher(text);
    boolean found = coded.find();
    if (found) {
      code.setLength(0);
      code.append(coded.group(1));
    }
    if (found) {
      addName(text.substring(coded.end()), aspects, names);
    } else {
      addPlainName(text, aspects, names);
    }
    return found;
  }

  /** Takes the aspects out of a part of a path; what is left is a name. */
  void addName(String part, Map<Aspect, String> aspects, List<String> names) {
    addPlainName(words.before().matcher(part).replaceFirst(""), aspects, names);
  }

  /** The same of a part without the words at its start that say nothing. */
  private void addPlainName(String plain, Map<Aspect, String> aspects, List<String> names) {
    StringBuilder name = new StringBuilder();
    String text = plain;
    boolean owned = owner != null && text.startsWith(owner) && text.length() > owner.length();
    if (owned && owner != null) {
      text = text.substring(owner.length());
    }
    int from = 0;
    boolean first = true;
    WordFinder.Place word = finder.find(text, 0);
    Matcher dated = YEAR.matcher(text);
    boolean yeared = dated.find();
    while (from < text.length()) {
      word = word == null || word.start() >= from ? word : finder.find(text, from);
      yeared = yeared && (dated.start() >= from || dated.find(from));
      if (yeared && (word == null || dated.start() <= word.start())) {
        first = addPiece(text.substring(from, dated.start()), first, true, true, name);
        aspects.put(Aspect.YEAR, dated.group(1));
        from = dated.end();
      } else if (word != null && word.end() > word.start()) {
        String group = text.substring(word.start(), word.end());
        // 其他法院支出 is an item, 某法院收入 is what a court receives.
        boolean item = word.end() == text.length() && group.equals(EXPENDITURE_WORD);
        boolean ofYear = owned || group.startsWith(THIS);
        first = addPiece(text.substring(from, word.start()), first, !item, ofYear, name);
        addWord(text, word, aspects, name);
        from = word.end();
      } else {
        break;
      }
    }
    addPiece(text.substring(from), first, false, false, name);
    // Names are compared without 的: 对企业的补助 is 对企业补助.
    String named = AND.matcher(name.toString().replace(OF, "")).replaceAll("和");
    if (!named.isEmpty()) {
      names.add(named);
    }
  }

  /**
   * Adds a piece to a name, unless it names whose the amount is.
   *
   * @param first whether it is the first piece with words
   * @param follows whether a word follows that an owner may stand before
   * @param dated whether that is a year: then any department or unit may be the owner
   */
  private boolean addPiece(
      String piece, boolean first, boolean follows, boolean dated, StringBuilder name) {
    if (piece.isEmpty()) {
      return first;
    }
    String left = words.before().matcher(piece).replaceFirst("");
    left = words.after().matcher(left).replaceFirst("");
    boolean known =
        dated
            || left.startsWith(OWN)
            || words.place().matcher(left).find()
            || (owner != null && owner.endsWith(left));
    boolean owners = first && follows && known && words.owner().matcher(left).matches();
    if (!owners) {
      name.append(left);
    }
    return first && left.isEmpty();
  }

  private void addWord(
      String text, WordFinder.Place place, Map<Aspect, String> aspects, StringBuilder name) {
    AmountWords.AspectWord word = place.word();
    if (word != null) {
      if (hasDistricts
          && word.of() == Aspect.SCOPE
          && DISTRICT.matcher(text).region(place.start(), place.end()).matches()) {
        // What a district calls its own is what is below a city.
        aspects.put(Aspect.SCOPE, LOWER);
        return;
      }
      add(word, aspects, name);
    }
  }

  private void add(AmountWords.AspectWord word, Map<Aspect, String> aspects, StringBuilder name) {
    String value = word.is();
    if (value == null) {
      return;
    }
    if (word.of() == Aspect.NAME) {
      name.append(value);
    } else if (word.of() == Aspect.BUDGET && aspects.containsKey(Aspect.BUDGET)) {
      // 一般公共预算 is the narrower word in 一般公共预算财政拨款.
      aspects.merge(Aspect.BUDGET, value, (had, now) -> now.equals("fiscal") ? had : now);
    } else if (word.of() == Aspect.YEAR && year != null) {
      aspects.put(Aspect.YEAR, Integer.toString(year - 1));
    } else {
      aspects.put(word.of(), value);
    }
  }

  /** What a clause says after one about another thing: 一般债务 after 政府债务余额 is 一般债务余额. */
  Meaning readAfter(String plain, Meaning before) {
    Meaning read = readMeaning(plain);
    if (isOfAllFunds(read, before)) {
      return ofAllFunds(read);
    }
    Meaning full = completed(read, before);
    return full == null ? read : full;
  }

  /** 「全市社会保险基金收入 5 亿元；基金支出 4 亿元」: both are of all funds. */
  private static boolean isOfAllFunds(Meaning read, Meaning before) {
    return isOfSocial(before) && FUNDS.equals(read.name());
  }

  private static boolean isOfSocial(Meaning before) {
    return before.names().isEmpty() && SOCIAL.equals(before.get(Aspect.BUDGET));
  }

  private static Meaning ofAllFunds(Meaning read) {
    return new Meaning(read.aspects(), List.of(), null).with(Aspect.BUDGET, SOCIAL);
  }

  /**
   * What words say that name a part in short after its whole, in a sentence, a row or a column.
   *
   * @param before what was named before them
   * @return null if nothing is known to be left out
   */
  public @Nullable Meaning completed(Meaning read, Meaning before) {
    String side = read.get(Aspect.SIDE);
    if (!before.names().isEmpty() && read.names().size() == 1) {
      String word = side == null ? "" : SIDES.getOrDefault(side, "");
      for (AmountWords.Shortened one : words.shortened()) {
        String name = one.of(before.name(), read.name() + word);
        if (name != null) {
          return new Meaning(read.aspects(), List.of(name), read.code());
        }
      }
    }
    return null;
  }

  /**
   * What the label of a row says. The name of the government that the document is of is that of all
   * its area: 「广州市」 above 「广州市本级」.
   */
  public Meaning ofLabel(String plain) {
    Meaning read = readMeaning(plain);
    return read.aspects().isEmpty() && read.names().size() == 1 && isArea(read.name())
        ? new Meaning(Map.of(Aspect.SCOPE, WHOLE), List.of(), null)
        : read;
  }

  /**
   * What a clause says; one that only names the owner and a stage is of all that the owner has.
   *
   * @param topic what was named before it
   * @param heading what the heading above it names
   */
  Meaning ofClause(String clause, Meaning topic, Meaning heading) {
    Meaning read = readMeaning(clause);
    if (isOfAllFunds(read, topic)) {
      return ofAllFunds(read);
    }
    for (Meaning before : isOfSocial(topic) ? List.of(topic) : List.of(topic, heading)) {
      Meaning full = completed(read, before);
      if (full != null) {
        return full;
      }
    }
    boolean all = read.names().isEmpty() && DATED.containsAll(read.aspects().keySet());
    String name = words.before().matcher(clause).replaceFirst("");
    return all && owner != null && name.startsWith(owner)
        ? read.about(new Meaning(Map.of(), List.of(owner), null))
        : read;
  }

  /** What a heading says; one that only names a unit is about that unit: 「二、某市某局（本级）」. */
  Meaning ofHeading(String plain) {
    Meaning read = readMeaning(plain);
    String name = words.before().matcher(plain).replaceFirst("");
    return read.isNothing() && isUnit(name) ? new Meaning(Map.of(), List.of(name), null) : read;
  }

  /** Whether a name is that of a unit of a place, whatever stands in brackets behind it. */
  public boolean isUnit(String name) {
    String bare = IN_BRACKETS.matcher(name).replaceFirst("");
    return words.place().matcher(bare).find() && words.owner().matcher(bare).matches();
  }

  /** The name of a unit without its place and its level: 市某局(本级) is 某局. */
  public String unit(String name) {
    return units.computeIfAbsent(
        name, key -> words.unitEdges().matcher(TextNormalizer.of(key)).replaceAll(""));
  }

  /** The name of the department or unit that the document is of, as a unit; empty if unknown. */
  public String ownUnit() {
    return owner == null ? "" : unit(owner);
  }

  /** Whether a name is that of the government that the document is of. */
  boolean isArea(String name) {
    return owner != null && name.equals(owner) && words.place().matcher(owner).matches();
  }

  /** What a title or a heading is about, by which a section finds its table. */
  public String section(String title) {
    String plain = TextNormalizer.of(title);
    String own = owner == null ? plain : plain.replace(owner, "");
    return words.sectionFillers().matcher(own).replaceAll("");
  }

  /** The meaning of a title, without the words that only mark it as a title. */
  public Meaning ofTitle(String title) {
    String plain = TextNormalizer.of(title);
    Meaning read = readMeaning(owner == null ? plain : plain.replace(owner, ""));
    List<String> names = new ArrayList<>();
    for (String name : read.names()) {
      Matcher owners = words.titleOwner().matcher(name);
      String own = owners.lookingAt() ? name.substring(owners.end()) : name;
      own = words.titleEnd().matcher(own).replaceFirst("");
      if (!words.titleFillers().matcher(own).matches()) {
        names.add(words.titleStart().matcher(own).replaceFirst(""));
      }
    }
    return new Meaning(read.aspects(), names, null);
  }

  /** What a column says by its header and measure; null if its cells hold no levels. */
  public @Nullable Meaning ofColumn(Column column) {
    return new HeaderReader(this, words, year).read(column);
  }

  public static String stage(Stage stage) {
    return stage == Stage.BUDGET ? "budget" : "final";
  }
}
