package org.yusuan.scan.ruling;

import java.util.List;
import org.yusuan.page.Ruling;

/**
 * Lines of the paper, not of the print: where a sheet was folded, or a second one lay behind it.
 * They run over the whole page; the rulings of a table end with it. Constants are guesses.
 */
public final class Creases {
  /**
   * A crease ends this near to both edges, as a share of the page: a table came as near as 0.0035.
   */
  private static final double MAX_MARGIN = 0.0025;

  /** A sheet has no more creases of one direction. */
  private static final int MAX_CREASES = 2;

  private Creases() {}

  /**
   * The creases among the lines of a page. A picture that shows a table and nothing around it has
   * none: there all rulings run over the page.
   *
   * @param width of the page, in the unit of the lines
   * @param height of the page
   */
  public static List<Ruling> among(List<Ruling> lines, double width, double height) {
    return lines.stream()
        .filter(line -> isOverPage(line, width, height))
        .filter(
            line -> {
              List<Ruling> alike =
                  lines.stream().filter(other -> other.horizontal() == line.horizontal()).toList();
              long over = alike.stream().filter(o -> isOverPage(o, width, height)).count();
              return over <= MAX_CREASES && alike.size() > 2 * over;
            })
        .toList();
  }

  private static boolean isOverPage(Ruling line, double width, double height) {
    double whole = line.horizontal() ? width : height;
    return line.start() <= MAX_MARGIN * whole && line.end() >= (1 - MAX_MARGIN) * whole;
  }
}
