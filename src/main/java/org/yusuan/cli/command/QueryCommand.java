package org.yusuan.cli.command;

import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.yusuan.cli.option.DatabaseOption;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.store.Answers;
import org.yusuan.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Asks a database in SQL. */
@Command(
    name = "query",
    mixinStandardHelpOptions = true,
    description = {
      "Ask a database in SQL.",
      "Tables: documents, tables, facts, lines, findings, finding_cells, claims. Ready questions:"
          + " totals_by_year, items_by_year, three_public_by_year, budget_execution,"
          + " contradictions."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:answered", "1:the question was not understood", "2:wrong usage"})
public final class QueryCommand implements Callable<Integer> {

  /** The forms of an answer. */
  enum Format {
    /** A table of aligned columns. */
    TABLE,
    /** CSV with a header line. */
    CSV,
    /** An array of objects. */
    JSON
  }

  /** A statement that only asks, after comments and opening brackets. */
  private static final Pattern ASKS =
      Pattern.compile(
          "(?:\\s|--[^\\n]*(?:\\n|$)|/\\*.*?\\*/|[(])*(?:SELECT|FROM|WITH|VALUES|TABLE|DESCRIBE|DESC|SHOW|"
              + "SUMMARIZE|EXPLAIN|PIVOT|UNPIVOT)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** Functions that write files or change how the database works, though a question calls them. */
  private static final Pattern ACTS =
      Pattern.compile(
          "\\b(?:enable|disable|truncate)_(?:logging|logs|profiling)\\b", Pattern.CASE_INSENSITIVE);

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "SQL",
      description = "One question, as \"SELECT * FROM items_by_year WHERE economic_name = '培训费'\".")
  private String sql;

  @Mixin private DatabaseOption database;

  @Option(names = "--format", description = "table, csv or json. Default: table.")
  private Format format = Format.TABLE;

  @SuppressWarnings("NullAway.Init")
  QueryCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    if (!ASKS.matcher(sql).lookingAt() || ACTS.matcher(sql).find()) {
      spec.commandLine()
          .getErr()
          .println("yusuan: a question changes nothing: begin with SELECT, FROM or WITH");
      spec.commandLine().getErr().flush();
      return ExitCode.FAILED;
    }
    try (Store store = database.open()) {
      Store.Answer answer = store.query(sql);
      switch (format) {
        case TABLE -> Answers.table(answer, out);
        case CSV -> Answers.csv(answer, out);
        case JSON -> Answers.json(answer, out);
      }
    } catch (SQLException e) {
      spec.commandLine().getErr().println("yusuan: " + reason(e));
      return ExitCode.FAILED;
    }
    out.flush();
    return ExitCode.DONE;
  }

  /** What is wrong with the question; all lines, since they point at the place. */
  private static String reason(SQLException e) {
    String message = String.valueOf(e.getMessage());
    return message.contains("read-only mode") || message.contains("disabled by configuration")
        ? "a question changes nothing and touches no other file: " + message
        : message;
  }
}
