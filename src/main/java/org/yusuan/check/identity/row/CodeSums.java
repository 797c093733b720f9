package org.yusuan.check.identity.row;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Codes below codes. A row is part of the nearest row above whose code begins its own. A code that
 * fits nothing above it, although it is not of the top level, may belong to the row above it: that
 * is the other reading. A row without any amount is a heading: its parts belong to what it is part
 * of.
 */
final class CodeSums {

  private final Table table;
  private final List<Integer> rows;
  private final LabelPatterns words;
  private final int top;
  private final List<Integer> strays = new ArrayList<>();

  /**
   * @param rows the rows of one list, in order
   * @param top the level of its top rows
   */
  CodeSums(Table table, List<Integer> rows, LabelPatterns words, int top) {
    this.table = table;
    this.rows = rows;
    this.words = words;
    this.top = top;
  }

  /** The sums; {@link #strays()} are known after it. */
  List<RowSums.RowSum> find() {
    Deque<Integer> open = new ArrayDeque<>();
    List<List<Integer>> parts = new ArrayList<>();
    List<List<Integer>> straysBelow = new ArrayList<>();
    for (int i = 0; i < table.rows().size(); i++) {
      parts.add(new ArrayList<>());
      straysBelow.add(new ArrayList<>());
    }
    List<Integer> leaves = new ArrayList<>();
    for (int r : rows) {
      Row row = table.rows().get(r);
      String code = row.keys().code();
      if (row.kind() != RowKind.ITEM || code == null || words.isOfWhich(row.keys().label())) {
        continue;
      }
      boolean stray =
          row.level() > top && !open.isEmpty() && !code.startsWith(code(open.getLast()));
      if (stray) {
        straysBelow.get(open.element()).add(r);
        strays.add(r);
        continue;
      }
      while (!open.isEmpty() && !isBelow(r, open.peek())) {
        open.pop();
      }
      if (!open.isEmpty()) {
        parts.get(open.peek()).add(r);
      }
      leaves.add(r);
      if (!RowMarks.isHeading(row)) {
        open.push(r);
      }
    }
    List<RowSums.RowSum> sums = new ArrayList<>();
    for (int r : leaves) {
      List<Integer> own = parts.get(r);
      if (own.isEmpty() && straysBelow.get(r).isEmpty()) {
        continue;
      }
      List<List<Integer>> readings = new ArrayList<>();
      if (!own.isEmpty()) {
        readings.add(own);
      }
      if (!straysBelow.get(r).isEmpty()) {
        List<Integer> more = new ArrayList<>(own);
        more.addAll(straysBelow.get(r));
        readings.add(more);
      }
      boolean usual = !own.isEmpty() && straysBelow.get(r).isEmpty();
      sums.add(
          new RowSums.RowSum(
              RowSums.Kind.CODES, r, readings, usual ? Strength.STRONG : Strength.WEAK));
    }
    return sums;
  }

  /** Rows that belong to nothing above them by their codes. */
  List<Integer> strays() {
    return List.copyOf(strays);
  }

  private String code(int r) {
    String code = table.rows().get(r).keys().code();
    return code == null ? "" : code;
  }

  private boolean isBelow(int r, int above) {
    Row row = table.rows().get(r);
    Keys own = row.keys();
    Keys other = table.rows().get(above).keys();
    String code = code(r);
    int digits = code.length() - code(above).length();
    // A class may be printed again as its own only part.
    return (digits > 0 || (digits == 0 && row.level() > table.rows().get(above).level()))
        && code.startsWith(code(above))
        && (own.economicCode() == null) == (other.economicCode() == null)
        && (own.unitCode() == null
            || other.unitCode() == null
            || own.unitCode().equals(other.unitCode()));
  }
}
