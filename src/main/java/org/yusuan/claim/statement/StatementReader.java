package org.yusuan.claim.statement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.knowledge.claim.ClaimVocabulary;
import org.yusuan.model.Claim;
import org.yusuan.model.Quantity;
import org.yusuan.text.PrintedNumber;

/**
 * Reads the amounts of the prose, clause by clause, and tells what each is. What a clause leaves
 * out is taken from those before it: 「…支出年初预算为 10 万元，支出决算为 9 万元」.
 */
public final class StatementReader {

  private static final String LOWER = "lower";
  private static final Set<Aspect> OF_BUDGET = Set.of(Aspect.SIDE, Aspect.ORIGIN);

  private static final Pattern YEAR = Pattern.compile("^(?:19|20)\\d\\d年度?");

  /** A clause that ends so names an item: 「行政单位医疗（项）：支出决算为 5 万元」. */
  private static final Pattern MARKED = Pattern.compile("\\([类款项]\\)$");

  private final ClaimVocabulary rules;
  private final MeaningReader meanings;
  private final Headings headings;
  private final ReasonReader reasons;
  private final QuantityReader quantities;
  private Meaning sentence = Meaning.NOTHING;
  private Meaning topic = Meaning.NOTHING;
  private int topicParagraph;

  /** Whether an amount of the topic was stated, and whether its sentence is over. */
  private boolean stated;

  private boolean closed;

  /** Whether the topic is an item of the classification by the mark behind its name. */
  private boolean marked;

  /** Whether a sentence without an amount begins the paragraph: 「3.城市基础设施配套费。2025 年收入 5 亿元」. */
  private boolean headed;

  /** The budget of the last whole in the paragraph: 财政拨款支出 9 万元，其中：基本支出 5 万元. */
  private @Nullable String budgetOfWhole;

  private int paragraphNumber;
  private boolean explaining;
  private boolean within;

  private final PartList partList;

  /** What was spoken of where a bracket opened, and is again where it closes. */
  private final Deque<Outside> outside = new ArrayDeque<>();

  /** Whether the clauses before say that growth is told on another basis: 同口径相比，增长 5%. */
  private boolean rebased;

  /** The whole that the items of a list are parts of: 「公用经费：①行政运行（2010101）5 万元；②…」. */
  private @Nullable String listed;

  private record Outside(Meaning topic, Meaning sentence, boolean within) {}

  public StatementReader(ClaimVocabulary rules, MeaningReader meanings, Headings headings) {
    this.rules = rules;
    this.meanings = meanings;
    this.headings = headings;
    this.reasons = new ReasonReader(rules);
    this.quantities = new QuantityReader(rules);
    this.partList = new PartList(rules.firstPart());
  }

  /** All amounts of the prose in reading order. */
  public List<Statement> readStatements(List<Paragraph> paragraphs) {
    List<Statement> statements = new ArrayList<>();
    for (int p = 0; p < paragraphs.size(); p++) {
      Paragraph paragraph = paragraphs.get(p);
      String plain = paragraph.plain();
      Matcher amount = Clauses.AMOUNT.matcher(plain);
      headings.begin(plain);
      if (!amount.find()) {
        if (headings.heading(plain)) {
          sentence = Meaning.NOTHING;
          topic = Meaning.NOTHING;
        }
        continue;
      }
      amount.reset();
      paragraphNumber = p;
      if (headings.item(plain)) {
        sentence = Meaning.NOTHING;
        int[] first = Clauses.between(plain, 0, plain.length()).get(0);
        if (rules.connective().matcher(plain.substring(first[0], first[1])).matches()) {
          // 「3.具体情况。年初预算数为 5 万元」 is not about the last item of the paragraph before.
          topic = Meaning.NOTHING;
        }
      }
      explaining = false;
      headed = false;
      within = false;
      partList.begin();
      rebased = false;
      outside.clear();
      budgetOfWhole = null;
      listed = null;
      if (rules.parts().matcher(plain).lookingAt()) {
        // 其中： at the start of a paragraph goes on with the one before.
        topicParagraph = p;
      }
      int done = 0;
      while (amount.find()) {
        if (done > 0) {
          end(plain.charAt(done));
        }
        List<int[]> clauses = Clauses.between(plain, done, amount.start());
        for (int[] clause : clauses.subList(0, clauses.size() - 1)) {
          if (headings.runIn(plain, clause[0], clause[1])) {
            sentence = Meaning.NOTHING;
          }
          hear(plain.substring(clause[0], clause[1]), plain.charAt(clause[1]));
          headed = done == 0 && clause[0] == 0 && plain.charAt(clause[1]) == '。';
        }
        int[] last = clauses.get(clauses.size() - 1);
        statements.add(state(paragraph, p, last[0], amount, plain.substring(last[0], last[1])));
        done = amount.end();
      }
      for (int[] clause : Clauses.between(plain, done, plain.length())) {
        hear(
            plain.substring(clause[0], clause[1]),
            clause[1] < plain.length() ? plain.charAt(clause[1]) : '。');
      }
      Meaning all = topic.about(Meaning.NOTHING).orElse(sentence);
      boolean parts = rules.parts().matcher(plain.substring(plain.lastIndexOf('。') + 1)).find();
      // 「…项目支出 5 万元。具体情况如下：」: the list is of all, not of the last kind.
      headings.lead(plain, closed && !parts ? all.with(Aspect.NATURE, null) : all);
    }
    return statements;
  }

