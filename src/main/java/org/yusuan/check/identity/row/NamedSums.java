package org.yusuan.check.identity.row;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * How the rows of a list without codes and indentation nest by their names: the classification
 * tells whether an item is a 类, 款 or 项, and many lists say it after names that are both, as
 * 其他支出(款). A row of no known name belongs to the one above it. What is told so is a proof where it
 * adds up, and nothing where it does not: lists leave items out.
 */
public final class NamedSums {

  private static final Pattern STATED = Pattern.compile(".*[(](类|款|项)[)]");

  /** The digits of the codes of each level. */
  private static final Map<String, Integer> DIGITS = Map.of("类", 3, "款", 5, "项", 7);

  private final Table table;

  public NamedSums(Table table) {
    this.table = table;
  }

  /**
   * The rows that are sums, each with its parts.
   *
   * @param rows the rows of one list, in order
   */
  public Map<Integer, List<Integer>> find(List<Integer> rows) {
    Map<Integer, List<Integer>> parts = new LinkedHashMap<>();
    long named = rows.stream().filter(r -> digits(r) > 0).count();
    long coded = rows.stream().filter(r -> table.rows().get(r).keys().code() != null).count();
    if (2 * named < rows.size() || coded > 0) {
      return parts;
    }
    Deque<Integer> open = new ArrayDeque<>();
    List<Integer> top = new ArrayList<>();
    for (int r : rows) {
      int own = digits(r);
      if (own == 0 && table.rows().get(r).kind() != RowKind.ITEM) {
        continue;
      }
      while (own > 0 && !open.isEmpty() && digits(open.element()) >= own) {
        open.pop();
      }
      if (open.isEmpty()) {
        top.add(r);
      } else {
        parts.computeIfAbsent(open.element(), key -> new ArrayList<>()).add(r);
      }
      if (own > 0) {
        open.push(r);
      }
    }
    List<Integer> classes = top.stream().filter(r -> digits(r) > 0).toList();
    int first = classes.isEmpty() ? 0 : classes.get(0);
    int last = first;
    for (int r : rows) {
      last = digits(r) > 0 ? r : last;
    }
    for (int r : rows) {
      // Between items a row of no known name is one of them, and not the sum of all classes.
      boolean beside = r < first || r > last || table.rows().get(r).kind() != RowKind.ITEM;
      if (digits(r) == 0 && beside && !parts.containsKey(r)) {
        parts.put(r, classes.stream().filter(c -> c != r).toList());
      }
    }
    return parts;
  }

  /** The digits that the code of a row has by its name; 0 if its name is not known. */
  private int digits(int r) {
    Row row = table.rows().get(r);
    Keys keys = row.keys();
    @Nullable String label = keys.label();
    if (label != null) {
      Matcher stated = STATED.matcher(TextNormalizer.of(label));
      if (stated.matches()) {
        return DIGITS.getOrDefault(stated.group(1), 0);
      }
    }
    @Nullable String code = keys.codeByName();
    return code == null || row.kind() != RowKind.ITEM ? 0 : code.length();
  }
}
