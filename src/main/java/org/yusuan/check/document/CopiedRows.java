package org.yusuan.check.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.finding.Blame;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.finding.Severity;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Rows below a total that are those of another total of the list, by their names and by all that
 * they print, and more than their own: they were copied, and never filled in. That other total must
 * be the sum of its rows. Of 190 documents one has such rows, at three places of one table.
 * Immutable; threads may share it.
 */
final class CopiedRows {

  static final String RULE = "rows-of-another-total";

  /** One row may be like another by chance. A guess. */
  private static final int MIN_ROWS = 2;

  /** A total with fewer digits may be the sum of rows that are none of its parts. A guess. */
  private static final int MIN_DIGITS = 4;

  /** A row that is printed more often than this is no copy of one of them. A guess. */
  private static final int MAX_ALIKE = 20;

  /** A total adds up at most so many rows below it. A guess that bounds the work. */
  private static final int MAX_PARTS = 60;

  private final Messages messages;

  CopiedRows(Messages messages) {
    this.messages = messages;
  }

  /** The findings of tables without recognized text. */
  List<Finding> findings(List<Table> tables) {
    List<Finding> findings = new ArrayList<>();
    for (Table table : tables) {
      for (int list = 0; list < table.listCount(); list++) {
        int of = list;
        List<Integer> rows =
            IntStream.range(0, table.rows().size())
                .filter(r -> table.rows().get(r).list() == of)
                .boxed()
                .toList();
        inList(table, rows, table.amountColumns(list), findings);
      }
    }
    return findings;
  }

  private void inList(
      Table table, List<Integer> rows, List<Integer> columns, List<Finding> findings) {
    Map<String, List<Integer>> places = new HashMap<>();
    List<@Nullable String> prints = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      String print = print(table.rows().get(rows.get(i)));
      prints.add(print);
      if (print != null) {
        places.computeIfAbsent(print, key -> new ArrayList<>()).add(i);
      }
    }
    int next = 1;
    for (int copy = 1; copy < rows.size(); copy++) {
      String print = prints.get(copy);
      List<Integer> alike = print == null ? List.of() : places.getOrDefault(print, List.of());
      if (copy < next || alike.size() > MAX_ALIKE) {
        continue;
      }
      for (int first : alike) {
        if (first == 0 || first >= copy) {
          break;
        }
        int count = alike(prints, first, copy);
        Integer column =
            count < MIN_ROWS ? null : exceeded(table, rows, columns, first, copy, count);
        if (column != null) {
          findings.add(finding(table, rows, column, first, copy, count));
          next = copy + count;
          break;
        }
      }
    }
  }

  /** What an item with an amount prints in all its cells; null for other rows. */
  private static @Nullable String print(Row row) {
    boolean filled =
        row.cells().stream().anyMatch(c -> c.amount() != null && c.amount().signum() != 0);
    if (row.kind() != RowKind.ITEM || row.keys().label() == null || !filled) {
      return null;
    }
    StringBuilder print = new StringBuilder(row.keys().label());
    row.cells().stream()
        .filter(cell -> !cell.text().isBlank())
        .forEach(cell -> print.append('|').append(cell.column()).append(' ').append(cell.text()));
    return print.toString();
  }

  /** How many rows from two places on print the same. */
  private static int alike(List<@Nullable String> prints, int first, int copy) {
    int count = 0;
    while (first + count < copy
        && copy + count < prints.size()
        && Objects.equals(prints.get(copy + count), prints.get(first + count))
        && prints.get(copy + count) != null) {
      count++;
    }
    return count;
  }

  /** A column in which the rows are the parts of the one total, and more than the other. */
  private static @Nullable Integer exceeded(
      Table table, List<Integer> rows, List<Integer> columns, int first, int copy, int count) {
    for (int column : columns) {
      BigDecimal own = amount(table, rows.get(copy - 1), column);
      BigDecimal sum = sum(table, rows, column, copy, count);
      if (areOfTheirOwn(table, rows, column, copy, count)
          && own.signum() > 0
          && sum.compareTo(own) > 0
          && isSum(table, rows, column, first, count)) {
        return column;
      }
    }
    return null;
  }

  /**
   * Whether a total and the rows below it print amounts of which no two are alike: lists of bonds
   * repeat the size of one beside each of its projects.
   */
  private static boolean areOfTheirOwn(
      Table table, List<Integer> rows, int column, int copy, int count) {
    return IntStream.range(-1, count)
            .mapToObj(k -> amount(table, rows.get(copy + k), column).stripTrailingZeros())
            .distinct()
            .count()
        > count;
  }

  /** Whether the row above some rows is the sum of them and of what follows them. */
  private static boolean isSum(Table table, List<Integer> rows, int column, int first, int count) {
    BigDecimal total = amount(table, rows.get(first - 1), column);
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < MAX_PARTS && first + k < rows.size(); k++) {
      sum = sum.add(amount(table, rows.get(first + k), column));
      if (k + 1 >= count && sum.compareTo(total) == 0) {
        return total.signum() > 0 && total.stripTrailingZeros().precision() >= MIN_DIGITS;
      }
    }
    return false;
  }

  private static BigDecimal sum(Table table, List<Integer> rows, int column, int from, int count) {
    BigDecimal sum = BigDecimal.ZERO;
    for (int k = 0; k < count; k++) {
      sum = sum.add(amount(table, rows.get(from + k), column));
    }
    return sum;
  }

  private static BigDecimal amount(Table table, int row, int column) {
    Cell cell = table.cell(row, column);
    return cell == null || cell.amount() == null ? BigDecimal.ZERO : cell.amount();
  }

  private Finding finding(
      Table table, List<Integer> rows, int column, int first, int copy, int count) {
    Row total = table.rows().get(rows.get(copy - 1));
    List<CellRef> cells = new ArrayList<>();
    for (int k = -1; k < count; k++) {
      cells.add(new CellRef(table.id(), rows.get(copy + k), column));
    }
    Cell cell = total.cell(column);
    int page = cell == null ? table.pages().get(0) : cell.page();
    BigDecimal factor = BigDecimal.valueOf(table.unitFactor() == null ? 1 : table.unitFactor());
    Map<String, Wording> fields = new HashMap<>();
    fields.put("table", Wording.of(table.titleOrId()));
    fields.put("page", Wording.of(page));
    fields.put("label", Wording.of(total.keys().codeAndLabel()));
    fields.put("column", Wording.of(String.join("/", table.columns().get(column).header())));
    fields.put("printed", Wording.of(cell == null ? "" : cell.text().strip()));
    fields.put("count", Wording.of(count));
    fields.put(
        "sum",
        Wording.of(
            sum(table, rows, column, copy, count)
                .divide(factor)
                .stripTrailingZeros()
                .toPlainString()));
    fields.put("unit", Wording.of(table.unit() == null ? "" : table.unit()));
    fields.put("other", Wording.of(table.rows().get(rows.get(first - 1)).keys().codeAndLabel()));
    Wording sentence = messages.say(RULE, fields);
    return new Finding(
        RULE, Severity.WARNING, Blame.DOCUMENT, sentence.zh(), sentence.en(), cells, page);
  }
}
