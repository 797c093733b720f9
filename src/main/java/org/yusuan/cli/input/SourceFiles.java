package org.yusuan.cli.input;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.holding.Holdings;
import org.yusuan.compare.holding.StatedLine;
import org.yusuan.compare.line.ComparedLine;
import org.yusuan.compare.report.ReportPage;
import org.yusuan.compare.series.Comparison;
import org.yusuan.compare.series.View;
import org.yusuan.export.Fact;
import org.yusuan.io.Sha256;
import org.yusuan.page.PageSource;
import org.yusuan.page.Resolution;
import org.yusuan.source.PageSources;

/**
 * Finds the files that a comparison was read from, by their names, and makes sure by their hashes
 * that they are the same files.
 *
 * @param folder where to look, also below; null to find none
 * @param target the page that will link to them
 * @param pictures whether to draw their pages
 */
public record SourceFiles(@Nullable Path folder, Path target, boolean pictures) {

  /** Resolution of drawn pages: figures of 7 pt can be read. */
  private static final int PICTURE_DPI = 110;

  /** The documents that were found, by the hash of their file. */
  public Map<String, ReportPage.LinkedDocument> of(Comparison comparison) throws IOException {
    Map<String, ReportPage.LinkedDocument> found = new LinkedHashMap<>();
    if (folder == null) {
      return found;
    }
    for (Comparison.PeriodColumn column : comparison.columns()) {
      Fact.Document document = column.document();
      Path file = find(folder, document);
      if (file != null) {
        found.put(
            document.sha256(),
            new ReportPage.LinkedDocument(
                link(file), pictures ? pictures(file, pages(comparison, document)) : Map.of()));
      }
    }
    return found;
  }

  private static @Nullable Path find(Path folder, Fact.Document document) throws IOException {
    List<Path> named;
    try (Stream<Path> files = Files.walk(folder)) {
      named =
          files
              .filter(file -> String.valueOf(file.getFileName()).equals(document.file()))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    for (Path file : named) {
      if (Sha256.of(file).equals(document.sha256())) {
        return file;
      }
    }
    return null;
  }

  /** The file's address as seen from the page; absolute if they share no root. */
  private String link(Path file) {
    Path from = target.toAbsolutePath().normalize().getParent();
    Path to = file.toAbsolutePath().normalize();
    try {
      String path = String.valueOf(from == null ? to : from.relativize(to)).replace('\\', '/');
      return new URI(null, null, path, null).toASCIIString();
    } catch (IllegalArgumentException | URISyntaxException e) {
      return to.toUri().toASCIIString();
    }
  }

  private static TreeSet<Integer> pages(Comparison comparison, Fact.Document document) {
    TreeSet<Integer> pages = new TreeSet<>();
    for (Holdings.Contradiction one : comparison.contradictions()) {
      if (one.document().equals(document.sha256())) {
        one.places().forEach(place -> pages.add(place.page()));
        if (one.page() > 0) {
          pages.add(one.page());
        }
      }
    }
    for (View view : comparison.views()) {
      for (ComparedLine line : view.lines()) {
        for (StatedLine entry : line.entries()) {
          if (entry.line() != null && entry.line().document().sha256().equals(document.sha256())) {
            pages.add(entry.fact() == null ? entry.line().page() : entry.fact().evidence().page());
          }
        }
      }
    }
    return pages;
  }

  private static Map<Integer, ReportPage.PageImage> pictures(Path file, TreeSet<Integer> pages)
      throws IOException {
    Map<Integer, ReportPage.PageImage> pictures = new TreeMap<>();
    try (PageSource source = PageSources.open(file)) {
      for (int page : pages) {
        if (page <= source.pageCount()) {
          BufferedImage image = source.display(page, PICTURE_DPI);
          ByteArrayOutputStream bytes = new ByteArrayOutputStream();
          ImageIO.write(image, "jpeg", bytes);
          pictures.put(
              page,
              new ReportPage.PageImage(
                  "data:image/jpeg;base64,"
                      + Base64.getEncoder().encodeToString(bytes.toByteArray()),
                  image.getWidth() * Resolution.POINTS_PER_INCH / PICTURE_DPI,
                  image.getHeight() * Resolution.POINTS_PER_INCH / PICTURE_DPI));
        }
      }
    }
    return pictures;
  }
}
