package org.yusuan.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of a database as a cluster writes them: {@code TABLE/run=ID/*.parquet}. A run counts
 * if its {@code outcomes} are in place; what one that failed left behind is passed over.
 */
public final class ParquetTables {

  private static final String OUTCOMES = "outcomes";
  private static final String JSON = "json";

  /**
   * The name of a list that lies with a run's outcomes: the parts of earlier runs that this one
   * replaces, as {@code run=ID/NAME.parquet}, until they are deleted.
   */
  public static final String REPLACED = "_replaced";

  private final Path folder;

  /** The tables in a folder, for which {@link #isIn} is true. */
  public ParquetTables(Path folder) {
    this.folder = folder;
  }

  /** Whether a folder holds such tables. */
  public static boolean isIn(Path folder) {
    return Files.isDirectory(folder.resolve(OUTCOMES))
        && Files.isDirectory(folder.resolve("documents"));
  }

  /** The name of a run's folder below each table. */
  public static String run(String id) {
    return "run=" + id;
  }

  /** What is done with the JSON of a document. */
  public interface JsonReader {
    /**
     * Is called with the JSON of one document.
     *
     * @param path where it was read
     * @param json what was read
     */
    void read(String path, String json) throws IOException, SQLException;
  }

  /** Hands over the JSON of each document that was kept with it, in the order of hashes. */
  public void eachJson(Store store, JsonReader reader) throws IOException, SQLException {
    String files = files(JSON);
    if (files.isEmpty()) {
      return;
    }
    try (Statement statement = store.connection.createStatement();
        ResultSet hashes =
            statement.executeQuery(
                "SELECT document, path FROM " + parquet(files) + " ORDER BY document");
        PreparedStatement one =
            store.connection.prepareStatement(
                "SELECT json FROM " + parquet(files) + " WHERE document = ? LIMIT 1")) {
      while (hashes.next()) {
        one.setString(1, hashes.getString(1));
        try (ResultSet text = one.executeQuery()) {
          text.next();
          reader.read(hashes.getString(2), text.getString(1));
        }
      }
    }
  }

  /**
   * Loads the documents whose JSON was not kept, as their tables have them, in one transaction.
   * Nothing but these files vouches for their facts, and the facts say so.
   *
   * @return how many documents were loaded, by what that did
   * @throws SQLException if the tables are not those of this version; then nothing has changed
   */
  public Map<Store.Loaded, Integer> load(Store store) throws IOException, SQLException {
    Map<Store.Loaded, Integer> counts = new EnumMap<>(Store.Loaded.class);
    String documents = files("documents");
    if (documents.isEmpty()) {
      return counts;
    }
    String json = files(JSON);
    store.connection.setAutoCommit(false);
    try (Statement statement = store.connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TEMP TABLE incoming AS SELECT new.document, CASE WHEN old.content IS"
              + " NULL THEN 'ADDED' WHEN old.content = new.content || ' trusted' THEN 'UNCHANGED'"
              + " ELSE 'REPLACED' END AS did FROM "
              + parquet(documents)
              + " new LEFT JOIN documents old USING (document)"
              + (json.isEmpty()
                  ? ""
                  : " WHERE document NOT IN (SELECT document FROM " + parquet(json) + ")"));
      try (ResultSet did =
          statement.executeQuery("SELECT did, count(*) FROM incoming GROUP BY did")) {
        while (did.next()) {
          counts.put(Store.Loaded.valueOf(did.getString(1)), did.getInt(2));
        }
      }
      for (String table : Store.TABLES) {
        String changed =
            " WHERE document IN (SELECT document FROM incoming WHERE did <> 'UNCHANGED')";
        statement.execute("DELETE FROM " + table + changed);
        String files = files(table);
        if (!files.isEmpty()) {
          statement.execute(
              "INSERT INTO "
                  + table
                  + " BY NAME SELECT "
                  + columns(table)
                  + " FROM "
                  + parquet(files)
                  + changed);
        }
      }
      statement.execute("DROP TABLE incoming");
      store.connection.commit();
    } catch (SQLException | RuntimeException e) {
      store.connection.rollback();
      throw e;
    } finally {
      store.connection.setAutoCommit(true);
    }
    return counts;
  }

  private static String columns(String table) {
    return switch (table) {
      case "facts" -> "* REPLACE ('file' AS vouched_by)";
      case "documents" -> "* REPLACE (content || ' trusted' AS content)";
      default -> "*";
    };
  }

  private static String parquet(String files) {
    return "read_parquet([" + files + "], hive_partitioning = false, union_by_name = true)";
  }

  /** The files of a table in the runs that ended, as a list for SQL. */
  private String files(String table) throws IOException {
    List<Path> found = new ArrayList<>();
    List<Path> runs = below(folder.resolve(OUTCOMES));
    Set<Path> replaced = new HashSet<>();
    for (Path run : runs) {
      Path list = run.resolve(REPLACED);
      if (Files.exists(list)) {
        Files.readAllLines(list).forEach(part -> replaced.add(folder.resolve(table).resolve(part)));
      }
    }
    for (Path run : runs) {
      for (Path file : below(folder.resolve(table).resolve(run.getFileName()))) {
        if (file.getFileName().toString().endsWith(".parquet") && !replaced.contains(file)) {
          found.add(file);
        }
      }
    }
    return found.stream()
        .map(file -> "'" + file.toString().replace("'", "''") + "'")
        .collect(Collectors.joining(", "));
  }

  private static List<Path> below(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}
