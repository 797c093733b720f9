package org.yusuan.knowledge.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.yusuan.model.Level;
import org.yusuan.model.table.Stage;
import org.yusuan.text.TextNormalizer;

/**
 * The words of budget tables: {@code models/layouts/terms.yaml}.
 *
 * @param columns what columns can mean; the first that fits wins
 * @param generic terms of columns that mean what the cell above names
 * @param compared header texts that compare two years or stages
 * @param columnYear a year in a header text, in group 1
 * @param stages header texts that name a stage
 * @param memo header texts of columns that are no addends
 * @param prior terms of columns, each with what it is of the year before
 * @param sums columns that are the sum of others, in the order in which they are tried
 * @param formMoney labels beside which a figure of a form is money
 * @param codes header texts of codes
 * @param rows labels of total and subtotal rows, of rows beside the numbered ones, and of parts
 * @param numbering how list items are numbered, by level from the top
 * @param columnNumbers texts of rows that only number the columns
 * @param captions expressions for the lines around a table
 * @param titles expressions for titles of tables
 * @param subjects whose documents there are
 */
public record TableTerms(
    List<Term> columns,
    List<String> generic,
    List<Pattern> compared,
    @JsonProperty("column_year") Pattern columnYear,
    Map<Stage, List<Pattern>> stages,
    List<Pattern> memo,
    Map<String, String> prior,
    List<TermSum> sums,
    @JsonProperty("form_money") FormMoney formMoney,
    CodeWords codes,
    RowWords rows,
    List<List<Pattern>> numbering,
    @JsonProperty("column_numbers") List<Pattern> columnNumbers,
    CaptionLines captions,
    Titles titles,
    SubjectWords subjects) {

  /**
   * Expressions in the header of a code that tell its classification, in {@linkplain TextNormalizer
   * plain} form.
   *
   * @param economic that of the economic classification
   * @param functional that of the functional classification
   * @param government that of the governments' economic classification
   */
  public record CodeWords(Pattern economic, Pattern functional, Pattern government) {}

  /**
   * Labels of a form.
   *
   * @param match what must be found in the label of money
   * @param not what must not be found in it
   */
  public record FormMoney(Pattern match, Pattern not) {}

  /**
   * Labels of rows, in {@linkplain TextNormalizer plain} form.
   *
   * @param total a row that sums its whole list
   * @param subtotal a row that sums some rows of its list
   * @param closing a subtotal below which rows are no parts of numbered items
   * @param beside a row that stands beside the numbered ones
   * @param count a row that counts something, whose figures are no money
   * @param ofWhich what stands before the name of a part
   * @param money a row below such a one whose figures are money
   */
  public record RowWords(
      List<Pattern> total,
      List<Pattern> subtotal,
      List<Pattern> closing,
      List<Pattern> beside,
      List<Pattern> count,
      @JsonProperty("of_which") Pattern ofWhich,
      List<Pattern> money) {}

  /**
   * Lines around a table. Group 1 holds what is looked for.
   *
   * @param unit the unit of the amounts
   * @param countUnit what the figures count that are no money
   * @param unitInText a unit in brackets, in a title or header
   * @param unitInCell a unit in brackets, in a label of a form
   * @param organization whose table it is
   * @param attachment its number
   * @param note a footnote
   * @param empty a footnote that says that there is nothing to report
   * @param partly a sentence of it that says so of some items or years, or on a condition
   * @param nothing a cell that says so
   */
  public record CaptionLines(
      Pattern unit,
      @JsonProperty("count_unit") Pattern countUnit,
      @JsonProperty("unit_in_text") Pattern unitInText,
      @JsonProperty("unit_in_cell") Pattern unitInCell,
      Pattern organization,
      Pattern attachment,
      Pattern note,
      Pattern empty,
      Pattern partly,
      Pattern nothing) {}

  /**
   * Titles of tables, and lines that could be taken for them; each fits a whole line in {@linkplain
   * TextNormalizer plain} form, {@code section} and {@code form} its beginning.
   *
   * @param end how a title ends
   * @param part the second line of a title
   * @param prose a sentence, or the end of one
   * @param lead the end of a sentence that leads over to a table
   * @param aside a caption that is neither unit nor organization
   * @param section the number of a section before a title
   * @param form a number of a form that belongs to the title
   * @param owner words before the name of a table that tell whose it is, not which
   * @param inside a row at the top of a grid that holds title or caption
   */
  public record Titles(
      Pattern end,
      Pattern part,
      Pattern prose,
      Pattern lead,
      Pattern aside,
      Pattern section,
      Pattern form,
      Pattern owner,
      Pattern inside) {}

  /**
   * Whose document it is, and for when.
   *
   * @param covers titles of documents, with groups {@code organization}, {@code year}, {@code
   *     level} and {@code stage}
   * @param levels words of covers and titles, each with the level that it tells
   * @param unitCaption how the caption of a unit's table begins
   * @param summed a mark behind a name that its subordinates are summed up
   * @param year a year in a title or header, in group 1
   * @param name the name of an organization
   * @param label the label beside which a form says whose it is
   * @param beforePlace words before the place of a name or title
   * @param place a place at the beginning of a name or title, in group {@code place}
   * @param noPlace what looks like a place and is none
   * @param government titles of tables of governments
   * @param department titles of tables of departments and units
   * @param budget words of titles of budgets
   * @param execution words of titles of what is carried out
   * @param finalAccounts words of titles of final accounts
   */
  public record SubjectWords(
      List<Pattern> covers,
      Map<String, Level> levels,
      @JsonProperty("unit_caption") Pattern unitCaption,
      Pattern summed,
      Pattern year,
      Pattern name,
      Pattern label,
      @JsonProperty("before_place") Pattern beforePlace,
      Pattern place,
      @JsonProperty("no_place") Pattern noPlace,
      Pattern government,
      Pattern department,
      Pattern budget,
      Pattern execution,
      @JsonProperty("final_accounts") Pattern finalAccounts) {}

  /** These words with other meanings of columns. */
  TableTerms withColumns(List<Term> newColumns) {
    return new TableTerms(
        newColumns,
        generic,
        compared,
        columnYear,
        stages,
        memo,
        prior,
        sums,
        formMoney,
        codes,
        rows,
        numbering,
        columnNumbers,
        captions,
        titles,
        subjects);
  }

  /** Whether one of the expressions fits the whole text. */
  public static boolean fits(List<Pattern> patterns, String text) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(text).matches()) {
        return true;
      }
    }
    return false;
  }
}
