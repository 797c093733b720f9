package org.yusuan.knowledge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Stage;

/**
 * A relation that documents are known to keep, as a file of {@code models/identities} declares it.
 * Exactly one of {@code left}, {@code columns}, {@code form}, {@code rows}, {@code repeated},
 * {@code again}, {@code levels}, {@code ownColumn}, {@code crossed}, {@code named} and {@code
 * bound} is given.
 *
 * @param id its name
 * @param zh what it says, in Chinese
 * @param en the same in English
 * @param strength how much its failure is believed; null for strong
 * @param stage the stage that it holds for; null if for both
 * @param each what pairs the amounts of left and right: {@code code} or {@code name} of their rows,
 *     the {@code project} that they name, or {@code economic}: a column of the left against the row
 *     of that economic class on the right; null if each side is one amount
 * @param left amounts that are added up
 * @param right amounts that must come to the same
 * @param columns a relation of columns within a row
 * @param form a relation of labelled values in a form
 * @param rows a relation of labelled rows within a column
 * @param repeated an amount that is printed again and again
 * @param again an amount that several tables print
 * @param levels an amount of a whole area, its own level and those below
 * @param ownColumn an amount of the own level, beside that of the whole area and in a table of its
 *     own
 * @param crossed amounts that one table prints in a column and another as totals of its columns
 * @param named amounts of one name in several tables
 * @param bound an amount that another cannot exceed
 */
