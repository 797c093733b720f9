package org.yusuan.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.knowledge.table.Layout;
import org.yusuan.knowledge.table.Layouts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the standard tables that are known. */
@Command(
    name = "layouts",
    subcommands = LayoutsLearnCommand.class,
    mixinStandardHelpOptions = true,
    description = "List the standard tables that are known.")
public final class LayoutsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Mixin private LayoutOptions layouts;

  @SuppressWarnings("NullAway.Init")
  LayoutsCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    Layouts known =
        layouts.folders().isEmpty() ? Layouts.shipped() : Layouts.withOwn(layouts.folders());
    for (Layout layout : known.all()) {
      out.printf("%-58s %-40s %s · %s%n", layout.id(), layout.kind(), layout.zh(), layout.en());
    }
    out.flush();
    return ExitCode.DONE;
  }
}
