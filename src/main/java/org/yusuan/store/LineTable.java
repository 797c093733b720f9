package org.yusuan.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;
import org.yusuan.export.PrintedLine;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.Stage;

/** The table {@code lines} of the database. */
final class LineTable {

  private static final String READ =
      """
      SELECT d.document, d.file, d.organization, d.region, d.level, d.fiscal_year, d.stage,
        t.table_id, t.kind, t.title,
        l."row", l.list, l.row_kind, l.row_level, l.functional_code, l.functional_name,
        l.economic_code, l.economic_name, l.item, l.item_path, l.project, l.unit_code, l.unit_name,
        l.government_code, l.row_region, l.page,
        t.budget, t.side, t.scope, t.stage, t.fiscal_year, t.classification
      FROM lines l
      JOIN documents d USING (document)
      JOIN tables t ON t.document = l.document AND t.table_id = l.table_id
      WHERE d.organization = ?
      ORDER BY d.document, l.table_id, l."row"
      """;

  private LineTable() {}

  /** The values of a line in the order of the columns. */
  static @Nullable Object[] row(PrintedLine printed) {
    Fact.Line line = printed.line();
    return new @Nullable Object[] {
      printed.document().sha256(),
      printed.table().id(),
      line.row(),
      line.list(),
      line.kind(),
      line.level(),
      line.functionalCode(),
      line.functionalName(),
      line.economicCode(),
      line.economicName(),
      line.item(),
      line.itemPath(),
      line.project(),
      line.unitCode(),
      line.unitName(),
      line.governmentCode(),
      line.region(),
      printed.page()
    };
  }

  /** All lines of an organization in the order of documents, tables and rows. */
  static List<PrintedLine> readLines(Connection connection, String organization)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(READ)) {
      statement.setString(1, organization);
      try (ResultSet row = statement.executeQuery()) {
        List<PrintedLine> found = new ArrayList<>();
        while (row.next()) {
          found.add(line(row));
        }
        return found;
      }
    }
  }

  private static PrintedLine line(ResultSet row) throws SQLException {
    return new PrintedLine(
        new Fact.Document(
            row.getString(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            (Integer) row.getObject(6),
            row.getString(7)),
        new Fact.TableKey(row.getString(8), row.getString(9), row.getString(10), dimensions(row)),
        new Fact.Line(
            row.getInt(11),
            row.getInt(12),
            row.getString(13),
            row.getInt(14),
            row.getString(15),
            row.getString(16),
            row.getString(17),
            row.getString(18),
            row.getString(19),
            row.getString(20),
            row.getString(21),
            row.getString(22),
            row.getString(23),
            row.getString(24),
            row.getString(25)),
        row.getInt(26));
  }

  private static Dimensions dimensions(ResultSet row) throws SQLException {
    String stage = row.getString(30);
    return new Dimensions(
        row.getString(27),
        row.getString(28),
        row.getString(29),
        stage == null ? null : Stage.named(stage),
        (Integer) row.getObject(31),
        row.getString(32));
  }
}
