package org.yusuan.check.identity.declared;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Relation;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/** Applies declared relations that hold inside one table: between columns, and in forms. */
final class DeclaredInTable {

  private final AmountIndex index;

  DeclaredInTable(AmountIndex index) {
    this.index = index;
  }

  // --- columns of one row

  /**
   * Adds, for every row of every table, a column as the sum of others; columns are found by their
   * measures.
   */
  void columns(Relation rule, Relation.ColumnRule columns, List<Identity> identities) {
    for (int t = 0; t < index.tables().size(); t++) {
      Table table = index.tables().get(t);
      if (!columns.kind().isEmpty() && !columns.kind().contains(table.kind())) {
        continue;
      }
      for (int total = 0; total < table.columns().size(); total++) {
        Column whole = table.columns().get(total);
        if (!columns.total().equals(whole.measure())) {
          continue;
        }
        List<Integer> parts = beside(table, whole, columns.parts());
        List<Integer> less = beside(table, whole, columns.less());
        if (parts.contains(-1) || less.contains(-1) || twice(table, whole)) {
          continue;
        }
        List<Integer> members = new ArrayList<>(parts);
        members.addAll(less);
        columnIdentities(
            t, DeclaredIdentities.group(rule, false), total, members, parts.size(), identities);
      }
    }
  }

  private void columnIdentities(
      int t,
      IdentityGroup group,
      int total,
      List<Integer> members,
      int parts,
      List<Identity> identities) {
    for (int r = 0; r < index.tables().get(t).rows().size(); r++) {
      int[] cells = new int[members.size() + 1];
      int[] coefficients = new int[members.size() + 1];
      cells[0] = index.id(t, r, total);
      coefficients[0] = 1;
      boolean complete = cells[0] >= 0;
      for (int i = 0; i < members.size(); i++) {
        cells[i + 1] = index.id(t, r, members.get(i));
        coefficients[i + 1] = i < parts ? -1 : 1;
        complete &= cells[i + 1] >= 0;
      }
      if (complete) {
        identities.add(new Identity(group, cells, coefficients));
      }
    }
  }

  private static boolean twice(Table table, Column whole) {
    return beside(table, whole, List.of(Objects.requireNonNull(whole.measure()))).contains(-1);
  }

  /**
   * The columns of the given measures in the same list, year and stage; -1 for each that is not
   * found.
   */
  private static List<Integer> beside(Table table, Column whole, List<String> measures) {
    List<Integer> columns = new ArrayList<>();
    for (String measure : measures) {
      int found = -1;
      boolean several = false;
      for (int c = 0; c < table.columns().size(); c++) {
        Column column = table.columns().get(c);
        boolean sameTime =
            measure.startsWith("prior_year")
                || whole.measure() != null && whole.measure().startsWith("change")
                || (Objects.equals(column.year(), whole.year())
                    && Objects.equals(column.stage(), whole.stage()));
        if (measure.equals(column.measure()) && column.list() == whole.list() && sameTime) {
          several |= found >= 0;
          found = c;
        }
      }
      columns.add(several ? -1 : found);
    }
    return columns;
  }

  // --- forms

  /** A labelled value as the sum of others, in every form. */
  void form(Relation rule, Relation.FormRule form, List<Identity> identities) {
    IdentityGroup group = DeclaredIdentities.group(rule, false);
    for (int t = 0; t < index.tables().size(); t++) {
      if (form.kind().contains(index.tables().get(t).kind())) {
        int total = -1;
        int[] parts = new int[form.parts().size()];
        Arrays.fill(parts, -1);
        for (int r = 0; r < index.tables().get(t).rows().size(); r++) {
          List<Cell> cells = index.tables().get(t).rows().get(r).cells();
          for (int i = 0; i + 1 < cells.size(); i++) {
            String label = TextNormalizer.of(cells.get(i).text());
            int id = index.id(t, r, cells.get(i + 1).column());
            if (id < 0) {
              continue;
            }
            if (total < 0 && form.total().matcher(label).matches()) {
              total = id;
            }
            for (int k = 0; k < parts.length && total >= 0; k++) {
              // A label such as 其他资金 may stand before two values; the last in the row is that of
              // the year.
              if (form.parts().get(k).matcher(label).matches()
                  && index.ref(id).column() == index.ref(total).column()) {
                parts[k] = parts[k] < 0 ? id : parts[k];
              }
            }
          }
        }
        int[] found = Arrays.stream(parts).filter(id -> id >= 0).toArray();
        // A part may be left out, as it is in some forms: what is printed must add up all the same.
        if (total >= 0 && found.length > 0 && found.length >= parts.length - 1) {
          Identity sum = Identity.sum(group, total, found);
          // One part alone repeats the whole to the last digit: nothing is rounded there.
          if (group.strength() != Strength.EVIDENCE
              || sum.outcome(index, index.asRead()) == Identity.Outcome.HOLDS) {
            identities.add(sum);
          }
        }
      }
    }
  }
}
