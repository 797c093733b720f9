package org.yusuan.check.solve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Assignment;
import org.yusuan.check.identity.Identity;
import org.yusuan.check.identity.IdentityGroup;
import org.yusuan.knowledge.Strength;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Keys;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * Finds amounts of a text layer that stand at each other's places: two rows, or two columns, that
 * carry each other's amounts, or a row that is shifted by one column. Such a fault breaks many
 * identities at once, so that a pattern seems misread; that one exchange mends them all, and breaks
 * none, is no accident.
 */
public final class DisplacementFinder {

  /** An exchange must mend at least this many identities. A guess. */
  private static final int MIN_MENDED = 2;

  /** An exchange must mend this many identities for each that it breaks. A guess. */
  private static final int MENDED_PER_BROKEN = 8;

  /**
   * Columns of a table with more columns than this are not tried against each other. A guess that
   * bounds the work.
   */
  private static final int MAX_COLUMNS = 16;

  /**
   * A relation that nothing states must hold this often for each time that it fails after the
   * exchange too: else one row that is counted in its stead explains what the exchange does. As for
   * what a pattern that mostly holds is elsewhere.
   */
  private static final int MIN_HOLDS_WEAK = 3;

  /** With more displacements than this in a document, the reading is at fault. A guess. */
  private static final int MAX_DISPLACEMENTS = 4;

  /** The mended difference must be at least this many units of the last printed place. A guess. */
  private static final int MIN_PLACES = 10;

  private final AmountIndex index;
  private final IdentityGraph graph;
  private Assignment values;
  private final long[] residuals;
  private final long[] tolerances;
  private final boolean[] isFilled;
  private final Map<IdentityGroup, Integer> holding = new IdentityHashMap<>();
  private final Map<IdentityGroup, Integer> failing = new IdentityHashMap<>();
  private final Set<Integer> suspected = new HashSet<>();

  /**
   * @param graph all identities of the document
   */
  public DisplacementFinder(AmountIndex index, IdentityGraph graph, Assignment values) {
    this.index = index;
    this.graph = graph;
    this.values = values;
    this.residuals = new long[graph.size()];
    this.tolerances = new long[graph.size()];
    this.isFilled = new boolean[graph.size()];
    for (int i = 0; i < residuals.length; i++) {
      Identity identity = graph.identity(i);
      residuals[i] = identity.residual(values);
      tolerances[i] = identity.tolerance(index, values);
      isFilled[i] = identity.nonZeroCount(values) >= 2;
      if (fails(i)) {
        failing.merge(identity.group(), 1, Integer::sum);
      } else if (isFilled[i]) {
        holding.merge(identity.group(), 1, Integer::sum);
      }
    }
  }

  /** The displacements, the clearest first. */
  public List<Displacement> find() {
    List<Displacement> found = new ArrayList<>();
    while (found.size() < MAX_DISPLACEMENTS) {
      Displacement best = best();
      if (best == null) {
        return found;
      }
      found.add(best);
      apply(best.should());
    }
    return List.of();
  }

  /**
   * Cells whose amounts an exchange, of those tried by {@link #find}, would put where more
   * relations hold, though not so many that it is sure: it explains failures as well as a wrong
   * amount does, so that none of these amounts is sure either.
   */
  public Set<Integer> suspected() {
    return Set.copyOf(suspected);
  }

  private void apply(Map<Integer, Long> should) {
    values = values.with(should);
    Set<Integer> touched = new HashSet<>();
    should
        .keySet()
        .forEach(
            cell -> {
              for (int k = 0; k < graph.degree(cell); k++) {
                touched.add(graph.identityOf(cell, k));
              }
            });
    for (int i : touched) {
      residuals[i] = graph.identity(i).residual(values);
      tolerances[i] = graph.identity(i).tolerance(index, values);
    }
  }

  private boolean fails(int identity) {
    return Math.abs(residuals[identity]) > tolerances[identity];
  }

