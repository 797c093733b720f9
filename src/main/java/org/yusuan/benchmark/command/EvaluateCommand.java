package org.yusuan.benchmark.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.benchmark.accuracy.Evaluation;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.OcrOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Scores extractions against truth files. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Score extractions against truth files.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:nothing was wrong", "1:something was wrong or failed", "2:wrong usage"})
public final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TRUTH_DIR", description = "Folder of truth files (*.json).")
  private Path truth;

  @Option(
      names = "--documents",
      paramLabel = "DIR",
      description = "Folder of the documents. Default: TRUTH_DIR.")
  private @Nullable Path documents;

  @Option(
      names = "--ending",
      paramLabel = "END",
      description = "What the documents' names end in, as .office.pdf. Default: .pdf.")
  private String ending = ".pdf";

  @Mixin private LayoutOptions layouts;

  @Mixin private OcrOptions ocr;

  @SuppressWarnings("NullAway.Init")
  EvaluateCommand() {}

  @Override
  public Integer call() throws IOException {
    Options options =
        ocr.applied(
            Options.defaults().withLayoutFolders(layouts.folders()),
            Runtime.getRuntime().availableProcessors());
    PrintWriter out = spec.commandLine().getOut();
    boolean perfect;
    try (Yusuan yusuan = new Yusuan(options)) {
      perfect =
          Evaluation.run(
              truth,
              documents == null ? truth : documents,
              ending,
              document -> yusuan.read(document, page -> {}),
              out);
    }
    out.flush();
    return perfect ? ExitCode.DONE : ExitCode.FAILED;
  }
}
