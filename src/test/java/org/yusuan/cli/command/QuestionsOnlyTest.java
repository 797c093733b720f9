package org.yusuan.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yusuan.cli.Main;
import org.yusuan.store.Store;

/** What {@code query} takes for a question, and what it refuses. */
class QuestionsOnlyTest {

  @TempDir private Path folder;
  private Path database;

  @SuppressWarnings("NullAway.Init")
  QuestionsOnlyTest() {}

  @BeforeEach
  void make() throws SQLException {
    database = folder.resolve("facts.db");
    Store.open(database).close();
  }

  private int ask(String sql, StringWriter err) {
    return Main.commandLine()
        .setOut(new PrintWriter(new StringWriter()))
        .setErr(new PrintWriter(err))
        .execute("query", "--db", database.toString(), sql);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "  -- a remark\n select count(*) from facts",
        "/* a */ (SELECT 1)",
        "FROM documents",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        "DESCRIBE facts"
      })
  void questionsAreAnswered(String sql) {
    StringWriter err = new StringWriter();
    assertEquals(0, ask(sql, err), err.toString());
  }

  @Test
  void whatATerminalWouldCarryOutIsNotPrinted() {
    StringWriter out = new StringWriter();
    int exit =
        Main.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(new StringWriter()))
            .execute(
                "query", "--db", database.toString(), "SELECT 'a' || chr(27) || ']0;x' || chr(7)");
    assertEquals(0, exit);
    assertTrue(out.toString().contains("a\uFFFD]0;x\uFFFD"), out.toString());
    assertFalse(out.toString().contains("\u001b"), out.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CALL enable_logging()",
        "SELECT * FROM enable_logging()",
        "DELETE FROM facts",
        " -- SELECT\nDROP TABLE facts",
        "SET memory_limit='1GB'",
        "ATTACH 'other.db'",
        "COPY facts TO 'x.csv'"
      })
  void whatDoesSomethingIsRefused(String sql) {
    StringWriter err = new StringWriter();
    assertEquals(1, ask(sql, err));
    assertTrue(err.toString().contains("a question changes nothing"), err.toString());
  }
}
