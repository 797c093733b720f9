package org.yusuan.cli.option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option that adds a user's own layouts; several commands have it. */
public final class LayoutOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--layouts",
      paramLabel = "DIR",
      description = "A folder with your own layout files (*.yaml); may be given several times.")
  private List<Path> folders = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  LayoutOptions() {}

  /** The folders; wrong usage if one does not exist. */
  public List<Path> folders() {
    for (Path folder : folders) {
      if (!Files.isDirectory(folder)) {
        throw new ParameterException(spec.commandLine(), "--layouts: no such folder: " + folder);
      }
    }
    return folders;
  }
}