  private @Nullable Displacement best() {
    TreeMap<Integer, TreeSet<Integer>> failingRows = new TreeMap<>();
    RowPairs pairs = new RowPairs(index, values);
    for (int i = 0; i < residuals.length; i++) {
      if (fails(i)) {
        pairs.vote(graph.identity(i), residuals[i], tolerances[i]);
        for (int cell : graph.identity(i).cells()) {
          failingRows
              .computeIfAbsent(index.tableOf(cell), key -> new TreeSet<>())
              .add(index.ref(cell).row());
        }
      }
    }
    Displacement best = null;
    for (Map.Entry<Integer, TreeSet<Integer>> entry : failingRows.entrySet()) {
      int t = entry.getKey();
      for (Displacement each : of(t, entry.getValue(), pairs.likeliest(t))) {
        best = best == null || each.mended().size() > best.mended().size() ? each : best;
      }
    }
    return best;
  }

  private List<Displacement> of(int t, Set<Integer> rows, List<RowPairs.RowPair> pairs) {
    List<Displacement> found = new ArrayList<>();
    Table table = index.tables().get(t);
    List<Integer> columns = table.amountColumns();
    for (RowPairs.RowPair pair : pairs) {
      if (table.rows().get(pair.one()).list() == table.rows().get(pair.other()).list()
          && areRowsExchangeable(t, pair.one(), pair.other(), columns)) {
        Map<Integer, Long> should = new HashMap<>();
        for (int column : columns) {
          exchange(index.id(t, pair.one(), column), index.id(t, pair.other(), column), should);
        }
        add(Displacement.Kind.ROWS, t, pair.one(), pair.other(), should, found);
      }
    }
    for (int row : rows) {
      shifts(t, row, table.amountColumns(table.rows().get(row).list()), found);
    }
    for (int i = 0; i < columns.size() && columns.size() <= MAX_COLUMNS; i++) {
      for (int k = i + 1; k < columns.size(); k++) {
        if (areColumnsExchangeable(t, columns.get(i), columns.get(k))) {
          Map<Integer, Long> should = new HashMap<>();
          for (int r = 0; r < table.rows().size(); r++) {
            exchange(index.id(t, r, columns.get(i)), index.id(t, r, columns.get(k)), should);
          }
          add(Displacement.Kind.COLUMNS, t, columns.get(i), columns.get(k), should, found);
        }
      }
    }
    return found;
  }

  /**
   * Whether both rows are items, and have an amount in some column that is not the same: else
   * amounts are moved, and none are exchanged. A total that seems exchanged is one of other rows.
   */
  private boolean areRowsExchangeable(int t, int one, int other, List<Integer> columns) {
    List<Row> rows = index.tables().get(t).rows();
    if (rows.get(one).kind() != RowKind.ITEM || rows.get(other).kind() != RowKind.ITEM) {
      return false;
    }
    return columns.stream()
        .anyMatch(column -> differ(index.id(t, one, column), index.id(t, other, column)));
  }

  /**
   * Whether both columns are of one list, say what they hold, and have an amount in some row that
   * is not the same. Where one is empty or has no header, the header was not read as it stands.
   */
  private boolean areColumnsExchangeable(int t, int one, int other) {
    Table table = index.tables().get(t);
    Column first = table.columns().get(one);
    Column second = table.columns().get(other);
    return first.list() == second.list()
        && !first.header().isEmpty()
        && !second.header().isEmpty()
        && IntStream.range(0, table.rows().size())
            .anyMatch(row -> differ(index.id(t, row, one), index.id(t, row, other)));
  }

  /** Whether both cells hold amounts, and not the same. */
  private boolean differ(int one, int other) {
    return one >= 0
        && other >= 0
        && values.of(one) != 0
        && values.of(other) != 0
        && values.of(one) != values.of(other);
  }

