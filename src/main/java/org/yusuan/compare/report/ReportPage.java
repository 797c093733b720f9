package org.yusuan.compare.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.series.Comparison;

/**
 * A comparison as one page that loads nothing from the network.
 *
 * <p>Text from documents stands in the page as JSON only, with every {@code <}, {@code >} and
 * {@code &} escaped, and is shown as text, never as markup.
 */
public final class ReportPage {

  private static final String CHART = "META-INF/resources/webjars/chart.js/%s/";
  private static final String CHART_VERSION =
      "META-INF/maven/org.webjars.npm/chart.js/pom.properties";

  /**
   * Where a document can be looked at.
   *
   * @param link address of the file, seen from the page; null if it is unknown
   * @param pages pictures of its pages, by page number; may be empty
   */
  public record LinkedDocument(@Nullable String link, Map<Integer, PageImage> pages) {
    public LinkedDocument {
      pages = Map.copyOf(pages);
    }
  }

  /**
   * A picture of a page.
   *
   * @param data a {@code data:} address
   * @param width of the page in points, as displayed
   * @param height of the page in points, as displayed
   */
  public record PageImage(String data, double width, double height) {}

  private final Map<String, LinkedDocument> sources;

  /**
   * A writer of pages.
   *
   * @param sources documents by the hash of their files; those that are not there get no links
   */
  public ReportPage(Map<String, LinkedDocument> sources) {
    this.sources = Map.copyOf(sources);
  }

  /** The page. */
  public String html(Comparison comparison) {
    ObjectNode data = ComparisonJson.tree(comparison);
    ObjectNode links = data.putObject("sources");
    new TreeMap<>(sources)
        .forEach(
            (document, source) -> {
              ObjectNode node = links.putObject(document);
              node.put("link", source.link());
              ObjectNode pages = node.putObject("pages");
              new TreeMap<>(source.pages())
                  .forEach(
                      (page, picture) ->
                          pages
                              .putObject(String.valueOf(page))
                              .put("data", picture.data())
                              .put("width", picture.width())
                              .put("height", picture.height()));
            });
    String chart = CHART.formatted(version());
    Map<String, String> parts =
        Map.of(
            "style", PageTemplate.resource("report.css"),
            "script", PageTemplate.resource("report.js"),
            "chart",
                PageTemplate.library(chart + "dist/chart.umd.min.js")
                    .replaceAll("//# sourceMapping.*", ""),
            "licence", PageTemplate.library(chart + "LICENSE.md").replace("--", "- -"),
            "data", PageTemplate.escaped(data.toString()));
    return PageTemplate.fill("report.html", parts);
  }

  private static String version() {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(PageTemplate.library(CHART_VERSION)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return properties.getProperty("version");
  }
}
