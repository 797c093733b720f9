package org.yusuan.knowledge.claim;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.KnowledgeFiles;

/**
 * The words that tell what an amount is of, in prose as in tables: {@code
 * models/claims/words.yaml}.
 *
 * @param words words that name an aspect; at one place the first that fits wins
 * @param before words at the start of a name that say nothing
 * @param after words at the end of a name that say nothing
 * @param owner names of departments and units
 * @param titleOwner the same at the start of a title
 * @param unitEdges words at the edges of the name of a unit that texts and tables may leave out
 * @param place how the name of a department of a place begins
 * @param headerFillers words of headers that say nothing
 * @param titleFillers words of titles that say nothing
 * @param titleStart words at the start of a title that only say whose it is
 * @param titleEnd words at the end of a title that only say that it is one
 * @param sectionFillers words in which titles and headings differ that are about one thing
 * @param partial words of totals that leave out what was carried over
 * @param comparison words of headers of columns that hold changes and shares
 * @param growth words of headers of columns that hold growth from the year before, on any basis
 * @param otherBasis words of those of which the basis is not that of the amounts as printed
 * @param completion words of headers of columns of what was carried out of the budget
 * @param growthRatio words of those that hold ratios, of which 100 is no growth
 * @param kinds what tables of a kind are about
 * @param dimensions what the values of a table's dimensions say
 * @param items codes of the items that a kind of expenditure is made of, for tables that do not
 *     print it
 * @param standsFor names of the prose for amounts that tables have under other names
 * @param shortened parts that are named in short after their whole
 * @param crossed amounts that tables have where a row and a column meet
 * @param sums wholes of the prose that are the sums of parts
 * @param natureSums what a unit spends on, {@code expenditure} for all of it, and its kinds
 * @param ofMany names of things of which a report states many amounts
 * @param limits names of limits, which tables print as planned and texts state without a stage
 * @param carriedOver words of rows and columns of what was carried over
 * @param preferred kinds of table, those first that come first where several state an amount
 * @param excludedMeasures measures of columns that restate no amount
 * @param priorMeasures measures of columns of the year before
 */
public record AmountWords(
    List<AspectWord> words,
    Pattern before,
    Pattern after,
    Pattern owner,
    @JsonProperty("title_owner") Pattern titleOwner,
    @JsonProperty("unit_edges") Pattern unitEdges,
    Pattern place,
    @JsonProperty("header_fillers") Pattern headerFillers,
    @JsonProperty("title_fillers") Pattern titleFillers,
    @JsonProperty("title_start") Pattern titleStart,
    @JsonProperty("title_end") Pattern titleEnd,
    @JsonProperty("section_fillers") Pattern sectionFillers,
    Pattern partial,
    Pattern comparison,
    Pattern growth,
    @JsonProperty("other_basis") Pattern otherBasis,
    Pattern completion,
    @JsonProperty("growth_ratio") Pattern growthRatio,
    Map<String, Map<Aspect, String>> kinds,
    Map<String, Map<Aspect, String>> dimensions,
    Map<String, List<String>> items,
    @JsonProperty("stands_for") List<StandIn> standsFor,
    List<Shortened> shortened,
    List<Crossed> crossed,
    List<Sum> sums,
    @JsonProperty("nature_sums") List<Sum> natureSums,
    @JsonProperty("of_many") Pattern ofMany,
    Pattern limits,
    @JsonProperty("carried_over") Pattern carriedOver,
    List<String> preferred,
    @JsonProperty("excluded_measures") List<String> excludedMeasures,
    @JsonProperty("prior_measures") List<String> priorMeasures) {

  /**
   * Words that name an aspect.
   *
   * @param of the aspect
   * @param is its value; null for words that say nothing
   * @param match the words in plain form
   * @param measures measures of columns that mean the same
   */
  public record AspectWord(Aspect of, @Nullable String is, Pattern match, List<String> measures) {
    public AspectWord {
      measures = measures == null ? List.of() : List.copyOf(measures);
    }
  }

  /**
   * A name of the prose for an amount that tables have under another one.
   *
   * @param name the name
   * @param called the name that tables have for it; empty for a whole
   * @param as what else tables say of the amount
   */
  public record StandIn(String name, String called, Map<Aspect, String> as) {
    public StandIn {
      called = called == null ? "" : called;
      as = as == null ? Map.of() : Map.copyOf(as);
    }
  }

  /**
   * A part that is named in short after its whole, in a sentence or in the rows below it: 一般债务
   * after 政府债务余额 is 一般债务余额.
   *
   * @param match the full name of what was named before, {@code >}, and the short name, with 支出
   *     behind it if it is said to be an expenditure
   * @param is the full name of the part, with the groups of the match
   */
  public record Shortened(Pattern match, String is) {

    /** The full name of a part; null if this is not about it. */
    public @Nullable String of(String before, String name) {
      Matcher both = match.matcher(before + '>' + name);
      return both.matches() ? both.replaceFirst(is) : null;
    }
  }

  /**
   * An amount that a table has where a row and a column meet.
   *
   * @param match its name
   * @param row the name of the row, with the groups of the match
   * @param column the name of the column, with the groups of the match
   */
  public record Crossed(Pattern match, String row, String column) {

    /** The names of column and row for a name; empty if this is not about it. */
    public List<String> path(String name) {
      Matcher whole = match.matcher(name);
      return whole.matches()
          ? List.of(whole.replaceFirst(column), whole.replaceFirst(row))
          : List.of();
    }
  }

  /**
   * A whole of the prose and its parts.
   *
   * @param whole its name
   * @param parts the names of all its parts
   */
  public record Sum(String whole, List<String> parts) {
    public Sum {
      parts = List.copyOf(parts);
    }
  }

  /** The shipped words. */
  public static AmountWords shipped() {
    return KnowledgeFiles.shipped("claims", "words.yaml", AmountWords.class);
  }
}
