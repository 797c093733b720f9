package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.ConnectedComponent;

/**
 * Closes tables whose outer ruling is not seen: it vanished in the fold of a book or where toner
 * was missing, or was never printed. The rulings between rows run on beyond the last one between
 * columns, and print stands there. Lengths are inches; constants are guesses.
 */
public final class OpenSides {
  /** A table has at least this many row rulings that overhang. */
  private static final int MIN_ROWS = 4;

  /**
   * A row ruling overhangs if it runs on by at least this much beyond the last ruling between
   * columns.
   */
  private static final double MIN_OVERHANG = 0.3;

  /** At least this share of the row rulings must overhang. */
  private static final double MIN_OVERHANGING_SHARE = 0.6;

  /** At least this many pieces of ink stand in the open column. */
  private static final int MIN_INK_PIECES = 12;

  /** The outermost pieces of ink, up to this share of them, are dirt and do not tell the edge. */
  private static final double MAX_DIRT_SHARE = 0.02;

  /** A ruling that ends within this distance of another touches it. */
  private static final double MAX_MEETING_GAP = 0.03;

  private final double dpi;
  private final List<ConnectedComponent> ink;

  private OpenSides(double dpi, List<ConnectedComponent> ink) {
    this.dpi = dpi;
    this.ink = ink;
  }

  /**
   * The rulings of a page with the outer ones that are missing.
   *
   * @param rulings in pixels, as all that follows
   * @param ink the pieces of ink that are no rulings
   */
  public static List<Ruling> closed(
      List<Ruling> rulings, List<ConnectedComponent> ink, double dpi) {
    OpenSides sides = new OpenSides(dpi, ink);
    return sides.closed(sides.closed(rulings, true), false);
  }

  private List<Ruling> closed(List<Ruling> rulings, boolean left) {
    List<Ruling> down = rulings.stream().filter(line -> !line.horizontal()).toList();
    if (down.isEmpty()) {
      return rulings;
    }
    double last =
        left
            ? down.stream().mapToDouble(Ruling::position).min().orElseThrow()
            : down.stream().mapToDouble(Ruling::position).max().orElseThrow();
    double reach = MAX_MEETING_GAP * dpi;
    List<Ruling> rows =
        rulings.stream()
            .filter(Ruling::horizontal)
            .filter(line -> line.start() <= last + reach && line.end() >= last - reach)
            .filter(line -> down.stream().anyMatch(side -> crosses(side, line, last)))
            .toList();
    List<Ruling> open = rows.stream().filter(line -> isOver(line, last, left)).toList();
    if (open.size() < MIN_ROWS || open.size() < MIN_OVERHANGING_SHARE * rows.size()) {
      return rulings;
    }
    double top = rows.stream().mapToDouble(Ruling::position).min().orElseThrow();
    double bottom = rows.stream().mapToDouble(Ruling::position).max().orElseThrow();
    double[] edges =
        ink.stream()
            .filter(piece -> piece.centerY() > top && piece.centerY() < bottom)
            .filter(piece -> left ? piece.right() < last : piece.left() > last)
            .mapToDouble(piece -> left ? piece.left() : -piece.right())
            .sorted()
            .toArray();
    if (edges.length < MIN_INK_PIECES) {
      return rulings;
    }
    double outermost = edges[(int) (MAX_DIRT_SHARE * edges.length)];
    double edge =
        left
            ? Math.min(outermost, open.stream().mapToDouble(Ruling::start).min().orElseThrow())
                - reach
            : Math.max(-outermost, open.stream().mapToDouble(Ruling::end).max().orElseThrow())
                + reach;
    List<Ruling> closed = new ArrayList<>();
    for (Ruling line : rulings) {
      closed.add(
          open.contains(line)
              ? new Ruling(
                  true,
                  line.position(),
                  left ? edge : line.start(),
                  left ? line.end() : edge,
                  line.thickness())
              : line);
    }
    closed.add(new Ruling(false, edge, top, bottom, 1));
    return closed;
  }

  private boolean crosses(Ruling side, Ruling row, double last) {
    return Math.abs(side.position() - last) <= MAX_MEETING_GAP * dpi
        && side.start() <= row.position() + MAX_MEETING_GAP * dpi
        && side.end() >= row.position() - MAX_MEETING_GAP * dpi;
  }

  private boolean isOver(Ruling row, double last, boolean left) {
    return (left ? last - row.start() : row.end() - last) >= MIN_OVERHANG * dpi;
  }
}
