package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Table;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * What the header of a table says of its columns: a column called 合计, 总计 or 小计 is the sum of the
 * columns beside it under the same heading. A group beside it counts with its own 合计, or with the
 * sum of its columns; what stands under 其中 does not count.
 */
final class HeaderSums {

  private final Table table;
  private final LabelPatterns words;
  private final boolean recognized;

  HeaderSums(Table table, LabelPatterns words) {
    this.table = table;
    this.words = words;
    this.recognized = table.hasRecognizedText();
  }

  /**
   * One column as the sum of others.
   *
   * @param total the column that is summed
   * @param parts its parts
   * @param strength weak if several totals share a heading, so that order must tell their parts
   */
  record ColumnSum(int total, List<Integer> parts, Strength strength) {}

  /** A heading, with what stands below it; a leaf has a column. */
  private record Node(String text, List<Node> children, int column) {
    boolean isLeaf() {
      return children.isEmpty();
    }
  }

  /** The sums that the header states. */
  List<ColumnSum> find() {
    List<ColumnSum> sums = new ArrayList<>();
    int lists = table.listCount();
    for (int list = 0; list < lists; list++) {
      collect(nodes(table.amountColumns(list), 0), sums);
    }
    sums.removeIf(
        sum -> isUnreadable(sum.total) || sum.parts.stream().anyMatch(this::isUnreadable));
    return sums;
  }

  /**
   * Whether a header of a scan shows no Chinese character where something is printed: it may have
   * been a 合计, and the sum another one.
   */
  private boolean isUnreadable(int column) {
    List<String> path = table.columns().get(column).header();
    if (!recognized || path.isEmpty()) {
      return false;
    }
    String own = path.get(path.size() - 1);
    return !own.isBlank() && !Ideographs.in(own);
  }

  private List<Node> nodes(List<Integer> columns, int depth) {
    List<Node> nodes = new ArrayList<>();
    int i = 0;
    while (i < columns.size()) {
      List<String> path = table.columns().get(columns.get(i)).header();
      if (path.size() <= depth + 1) {
        String text = path.size() <= depth ? "" : TextNormalizer.of(path.get(depth));
        nodes.add(new Node(text, List.of(), columns.get(i)));
        i++;
        continue;
      }
      String text = path.get(depth);
      int end = i;
      while (end < columns.size() && continues(columns.get(end), depth, text)) {
        end++;
      }
      nodes.add(new Node(TextNormalizer.of(text), nodes(columns.subList(i, end), depth + 1), -1));
      i = end;
    }
    return nodes;
  }

  private boolean continues(int column, int depth, String text) {
    List<String> path = table.columns().get(column).header();
    return path.size() > depth + 1 && path.get(depth).equals(text);
  }

  private void collect(List<Node> siblings, List<ColumnSum> sums) {
    List<Integer> totals = new ArrayList<>();
    for (int i = 0; i < siblings.size(); i++) {
      if (words.isTotal(siblings.get(i).text) && !words.isOfWhich(siblings.get(i).text)) {
        totals.add(i);
      }
      collect(siblings.get(i).children, sums);
    }
    if (totals.size() == 1) {
      List<Node> parts = new ArrayList<>(siblings);
      Node total = parts.remove((int) totals.get(0));
      add(total, parts, Strength.STRONG, sums);
      return;
    }
    for (int k = 0; k < totals.size(); k++) {
      int end = k + 1 < totals.size() ? totals.get(k + 1) : siblings.size();
      List<Node> parts = siblings.subList(totals.get(k) + 1, end);
      if (k == 0 && parts.isEmpty()) {
        parts = totals.subList(1, totals.size()).stream().map(siblings::get).toList();
      }
      add(siblings.get(totals.get(k)), parts, Strength.WEAK, sums);
    }
  }

  private void add(Node total, List<Node> parts, Strength strength, List<ColumnSum> sums) {
    if (total.isLeaf()) {
      addOne(total.column, "", parts, strength, sums);
    }
    for (Node leaf : total.children) {
      if (leaf.isLeaf()) {
        addOne(leaf.column, leaf.text, parts, strength, sums);
      }
    }
  }

  private void addOne(
      int total, String suffix, List<Node> parts, Strength strength, List<ColumnSum> sums) {
    Set<Integer> columns = new LinkedHashSet<>();
    for (Node part : parts) {
      if (!words.isOfWhich(part.text)) {
        columns.addAll(columns(part, suffix));
      }
    }
    if (!columns.isEmpty()) {
      sums.add(new ColumnSum(total, List.copyOf(columns), strength));
    }
  }

  /** The columns that make up a heading, of those below it that end in the suffix. */
  private List<Integer> columns(Node node, String suffix) {
    if (node.isLeaf()) {
      return suffix.isEmpty() || suffix.equals(node.text) ? List.of(node.column) : List.of();
    }
    for (Node child : node.children) {
      if (child.isLeaf() && !suffix.isEmpty() && child.text.equals(suffix)) {
        return List.of(child.column);
      }
    }
    for (Node child : node.children) {
      if (words.isTotal(child.text)) {
        return columns(child, suffix);
      }
    }
    List<Integer> columns = new ArrayList<>();
    for (Node child : node.children) {
      if (!words.isOfWhich(child.text)) {
        columns.addAll(columns(child, suffix));
      }
    }
    return columns;
  }
}