  /** 「政府性基金预算收入 5 万元，支出 4 万元」: both are of that budget. */
  private Meaning ofBudget(Meaning own) {
    String budget = topic.get(Aspect.BUDGET);
    boolean whole = topic.names().isEmpty() && topic.get(Aspect.SIDE) != null;
    return whole
            && budget != null
            && !closed
            && topicParagraph == paragraphNumber
            && own.names().isEmpty()
            && own.get(Aspect.SIDE) != null
            && OF_BUDGET.containsAll(own.aspects().keySet())
        ? own.with(Aspect.BUDGET, budget)
        : own;
  }

  /** 「本年支出 5 万元，其中：一般公共预算拨款 4 万元」: the second is spent as well. */
  private Meaning ofSide(Meaning own) {
    boolean open = stated && !closed && topicParagraph == paragraphNumber;
    boolean whole = own.names().isEmpty() && own.get(Aspect.ORIGIN) == null;
    boolean ofBudget = own.get(Aspect.BUDGET) != null && own.get(Aspect.SIDE) == null;
    return open && whole && topic.names().isEmpty() && ofBudget
        ? own.with(Aspect.SIDE, topic.get(Aspect.SIDE))
        : own;
  }

  /** 「新增债券 3 亿元（一般债券 1 亿元、专项债券 2 亿元），转贷市县 1 亿元」: the last is of all that was issued. */
  private void bracket(String clause) {
    for (int i = 0; i < clause.length(); i++) {
      if (clause.charAt(i) == '(') {
        outside.push(new Outside(topic, sentence, within));
      } else if (clause.charAt(i) == ')' && !outside.isEmpty()) {
        Outside before = outside.pop();
        topic = before.topic();
        sentence = before.sentence();
        within = before.within();
      }
    }
  }

  /** Reads a clause without an amount, which may name what the next clauses are about. */
  private void hear(String clause, char end) {
    bracket(clause);
    rebased |= rules.otherBasis().matcher(clause).find();
    explaining |= rules.explains().matcher(clause).find();
    boolean leads = rules.connective().matcher(clause).matches();
    if (!explaining && !leads && !rules.compared().matcher(clause).find()) {
      Meaning meaning = meanings.readMeaning(clause);
      if (!meaning.isNothing()) {
        topic = isCarried(meaning) ? meaning.about(ofYear(topic, meaning)) : meaning;
        budgetOfWhole = topic.names().isEmpty() ? topic.get(Aspect.BUDGET) : null;
        stated = false;
        closed = false;
        marked = MARKED.matcher(clause).find();
        topicParagraph = paragraphNumber;
        boolean other = rules.otherYear().matcher(clause).find();
        remember(other ? topic.with(Aspect.YEAR, null) : topic);
      }
    }
    if (end == ':' && !explaining) {
      Meaning list = meanings.readMeaning(clause);
      listed = list.names().isEmpty() ? list.get(Aspect.NATURE) : null;
    }
    isWithin(clause);
    partList.hear(clause);
    end(end);
  }

  /** Ends a clause: an explanation and the parts of an item end with their sentence. */
  private void end(char mark) {
    within &= mark != '。';
    if (mark == '。') {
      budgetOfWhole = partList.end(budgetOfWhole);
    }
    closed |= stated && mark == '。';
    rebased &= mark != '。' && mark != ';';
    explaining &= mark != '。' && mark != ';';
  }