  private void shifts(int t, int row, List<Integer> columns, List<Displacement> found) {
    if (columns.size() < 2) {
      return;
    }
    for (int step : columns.size() == 2 ? new int[] {1} : new int[] {1, columns.size() - 1}) {
      Map<Integer, Long> should = new HashMap<>();
      for (int k = 0; k < columns.size(); k++) {
        int cell = index.id(t, row, columns.get(k));
        int from = index.id(t, row, columns.get((k + step) % columns.size()));
        if (cell < 0 || from < 0) {
          return;
        }
        if (values.of(cell) != values.of(from)) {
          should.put(cell, values.of(from));
        }
      }
      add(Displacement.Kind.SHIFT, t, row, columns.get(0), should, found);
    }
  }

  private void exchange(int one, int other, Map<Integer, Long> should) {
    if (one >= 0 && other >= 0 && values.of(one) != values.of(other)) {
      should.put(one, values.of(other));
      should.put(other, values.of(one));
    }
  }

  /**
   * Adds a displacement if it mends enough; suspects its amounts if it mends more than it breaks.
   */
  private void add(
      Displacement.Kind kind,
      int t,
      int first,
      int second,
      Map<Integer, Long> should,
      List<Displacement> found) {
    if (should.isEmpty() || should.keySet().stream().anyMatch(index::isRecognized)) {
      return;
    }
    Map<Integer, Long> changes = new HashMap<>();
    should.forEach(
        (cell, value) -> {
          for (int k = 0; k < graph.degree(cell); k++) {
            changes.merge(
                graph.identityOf(cell, k),
                graph.sign(cell, k) * (value - values.of(cell)),
                Long::sum);
          }
        });
    List<Identity> mended = new ArrayList<>();
    Map<IdentityGroup, Mended> byGroup = new IdentityHashMap<>();
    Map<IdentityGroup, Integer> brokenByGroup = new IdentityHashMap<>();
    boolean coded =
        kind == Displacement.Kind.ROWS && isCoded(t, first) && isCoded(t, second)
            || kind == Displacement.Kind.COLUMNS && isCoded(t);
    for (Map.Entry<Integer, Long> change : changes.entrySet()) {
      int i = change.getKey();
      boolean failed = fails(i);
      boolean fails = Math.abs(residuals[i] + change.getValue()) > tolerances[i];
      if (failed && !fails) {
        mended.add(graph.identity(i));
        boolean counts = !(coded && graph.identity(i).group().isFoundInData());
        boolean proves = isProof(i, should, kind);
        boolean tells =
            proves && isMuch(residuals[i], i)
                || kind == Displacement.Kind.SHIFT && isEmptied(i, should);
        boolean likely = tells || proves && residuals[i] + change.getValue() == 0;
        byGroup.merge(
            graph.identity(i).group(),
            new Mended(1, counts && tells ? 1 : 0, counts && likely ? 1 : 0),
            Mended::plus);
      } else if (!failed
          && fails
          && isFilled[i]
          && !(graph.identity(i).group().isFoundInData()
              && (coded
                  || kind == Displacement.Kind.SHIFT
                  || isStatedToo(graph.identity(i).cells()[0], changes)))) {
        brokenByGroup.merge(graph.identity(i).group(), 1, Integer::sum);
      }
    }
    int broken = 0;
    int misread = 0;
    for (Map.Entry<IdentityGroup, Integer> entry : brokenByGroup.entrySet()) {
      broken += isMisread(entry.getKey()) ? 0 : entry.getValue();
      misread += isMisread(entry.getKey()) ? entry.getValue() : 0;
    }
    // A relation that mostly fails after the exchange too is misread: that the exchange mends it
    // proves nothing.
    int told = 0;
    int likely = 0;
    for (Map.Entry<IdentityGroup, Mended> entry : byGroup.entrySet()) {
      Mended own = entry.getValue();
      int holds = holding.getOrDefault(entry.getKey(), 0);
      int fails = failing.getOrDefault(entry.getKey(), 0) - own.all;
      Strength strength = entry.getKey().strength();
      if (strength == Strength.EVIDENCE && !entry.getKey().isAcross()) {
        // What need not hold in a table proves no exchange, but several that it mends suggest one.
        likely += own.likely >= MIN_MENDED ? own.likely : 0;
        continue;
      }
      int enough = strength == Strength.STRONG ? fails : MIN_HOLDS_WEAK * fails;
      told += holds + own.telling > enough ? own.telling : 0;
      likely += holds + own.likely > fails ? own.likely : 0;
    }
    if (told >= MIN_MENDED && told >= MENDED_PER_BROKEN * broken) {
      found.add(new Displacement(kind, t, first, second, should, mended));
    } else if (likely > broken + misread) {
      suspected.addAll(should.keySet());
    }
  }

