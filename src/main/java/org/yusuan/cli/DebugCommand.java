package org.yusuan.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.yusuan.Options;
import org.yusuan.Yusuan;
import org.yusuan.export.AtomicFile;
import org.yusuan.model.Disclosure;
import org.yusuan.page.Page;
import org.yusuan.pdf.PdfFile;
import org.yusuan.review.PageOverlay;
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
final class DebugCommand implements Callable<Integer> {

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

  @SuppressWarnings("NullAway.Init")
  DebugCommand() {}

  @Override
  public Integer call() throws IOException {
    if (dpi < 30 || dpi > 600) {
      throw new ParameterException(spec.commandLine(), "--dpi must lie between 30 and 600");
    }
    try (PdfFile pdf = PdfFile.open(file)) {
      if (page < 1 || page > pdf.pageCount()) {
        throw new ParameterException(
            spec.commandLine(), pdf.name() + " has " + pdf.pageCount() + " pages, no page " + page);
      }
      // All pages are read, since a table's header may stand on a page before.
      Options options = Options.defaults().withLayoutFolders(layouts.folders());
      Disclosure disclosure;
      try (Yusuan yusuan = new Yusuan(options)) {
        disclosure = yusuan.read(file, number -> {}).disclosure();
      }
      Page words = pdf.read(page);
      BufferedImage picture =
          new PDFRenderer(pdf.document()).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
      new PageOverlay(words, disclosure).draw(picture);
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
    return Main.DONE;
  }
}
