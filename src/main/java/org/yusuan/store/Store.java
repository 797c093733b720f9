package org.yusuan.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.DuckFacts;
import org.yusuan.export.Fact;
import org.yusuan.export.PrintedLine;
import org.yusuan.model.Disclosure;

/**
 * A database of disclosures in one DuckDB file.
 *
 * <p>A document is known by the hash of its file: loading it again replaces what was there, in one
 * transaction, and does nothing if the same was read from it. Not for use by several threads.
 */
public final class Store implements AutoCloseable {

  static final List<String> TABLES =
      List.of("documents", "tables", "facts", "lines", "findings", "finding_cells", "claims");

  /** What loading a document did. */
  public enum Loaded {
    /** It was not there before. */
    ADDED,
    /** Something else had been read from the same file. */
    REPLACED,
    /** It was there already. */
    UNCHANGED
  }

  /**
   * The answer to a query.
   *
   * @param columns names of its columns
   * @param rows its rows; a value may be null
   */
  public record Answer(List<String> columns, List<List<@Nullable Object>> rows) {
    public Answer {
      columns = List.copyOf(columns);
      rows = Collections.unmodifiableList(rows);
    }
  }

  final Connection connection;
  private final StoredRows rows = new StoredRows();

  private Store(Connection connection) {
    this.connection = connection;
  }

  /**
   * Opens a database for reading and writing, and makes it if there is none.
   *
   * @throws SQLException if the file is no such database, or another process holds it
   */
  public static Store open(Path file) throws SQLException {
    Store store = new Store(DriverManager.getConnection("jdbc:duckdb:" + file));
    try {
      store.createSchema();
      return store;
    } catch (SQLException | RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * Opens an existing database for reading only: no question can change it, or another file.
   *
   * @throws SQLException if there is none, or another process writes to it
   */
  public static Store openReadOnly(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    properties.setProperty("enable_external_access", "false");
    return new Store(DriverManager.getConnection("jdbc:duckdb:" + file, properties));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /**
   * Loads a disclosure, or replaces what was read from the same file before.
   *
   * @throws SQLException if the database refuses it; then nothing has changed
   */
  public Loaded load(Disclosure disclosure) throws SQLException {
    return load(disclosure, false);
  }

  /**
   * The same.
   *
   * @param trusted whether the disclosure comes from a file that was not checked: then nothing but
   *     that file vouches for its facts
   */
  public Loaded load(Disclosure disclosure, boolean trusted) throws SQLException {
    String document = disclosure.source().sha256();
    String content = rows.content(disclosure, trusted);
    String before = content(document);
    if (content.equals(before)) {
      return Loaded.UNCHANGED;
    }
    connection.setAutoCommit(false);
    try {
      for (String table : TABLES) {
        update("DELETE FROM " + table + " WHERE document = ?", document);
      }
      DuckDBConnection duck = connection.unwrap(DuckDBConnection.class);
      for (Map.Entry<String, List<@Nullable Object[]>> table :
          rows.of(disclosure, trusted).entrySet()) {
        append(duck, table.getKey(), table.getValue());
      }
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
    return before == null ? Loaded.ADDED : Loaded.REPLACED;
  }

  /**
   * Asks the database.
   *
   * @param sql one statement that yields rows
   * @param parameters values for its question marks
   * @throws SQLException if it is not understood
   */
  public Answer query(String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
          columns.add(meta.getColumnLabel(column));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        while (result.next()) {
          List<@Nullable Object> row = new ArrayList<>();
          for (int column = 1; column <= columns.size(); column++) {
            row.add(result.getObject(column));
          }
          rows.add(row);
        }
        return new Answer(columns, rows);
      }
    }
  }

  /** Names of all organizations in the database, in order. */
  public List<String> organizations() throws SQLException {
    return query(
            "SELECT DISTINCT organization FROM documents WHERE organization IS NOT NULL ORDER BY 1")
        .rows()
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  /** All facts of an organization, by its full name, in the order of documents and tables. */
  public List<Fact> factsOf(String organization) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT * FROM facts WHERE organization = ? ORDER BY document, table_id, \"row\","
                + " column_index")) {
      statement.setString(1, organization);
      try (ResultSet result = statement.executeQuery()) {
        List<Fact> found = new ArrayList<>();
        while (result.next()) {
          found.add(new FactReader(result).readFact());
        }
        return found;
      }
    }
  }

  /** All documents of an organization, by its full name. */
  public List<Fact.Document> documentsOf(String organization) throws SQLException {
    List<Fact.Document> found = new ArrayList<>();
    Answer answer =
        query(
            "SELECT document, file, organization, region, level, fiscal_year, stage"
                + " FROM documents WHERE organization = ? ORDER BY fiscal_year, stage, document",
            organization);
    for (List<@Nullable Object> row : answer.rows()) {
      found.add(
          new Fact.Document(
              String.valueOf(row.get(0)),
              String.valueOf(row.get(1)),
              (String) row.get(2),
              (String) row.get(3),
              (String) row.get(4),
              (Integer) row.get(5),
              (String) row.get(6)));
    }
    return found;
  }

  /** All rows of the tables of an organization, by its full name, also those without amounts. */
  public List<PrintedLine> linesOf(String organization) throws SQLException {
    return LineTable.readLines(connection, organization);
  }

  private void createSchema() throws SQLException {
    String sql;
    try (InputStream in =
        Objects.requireNonNull(Store.class.getResourceAsStream("schema.sql"), "schema.sql")) {
      sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new SQLException("schema.sql cannot be read", e);
    }
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          sql.replace("${fact_columns}", DuckFacts.columns())
              .replace("${missing_fact_columns}", DuckFacts.missingColumns("facts")));
    }
  }

  private @Nullable String content(String document) throws SQLException {
    Answer answer = query("SELECT content FROM documents WHERE document = ?", document);
    return answer.rows().isEmpty() ? null : (String) answer.rows().get(0).get(0);
  }

  private static void append(
      DuckDBConnection connection, String table, List<@Nullable Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (DuckDBAppender appender =
        connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
      for (@Nullable Object[] row : rows) {
        appender.beginRow();
        for (Object value : row) {
          DuckFacts.append(appender, value);
        }
        appender.endRow();
      }
    }
  }

  private void update(String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      statement.executeUpdate();
    }
  }
}
