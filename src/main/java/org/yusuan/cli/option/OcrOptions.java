package org.yusuan.cli.option;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.Options;
import org.yusuan.scan.ScanOptions;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of recognition; several commands have them. */
public final class OcrOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--ocr",
      paramLabel = "WHEN",
      description =
          "Which pages to read from their picture: auto (those without a usable text layer), always,"
              + " never. Default: auto.")
  private Options.Ocr ocr = Options.Ocr.AUTO;

  @Option(
      names = "--engines",
      split = ",",
      paramLabel = "NAME",
      description =
          "Engines of recognition: tesseract (always needed), figures (the network of this project"
              + " for figures), ppocr (for text). Default: all.")
  private List<String> engines = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  OcrOptions() {}

  /** The given options with these; wrong usage if an engine is unknown. */
  public Options applied(Options options, int workers) {
    try {
      List<String> names = engines.isEmpty() ? options.scan().engines() : engines;
      return options.withScan(ocr, new ScanOptions(names, workers));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--engines: " + e.getMessage(), e);
    }
  }

  /** The options as a child process takes them: when, then the engines. */
  public List<String> arguments() {
    applied(Options.defaults(), 1);
    return List.of(
        ocr.name(),
        String.join(",", engines.isEmpty() ? ScanOptions.standard().engines() : engines));
  }
}
