package org.yusuan.spark;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Disclosure;
import org.yusuan.store.Store;
import org.yusuan.store.StoredRows;

/** The rows of the database's tables, as Spark has them: what {@code yusuan load} would load. */
final class TableRows {

  /** The tables of the database. */
  static final List<String> TABLES =
      List.of("tables", "facts", "lines", "findings", "finding_cells", "claims", "documents");

  /** A DuckDB database that lives in memory. */
  private static final Path IN_MEMORY = Path.of(":memory:");

  private final StoredRows rows = new StoredRows();

  /**
   * The columns of a table, as the database has them.
   *
   * @throws SQLException if the database does not start
   */
  static StructType schema(String table) throws SQLException {
    try (Store store = Store.open(IN_MEMORY)) {
      StructType schema = new StructType();
      for (List<@Nullable Object> column :
          store
              .query(
                  "SELECT column_name, data_type FROM information_schema.columns"
                      + " WHERE table_name = ? ORDER BY ordinal_position",
                  table)
              .rows()) {
        schema = schema.add(String.valueOf(column.get(0)), type(String.valueOf(column.get(1))));
      }
      return schema;
    }
  }

  private static DataType type(String sql) {
    if (sql.startsWith("DECIMAL(")) {
      String[] digits = sql.substring("DECIMAL(".length(), sql.length() - 1).split(",", 2);
      return DataTypes.createDecimalType(
          Integer.parseInt(digits[0].strip()), Integer.parseInt(digits[1].strip()));
    }
    return switch (sql) {
      case "VARCHAR" -> DataTypes.StringType;
      case "INTEGER" -> DataTypes.IntegerType;
      case "BIGINT" -> DataTypes.LongType;
      case "DOUBLE" -> DataTypes.DoubleType;
      case "BOOLEAN" -> DataTypes.BooleanType;
      default -> throw new IllegalStateException("a column of type " + sql);
    };
  }

  /** The rows of a disclosure, a list for each of {@link #TABLES}. */
  List<List<Row>> of(Disclosure disclosure) {
    Map<String, List<@Nullable Object[]>> all = rows.of(disclosure, false);
    return TABLES.stream()
        .map(table -> Objects.requireNonNull(all.get(table), table))
        .map(table -> table.stream().map(RowFactory::create).toList())
        .toList();
  }
}
