package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Comparator;
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

  /** Pieces of a crease differ in position by no more than this share of the page: 3 pixels. */
  private static final double MAX_ASIDE = 0.0015;

  /** They cover at least this share of the page: print and shadows interrupt it. */
  private static final double MIN_COVERED = 0.98;

  private Creases() {}

  /**
   * The creases among the lines of a page, all pieces of them. A picture that shows a table and
   * nothing around it has none: there all rulings run over the page.
   *
   * @param width of the page, in the unit of the lines
   * @param height of the page
   */
  public static List<Ruling> among(List<Ruling> lines, double width, double height) {
    List<Ruling> creases = new ArrayList<>(among(lines, true, width));
    creases.addAll(among(lines, false, height));
    return creases;
  }

  private static List<Ruling> among(List<Ruling> lines, boolean horizontal, double whole) {
    List<Ruling> alike =
        lines.stream()
            .filter(line -> line.horizontal() == horizontal)
            .sorted(Comparator.comparingDouble(Ruling::position))
            .toList();
    List<Ruling> over = new ArrayList<>();
    int places = 0;
    int from = 0;
    for (int i = 1; i <= alike.size(); i++) {
      if (i == alike.size()
          || alike.get(i).position() - alike.get(from).position() > MAX_ASIDE * whole) {
        List<Ruling> pieces = alike.subList(from, i);
        if (areOverPage(pieces, whole)) {
          over.addAll(pieces);
          places++;
        }
        from = i;
      }
    }
    return places <= MAX_CREASES && alike.size() - over.size() > places ? over : List.of();
  }

  private static boolean areOverPage(List<Ruling> pieces, double whole) {
    double start = pieces.stream().mapToDouble(Ruling::start).min().orElse(whole);
    double end = pieces.stream().mapToDouble(Ruling::end).max().orElse(0);
    double covered = pieces.stream().mapToDouble(Ruling::length).sum();
    return start <= MAX_MARGIN * whole
        && end >= (1 - MAX_MARGIN) * whole
        && covered >= MIN_COVERED * whole;
  }
}
