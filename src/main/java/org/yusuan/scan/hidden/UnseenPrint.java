package org.yusuan.scan.hidden;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.ruling.PenStrokes;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.toner.MissingToner;

/** Collects what hides the print of a straightened page, or took it away: pens and no toner. */
public final class UnseenPrint {
  /** What is looked at around a line, in pixels: the margin that it is cut out with. A guess. */
  private static final int MARGIN = 8;

  private final GrayImage page;
  private final List<LineBox> lines;
  private final double dpi;
  private final List<PixelBox> places = new ArrayList<>();
  private final BinaryImage unseen;

  /**
   * @param page a straightened page without its rulings
   * @param lines its lines of print
   */
  public UnseenPrint(GrayImage page, List<LineBox> lines, double dpi) {
    this.page = page;
    this.lines = lines;
    this.dpi = dpi;
    this.unseen = new BinaryImage(page.width, page.height);
  }

  /** Adds the lines that a dark pen drew through figures. */
  public void add(PenStrokes.Cleaned pens) {
    places.addAll(pens.struck());
    for (int at = 0; at < pens.unseen().ink.length; at++) {
      unseen.ink[at] |= pens.unseen().ink[at];
    }
  }

  /**
   * Adds the ink of coloured pens over the lines that it hides in part.
   *
   * @param covered where it hides print, in pixels of the picture that is read
   * @param strokes this ink, in pixels of the published picture
   * @param sourceDpi resolution of the picture that is read
   * @param detail pixels of the published picture for one of that
   */
  public void add(
      List<PixelBox> covered,
      BinaryImage strokes,
      PageTransform transform,
      double sourceDpi,
      double detail) {
    List<PixelBox> straight =
        covered.stream()
            .map(place -> StruckFigures.straightened(place, transform, sourceDpi, dpi))
            .toList();
    places.addAll(straight);
    double point = Resolution.POINTS_PER_INCH / dpi;
    double pixel = sourceDpi / Resolution.POINTS_PER_INCH / transform.scale() * detail;
    for (LineBox line : lines) {
      if (straight.stream().noneMatch(place -> StruckFigures.meets(place, line))) {
        continue;
      }
      PixelBox around = around(line);
      for (int y = around.top(); y < around.bottom(); y++) {
        for (int x = around.left(); x < around.right(); x++) {
          double[] shown = transform.onDisplayedPage((x + 0.5) * point, (y + 0.5) * point);
          int sourceX = (int) (shown[0] * pixel);
          int sourceY = (int) (shown[1] * pixel);
          unseen.ink[y * unseen.width + x] |=
              sourceX >= 0
                  && sourceY >= 0
                  && sourceX < strokes.width
                  && sourceY < strokes.height
                  && strokes.ink[sourceY * strokes.width + sourceX];
        }
      }
    }
  }

  /**
   * Adds the hairlines that cut strokes of print: those over which strokes were joined.
   *
   * @param threshold what is darker, of 255, is ink
   */
  public void add(MissingToner toner, int threshold) {
    for (LineBox line : lines) {
      for (PixelBox gap : toner.within(around(line))) {
        if (hasInk(gap, threshold)) {
          places.add(gap);
          for (int y = gap.top(); y < gap.bottom(); y++) {
            for (int x = gap.left(); x < gap.right(); x++) {
              unseen.ink[y * unseen.width + x] = true;
            }
          }
        }
      }
    }
  }

  private boolean hasInk(PixelBox place, int threshold) {
    for (int y = place.top(); y < place.bottom(); y++) {
      for (int x = place.left(); x < place.right(); x++) {
        if (page.at(x, y) < threshold) {
          return true;
        }
      }
    }
    return false;
  }

  private PixelBox around(LineBox line) {
    return new PixelBox(
        Math.max(0, line.left() - MARGIN),
        Math.max(0, line.top() - 1),
        Math.min(page.width, line.right() + MARGIN),
        Math.min(page.height, line.bottom() + 1));
  }

  /** The figures that are read again. */
  public StruckFigures figures() {
    return new StruckFigures(places, page, unseen);
  }
}