public record Relation(
    String id,
    String zh,
    String en,
    @Nullable Strength strength,
    @Nullable Stage stage,
    @Nullable String each,
    List<Selector> left,
    List<Selector> right,
    @Nullable ColumnRule columns,
    @Nullable FormRule form,
    @Nullable RowRule rows,
    @Nullable RepeatedRule repeated,
    @Nullable AgainRule again,
    @Nullable LevelsRule levels,
    @Nullable OwnColumnRule ownColumn,
    @Nullable CrossedRule crossed,
    @Nullable NamedRule named,
    @Nullable BoundRule bound) {
  public Relation {
    left = left == null ? List.of() : List.copyOf(left);
    right = right == null ? List.of() : List.copyOf(right);
  }

  /** Strong unless the file says otherwise. */
  public Strength strengthOrStrong() {
    return strength == null ? Strength.STRONG : strength;
  }

  /**
   * An amount, or an amount for each row.
   *
   * @param kind the kinds of table it may stand in; all of them if none is named
   * @param list what must be found in the header of its list; null if any
   * @param row {@code total}, {@code subtotal} or a code; several are tried in order; not used
   *     where rows are paired
   * @param label what the label of its row must be, in plain form; null if that does not matter
   * @param measure the measures its column may have, the first that fits wins; none for the first
   *     column of amounts
   */
  public record Selector(
      List<String> kind,
      @Nullable Pattern list,
      List<String> row,
      @Nullable Pattern label,
      List<String> measure) {
    public Selector {
      kind = kind == null ? List.of() : List.copyOf(kind);
      row = row == null ? List.of() : List.copyOf(row);
      measure = measure == null ? List.of() : List.copyOf(measure);
    }
  }

  /**
   * A column as the sum of others; columns are named by their measures.
   *
   * @param kind the kinds of table that it holds for; all if none is named
   * @param total the measure of the sum
   * @param parts the measures of its parts, all of which must be there
   * @param less measures that are taken off; they need not be there
   */
  public record ColumnRule(List<String> kind, String total, List<String> parts, List<String> less) {
    public ColumnRule {
      kind = kind == null ? List.of() : List.copyOf(kind);
      parts = List.copyOf(parts);
      less = less == null ? List.of() : List.copyOf(less);
    }
  }

  /**
   * A row as the sum of others; rows are named by their labels in plain form. Where no column holds
   * them all, each row counts with its last amount.
   *
   * @param kind the kinds of table that it holds for
   * @param total the label of the sum
   * @param parts the labels of its parts, all of which must be there
   * @param less labels of what is taken off; they need not be there
   * @param whole whether all parts must be there though the relation is strong if one of them is
   *     marked as one of some, as 其中：…: forms print that one alone
   * @param under what the label of the row must be under which the total stands, with its parts
   *     below it; there may be several such totals. One part may be left out where another total
   *     has them all. Null if the rows may stand anywhere
   */
  public record RowRule(
      List<String> kind,
      Pattern total,
      List<Pattern> parts,
      List<Pattern> less,
      boolean whole,
      @Nullable Pattern under) {
    public RowRule {
      kind = List.copyOf(kind);
      parts = List.copyOf(parts);
      less = less == null ? List.of() : List.copyOf(less);
    }
  }

  /**
   * An amount of one thing that is printed beside each of its parts, as a bond's size beside each
   * project. Headers are given in plain form.
   *
   * @param kind the kinds of table that it holds for
   * @param amount the header of the column of amounts
   * @param key the headers of the columns that tell, together, whose amount it is
   */
  public record RepeatedRule(List<String> kind, Pattern amount, List<Pattern> key) {
    public RepeatedRule {
      kind = List.copyOf(kind);
      key = List.copyOf(key);
    }
  }

  /**
   * An amount of one item, year and stage that tables of one kind print.
   *
   * @param digits how many digits it must have, without noughts at its ends: fewer are equal by
   *     chance
   */
  public record AgainRule(int digits) {}

  /**
   * The tables of a kind for a whole area, its own level and the levels below: each amount of the
   * first is the sum of those of the others.
   *
   * @param whole the scope of the whole
   * @param parts the scopes of its parts
   */
  public record LevelsRule(String whole, List<String> parts) {
    public LevelsRule {
      parts = List.copyOf(parts);
    }
  }

  /**
   * A table of a whole area with a column of its own level, and a table of that kind for the own
   * level alone: what the column prints for an item the other table prints too, where their totals
   * agree.
   *
   * @param measure what the column is of
   * @param scope the scope of the other table
   */
  public record OwnColumnRule(String measure, String scope) {}

  /**
   * A table with a row for each region, and one with a column for each: the amount of a row is the
   * total of the column of its name.
   *
   * @param rows kinds of the table with rows
   * @param columns kinds of the table with columns
   */
  public record CrossedRule(List<String> rows, List<String> columns) {
    public CrossedRule {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }

  /**
   * An amount of a name, as a fund, as the sum of others of that name, in tables of one year and
   * level of government.
   *
   * @param total the sum
   * @param parts its parts, all of which must be there
   * @param less what is taken off, all of which must be there
   */
  public record NamedRule(NamedAmount total, List<NamedAmount> parts, List<NamedAmount> less) {
    public NamedRule {
      parts = List.copyOf(parts);
      less = less == null ? List.of() : List.copyOf(less);
    }

    /** The sum, its parts, then what is taken off. */
    public List<NamedAmount> all() {
      return Stream.of(List.of(total), parts, less).flatMap(List::stream).toList();
    }
  }

  /**
   * Where an amount of a name stands.
   *
   * @param kind kinds of its table
   * @param label the label of its row in plain form, without its mark; the first group is the name,
   *     and where it matches nothing the row is about all names together
   * @param measure the measure of its column; null for columns of equal meaning
   */
  public record NamedAmount(List<String> kind, Pattern label, @Nullable String measure) {
    public NamedAmount {
      kind = List.copyOf(kind);
    }
  }

  /**
   * An amount that another cannot exceed: of two columns, named by their measures, or of two rows,
   * named by their labels in plain form.
   *
   * @param kind the kinds of table that it holds for
   * @param whole the measure of the greater column; null if rows are told
   * @param part the measure of the other
   * @param wholeLabel the label of the greater row; null if columns are told
   * @param partLabel the label of the other
   */
  public record BoundRule(
      List<String> kind,
      @Nullable String whole,
      @Nullable String part,
      @Nullable Pattern wholeLabel,
      @Nullable Pattern partLabel) {
    public BoundRule {
      kind = List.copyOf(kind);
    }
  }

  /**
   * A value in a form as the sum of others; values are named by the labels before them, in plain
   * form.
   *
   * @param kind the kinds of form
   * @param total the label of the sum
   * @param parts the labels of its parts, all of which must be there
   */
  public record FormRule(
      List<String> kind, Pattern total, @JsonProperty("parts") List<Pattern> parts) {
    public FormRule {
      kind = List.copyOf(kind);
      parts = List.copyOf(parts);
    }
  }
}
