package org.yusuan.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.yusuan.store.Store;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that names an existing database; several commands have it. */
public final class DatabaseOption {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--db",
      required = true,
      paramLabel = "FILE",
      description = "The database that load made.")
  private Path database;

  @SuppressWarnings("NullAway.Init")
  DatabaseOption() {}

  /** Opens it for reading; wrong usage if it does not exist. */
  public Store open() throws SQLException {
    if (!Files.exists(database)) {
      throw new ParameterException(spec.commandLine(), "no such database: " + database);
    }
    return Store.openReadOnly(database);
  }
}
