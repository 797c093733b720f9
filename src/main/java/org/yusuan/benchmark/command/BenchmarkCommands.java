package org.yusuan.benchmark.command;

import java.util.List;
import org.yusuan.cli.CommandProvider;

/** The commands that measure, for the command line, which does not know this package. */
public final class BenchmarkCommands implements CommandProvider {

  /** Made by the service loader. */
  public BenchmarkCommands() {}

  @Override
  public List<Class<?>> commands() {
    return List.of(EvaluateCommand.class, BenchmarkCommand.class);
  }
}