  /**
   * Whether a clause states only year and stage: then it is about the thing of the clause before.
   * Of a side, where that names no item, it is in the same sentence alone: 「财政拨款收入 10 万元。收入预算 12
   * 万元」 are two.
   */
  private boolean isCarried(Meaning meaning) {
    boolean other = topic.names().isEmpty() && meaning.get(Aspect.SIDE) != null;
    boolean over = closed && (meaning.isNothing() || other);
    return !over
        && meaning.names().isEmpty()
        && meaning.get(Aspect.BUDGET) == null
        && meaning.get(Aspect.NATURE) == null
        && meaning.get(Aspect.ORIGIN) == null
        && meaning.get(Aspect.TOTAL) == null
        && (meaning.get(Aspect.SIDE) == null || continuesSide(meaning));
  }

  /**
   * Whether a clause states no more than what is received or spent, or a sum, right after one that
   * names something: 「接待外地考察组，支出 3 万元」 is hardly all that is spent.
   */
  private boolean isBare(Meaning own, String clause) {
    String words = headed ? YEAR.matcher(clause).replaceFirst("") : clause;
    return own.names().isEmpty()
        && rules.bare().matcher(words).matches()
        && !topic.names().isEmpty()
        && !stated
        && topicParagraph == paragraphNumber;
  }

  /**
   * 「上解上级支出 3 亿元，补助下级支出 2 亿元」: the second need not be about the first, and in a list with 、 it is
   * not.
   */
  private boolean isPaidToo(Meaning meaning) {
    return LOWER.equals(meaning.get(Aspect.SCOPE))
        && !LOWER.equals(topic.get(Aspect.SCOPE))
        && !topic.names().isEmpty()
        && meaning.names().isEmpty()
        && meaning.get(Aspect.SIDE) != null;
  }

  /** 支出决算为 goes on with what 行政运行支出年初预算为 was about, in the same paragraph. */
  private boolean continuesSide(Meaning meaning) {
    String side = topic.get(Aspect.SIDE);
    String stage = meaning.get(Aspect.STAGE);
    String before = topic.get(Aspect.STAGE);
    boolean otherStage = stage != null && !stage.equals(before);
    if (topicParagraph != paragraphNumber) {
      return false;
    }
    if (topic.names().isEmpty()) {
      return side != null && side.equals(meaning.get(Aspect.SIDE)) && otherStage;
    }
    if (side == null) {
      // 公务接待费预算为 20 万元，支出决算为 14 万元
      return topic.names().size() > 1
          || topic.code() != null
          || (!closed && otherStage && before != null);
    }
    return side.equals(meaning.get(Aspect.SIDE)) || (!closed && headings.isFund(topic));
  }

  /**
   * What is known from before of an amount: its stage is that of its year. 「2023 年执行数 5 万元。2024
   * 年教育支出 6 万元」 does not say that the second was carried out.
   */
  private static Meaning ofYear(Meaning before, Meaning meaning) {
    String year = meaning.get(Aspect.YEAR);
    String other = before.get(Aspect.YEAR);
    return year == null || other == null || year.equals(other)
        ? before
        : before.with(Aspect.STAGE, null);
  }

  private void remember(Meaning meaning) {
    sentence =
        new Meaning(meaning.aspects(), List.of(), null)
            .orElse(ofYear(sentence, meaning))
            .with(Aspect.SIDE, null)
            .with(Aspect.NATURE, null)
            .with(Aspect.ORIGIN, null)
            .with(Aspect.TOTAL, null);
    if (LOWER.equals(sentence.get(Aspect.SCOPE))) {
      // 补助市县支出 10 亿元，债务还本支出 2 亿元: the second is not paid to the counties.
      sentence = sentence.with(Aspect.SCOPE, null);
    }
  }

