package org.yusuan.knowledge.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.KnowledgeFiles;
import org.yusuan.model.table.Stage;
import org.yusuan.text.ChineseNumeral;
import org.yusuan.text.TextNormalizer;

/**
 * How titles of budget tables are built: {@code models/titles/grammar.yaml}. Immutable; threads may
 * share it.
 *
 * @param title what a title must look like
 * @param prose words of lines that are no titles
 * @param ending words that end a title that is whole
 * @param budgetNames names of budgets, in which 预算 is no stage
 * @param budgets which budget
 * @param scopes how far a government's table reaches
 * @param sides what is shown
 * @param classifications what tells rows or columns apart
 * @param purposes what the money is for
 * @param stages the stage reported
 * @param subjects whose table it is
 * @param rows labels that tell what rows are
 * @param regionHeader the header of a column of regions
 */
public record TitleGrammar(
    Pattern title,
    Pattern prose,
    Pattern ending,
    @JsonProperty("budget_names") Pattern budgetNames,
    List<Part> budgets,
    List<Part> scopes,
    List<Part> sides,
    List<Part> classifications,
    List<Part> purposes,
    List<Part> stages,
    SubjectSigns subjects,
    RowSigns rows,
    @JsonProperty("region_header") Pattern regionHeader) {

  /** The subject of a government's table. */
  public static final String GOVERNMENT = "government";

  /** The subject of a table of a department or one of its units. */
  public static final String DEPARTMENT = "department";

  private static final Pattern YEAR =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)(?=年|部门|单位|预算|决算)|((?:19|20)\\d\\d)(?=年)");

  /** A year in Chinese digits: 二○二五年. */
  private static final Pattern CHINESE_YEAR = Pattern.compile("([一二][一二三四五六七八九〇○零oO]{3})年");

  /** A value that a part can have, and the expressions that state it. */
  public record Part(String id, List<Pattern> match) {}

  /** Whose table it is, by title, header or rows. */
  public record SubjectSigns(Signs department, Signs government) {}

  /** The expressions that tell a subject. */
  public record Signs(Pattern title, Pattern header, Pattern body) {}

  /**
   * Labels of rows of revenue, of expenditure by function and by economic class, and labels that a
   * table of both sides has, each of which must be there.
   */
  public record RowSigns(
      Pattern revenue, Pattern expenditure, Pattern economic, List<Pattern> both) {}

  /**
   * The parts of one title; null those that it does not name.
   *
   * @param plain the title in plain form
   * @param year the one year that it names; null if it names none or several
   * @param whole whether it ends as titles do
   */
  public record Parts(
      String plain,
      @Nullable String budget,
      @Nullable String side,
      @Nullable String scope,
      @Nullable String classification,
      @Nullable String purpose,
      @Nullable Stage stage,
      @Nullable Integer year,
      boolean whole) {

    /** These parts with another side and classification. */
    public Parts with(@Nullable String newSide, @Nullable String newClassification) {
      return new Parts(
          plain, budget, newSide, scope, newClassification, purpose, stage, year, whole);
    }
  }

  /** The shipped grammar. */
  public static TitleGrammar shipped() {
    return KnowledgeFiles.shipped("titles", "grammar.yaml", TitleGrammar.class);
  }

  /** The parts of a title; null if the text is no title. */
  public @Nullable Parts parts(String text) {
    String plain = digits(TextNormalizer.of(text));
    if (!title.matcher(plain).matches() || prose.matcher(plain).find()) {
      return null;
    }
    String withoutYear = plain.replaceAll("(?:19|20)\\d\\d年(?:度|和)?", "");
    String stage = first(stages, budgetNames.matcher(withoutYear).replaceAll(""));
    return new Parts(
        plain,
        first(budgets, plain),
        first(sides, budgetNames.matcher(withoutYear).replaceAll("")),
        first(scopes, withoutYear),
        first(classifications, withoutYear),
        first(purposes, withoutYear),
        stage == null ? null : Stage.named(stage),
        year(plain),
        ending.matcher(plain).find());
  }

  private static @Nullable String first(List<Part> parts, String text) {
    for (Part part : parts) {
      if (part.match().stream().anyMatch(pattern -> pattern.matcher(text).find())) {
        return part.id();
      }
    }
    return null;
  }

  private static @Nullable Integer year(String plain) {
    List<Integer> years = new ArrayList<>();
    Matcher matcher = YEAR.matcher(plain);
    while (matcher.find()) {
      years.add(Integer.valueOf(matcher.group(1) == null ? matcher.group(2) : matcher.group(1)));
    }
    return years.stream().distinct().count() == 1 ? years.get(0) : null;
  }

  /** The text with a year in Chinese digits written in European ones. */
  public static String digits(String plain) {
    Matcher matcher = CHINESE_YEAR.matcher(plain);
    return matcher.replaceAll(
        found ->
            found
                    .group(1)
                    .codePoints()
                    .map(c -> Math.max(0, ChineseNumeral.parse(Character.toString(c))))
                    .mapToObj(Integer::toString)
                    .reduce("", String::concat)
                + "年");
  }
}
