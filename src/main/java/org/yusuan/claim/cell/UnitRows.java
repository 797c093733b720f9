package org.yusuan.claim.cell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yusuan.claim.cell.RowIndex.IndexedRow;
import org.yusuan.claim.statement.Meaning;
import org.yusuan.claim.statement.MeaningReader;
import org.yusuan.knowledge.claim.Aspect;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.model.table.Table;

/**
 * The rows of a department's units by their names: a text says 「某中心预算 5 万元」, a table has the name
 * of that unit in its first column. Immutable.
 */
final class UnitRows {

  private final MeaningReader reader;
  private final Map<String, List<IndexedRow>> rows = new HashMap<>();

  /** The units that the tables name, and the one that the document is of. */
  private final Set<String> names = new HashSet<>();

  /** The first rows of tables without a total row that are of the whole department. */
  private final Set<Row> wholes = new HashSet<>();

  UnitRows(List<Table> tables, MeaningReader reader) {
    this.reader = reader;
    String own = reader.ownUnit();
    if (!own.isEmpty()) {
      names.add(own);
    }
    for (Table table : tables) {
      table.rows().stream()
          .map(row -> row.keys().unitName())
          .filter(Objects::nonNull)
          .forEach(name -> names.add(reader.unit(name)));
    }
    for (int t = 0; t < tables.size(); t++) {
      Table table = tables.get(t);
      int owns = 0;
      boolean other = names.size() > 1;
      for (int r = 0; r < table.rows().size(); r++) {
        Row row = table.rows().get(r);
        String year = RowLabels.year(row);
        other |= year != null || row.kind() == RowKind.TOTAL;
        String unit = row.keys().label() == null ? "" : reader.unit(row.keys().label());
        if (!unit.isEmpty() && names.contains(unit)) {
          owns += unit.equals(own) ? 1 : 0;
          Meaning meaning =
              year == null ? Meaning.NOTHING : Meaning.NOTHING.with(Aspect.YEAR, year);
          rows.computeIfAbsent(unit, key -> new ArrayList<>())
              .add(
                  new IndexedRow(
                      t, r, null, null, meaning, Set.of(), RowLabels.of(table, row).get(0)));
        }
      }
      if (!other && owns == 1 && isOwn(table.rows().get(0))) {
        wholes.add(table.rows().get(0));
      }
    }
  }

  private boolean isOwn(Row row) {
    String label = row.keys().label();
    return label != null && reader.unit(label).equals(reader.ownUnit());
  }

  /**
   * Whether a row is the total of its table: the first one, of the department that the document is
   * of, where no other unit is known and no other row is a total or of a year.
   */
  boolean isWhole(Row row) {
    return wholes.contains(row);
  }

  /**
   * Whether a name is that of one of several units: then what is below it is not of all of them.
   */
  boolean isOneOfSeveral(String name) {
    return names.size() > 1 && (names.contains(reader.unit(name)) || reader.isUnit(name));
  }

  /** The rows of a unit, however its name begins and ends. */
  List<IndexedRow> of(String name) {
    return name.isEmpty() ? List.of() : rows.getOrDefault(reader.unit(name), List.of());
  }
}
