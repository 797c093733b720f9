package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;

/**
 * Takes rulings out of a picture and leaves the characters that touch them: the usual tone across a
 * ruling is measured piece by piece along it, and only that much darkness is taken away.
 */
public final class RulingEraser {
  /** Length of the pieces in pixels: short enough to follow a line that sways. */
  private static final int PIECE = 48;

  /**
   * Darkness left over that still counts as the ruling's own, as a share of its darkness there: a
   * ruling is least even where it is darkest. Print of 5 points beside it is no darker than a third
   * of the ruling, so a share of the greatest darkness would take its last digit away.
   */
  private static final double REST = 0.35;

  /** The same as a share of its greatest darkness, which the grain of the paper does not exceed. */
  private static final double GRAIN = 0.08;

  /**
   * How far the ragged edge of a ruling reaches, in pixels: so far it is erased, and only there can
   * something be left of it. On a fax the last digit of a narrow column breaks into pieces; those
   * farther away belong to the digit.
   */
  private static final int RAGGED = 2;

  /** How far it reaches over its end, in pixels. */
  private static final double BEYOND = 4;

  private RulingEraser() {}

  /** A picture without the rulings, which are in its pixels. */
  public static GrayImage erase(GrayImage image, List<Ruling> rulings) {
    GrayImage erased = new GrayImage(image.width, image.height, image.pixels.clone());
    for (Ruling ruling : rulings) {
      int size = ruling.horizontal() ? image.width : image.height;
      int start = (int) Math.max(0, ruling.start() - 3);
      int end = (int) Math.min(size, ruling.end() + 3);
      for (int from = start; from < end; from += PIECE) {
        erasePiece(image, erased, ruling, from, Math.min(end, from + PIECE));
      }
    }
    return erased;
  }

  /**
   * The pieces of ink that are not what is left of rulings, at their corners too.
   *
   * @param fax the picture if it is bilevel: there the rests are black, and would be read as 1
   *     beside a figure, so they are wiped out; null otherwise
   */
  public static List<ConnectedComponent> withoutRests(
      @Nullable GrayImage fax,
      BinaryImage ink,
      List<ConnectedComponent> blobs,
      List<Ruling> rulings) {
    List<ConnectedComponent> others = new ArrayList<>();
    for (ConnectedComponent blob : blobs) {
      if (!isRest(ink, blob, rulings)) {
        others.add(blob);
        continue;
      }
      for (int y = blob.top(); fax != null && y < blob.bottom(); y++) {
        Arrays.fill(
            fax.pixels, y * fax.width + blob.left(), y * fax.width + blob.right(), (byte) 255);
      }
    }
    return others;
  }

  private static boolean isRest(BinaryImage ink, ConnectedComponent blob, List<Ruling> rulings) {
    List<Ruling> near =
        rulings.stream()
            .filter(ruling -> reaches(ruling, blob.left(), blob.top(), blob.right(), blob.bottom()))
            .toList();
    if (near.isEmpty()) {
      return false;
    }
    for (int y = blob.top(); y < blob.bottom(); y++) {
      for (int x = blob.left(); x < blob.right(); x++) {
        if (ink.ink[y * ink.width + x] && !covered(near, x, y)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean covered(List<Ruling> rulings, int x, int y) {
    for (Ruling ruling : rulings) {
      if (reaches(ruling, x, y, x + 1, y + 1)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a ruling reaches into a box. */
  private static boolean reaches(Ruling ruling, int left, int top, int right, int bottom) {
    int from = ruling.horizontal() ? left : top;
    int to = ruling.horizontal() ? right : bottom;
    int low = ruling.horizontal() ? top : left;
    int high = ruling.horizontal() ? bottom : right;
    double aside = ruling.thickness() / 2 + RAGGED;
    return to >= ruling.start() - BEYOND
        && from <= ruling.end() + BEYOND
        && high > ruling.position() - aside
        && low < ruling.position() + aside;
  }

  private static void erasePiece(
      GrayImage image, GrayImage erased, Ruling ruling, int from, int to) {
    int reach = (int) Math.ceil(ruling.thickness() / 2) + RAGGED;
    int middle = (int) Math.floor(ruling.position());
    int width = ruling.horizontal() ? image.height : image.width;
    int[] tones = new int[to - from];
    int[] usual = new int[2 * reach + 1];
    Arrays.fill(usual, 255);
    for (int offset = -reach; offset <= reach; offset++) {
      int aside = middle + offset;
      if (aside < 0 || aside >= width) {
        continue;
      }
      for (int along = from; along < to; along++) {
        tones[along - from] = ruling.horizontal() ? image.at(along, aside) : image.at(aside, along);
      }
      Arrays.sort(tones);
      usual[offset + reach] = tones[tones.length / 2];
    }
    int darkest = 255 - Arrays.stream(usual).min().orElse(255);
    for (int offset = -reach; offset <= reach; offset++) {
      int aside = middle + offset;
      int darkness = 255 - usual[offset + reach];
      if (aside < 0 || aside >= width || darkness < 8) {
        continue;
      }
      for (int along = from; along < to; along++) {
        int at = ruling.horizontal() ? aside * image.width + along : along * image.width + aside;
        int left = 255 - (erased.pixels[at] & 255) - darkness;
        erased.pixels[at] =
            (byte) (left < Math.max(REST * darkness, GRAIN * darkest) ? 255 : 255 - left);
      }
    }
  }
}
