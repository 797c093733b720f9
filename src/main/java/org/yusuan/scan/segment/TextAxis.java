package org.yusuan.scan.segment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

/**
 * Whether the lines of a picture run down, as on a page that lies on its side, going by its ink
 * alone: within a line one piece of ink follows the next at once, from line to line it does not.
 *
 * @param down whether they do
 * @param dense the row of pixels around which ink is densest
 */
public record TextAxis(boolean down, int dense) {
  /** Ink is darker than this share of the paper's tone. A guess. */
  private static final double INK_SHARE = 0.65;

  /** Share of pixels that are no darker than the paper's tone. A guess. */
  private static final double PAPER_QUANTILE = 0.8;

  /** The longer side of a piece of a character, in inches, is at least this. A guess. */
  private static final double MIN_INCHES = 0.05;

  /** The longer side of a piece of a character, in inches, is at most this. A guess. */
  private static final double MAX_INCHES = 0.3;

  /** A piece is at most this many times as long as thick, or it is a ruling. A guess. */
  private static final int MAX_ELONGATION = 4;

  /** With fewer pieces nothing is told; a guess. */
  private static final int MIN_PIECES = 30;

  /** The next piece of a line is at most this part of a piece's longer side away. A guess. */
  private static final double MAX_GAP = 0.5;

  /**
   * Pieces followed by one below are this many times those followed by one beside them, where lines
   * run down. On 88 upright pages of eight scans it was 0.45 at most, on a page that lay on its
   * side 28.
   */
  private static final double MIN_RATIO = 2;

  /**
   * Measures a picture.
   *
   * @param dpi its resolution
   */
  public static TextAxis of(GrayImage picture, double dpi) {
    List<ConnectedComponent> pieces = new ArrayList<>();
    for (ConnectedComponent piece :
        ConnectedComponent.allIn(BinaryImage.darkerThan(picture, threshold(picture)))) {
      int longer = Math.max(piece.width(), piece.height());
      if (longer >= MIN_INCHES * dpi
          && longer <= MAX_INCHES * dpi
          && longer < MAX_ELONGATION * Math.min(piece.width(), piece.height())) {
        pieces.add(piece);
      }
    }
    int below = followed(pieces.stream().map(TextAxis::turned).toList());
    boolean down = pieces.size() >= MIN_PIECES && below > MIN_RATIO * Math.max(1, followed(pieces));
    int[] rows = pieces.stream().mapToInt(ConnectedComponent::top).sorted().toArray();
    return new TextAxis(down, rows.length == 0 ? 0 : rows[rows.length / 2]);
  }

  private static int threshold(GrayImage picture) {
    int[] histogram = picture.histogram();
    int tone = 0;
    for (long seen = histogram[0]; seen < PAPER_QUANTILE * picture.pixels.length; tone++) {
      seen += histogram[tone + 1];
    }
    return (int) (INK_SHARE * tone);
  }

  private static ConnectedComponent turned(ConnectedComponent piece) {
    return new ConnectedComponent(
        piece.top(), piece.left(), piece.bottom(), piece.right(), piece.area());
  }

  /** How many pieces are followed by another one close to their right. */
  private static int followed(List<ConnectedComponent> pieces) {
    List<ConnectedComponent> sorted =
        pieces.stream().sorted(Comparator.comparingInt(ConnectedComponent::left)).toList();
    int followed = 0;
    for (int i = 0; i < sorted.size(); i++) {
      ConnectedComponent piece = sorted.get(i);
      double reach = piece.right() + MAX_GAP * Math.max(piece.width(), piece.height());
      for (int k = i + 1; k < sorted.size() && sorted.get(k).left() <= reach; k++) {
        if (follows(sorted.get(k), piece)) {
          followed++;
          break;
        }
      }
    }
    return followed;
  }

  /** Whether a piece stands right of another, not over it, and beside at least half of it. */
  private static boolean follows(ConnectedComponent next, ConnectedComponent piece) {
    int common = Math.min(next.bottom(), piece.bottom()) - Math.max(next.top(), piece.top());
    return next.left() >= piece.centerX() && 2 * common >= Math.min(next.height(), piece.height());
  }
}
