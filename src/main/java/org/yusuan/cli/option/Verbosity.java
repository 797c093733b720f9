package org.yusuan.cli.option;

import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The flag that makes every command tell more. The first command has it, and all inherit it. */
public final class Verbosity {

  /** The name that the first command gives to this mixin. */
  private static final String MIXIN = "verbosity";

  @Option(
      names = {"-v", "--verbose"},
      scope = ScopeType.INHERIT,
      description =
          "Tell more: every finding, and on the error stream what the stages do. Twice: also what"
              + " they decide.")
  private boolean[] given = {};

  /** Made by picocli. */
  public Verbosity() {}

  /** The flag as it was given to a command or to the first one. */
  public static Verbosity of(CommandSpec spec) {
    return (Verbosity) Objects.requireNonNull(spec.root().mixins().get(MIXIN)).userObject();
  }

  /** Whether it was given. */
  public boolean isOn() {
    return level() != LogLevel.QUIET;
  }

  /** The level of the log that it asks for. */
  public LogLevel level() {
    return LogLevel.given(given.length);
  }
}
