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
  /** Length of the pieces in pixels: short enough to follow a line that sways. A guess. */
  private static final int PIECE_PIXELS = 48;

  /**
   * Darkness left over that still counts as the ruling's own, as a share of its darkness there: a
   * ruling is least even where it is darkest. Print of 5 points beside it is no darker than a third
   * of the ruling, so a share of the greatest darkness would take its last digit away.
   */
  private static final double MAX_REMNANT_SHARE = 0.35;

  /**
   * The same as a share of its greatest darkness, which the grain of the paper does not exceed. A
   * guess.
   */
  private static final double MAX_GRAIN_SHARE = 0.08;

  /**
   * How far the ragged edge of a ruling reaches, in pixels: so far it is erased, and only there can
   * something be left of it. On a fax the last digit of a narrow column breaks into pieces; those
   * farther away belong to the digit. A guess.
   */
  private static final int RAGGED_PIXELS = 2;

  /** How far it reaches over its end, in pixels; a guess. */
  private static final double BEYOND_END_PIXELS = 4;

  private RulingEraser() {}

  /** A picture without the rulings, which are in its pixels. */
  public static GrayImage erase(GrayImage image, List<Ruling> rulings) {
    GrayImage erased = new GrayImage(image.width, image.height, image.pixels.clone());
    for (Ruling ruling : rulings) {
      int size = ruling.horizontal() ? image.width : image.height;
      int start = (int) Math.max(0, ruling.start() - 3);
      int end = (int) Math.min(size, ruling.end() + 3);
      for (int from = start; from < end; from += PIECE_PIXELS) {
        erasePiece(image, erased, ruling, from, Math.min(end, from + PIECE_PIXELS));
      }
    }
    return erased;
  }

  /**
   * The pieces of ink that are not what is left of rulings, at their corners too.
   *
   * @param fax the picture if it is bilevel: there the remnants are black, and would be read as 1
   *     beside a figure, so they are wiped out; null otherwise
   */
  public static List<ConnectedComponent> withoutRemnants(
      @Nullable GrayImage fax,
      BinaryImage ink,
      List<ConnectedComponent> components,
      List<Ruling> rulings) {
    List<ConnectedComponent> others = new ArrayList<>();
    for (ConnectedComponent component : components) {
      if (!isRemnant(ink, component, rulings)) {
        others.add(component);
        continue;
      }
      for (int y = component.top(); fax != null && y < component.bottom(); y++) {
        Arrays.fill(
            fax.pixels,
            y * fax.width + component.left(),
            y * fax.width + component.right(),
            (byte) 255);
      }
    }
    return others;
  }

  private static boolean isRemnant(
      BinaryImage ink, ConnectedComponent component, List<Ruling> rulings) {
    List<Ruling> near =
        rulings.stream()
            .filter(
                ruling ->
                    reaches(
                        ruling,
                        component.left(),
                        component.top(),
                        component.right(),
                        component.bottom()))
            .toList();
    if (near.isEmpty()) {
      return false;
    }
    for (int y = component.top(); y < component.bottom(); y++) {
      for (int x = component.left(); x < component.right(); x++) {
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
    double aside = ruling.thickness() / 2 + RAGGED_PIXELS;
    return to >= ruling.start() - BEYOND_END_PIXELS
        && from <= ruling.end() + BEYOND_END_PIXELS
        && high > ruling.position() - aside
        && low < ruling.position() + aside;
  }

  private static void erasePiece(
      GrayImage image, GrayImage erased, Ruling ruling, int from, int to) {
    int reach = (int) Math.ceil(ruling.thickness() / 2) + RAGGED_PIXELS;
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
            (byte)
                (left < Math.max(MAX_REMNANT_SHARE * darkness, MAX_GRAIN_SHARE * darkest)
                    ? 255
                    : 255 - left);
      }
    }
  }
}
