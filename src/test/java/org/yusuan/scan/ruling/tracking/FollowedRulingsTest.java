package org.yusuan.scan.ruling.tracking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

class FollowedRulingsTest {
  private static final int DPI = 200;
  private final GrayImage page = GrayImage.blank(900, 700);
  private final Random random = new Random(3);

  /** Paper whose grain no ruling of a shaded head stands out of. */
  private void grain() {
    for (int i = 0; i < page.pixels.length; i++) {
      page.pixels[i] = (byte) Math.min(255, Math.round(240 + 5 * random.nextGaussian()));
    }
  }

  private void draw(boolean across, int at, int from, int to, int darker) {
    for (int i = from; i < to; i++) {
      for (int aside = at; aside < at + 2; aside++) {
        int place = across ? aside * page.width + i : i * page.width + aside;
        page.pixels[place] = (byte) Math.max(0, (page.pixels[place] & 255) - darker);
      }
    }
  }

  private static Ruling across(double y, double from, double to) {
    return new Ruling(true, y, from, to, 2);
  }

  private static Ruling down(double x, double from, double to) {
    return new Ruling(false, x, from, to, 2);
  }

  /** A table of which all is seen but the ruling between two columns in the head. */
  private List<Ruling> table() {
    return List.of(
        across(101, 100, 800),
        across(201, 100, 800),
        across(401, 100, 800),
        down(101, 101, 401),
        down(451, 201, 401),
        down(799, 101, 401));
  }

  private List<Ruling> followed() {
    return FollowedRulings.followed(page, table(), false, DPI);
  }

  private static double top(List<Ruling> rulings) {
    return rulings.stream()
        .filter(line -> !line.horizontal() && Math.abs(line.position() - 451) < 3)
        .mapToDouble(Ruling::start)
        .min()
        .orElseThrow();
  }

  @Test
  void aRulingThatDrownsInTheShadeOfTheHeadIsFollowedToItsTop() {
    grain();
    draw(false, 450, 101, 201, 5);
    assertEquals(101, top(followed()), 2);
  }

  @Test
  void whereARulingEndsAmidTheHeadTheOneAcrossIsFound() {
    grain();
    draw(false, 450, 150, 201, 6);
    draw(true, 150, 101, 799, 6);
    List<Ruling> followed = followed();
    assertEquals(150, top(followed), 3);
    assertTrue(
        followed.stream()
            .anyMatch(line -> line.horizontal() && Math.abs(line.position() - 151) <= 2),
        "" + followed);
  }

  @Test
  void aStrokeOfAnHeadingThatStandsInTheWayIsNoRuling() {
    grain();
    draw(false, 450, 125, 177, 200);
    assertEquals(201, top(followed()), 0);
  }

  @Test
  void theEdgeOfAShadeIsNoRuling() {
    grain();
    for (int y = 101; y < 201; y++) {
      for (int x = 451; x < 799; x++) {
        page.pixels[y * page.width + x] -= 20;
      }
    }
    assertEquals(201, top(followed()), 0);
  }
}
