package org.yusuan.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yusuan.Recheck;
import org.yusuan.cli.Main;
import org.yusuan.correction.CorrectionEntry;
import org.yusuan.correction.CorrectionFile;
import org.yusuan.correction.Corrections;
import org.yusuan.export.DisclosureJson;
import org.yusuan.made.MadeDisclosure;
import org.yusuan.made.MadeTable;
import org.yusuan.model.Disclosure;
import org.yusuan.model.table.Cell;
import org.yusuan.store.Store;
import picocli.CommandLine;

class LoadCommandTest {

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @SuppressWarnings("NullAway.Init")
  LoadCommandTest() {}

  private int load(String... more) {
    CommandLine line = Main.commandLine();
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    String[] arguments = new String[more.length + 4];
    arguments[0] = "load";
    arguments[1] = folder.toString();
    arguments[2] = "--db";
    arguments[3] = folder.resolve("b.duckdb").toString();
    System.arraycopy(more, 0, arguments, 4, more.length);
    return line.execute(arguments);
  }

  private Disclosure file() throws Exception {
    MadeTable table =
        MadeTable.coded("t1", "expenditure", "支出总表", "元")
            .measure("total", "合计")
            .measure("basic_expenditure", "基本支出")
            .measure("project_expenditure", "项目支出")
            .code("201", "一般公共服务支出", "3,800", "2,100", "1,200")
            .code("208", "社会保障和就业支出", "700", "700", "")
            .total("合计", "4,000", "2,800", "1,200");
    Disclosure disclosure =
        new Recheck()
            .recheck(MadeDisclosure.budget("某局", 2025).table(table).build(), Corrections.NONE);
    Files.write(folder.resolve("made.json"), new DisclosureJson().write(disclosure, true));
    return disclosure;
  }

  private String amount() throws Exception {
    try (Store store = Store.openReadOnly(folder.resolve("b.duckdb"))) {
      return String.valueOf(
          store
              .query("SELECT amount FROM facts WHERE functional_code = '201' AND measure = 'total'")
              .rows()
              .get(0)
              .get(0));
    }
  }

  @Test
  void anAmountThatDoesNotFollowFromItsTextIsRefusedWithPlaceAndBothValues() throws Exception {
    file();
    Path made = folder.resolve("made.json");
    Files.writeString(
        made, Files.readString(made).replace("\"amount\" : 3800", "\"amount\" : 999"));
    assertEquals(1, load());
    assertTrue(err.toString().contains("t1 row 0 column 2 「3,800」"), err.toString());
    assertTrue(err.toString().contains("amount 999, text and unit 3800"), err.toString());
    assertEquals(0, load("--trust"));
    assertEquals("999.000000", amount());
  }

  @Test
  void correctionsBesideTheFilesReachTheDatabase() throws Exception {
    Disclosure disclosure = file();
    Cell cell = disclosure.tables().get(0).rows().get(0).cells().get(2);
    new CorrectionFile(folder.resolve(CorrectionFile.NAME))
        .append(
            List.of(
                CorrectionEntry.of(
                    disclosure.source().sha256(),
                    CorrectionEntry.Kind.CELL,
                    1,
                    cell.bbox(),
                    null,
                    "3,800",
                    "3,300",
                    "王五",
                    "2026-01-02T03:04:05Z",
                    null)));
    assertEquals(0, load(), err.toString());
    assertEquals("3300.000000", amount());
  }

  /** What a cluster writes of the database's documents, with their JSON or without. */
  private Path cluster(boolean json) throws Exception {
    Path tables = folder.resolve("cluster");
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("b.duckdb"));
        Statement statement = connection.createStatement()) {
      for (String table :
          List.of("documents", "tables", "facts", "lines", "findings", "finding_cells", "claims")) {
        copy(statement, tables.resolve(table), "SELECT * FROM " + table);
      }
      if (json) {
        String text = Files.readString(folder.resolve("made.json")).replace("'", "''");
        copy(
            statement,
            tables.resolve("json"),
            "SELECT document, '/in/made.pdf' AS path, '" + text + "' AS json FROM documents");
      }
      copy(statement, tables.resolve("outcomes"), "SELECT document, 'done' AS r FROM documents");
    }
    // What a run left that did not end.
    Files.createDirectories(tables.resolve("facts").resolve("run=2"));
    Files.writeString(tables.resolve("facts").resolve("run=2").resolve("x.parquet"), "half");
    Files.delete(folder.resolve("b.duckdb"));
    return tables;
  }

  private static void copy(Statement statement, Path table, String rows) throws Exception {
    Path run = Files.createDirectories(table.resolve("run=1"));
    statement.execute(
        "COPY (" + rows + ") TO '" + run.resolve("part.parquet") + "' (FORMAT parquet)");
  }

  private int loadFrom(Path tables) {
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute("load", tables.toString(), "--db", folder.resolve("b.duckdb").toString());
  }

  private String vouched() throws Exception {
    try (Store store = Store.openReadOnly(folder.resolve("b.duckdb"))) {
      return String.valueOf(
          store.query("SELECT vouched_by, count(*) FROM facts GROUP BY 1 ORDER BY 1").rows());
    }
  }

  @Test
  void tablesOfAClusterAreLoadedAndNothingButTheirFilesVouchesForThem() throws Exception {
    file();
    assertEquals(0, load(), err.toString());
    Path tables = cluster(false);
    assertEquals(0, loadFrom(tables), err.toString());
    assertTrue(
        out.toString().endsWith("1 documents: 1 added, 0 replaced, 0 unchanged, 0 failed\n"));
    assertTrue(err.toString().contains("vouched_by = file"), err.toString());
    assertEquals(3800, Double.parseDouble(amount()));
    assertEquals("[[file, 8]]", vouched());
    assertEquals(0, loadFrom(tables), err.toString());
    assertTrue(
        out.toString().endsWith("1 documents: 0 added, 0 replaced, 1 unchanged, 0 failed\n"));
  }

  @Test
  void documentsOfAClusterThatKeptTheirJsonAreCheckedByIt() throws Exception {
    file();
    assertEquals(0, load(), err.toString());
    String before = vouched();
    Path tables = cluster(true);
    assertEquals(0, loadFrom(tables), err.toString());
    assertEquals("", err.toString());
    assertTrue(
        out.toString().endsWith("1 documents: 1 added, 0 replaced, 0 unchanged, 0 failed\n"));
    assertEquals(before, vouched());
  }
}
