package org.yusuan.scan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells the dirt of a page from the points and small strokes of its characters. */
final class Specks {
  /**
   * Ink smaller than this share of the square of the text's height is a point, a small stroke or
   * dirt. A dash has 0.05, a full point 0.015.
   */
  private static final double DIRT = 0.03;

  /** Points and small strokes are this near to the rest, in text heights. */
  private static final double NEAR = 0.35;

  /** A piece of a broken stroke is at least this long, in text heights. */
  private static final double PIECE = 0.15;

  private final double textHeight;
  private final int pageHeight;

  /**
   * @param textHeight typical height of a character in pixels
   * @param pageHeight height of the page in pixels
   */
  Specks(double textHeight, int pageHeight) {
    this.textHeight = textHeight;
    this.pageHeight = pageHeight;
  }

  /**
   * Small ink that belongs to a character lies close to larger ink, or in a row of its like: an
   * ellipsis. What is left over is dirt; it would be read as a minus, a point or a letter.
   */
  List<Blob> without(List<Blob> blobs) {
    double speck = DIRT * textHeight * textHeight;
    Set<Blob> kept = new LinkedHashSet<>();
    List<List<Blob>> bands = heightBands(blobs);
    for (Blob blob : blobs) {
      if (blob.area() >= speck) {
        kept.add(blob);
        continue;
      }
      int alike = 0;
      boolean near = false;
      for (Blob other : bands.get((int) (blob.centerY() / textHeight))) {
        if (other.area() >= speck) {
          near |= isNear(blob, other);
        } else if (other != blob
            && aside(blob, other) <= 1.2 * textHeight
            && Math.abs(other.centerY() - blob.centerY()) <= 0.1 * textHeight) {
          alike++;
        }
      }
      if (near || alike >= 2) {
        kept.add(blob);
      }
    }
    addBrokenStrokes(kept, bands);
    return new ArrayList<>(kept);
  }

  /**
   * A thin stroke that a fax broke into small pieces leads from one to the next: a numeral two
   * before a ten.
   */
  private void addBrokenStrokes(Set<Blob> kept, List<List<Blob>> bands) {
    Deque<Blob> ends = new ArrayDeque<>(kept.stream().filter(this::isPieceOfStroke).toList());
    while (!ends.isEmpty()) {
      Blob end = ends.pop();
      for (Blob next : bands.get((int) (end.centerY() / textHeight))) {
        if (isPieceOfStroke(next) && isNear(end, next) && kept.add(next)) {
          ends.push(next);
        }
      }
    }
  }

  private boolean isPieceOfStroke(Blob blob) {
    return Math.max(blob.width(), blob.height()) >= PIECE * textHeight;
  }

  private boolean isNear(Blob one, Blob other) {
    int above = Math.max(other.top() - one.bottom(), one.top() - other.bottom());
    return aside(one, other) <= NEAR * textHeight && above <= NEAR * textHeight;
  }

  /** Paper between two pieces from left to right; negative if one is above the other. */
  private static int aside(Blob one, Blob other) {
    return Math.max(other.left() - one.right(), one.left() - other.right());
  }

  /**
   * The pieces by where they stand down the page, in bands one text height high; each stands in all
   * bands that come within a text height of it. A fax has thousands of specks, and each need only
   * be compared with what is near.
   */
  private List<List<Blob>> heightBands(List<Blob> blobs) {
    List<List<Blob>> bands = new ArrayList<>();
    for (int i = 0; i <= pageHeight / textHeight; i++) {
      bands.add(new ArrayList<>());
    }
    for (Blob blob : blobs) {
      int first = Math.max(0, (int) (blob.top() / textHeight) - 1);
      int last = Math.min(bands.size() - 1, (int) (blob.bottom() / textHeight) + 1);
      for (int i = first; i <= last; i++) {
        bands.get(i).add(blob);
      }
    }
    return bands;
  }
}