  /**
   * Whether a relation that only order and indentation tell fails at least as often as it holds, as
   * the amounts stand: then it was read so for the sake of the amounts that are displaced. As often
   * is a guess.
   */
  private boolean isMisread(IdentityGroup group) {
    return group.strength() == Strength.WEAK
        && failing.getOrDefault(group, 0) >= holding.getOrDefault(group, 0);
  }

  /**
   * Whether a sum that is stated holds with an amount after an exchange: another that the amounts
   * told as they stand, wrong perhaps, is no loss.
   *
   * @param changes of the residuals of identities
   */
  private boolean isStatedToo(int total, Map<Integer, Long> changes) {
    for (int k = 0; k < graph.degree(total); k++) {
      int i = graph.identityOf(total, k);
      Identity identity = graph.identity(i);
      if (identity.cells()[0] == total
          && identity.cells().length > 2
          && isFilled[i]
          && identity.group().strength() == Strength.STRONG
          && !identity.group().isAcross()
          && index.ref(identity.cells()[1]).row() != index.ref(total).row()
          && Math.abs(residuals[i] + changes.getOrDefault(i, 0L)) <= tolerances[i]) {
        return true;
      }
    }
    return false;
  }

  /**
   * How many identities of a group an exchange mends.
   *
   * @param telling those of them that prove it
   * @param likely those, and others that failed by little and then hold to the last digit
   */
  private record Mended(int all, int telling, int likely) {

    Mended plus(Mended other) {
      return new Mended(all + other.all, telling + other.telling, likely + other.likely);
    }
  }

  /** Whether most rows have codes, which tell what is added. */
  private boolean isCoded(int t) {
    int rows = index.tables().get(t).rows().size();
    return 2 * IntStream.range(0, rows).filter(row -> isCoded(t, row)).count() > rows;
  }

  private boolean isCoded(int t, int row) {
    Keys keys = index.tables().get(t).rows().get(row).keys();
    return keys.code() != null || keys.unitCode() != null;
  }

  /** Whether nothing is left to add up where a shifted amount is moved away. */
  private boolean isEmptied(int i, Map<Integer, Long> should) {
    int[] cells = graph.identity(i).cells();
    return cells.length >= 3
        && Arrays.stream(cells).allMatch(cell -> should.getOrDefault(cell, values.of(cell)) == 0);
  }

  /**
   * Whether an identity that is mended proves anything: it holds a moved amount and another one. An
   * amount that is taken away tells where it stood one column too far.
   */
  private boolean isProof(int i, Map<Integer, Long> should, Displacement.Kind kind) {
    int filled = 0;
    boolean moved = false;
    for (int cell : graph.identity(i).cells()) {
      Long value = should.get(cell);
      filled += (value == null ? values.of(cell) : value) == 0 ? 0 : 1;
      moved |= value != null && (value != 0 || kind == Displacement.Kind.SHIFT);
    }
    return filled >= 2 && moved;
  }

  private boolean isMuch(long residual, int i) {
    return Math.abs(residual)
        >= MIN_PLACES * Math.max(1, index.quantum(graph.identity(i).cells()[0]));
  }
}
