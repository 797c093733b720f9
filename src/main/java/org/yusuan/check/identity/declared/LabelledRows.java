package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.ListMark;
import org.yusuan.text.TextNormalizer;

/** Finds rows by their labels, and applies the relations that are declared of them. */
public final class LabelledRows {

  private final AmountIndex index;
  private final LabelPatterns words;

  public LabelledRows(AmountIndex index, LabelPatterns words) {
    this.index = index;
    this.words = words;
  }

  /** Adds the sums that a rule states for tables of its kinds. */
  void sums(Relation rule, Relation.RowRule rows, List<Identity> identities) {
    IdentityGroup group = DeclaredIdentities.group(rule, false);
    for (int t = 0; t < index.tables().size(); t++) {
      if (!rows.kind().contains(index.tables().get(t).kind())) {
        continue;
      }
      if (rows.under() != null) {
        for (List<Integer> block : blocks(t, rows, rows.under())) {
          add(group, inEachColumn(t, block), block.size() - 1, identities);
        }
        continue;
      }
      List<Row> all = index.tables().get(t).rows();
      List<Pattern> labels = new ArrayList<>();
      labels.add(rows.total());
      labels.addAll(rows.parts());
      int needed = labels.size();
      labels.addAll(rows.less());
      List<Integer> found = new ArrayList<>();
      int parts = 0;
      for (int i = 0; i < labels.size(); i++) {
        int row = row(t, labels.get(i));
        if (row >= 0) {
          found.add(row);
          parts += i > 0 && i < needed ? 1 : 0;
        } else if (i == 0) {
          break;
        }
      }
      boolean stated = rule.strengthOrStrong() == Strength.STRONG;
      // A form may leave out a part, or all but one if nothing else is printed there: what is
      // printed must add up all the same.
      int least =
          !stated || rows.whole() && found.stream().map(all::get).anyMatch(this::isOneOfSome)
              ? rows.parts().size()
              : found.size() == filled(t) ? 1 : Math.max(1, rows.parts().size() - 1);
      if (parts >= least && found.stream().distinct().count() == found.size()) {
        add(group, stated ? inEachColumn(t, found) : cells(t, found), parts, identities);
      }
    }
  }

  /** The totals under a heading, each with those of its parts that stand below it. */
  private List<List<Integer>> blocks(int t, Relation.RowRule rule, Pattern under) {
    List<Row> rows = index.tables().get(t).rows();
    List<List<Integer>> blocks = new ArrayList<>();
    int heading = -1;
    List<Integer> block = List.of();
    for (int r = 0; r < rows.size(); r++) {
      int row = r;
      if (heading >= 0 && rows.get(r).level() <= rows.get(heading).level()) {
        heading = -1;
        block = List.of();
      }
      if (matches(rows.get(r), under)) {
        heading = r;
      } else if (heading >= 0 && matches(rows.get(r), rule.total())) {
        block = new ArrayList<>(List.of(r));
        blocks.add(block);
      } else if (!block.isEmpty()
          && rule.parts().stream().anyMatch(part -> matches(rows.get(row), part))) {
        block.add(r);
      }
    }
    int parts = rule.parts().size();
    boolean printed = blocks.stream().anyMatch(each -> each.size() == parts + 1);
    return blocks.stream()
        .filter(each -> each.size() > 1 && each.size() >= parts && each.size() <= parts + 1)
        .filter(each -> printed)
        .toList();
  }

  private static boolean matches(Row row, Pattern pattern) {
    @Nullable String label = row.keys().label();
    return label != null && pattern.matcher(TextNormalizer.of(label)).matches();
  }

  /**
   * Whether the label marks a row as a part that need not be all: 其中：…, but not 其中：（1）…, which says
   * that there is another.
   */
  private boolean isOneOfSome(Row row) {
    @Nullable String label = row.keys().label();
    return label != null && words.isOfWhich(label) && ListMark.ofLabel(words.part(label)) == null;
  }

  /** How many rows print an amount. */
  private long filled(int t) {
    return index.tables().get(t).rows().stream()
        .filter(row -> row.cells().stream().anyMatch(cell -> cell.amount() != null))
        .count();
  }

  /** The cells of some rows in each column of amounts that one of them fills. */
  private List<int[]> inEachColumn(int t, List<Integer> rows) {
    List<int[]> choices = new ArrayList<>();
    for (int c = 0; c < index.tables().get(t).columns().size(); c++) {
      int column = c;
      int[] cells = rows.stream().mapToInt(row -> index.id(t, row, column)).toArray();
      if (Arrays.stream(cells).allMatch(cell -> cell >= 0)
          && Arrays.stream(cells).anyMatch(cell -> !index.isBlank(cell))) {
        choices.add(cells);
      }
    }
    return choices;
  }

  private void add(IdentityGroup group, List<int[]> choices, int parts, List<Identity> identities) {
    for (int[] cells : choices) {
      int[] coefficients = new int[cells.length];
      for (int i = 0; i < cells.length; i++) {
        coefficients[i] = i == 0 || i > parts ? 1 : -1;
      }
      identities.add(new Identity(group, cells, coefficients));
    }
  }

  /**
   * The cells of some rows: those of each column that all of them fill, else the last amount of
   * each; none if a row has none.
   */
  public List<int[]> cells(int t, List<Integer> rows) {
    List<int[]> choices = new ArrayList<>();
    Table table = index.tables().get(t);
    for (int c = 0; c < table.columns().size(); c++) {
      int column = c;
      int[] cells = rows.stream().mapToInt(row -> index.id(t, row, column)).toArray();
      boolean filled = true;
      for (int cell : cells) {
        filled &= cell >= 0 && !index.isBlank(cell);
      }
      if (filled) {
        choices.add(cells);
      }
    }
    if (choices.isEmpty()) {
      int[] last = rows.stream().mapToInt(row -> last(t, row)).toArray();
      boolean filled = true;
      for (int cell : last) {
        filled &= cell >= 0;
      }
      if (filled) {
        choices.add(last);
      }
    }
    return choices;
  }

  private int last(int t, int row) {
    List<Column> columns = index.tables().get(t).columns();
    for (int c = columns.size() - 1; c >= 0; c--) {
      int cell = index.id(t, row, c);
      if (columns.get(c).role() == ColumnRole.AMOUNT && cell >= 0 && !index.isBlank(cell)) {
        return cell;
      }
    }
    return -1;
  }

  /** The first row whose label matches the pattern; -1 if there is none. */
  public int row(int t, Pattern label) {
    List<Row> rows = index.tables().get(t).rows();
    for (int r = 0; r < rows.size(); r++) {
      if (matches(rows.get(r), label)) {
        return r;
      }
    }
    return -1;
  }
}
