package org.yusuan.workbench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.store.Store;

/**
 * Facts of a database by what they are of: those that fit, and how many there are of each
 * organization, year, kind, status and so on. Opened anew for each question, so that another
 * process may load meanwhile. Threads may share it.
 */
final class FactSearch {

  /** The facets, and the columns they are of. */
  private static final Map<String, String> FACETS = facets();

  /** Rows of an answer: more than a person looks through. Guess. */
  private static final int MAX_ROWS = 200;

  /** At most this many values of a facet are offered, the most frequent first. A guess. */
  private static final int MAX_VALUES = 40;

  private final Path database;

  FactSearch(Path database) {
    this.database = database;
  }

  private static Map<String, String> facets() {
    Map<String, String> facets = new LinkedHashMap<>();
    facets.put("organization", "organization");
    facets.put("year", "year");
    facets.put("kind", "table_kind");
    facets.put("status", "status");
    facets.put("vouched", "vouched_by");
    facets.put("basis", "basis");
    return facets;
  }

  /**
   * A value of a facet.
   *
   * @param count how many facts have it, among those that fit the other facets
   */
  record Value(String value, long count) {}

  /** An answer: how many facts fit, the first of them by amount, and the facets. */
  record FoundFacts(long total, Store.Answer rows, Map<String, List<Value>> facets) {}

  /**
   * The facts that fit.
   *
   * @param asked for each facet the value asked for; {@code code} for the beginning of a code;
   *     {@code text} for a part of a label, a title or an organization's name
   * @throws SQLException if the database is not there, is busy or of an older kind
   */
  FoundFacts find(Map<String, String> asked) throws SQLException {
    try (Store store = Store.openReadOnly(database)) {
      List<Object> values = new ArrayList<>();
      String where = where(asked, null, values);
      Store.Answer total = store.query("SELECT count(*) FROM facts" + where, values.toArray());
      Store.Answer rows =
          store.query(
              "SELECT address, organization, year, basis, table_title,"
                  + " coalesce(functional_code, economic_code) AS code, item, header, amount, text,"
                  + " printed_unit, status, vouched_by, person, page, file FROM facts"
                  + where
                  + " ORDER BY abs(amount) DESC, address LIMIT "
                  + MAX_ROWS,
              values.toArray());
      Map<String, List<Value>> facets = new LinkedHashMap<>();
      for (Map.Entry<String, String> facet : FACETS.entrySet()) {
        List<Object> others = new ArrayList<>();
        String rest = where(asked, facet.getKey(), others);
        List<Value> found = new ArrayList<>();
        String counted =
            "SELECT CAST(%s AS VARCHAR), count(*) FROM facts%s GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT %d"
                .formatted(facet.getValue(), rest, MAX_VALUES);
        for (List<@Nullable Object> row : store.query(counted, others.toArray()).rows()) {
          Object count = row.get(1);
          if (row.get(0) != null && count instanceof Number number) {
            found.add(new Value(String.valueOf(row.get(0)), number.longValue()));
          }
        }
        facets.put(facet.getKey(), found);
      }
      Object count = total.rows().get(0).get(0);
      return new FoundFacts(count instanceof Number number ? number.longValue() : 0, rows, facets);
    }
  }

  /** The condition of all that is asked for but one facet; values go by question marks alone. */
  private static String where(
      Map<String, String> asked, @Nullable String but, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    FACETS.forEach(
        (facet, column) -> {
          String value = asked.get(facet);
          if (value != null && !facet.equals(but)) {
            conditions.add("CAST(" + column + " AS VARCHAR) = ?");
            values.add(value);
          }
        });
    String code = asked.get("code");
    if (code != null) {
      conditions.add("(starts_with(functional_code, ?) OR starts_with(economic_code, ?))");
      values.add(code);
      values.add(code);
    }
    String text = asked.get("text");
    if (text != null) {
      conditions.add(
          "(contains(coalesce(item, ''), ?) OR contains(coalesce(table_title, ''), ?)"
              + " OR contains(coalesce(organization, ''), ?))");
      values.add(text);
      values.add(text);
      values.add(text);
    }
    return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }
}
