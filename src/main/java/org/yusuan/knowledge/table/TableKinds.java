package org.yusuan.knowledge.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.KnowledgeFiles;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Stage;

/**
 * Which kind of table a title's parts make, with what its header and rows confirm: {@code
 * models/titles/kinds.yaml}. Immutable; threads may share it.
 *
 * @param names what a budget is called in the names of governments' kinds
 * @param unitless kinds of tables whose figures are no money, or say their units row by row
 * @param defaults what tables of a kind are about where their titles do not say it
 * @param kinds the rules; the first that holds decides
 */
public record TableKinds(
    Map<String, String> names,
    Set<String> unitless,
    Map<String, Dimensions> defaults,
    List<KindRule> kinds) {

  /** The value of a part that matches titles without that part. */
  private static final String NONE = "none";

  /**
   * One rule; conditions that are null or empty do not matter.
   *
   * @param kind the kind; {@code {budget}}, {@code {side}} and {@code {by}} stand for parts
   * @param subject whose table it must be
   * @param budget values of which the title's budget must be one
   * @param side the same of its side
   * @param by the same of its classification
   * @param purpose the same of its purpose
   * @param title what must be found in the title
   * @param not what must not be found in it
   * @param header what must be found in the header, one column a line
   * @param body what must be found among the labels of the rows, one a line
   * @param untitled whether header and rows alone tell
   * @param form whether the table is a form
   * @param list whether its header shows that it is none, whatever tables of its title mostly are
   */
  public record KindRule(
      String kind,
      @Nullable String subject,
      List<String> budget,
      List<String> side,
      List<String> by,
      List<String> purpose,
      @Nullable Pattern title,
      @Nullable Pattern not,
      List<Pattern> header,
      List<Pattern> body,
      @JsonProperty("untitled") boolean untitled,
      @JsonProperty("form") boolean form,
      @JsonProperty("list") boolean list) {
    public KindRule {
      budget = budget == null ? List.of() : List.copyOf(budget);
      side = side == null ? List.of() : List.copyOf(side);
      by = by == null ? List.of() : List.copyOf(by);
      purpose = purpose == null ? List.of() : List.copyOf(purpose);
      header = byLine(header);
      body = byLine(body);
    }

    private static List<Pattern> byLine(@Nullable List<Pattern> patterns) {
      return patterns == null
          ? List.of()
          : patterns.stream()
              .map(pattern -> Pattern.compile(pattern.pattern(), Pattern.MULTILINE))
              .toList();
    }
  }

  /**
   * The signs by which the kind of a table is told.
   *
   * @param parts its title's parts; null if it has no title
   * @param subject whose table it is; null if that is unknown
   * @param header the texts of its header, one column a line
   * @param body the labels of its rows, one a line
   */
  public record TableSigns(
      TitleGrammar.@Nullable Parts parts, @Nullable String subject, String header, String body) {}

  /**
   * A kind, and what told it.
   *
   * @param kind the kind
   * @param form whether the table is a form
   * @param byTitle whether its title told it
   * @param government whether only governments have such tables
   * @param list whether its header shows that it is no form
   */
  public record TitleKind(
      String kind, boolean form, boolean byTitle, boolean government, boolean list) {}

  /** The shipped rules. */
  public static TableKinds shipped() {
    return KnowledgeFiles.shipped("titles", "kinds.yaml", TableKinds.class);
  }

  /**
   * The dimensions of a table: those that its title states, and those that its kind adds.
   *
   * @param said what title, header and rows say
   * @param stage the stage that tables of its layout report; null if that is unknown
   */
  public Dimensions completed(Dimensions said, String kind, @Nullable Stage stage) {
    Dimensions usual = defaults.getOrDefault(kind, Dimensions.NONE);
    return new Dimensions(
        said.budget() == null ? usual.budget() : said.budget(),
        said.side() == null ? usual.side() : said.side(),
        said.scope(),
        said.stage() == null ? stage : said.stage(),
        said.fiscalYear(),
        said.classification() == null ? usual.classification() : said.classification());
  }

  /** The kind of a table; null if no known kind fits. */
  public @Nullable TitleKind kind(TableSigns signs) {
    TitleGrammar.Parts parts = signs.parts();
    if (parts != null) {
      for (KindRule rule : kinds) {
        if (!rule.untitled() && holds(rule, signs, parts)) {
          return titleKind(rule, parts);
        }
      }
    }
    for (KindRule rule : kinds) {
      if (rule.untitled() && shows(rule, signs)) {
        return new TitleKind(rule.kind(), rule.form(), false, false, rule.list());
      }
    }
    return null;
  }

  private static boolean holds(KindRule rule, TableSigns signs, TitleGrammar.Parts parts) {
    return (rule.subject() == null || rule.subject().equals(signs.subject()))
        && isOne(rule.budget(), parts.budget())
        && isOne(rule.side(), parts.side())
        && isOne(rule.by(), parts.classification())
        && isOne(rule.purpose(), parts.purpose())
        && (rule.title() == null || rule.title().matcher(parts.plain()).find())
        && (rule.not() == null || !rule.not().matcher(parts.plain()).find())
        && shows(rule, signs);
  }

  private static boolean shows(KindRule rule, TableSigns signs) {
    return rule.header().stream().allMatch(pattern -> pattern.matcher(signs.header()).find())
        && rule.body().stream().allMatch(pattern -> pattern.matcher(signs.body()).find());
  }

  private static boolean isOne(List<String> values, @Nullable String part) {
    return values.isEmpty() || values.contains(part == null ? NONE : part);
  }

  private TitleKind titleKind(KindRule rule, TitleGrammar.Parts parts) {
    String by = parts.classification();
    String kind =
        rule.kind()
            .replace("{budget}", names.getOrDefault(String.valueOf(parts.budget()), "gov"))
            .replace("{side}", String.valueOf(parts.side()))
            .replace("{by}", by == null || by.equals("functional") ? "" : "_by_" + by);
    return new TitleKind(
        kind, rule.form(), true, TitleGrammar.GOVERNMENT.equals(rule.subject()), rule.list());
  }
}
