package org.yusuan.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Puts facts into a DuckDB table. Package-neutral: Parquet files and the store both use it. */
public final class DuckFacts {

  private DuckFacts() {}

  /** The columns of a table of facts, as SQL for {@code CREATE TABLE}. */
  public static String columns() {
    return Arrays.stream(FactField.values())
        .map(field -> '"' + field.column() + "\" " + field.type().sql())
        .collect(Collectors.joining(", "));
  }

  /**
   * Adds the columns that a table of an older build lacks. New columns stand at the end of {@link
   * FactField}, so that they come in their order.
   */
  public static String missingColumns(String table) {
    return Arrays.stream(FactField.values())
        .map(
            field ->
                "ALTER TABLE "
                    + table
                    + " ADD COLUMN IF NOT EXISTS \""
                    + field.column()
                    + "\" "
                    + field.type().sql()
                    + ";\n")
        .collect(Collectors.joining());
  }

  /**
   * Appends facts within the connection's transaction.
   *
   * @return how many were appended
   * @throws SQLException if the table does not have the columns of {@link #columns()}
   */
  public static long append(DuckDBConnection connection, String table, Stream<Fact> facts)
      throws SQLException {
    long count = 0;
    try (DuckDBAppender appender =
        connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
      Iterator<Fact> all = facts.iterator();
      while (all.hasNext()) {
        Fact fact = all.next();
        appender.beginRow();
        for (FactField field : FactField.values()) {
          append(appender, field.of(fact));
        }
        appender.endRow();
        count++;
      }
    }
    return count;
  }

  /**
   * Appends a value to a row.
   *
   * @param value a String, an Integer, a Double, a Boolean or money; null for none
   * @throws SQLException if the column holds no such values
   */
  public static void append(DuckDBAppender appender, @Nullable Object value) throws SQLException {
    if (value == null) {
      appender.appendNull();
    } else if (value instanceof String text) {
      appender.append(text);
    } else if (value instanceof Integer number) {
      appender.append(number.intValue());
    } else if (value instanceof Double real) {
      appender.append(real.doubleValue());
    } else if (value instanceof Boolean truth) {
      appender.append(truth.booleanValue());
    } else if (value instanceof BigDecimal money) {
      appender.append(money.setScale(FactField.AMOUNT_SCALE, RoundingMode.HALF_EVEN));
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }
}
