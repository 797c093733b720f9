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
 * of. A row that only names its class stands above the codes of that class that follow it.
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
    for (int i = 0; i < rows.size(); i++) {
      int r = rows.get(i);
      Row row = table.rows().get(r);
      if (isNamedHead(i)) {
        open.clear();
        open.push(r);
        leaves.add(r);
        continue;
      }
      String code = row.keys().code();
      if (row.kind() != RowKind.ITEM || code == null || words.isOfWhich(row.keys().label())) {
        continue;
      }
      boolean stray =
          row.level() > top && !open.isEmpty() && !code.startsWith(code(open.getLast()));
      if (stray) {
        // 11015 behind 105 may go on with 110; it is no part of 1050401, which stands deeper.
        int own = nearestAbove(r, leaves);
        if (own >= 0) {
          straysBelow.get(own).add(r);
        }
        if (row.level() > table.rows().get(open.element()).level()) {
          straysBelow.get(open.element()).add(r);
        }
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
      boolean printed = table.rows().get(r).keys().code() != null;
      if (!printed) {
        List<Integer> all = allBelow(own, parts);
        if (all.size() > own.size()) {
          readings.add(all); // the codes of such lists may tell no levels
        }
      }
      boolean usual = printed && !own.isEmpty() && straysBelow.get(r).isEmpty();
      sums.add(
          new RowSums.RowSum(
              RowSums.Kind.CODES, r, readings, usual ? Strength.STRONG : Strength.WEAK));
    }
    return sums;
  }

  /** The last of some rows whose code begins that of a row; -1 if there is none. */
  private int nearestAbove(int r, List<Integer> some) {
    int nearest = -1;
    for (int above : some) {
      nearest = isBelow(r, above) ? above : nearest;
    }
    return nearest;
  }

  /** Rows with all that belongs to them, in order. */
  private static List<Integer> allBelow(List<Integer> rows, List<List<Integer>> parts) {
    List<Integer> all = new ArrayList<>();
    for (int r : rows) {
      all.add(r);
      all.addAll(allBelow(parts.get(r), parts));
    }
    return all;
  }

  /** Rows that belong to nothing above them by their codes. */
  List<Integer> strays() {
    return List.copyOf(strays);
  }

  /** Whether a row names the class of the coded row below it, and prints no code itself. */
  private boolean isNamedHead(int i) {
    Row row = table.rows().get(rows.get(i));
    String named = row.keys().codeByName();
    String below = i + 1 < rows.size() ? table.rows().get(rows.get(i + 1)).keys().code() : null;
    return row.kind() == RowKind.ITEM
        && row.keys().code() == null
        && named != null
        && below != null
        && below.startsWith(named)
        && !below.equals(named);
  }

  private String code(int r) {
    String code = table.rows().get(r).keys().codeOrNamed();
    return code == null ? "" : code;
  }

  private boolean isBelow(int r, int above) {
    Row row = table.rows().get(r);
    Keys own = row.keys();
    Keys other = table.rows().get(above).keys();
    String code = code(r);
    int digits = code.length() - code(above).length();
    // A class may be printed again as its own only part, and an item above its projects.
    boolean again =
        row.level() > table.rows().get(above).level()
            || own.project() != null && other.project() == null;
    return (digits > 0 || digits == 0 && again)
        && code.startsWith(code(above))
        && (other.code() == null || (own.economicCode() == null) == (other.economicCode() == null))
        && (own.unitCode() == null
            || other.unitCode() == null
            || own.unitCode().equals(other.unitCode()));
  }
}
