package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * Whether the lists of a table beside each other are of what is received or of what is spent, where
 * no header says so: 「金融」 below 「上级补助收入」 and 「税收返还收入」 is received. Immutable.
 */
final class ListSides {

  /** At least this many labels of a list say its side. A guess. */
  private static final int MIN_LABELS = 3;

  /** And at least this share of those that say one. A guess. */
  private static final double MIN_SHARE = 0.9;

  private static final List<String> SIDES = List.of("revenue", "expenditure");

  /** The sides of the lists of each table, by the table's place. */
  private final List<Map<Integer, String>> sides = new ArrayList<>();

  ListSides(List<Table> tables, MeaningReader reader) {
    for (Table table : tables) {
      Map<Integer, Map<String, Integer>> counts = new HashMap<>();
      for (Row row : table.rows()) {
        String label = row.keys().label();
        String side =
            label == null ? null : reader.ofLabel(TextNormalizer.of(label)).get(Aspect.SIDE);
        if (side != null) {
          counts.computeIfAbsent(row.list(), key -> new HashMap<>()).merge(side, 1, Integer::sum);
        }
      }
      sides.add(counts.size() > 1 ? sides(counts) : Map.of());
    }
  }

  private static Map<Integer, String> sides(Map<Integer, Map<String, Integer>> counts) {
    Map<Integer, String> found = new HashMap<>();
    counts.forEach(
        (list, count) -> {
          int all = count.values().stream().mapToInt(Integer::intValue).sum();
          for (String side : SIDES) {
            int own = count.getOrDefault(side, 0);
            if (own >= MIN_LABELS && own >= all * MIN_SHARE) {
              found.put(list, side);
            }
          }
        });
    return found;
  }

  /** What a row says; the side of its list too, if neither it nor its table says another. */
  Meaning complete(int table, Row row, Meaning says, Meaning ofTable) {
    @Nullable String side = sides.get(table).get(row.list());
    return side == null
            || says.names().isEmpty()
            || says.get(Aspect.SIDE) != null
            || ofTable.get(Aspect.SIDE) != null
        ? says
        : says.with(Aspect.SIDE, side);
  }
}
