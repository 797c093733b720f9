package org.yusuan.export;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.duckdb.DuckDBConnection;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.ErrorMessage;

/** Facts as a Parquet file, written by DuckDB. */
public final class ParquetFacts {

  private static final Pattern FILE_SYSTEM = Pattern.compile("\\.part\\W+([^\"\\n]+)");

  private ParquetFacts() {}

  /**
   * Writes the facts to a file, which is replaced.
   *
   * @return how many were written
   * @throws IOException if the file cannot be written
   */
  public static long write(Stream<Fact> facts, Path file) throws IOException {
    long[] count = {0};
    AtomicFile.write(file, unfinished -> count[0] = copy(facts, unfinished));
    return count[0];
  }

  private static long copy(Stream<Fact> facts, Path file) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE facts (" + DuckFacts.columns() + ")");
      long count = DuckFacts.append(connection.unwrap(DuckDBConnection.class), "facts", facts);
      statement.execute(
          "COPY facts TO '"
              + file.toAbsolutePath().toString().replace("'", "''")
              + "' (FORMAT parquet, COMPRESSION zstd)");
      return count;
    } catch (SQLException e) {
      throw new IOException(reason(e), e);
    }
  }

  /** What DuckDB says of the file system, without the name of the file that is not there yet. */
  private static String reason(SQLException e) {
    Matcher said = FILE_SYSTEM.matcher(String.valueOf(e.getMessage()));
    return said.find() ? said.group(1) : ErrorMessage.of(e);
  }
}
