package org.yusuan.spark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.store.Store;

/** The tables that a job writes, and their columns as Parquet names them. */
final class ParquetSchema {

  /** The tables of the database. */
  static final List<String> TABLES =
      List.of("tables", "facts", "lines", "findings", "finding_cells", "claims", "documents");

  /** The table with the JSON of documents, if that is kept. */
  static final String JSON = "json";

  /** The table of what became of each file. */
  static final String OUTCOMES = "outcomes";

  /** The column with the hash of the document; all tables have it. */
  static final String DOCUMENT = "document";

  private static final String TEXT = "optional binary %s (STRING);";

  private ParquetSchema() {}

  /**
   * The columns of each table: those of the database as the database has them.
   *
   * @throws SQLException if the database, which lives in memory here, does not start
   */
  static Map<String, String> schemas() throws SQLException {
    Map<String, StringBuilder> columns = new LinkedHashMap<>();
    try (Store store = Store.open(Path.of(":memory:"))) {
      for (List<@Nullable Object> column :
          store
              .query(
                  "SELECT table_name, column_name, data_type FROM information_schema.columns"
                      + " ORDER BY table_name, ordinal_position")
              .rows()) {
        String table = String.valueOf(column.get(0));
        if (TABLES.contains(table)) {
          columns
              .computeIfAbsent(table, name -> new StringBuilder())
              .append(type(String.valueOf(column.get(2))).formatted(String.valueOf(column.get(1))));
        }
      }
    }
    columns.put(JSON, new StringBuilder(texts(DOCUMENT, "path", "json")));
    columns.put(
        OUTCOMES,
        new StringBuilder(
            texts("path", DOCUMENT, "tool", "corrections", "result", "message")
                + type("INTEGER").formatted("pages")));
    Map<String, String> schemas = new LinkedHashMap<>();
    columns.forEach((table, all) -> schemas.put(table, "message " + table + " {" + all + "}"));
    return schemas;
  }

  private static String texts(String... names) {
    StringBuilder columns = new StringBuilder();
    for (String name : names) {
      columns.append(TEXT.formatted(name));
    }
    return columns.toString();
  }

  private static String type(String sql) {
    if (sql.startsWith("DECIMAL(")) {
      return "optional fixed_len_byte_array("
          + RowBytes.DECIMAL_BYTES
          + ") %s ("
          + sql.replace(" ", "")
          + ");";
    }
    return switch (sql) {
      case "VARCHAR" -> TEXT;
      case "INTEGER" -> "optional int32 %s;";
      case "DOUBLE" -> "optional double %s;";
      case "BOOLEAN" -> "optional boolean %s;";
      default -> throw new IllegalStateException("a column of type " + sql);
    };
  }
}
