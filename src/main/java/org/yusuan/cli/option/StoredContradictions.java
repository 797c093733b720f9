package org.yusuan.cli.option;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Box;
import org.yusuan.store.Store;

/** What documents say against themselves, as a database holds it. */
record StoredContradictions(Store store) {

  private static final String QUESTION =
      """
      SELECT c.document, c.number, c.page, c.message_zh, c.message_en,
        f.page, f.box_left, f.box_top, f.box_right, f.box_bottom
      FROM contradictions c
      LEFT JOIN finding_cells n ON n.document = c.document AND n.number = c.number
      LEFT JOIN facts f ON f.document = n.document AND f.table_id = n.table_id
        AND f."row" = n."row" AND f.column_index = n.column_index
      WHERE c.organization = ?
      ORDER BY c.document, c.number, f.page, f.box_top, f.box_left
      """;

  /** The contradictions of an organization, by its full name, with the places of their cells. */
  List<Holdings.Contradiction> of(String organization) throws SQLException {
    Map<String, Holdings.Contradiction> found = new LinkedHashMap<>();
    for (List<@Nullable Object> row : store.query(QUESTION, organization).rows()) {
      String document = String.valueOf(row.get(0));
      String key = document + row.get(1);
      Holdings.Contradiction before = found.get(key);
      List<Holdings.AmountPlace> places =
          new ArrayList<>(before == null ? List.of() : before.places());
      if (row.get(5) instanceof Integer page
          && row.get(6) instanceof Double left
          && row.get(7) instanceof Double top
          && row.get(8) instanceof Double right
          && row.get(9) instanceof Double bottom) {
        places.add(new Holdings.AmountPlace(page, new Box(left, top, right, bottom)));
      }
      found.put(
          key,
          new Holdings.Contradiction(
              document,
              row.get(2) instanceof Integer page ? page : 0,
              new Wording(String.valueOf(row.get(3)), String.valueOf(row.get(4))),
              places));
    }
    return List.copyOf(found.values());
  }
}
