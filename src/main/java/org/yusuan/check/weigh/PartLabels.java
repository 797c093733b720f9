package org.yusuan.check.weigh;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;
import org.yusuan.knowledge.LabelPatterns;
import org.yusuan.model.table.Row;
import org.yusuan.text.ListMark;

/** What the labels of a sum of rows tell of parts that are not printed. */
final class PartLabels {

  private final AmountIndex index;
  private final LabelPatterns words;

  PartLabels(AmountIndex index, LabelPatterns words) {
    this.index = index;
    this.words = words;
  }

  /**
   * Whether the numbers before the parts' names, as 一、二、四、, leave one out; that before the total's
   * own name is not missing.
   */
  boolean isNumberSkipped(Identity identity) {
    int next = 1;
    int missing = 0;
    int skipped = 0;
    for (int cell : Arrays.stream(identity.cells()).skip(1).sorted().toArray()) {
      int number = itemNumber(label(cell));
      if (number < next) {
        return false;
      }
      missing = number > next ? next : missing;
      skipped += number - next;
      next = number + 1;
    }
    // 其中：1. is the first of the numbers, though it is no part by its name.
    return skipped == 1
        && !isNumbered(identity.cells()[0], identity.cells()[1], missing)
        && !isBeforeOfWhich(identity);
  }

  /** Whether the number of a total, written as that of a part, is the given one. */
  private boolean isNumbered(int total, int part, int number) {
    ListMark own = ListMark.ofLabel(label(total));
    ListMark other = ListMark.ofLabel(label(part));
    return own != null && other != null && own.number() == number && own.style() == other.style();
  }

  /**
   * Whether the first row below the total is marked as one of its parts, and is not added. One that
   * stands deeper than the parts do is part of another, which is not printed; and one without a
   * number above （一） and （二） parts the whole in another way than these do.
   */
  boolean isBeforeOfWhich(Identity identity) {
    int total = identity.cells()[0];
    List<Row> rows = index.table(total).rows();
    int next = index.ref(total).row() + 1;
    while (next < rows.size() && rows.get(next).list() != index.row(total).list()) {
      next++;
    }
    if (next == rows.size()
        || !words.isOfWhich(rows.get(next).keys().label())
        || rows.get(next).level() > index.row(identity.cells()[1]).level()
        || isNumberedApart(identity, label(rows.get(next)))) {
      return false;
    }
    int cell = index.id(index.tableOf(total), next, index.ref(total).column());
    return cell < 0 || identity.indexOf(cell) < 0;
  }

  /** Whether all parts, at least two, are numbered in one style, and what 其中 names is not. */
  private boolean isNumberedApart(Identity identity, String ofWhich) {
    @Nullable ListMark first = ListMark.ofLabel(label(identity.cells()[1]));
    return first != null
        && identity.cells().length > 2
        && ListMark.ofLabel(words.part(ofWhich)) == null
        && Arrays.stream(identity.cells())
            .skip(1)
            .mapToObj(cell -> ListMark.ofLabel(label(cell)))
            .allMatch(mark -> mark != null && mark.style() == first.style());
  }

  /**
   * Whether one of the parts makes up a whole with another, as 一般债务 with 专项债务, that is printed
   * nowhere between the total and the last of its parts. A total of 一般债务 itself has none.
   */
  boolean isCounterpartMissing(Identity identity) {
    int total = identity.cells()[0];
    List<Row> rows = index.table(total).rows();
    int first = rows.size();
    int last = 0;
    for (int cell : identity.cells()) {
      first = Math.min(first, index.ref(cell).row());
      last = Math.max(last, index.ref(cell).row());
    }
    Set<String> printed = new HashSet<>();
    for (Row row : rows.subList(first, last + 1)) {
      printed.add(ListMark.without(words.part(label(row))));
    }
    long missing =
        Arrays.stream(identity.cells())
            .skip(1)
            .mapToObj(cell -> words.counterpart(label(cell)))
            .filter(other -> other != null && !printed.contains(other))
            .count();
    return missing == 1 && words.counterpart(label(total)) == null;
  }

  /** Whether one of the parts is marked as one of several that need not be all. */
  boolean isOfWhichAdded(Identity identity) {
    return Arrays.stream(identity.cells()).skip(1).anyMatch(cell -> words.isOfWhich(label(cell)));
  }

  private static String label(Row row) {
    @Nullable String label = row.keys().label();
    return label == null ? "" : label;
  }

  private String label(int cell) {
    return label(index.row(cell));
  }

  /** The number before the name of an item; 0 if there is none. */
  private static int itemNumber(String label) {
    ListMark mark = ListMark.ofLabel(label);
    return mark == null ? 0 : mark.number();
  }
}
