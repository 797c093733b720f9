package org.yusuan.check.identity.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Strength;
import org.yusuan.knowledge.message.Messages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Relations that hold in a table without its saying so: a column as the sum of neighbouring
 * columns, a row as the sum of neighbouring rows.
 *
 * <p>Judged so: a place tells something if at least three of the amounts there are not zero and
 * what is summed is at least a hundred of the last printed place; then a sum of unrelated figures
 * hits it by chance with a probability of at most about 1 %. A relation is believed if it holds to
 * the letter at {@value #MIN_HOLDING_PLACES} telling places or more, and fails at no more than a
 * tenth as many. With some 3,000 relations tried in a table of 40 columns, chance passes that about
 * once in 30,000 tables.
 */
public final class DiscoveredIdentities {

  /**
   * A relation must hold at this many telling places: chance then passes it once in 30,000 tables,
   * as reckoned above.
   */
  private static final int MIN_HOLDING_PLACES = 4;

  /** A relation may fail once for this many places at which it holds. A guess. */
  private static final int MIN_HOLDS_PER_FAILURE = 10;

  /**
   * A sum tells something if it is at least this many units of the last printed place: unrelated
   * figures then hit it once in 100 times.
   */
  private static final int MIN_PLACES = 100;

  /** At most this many neighbours are tried as the parts of a sum. A guess that bounds the work. */
  private static final int MAX_PARTS = 12;

  /** Tables with more rows are not searched for sums of rows: that would take too long. A guess. */
  private static final int MAX_ROWS = 400;

  private final AmountIndex index;
  private final Assignment values;
  private final Messages messages;

  public DiscoveredIdentities(AmountIndex index, Messages messages) {
    this.messages = messages;
    this.index = index;
    this.values = index.asRead();
  }

  /** The identities found in one table. */
  public List<Identity> identitiesOf(int t) {
    Table table = index.tables().get(t);
    List<Identity> identities = new ArrayList<>();
    int lists = table.listCount();
    for (int list = 0; list < lists; list++) {
      List<Integer> columns = table.amountColumns(list);
      List<Integer> rows = new ArrayList<>();
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        if (row.list() == list) {
          rows.add(r);
        }
      }
      search(
          messages.say("discovered-column", Map.of()),
          columns,
          rows,
          (column, row) -> index.id(t, row, column),
          identities);
      if (rows.size() <= MAX_ROWS) {
        search(
            messages.say("discovered-row", Map.of()),
            rows,
            columns,
            (row, column) -> index.id(t, row, column),
            identities);
      }
    }
    return identities;
  }

  /** Tries every line (column or row) as the sum of the others of every window around it. */
  private void search(
      Wording says,
      List<Integer> lines,
      List<Integer> places,
      IntBinaryOperator id,
      List<Identity> identities) {
    for (int size = 3; size <= Math.min(MAX_PARTS + 1, lines.size()); size++) {
      for (int start = 0; start + size <= lines.size(); start++) {
        List<Integer> window = lines.subList(start, start + size);
        for (int total = 0; total < size; total++) {
          if (holds(window, total, places, id)) {
            add(says, window, total, places, id, identities);
          }
        }
      }
    }
  }

  private boolean holds(
      List<Integer> window, int total, List<Integer> places, IntBinaryOperator id) {
    int holds = 0;
    int fails = 0;
    for (int i = 0; i < places.size() && fails <= 2 + holds / MIN_HOLDS_PER_FAILURE; i++) {
      long residual = 0;
      int filled = 0;
      long whole = 0;
      long last = 1;
      for (int k = 0; k < window.size(); k++) {
        int cell = id.applyAsInt(window.get(k), places.get(i));
        long value = cell < 0 ? 0 : values.of(cell);
        residual += k == total ? value : -value;
        filled += value == 0 ? 0 : 1;
        if (k == total) {
          whole = Math.abs(value);
          last = cell < 0 ? 1 : Math.max(1, index.quantum(cell));
        }
      }
      if (residual != 0) {
        fails++;
      } else if (filled >= 3 && whole >= MIN_PLACES * last) {
        holds++;
      }
    }
    return holds >= MIN_HOLDING_PLACES && fails * MIN_HOLDS_PER_FAILURE <= holds;
  }

  private static void add(
      Wording says,
      List<Integer> window,
      int total,
      List<Integer> places,
      IntBinaryOperator id,
      List<Identity> identities) {
    IdentityGroup group = new IdentityGroup("discovered", Strength.WEAK, false, says);
    for (int place : places) {
      int whole = id.applyAsInt(window.get(total), place);
      List<Integer> parts = new ArrayList<>();
      for (int k = 0; k < window.size(); k++) {
        int cell = id.applyAsInt(window.get(k), place);
        if (k != total && cell >= 0) {
          parts.add(cell);
        }
      }
      if (whole >= 0 && !parts.isEmpty()) {
        identities.add(
            Identity.sum(group, whole, parts.stream().mapToInt(Integer::intValue).toArray()));
      }
    }
  }
}
