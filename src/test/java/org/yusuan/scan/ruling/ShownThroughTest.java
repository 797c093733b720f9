package org.yusuan.scan.ruling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.GrayImage;

class ShownThroughTest {
  private final GrayImage page = GrayImage.blank(900, 700);
  private final List<Ruling> lines = new ArrayList<>();

  /** A ruling whose edges are as soft as a blur of so many pixels leaves them. */
  private Ruling ruling(boolean across, int at, double contrast, double blur) {
    for (int i = 100; i < 600; i++) {
      for (int k = -9; k <= 9; k++) {
        int place = across ? (at + k) * page.width + i : i * page.width + at + k;
        int dark = (int) Math.round(contrast * Math.exp(-k * k / (2 * blur * blur)));
        page.pixels[place] = (byte) Math.max(0, (page.pixels[place] & 255) - dark);
      }
    }
    Ruling line = new Ruling(across, at, 100, 600, 3);
    lines.add(line);
    return line;
  }

  private List<Ruling> kept() {
    Random random = new Random(3);
    for (int i = 0; i < page.pixels.length; i++) {
      page.pixels[i] =
          (byte) Math.max(0, Math.min(255, (page.pixels[i] & 255) - random.nextInt(9)));
    }
    return ShownThrough.without(page, lines);
  }

  @Test
  void softPaleRulingsAreOfTheBack() {
    List<Ruling> own = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      own.add(ruling(true, 120 + 100 * i, 62, 0.9));
      ruling(true, 150 + 100 * i, 17, 2.1);
    }
    own.add(ruling(false, 130, 60, 0.9));
    ruling(false, 300, 16, 2.1);
    own.add(ruling(false, 500, 61, 0.9));
    assertEquals(own, kept());
  }

  @Test
  void hairlinesThatArePaleButSharpAreThePagesOwn() {
    for (int i = 0; i < 4; i++) {
      ruling(true, 120 + 100 * i, i % 2 == 0 ? 180 : 40, 0.8);
    }
    assertEquals(lines, kept());
  }

  @Test
  void rulingsOfAPageThatIsSoftAllOverAreItsOwn() {
    for (int i = 0; i < 4; i++) {
      ruling(true, 120 + 100 * i, i % 2 == 0 ? 90 : 40, 2.2);
    }
    assertEquals(lines, kept());
  }
}
