package org.yusuan.cli.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yusuan.Options;
import org.yusuan.ReadingTrace;
import org.yusuan.Yusuan;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.OcrOptions;
import org.yusuan.cli.option.PasswordOption;
import org.yusuan.cli.option.Phrasebook;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.ErrorMessage;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourcePage;
import org.yusuan.overlay.OverlayLegend;
import org.yusuan.overlay.PageOverlay;
import org.yusuan.page.Page;
import org.yusuan.page.PageSource;
import org.yusuan.source.PageSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws what was read over the pictures of pages. */
@Command(
    name = "debug",
    mixinStandardHelpOptions = true,
    description = {
      "Draw words, rulings, cells, header, roles, keys and statuses over pages.",
      "Below each picture stand a legend and the findings of the page."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:drawn", "1:some page could not be drawn", "2:wrong usage"})
public final class DebugCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The document.")
  private Path file;

  @Option(names = "--page", paramLabel = "N", description = "The page, from 1. Default: all.")
  private @Nullable Integer page;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "OUT",
      description = "The picture to write (PNG); without --page a folder, a picture for each page.")
  private Path output;

  @Option(names = "--dpi", paramLabel = "DPI", description = "Resolution. Default: 150.")
  private int dpi = 150;

  @Mixin private LayoutOptions layouts;

  @Mixin private OcrOptions ocr;

  @Mixin private PasswordOption password;

  @SuppressWarnings("NullAway.Init")
  DebugCommand() {}

  @Override
  public Integer call() throws IOException {
    if (dpi < 30 || dpi > 600) {
      throw new ParameterException(spec.commandLine(), "--dpi must lie between 30 and 600");
    }
    if (page == null && Files.isRegularFile(output)) {
      throw new ParameterException(
          spec.commandLine(), "-o must name a folder, or --page a page: " + output + " is a file");
    }
    // All pages are read, since a table's header may stand on a page before.
    Options options =
        ocr.applied(
            Options.defaults()
                .withLayoutFolders(layouts.folders())
                .withPassword(password.password()),
            Runtime.getRuntime().availableProcessors());
    try (PageSource source = PageSources.open(file, password.password());
        Yusuan yusuan = new Yusuan(options)) {
      if (page != null && (page < 1 || page > source.pageCount())) {
        throw new ParameterException(
            spec.commandLine(),
            source.name() + " has " + source.pageCount() + " pages, no page " + page);
      }
      ReadingTrace trace = yusuan.trace(file, number -> {});
      int failed = 0;
      for (Page read : trace.pages()) {
        if (page != null && read.number() != page) {
          continue;
        }
        try {
          draw(source, trace, read);
        } catch (IOException e) {
          failed++;
          spec.commandLine()
              .getErr()
              .println("yusuan: page " + read.number() + ": " + ErrorMessage.of(e));
        }
      }
      return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private void draw(PageSource source, ReadingTrace trace, Page read) throws IOException {
    Disclosure disclosure = trace.disclosure();
    int number = read.number();
    BufferedImage picture = source.display(number, dpi);
    SourcePage displayed =
        disclosure.source().pages().stream()
            .filter(one -> one.page() == number)
            .findFirst()
            .orElseThrow();
    new PageOverlay(read, trace.displayed(), disclosure)
        .draw(picture, displayed.width(), displayed.height());
    LocalizedMessages speaker = LanguageOption.speaker(spec);
    OverlayLegend legend =
        new OverlayLegend(
            mark -> speaker.say("overlay-" + mark, Map.of()), told(disclosure, displayed, speaker));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(legend.below(picture, dpi), "png", bytes);
    Path target =
        page != null ? output : output.resolve(String.format(Locale.ROOT, "page-%03d.png", number));
    AtomicFile.write(target, bytes.toByteArray());
    List<String> tables =
        disclosure.tables().stream()
            .filter(table -> table.pages().contains(number))
            .map(table -> table.id() + " " + table.kind())
            .toList();
    spec.commandLine()
        .getOut()
        .println(
            LanguageOption.speaker(spec)
                .say("debug-page", Map.of("file", target, "page", number, "tables", tables)));
  }

  /** The findings and problems of a page, one a line. */
  private static List<String> told(
      Disclosure disclosure, SourcePage page, LocalizedMessages speaker) {
    List<String> told = new ArrayList<>();
    disclosure.findings().stream()
        .filter(finding -> finding.isOn(page.page()))
        .forEach(
            finding ->
                told.add(
                    finding.severity().name().toLowerCase(Locale.ROOT)
                        + ": "
                        + speaker.say(new Wording(finding.messageZh(), finding.messageEn()))));
    Phrasebook phrases = new Phrasebook();
    page.problems().forEach(problem -> told.add("! " + speaker.say(phrases.wording(problem))));
    return told;
  }
}