  private Statement state(
      Paragraph paragraph, int number, int start, Matcher amount, String clause) {
    bracket(clause);
    explaining |= rules.explains().matcher(clause).find();
    String digits = Clauses.digits(amount);
    String unit = Clauses.unit(amount);
    Meaning read =
        meanings.ofClause(
            clause, topicParagraph == paragraphNumber ? topic : Meaning.NOTHING, headings.thing());
    if (read.names().isEmpty()
        && read.get(Aspect.SIDE) == null
        && rules.paid().matcher(clause).find()) {
      read = read.with(Aspect.SIDE, "expenditure");
    }
    boolean item = listed != null && !read.names().isEmpty() && read.get(Aspect.NATURE) == null;
    Meaning own = item ? read.with(Aspect.NATURE, listed) : read;
    // A full path of names begins a new item, whatever went before it.
    explaining &= own.names().size() < 2 && own.code() == null;
    boolean bare = !isCarried(own) && isBare(own, clause);
    boolean paid = isCarried(own) && isPaidToo(own);
    // What is spent may be all or that of what was named before.
    boolean unsure =
        bare && !marked && own.get(Aspect.SIDE) != null || paid && !clause.startsWith("、");
    boolean carried = !unsure && !paid && (bare || isCarried(own));
    Meaning meaning =
        carried
            ? headings.titled(own.about(ofYear(topic, own)), own)
            : headings.ofFund(ofBudget(ofSide(own)));
    Meaning part =
        own.names().isEmpty()
                && own.get(Aspect.NATURE) != null
                && topicParagraph == paragraphNumber
                && !topic.names().isEmpty()
            ? own.about(new Meaning(Map.of(), topic.names(), topic.code()))
            : null;
    if (unsure) {
      part = own.about(topic);
    } else if (part == null
        && (own.names().size() == 1 && own.code() == null && isWithin(clause)
            || quantities.isOfSome(clause, meaning))) {
      part = meaning;
    }
    Quantity quantity = quantities.read(clause, unit, explaining, rebased);
    if (quantity == Quantity.CHANGE && partList.isOfWhole(clause)
        || quantity == Quantity.LEVEL && isShareOf(clause, own, meaning)) {
      quantity = Quantity.OTHER;
    }
    partList.state(clause, quantity, budgetOfWhole);
    Meaning context = context(meaning);
    if (quantity == Quantity.LEVEL) {
      rebased = false;
      topic = part == null ? meaning : topic;
      stated = true;
      closed = false;
      if (meaning.get(Aspect.NATURE) == null) {
        budgetOfWhole = meaning.names().isEmpty() ? meaning.get(Aspect.BUDGET) : null;
      }
      topicParagraph = paragraphNumber;
      // 上年结余 10 万元: its year does not hold for the clauses that follow.
      boolean other = rules.otherYear().matcher(clause).find();
      remember(other ? meaning.with(Aspect.YEAR, null) : meaning);
    }
    String share = quantities.share(clause, digits, unit);
    int from = Math.min(start, amount.start());
    Claim claim =
        Statement.unlinked(
            paragraph.page(amount.start()),
            paragraph.box(from, amount.end()),
            paragraph.published(from, amount.end()),
            paragraph.published(amount.start(), amount.start() + digits.length()),
            unit,
            PrintedNumber.parse(digits));
    return Statement.of(
        claim,
        share == null ? quantity : Quantity.SHARE,
        meaning,
        part,
        context,
        number,
        outside.size(),
        share == null ? "" : share,
        headings.section(),
        quantity == Quantity.CHANGE ? reasons.contrary(paragraph, amount.end()) : null);
  }

  /**
   * Whether a clause behind 其中 names no more than a budget, of a thing that is named or is all of
   * that budget: 「项目总额 9 万元，其中：财政拨款 5 万元」, 「一般公共预算支出 9 万元，其中：本年一般公共预算拨款 8 万元」.
   */
  private boolean isShareOf(String clause, Meaning own, Meaning meaning) {
    boolean open = stated && !closed && topicParagraph == paragraphNumber;
    boolean named = !topic.names().isEmpty() && own.get(Aspect.SIDE) == null;
    return open
        && partList.isFirst(clause)
        && own.names().isEmpty()
        && own.get(Aspect.BUDGET) != null
        && (named || meaning.orElse(topic).aspects().equals(topic.aspects()));
  }

  /** Whether a clause states a part of a named thing: 机关运行经费…，其中：会议费 3 万元，培训费 2 万元. */
  private boolean isWithin(String clause) {
    if (rules.parts().matcher(clause).find() && topicParagraph == paragraphNumber) {
      within |= !topic.names().isEmpty() && !rules.ownParts().matcher(topic.name()).matches();
    }
    return within;
  }

  /**
   * The meaning that is carried over from before: the budget of a sentence is that of the items
   * after it, and of the kinds of its expenditure, not of other wholes.
   */
  private Meaning context(Meaning meaning) {
    String budget = meaning.get(Aspect.NATURE) == null ? null : budgetOfWhole;
    Meaning before = ofYear(sentence, meaning);
    return headings.above(meaning.names().isEmpty() ? before.with(Aspect.BUDGET, budget) : before);
  }
}
