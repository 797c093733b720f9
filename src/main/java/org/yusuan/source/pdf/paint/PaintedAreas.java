package org.yusuan.source.pdf.paint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.model.table.Box;

/**
 * The areas that were painted on a page, in the order of painting: what lies behind a character,
 * and whether something lies before it.
 */
public final class PaintedAreas {

  /** The colour of paper, as red, green and blue. */
  private static final int WHITE = 0xFFFFFF;

  /** Areas beyond this many are left out: a map or an attack. Guess. */
  private static final int MAX_AREAS = 20_000;

  /** Areas lower or narrower than this, in points, lie behind no character. A guess. */
  private static final double MIN_AREA_SIDE = 3;

  /** Areas are looked up in this many strips of the page, which is quicker than one list. */
  private static final int STRIPS = 64;

  /** An area hides a character of which it covers this part of the width. Guess. */
  private static final double MIN_HIDDEN_WIDTH = 0.7;

  /** And this part of the height, which is more than the ink has. Guess. */
  private static final double MIN_HIDDEN_HEIGHT = 0.6;

  /** Paint is dark if it differs from white by at least this, from 0 to 255. A guess. */
  private static final int MIN_DARK_DIFFERENCE = 192;

  /**
   * @param colour {@link PaintColors#UNKNOWN} for pictures and for what is only partly painted
   * @param opaque whether nothing is seen through any part of it
   * @param order when it was painted
   */
  private record Area(Box box, int colour, boolean opaque, int order) {}

  private final List<List<Area>> strips = new ArrayList<>(STRIPS);
  private final double stripHeight;
  private int count;

  public PaintedAreas(double pageHeight) {
    stripHeight = Math.max(1, pageHeight / STRIPS);
    for (int i = 0; i < STRIPS; i++) {
      strips.add(new ArrayList<>(0));
    }
  }

  /**
   * Adds an area.
   *
   * @param box what was painted, clipped
   * @param opaque whether all of the box was, and nothing is seen through it
   */
  public void add(Box box, int colour, boolean opaque, int order) {
    if (box.width() < MIN_AREA_SIDE || box.height() < MIN_AREA_SIDE || ++count > MAX_AREAS) {
      return;
    }
    Area area = new Area(box, colour, opaque, order);
    for (int strip = strip(box.top()); strip <= strip(box.bottom()); strip++) {
      strips.get(strip).add(area);
    }
  }

  private int strip(double y) {
    return (int) Math.max(0, Math.min(STRIPS - 1, y / stripHeight));
  }

  /** The colour that was painted last at a place: white paper if nothing was. */
  int last(double x, double y) {
    List<Area> areas = strips.get(strip(y));
    for (int i = areas.size() - 1; i >= 0; i--) {
      if (areas.get(i).box.contains(x, y)) {
        return areas.get(i).colour;
      }
    }
    return WHITE;
  }

  /** Boxes that are filled with a colour other than white, each once, in the order of painting. */
  List<Box> shaded() {
    return strips.stream()
        .flatMap(List::stream)
        .filter(area -> area.colour != PaintColors.UNKNOWN && !PaintColors.isWhite(area.colour))
        .sorted(Comparator.comparingInt(Area::order))
        .distinct()
        .map(Area::box)
        .toList();
  }

  /** The colour that lies behind a character: white paper if nothing was painted there. */
  public int behind(PaintedGlyph glyph) {
    double x = glyph.seen().centerX();
    double y = glyph.seen().centerY();
    List<Area> areas = strips.get(strip(y));
    for (int i = areas.size() - 1; i >= 0; i--) {
      Area area = areas.get(i);
      if (area.order < glyph.order() && area.box.contains(x, y)) {
        return area.colour;
      }
    }
    return WHITE;
  }

  /** What lies before a character. */
  public enum Cover {
    NONE,
    /** Light paint, in which old text is blotted out, or a picture. */
    PAINT,
    /** Dark paint, in which text is blacked out. */
    DARK
  }

  /** What nothing is seen through and was painted over a character. */
  public Cover cover(PaintedGlyph glyph) {
    Box box = glyph.seen();
    List<Area> areas = strips.get(strip(box.centerY()));
    for (int i = areas.size() - 1; i >= 0; i--) {
      Area area = areas.get(i);
      if (area.order < glyph.order()) {
        return Cover.NONE;
      }
      if (area.opaque
          && area.box.contains(box.centerX(), box.centerY())
          && area.box.overlapX(box) >= MIN_HIDDEN_WIDTH * box.width()
          && area.box.overlapY(box) >= MIN_HIDDEN_HEIGHT * box.height()) {
        return area.colour != PaintColors.UNKNOWN
                && PaintColors.distance(area.colour, WHITE) >= MIN_DARK_DIFFERENCE
            ? Cover.DARK
            : Cover.PAINT;
      }
    }
    return Cover.NONE;
  }
}
