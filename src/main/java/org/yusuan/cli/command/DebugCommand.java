package org.yusuan.cli.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.yusuan.Options;
import org.yusuan.ReadingTrace;
import org.yusuan.Yusuan;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.LayoutOptions;
import org.yusuan.cli.option.OcrOptions;
import org.yusuan.io.AtomicFile;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourcePage;
import org.yusuan.page.PageSource;
import org.yusuan.review.PageOverlay;
import org.yusuan.source.PageSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Draws what was read over a page's picture. */
@Command(
    name = "debug",
    mixinStandardHelpOptions = true,
    description = "Draw words, rulings, cells, header, roles, keys and statuses over a page.")
public final class DebugCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The document.")
  private Path file;

  @Option(names = "--page", required = true, paramLabel = "N", description = "The page, from 1.")
  private int page;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "PNG",
      description = "The picture to write.")
  private Path output;

  @Option(names = "--dpi", paramLabel = "DPI", description = "Resolution. Default: 150.")
  private int dpi = 150;

  @Mixin private LayoutOptions layouts;

  @Mixin private OcrOptions ocr;

  @SuppressWarnings("NullAway.Init")
  DebugCommand() {}

  @Override
  public Integer call() throws IOException {
    if (dpi < 30 || dpi > 600) {
      throw new ParameterException(spec.commandLine(), "--dpi must lie between 30 and 600");
    }
    BufferedImage picture = picture();
    // All pages are read, since a table's header may stand on a page before.
    Options options =
        ocr.applied(
            Options.defaults().withLayoutFolders(layouts.folders()),
            Runtime.getRuntime().availableProcessors());
    try (Yusuan yusuan = new Yusuan(options)) {
      ReadingTrace trace = yusuan.trace(file, number -> {});
      Disclosure disclosure = trace.disclosure();
      SourcePage displayed = disclosure.source().pages().get(page - 1);
      new PageOverlay(trace.pages().get(page - 1), trace.displayed(), disclosure)
          .draw(picture, displayed.width(), displayed.height());
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", bytes);
      AtomicFile.write(output, bytes.toByteArray());
      List<String> tables =
          disclosure.tables().stream()
              .filter(table -> table.pages().contains(page))
              .map(table -> table.id() + " " + table.kind())
              .toList();
      spec.commandLine().getOut().printf("%s: page %d, tables %s%n", output, page, tables);
    }
    return ExitCode.DONE;
  }

  /** The page as displayed, in colour. */
  private BufferedImage picture() throws IOException {
    try (PageSource source = PageSources.open(file)) {
      if (page < 1 || page > source.pageCount()) {
        throw new ParameterException(
            spec.commandLine(),
            source.name() + " has " + source.pageCount() + " pages, no page " + page);
      }
      return source.display(page, dpi);
    }
  }
}
