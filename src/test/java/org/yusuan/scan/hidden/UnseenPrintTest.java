package org.yusuan.scan.hidden;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.page.PageTransform;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.ruling.PenStrokes;
import org.yusuan.scan.segment.LineBox;

/** A page of one inch by one at 200 dpi. */
class UnseenPrintTest {
  private static final int SIDE = 200;

  private final GrayImage page = GrayImage.blank(SIDE, SIDE);
  private final LineBox line = new LineBox(40, 50, 120, 74, 0);
  private final UnseenPrint unseen = new UnseenPrint(page, List.of(line), 200);

  /** The picture that is read has 100 dpi, the published one 50. */
  @Test
  void inkOfAColouredPenIsFoundOnTheStraightPage() {
    BinaryImage strokes = new BinaryImage(50, 50);
    strokes.ink[15 * 50 + 20] = true;

    unseen.add(
        List.of(new PixelBox(40, 30, 44, 34)), strokes, PageTransform.none(72, 72), 100, 0.5);

    StruckFigures figures = unseen.figures();
    assertTrue(figures.isStruck(line));
    for (int y = 50; y < 74; y++) {
      for (int x = 40; x < 120; x++) {
        assertEquals(
            x >= 80 && x < 84 && y >= 60 && y < 64,
            figures.unseen().ink[y * SIDE + x],
            x + " " + y);
      }
    }
  }

  @Test
  void theLineOfADarkPenIsUnseen() {
    BinaryImage pen = new BinaryImage(SIDE, SIDE);
    pen.ink[60 * SIDE + 90] = true;

    unseen.add(new PenStrokes.Cleaned(page, List.of(new PixelBox(50, 60, 110, 63)), pen));

    assertTrue(unseen.figures().isStruck(line));
    assertTrue(unseen.figures().unseen().ink[60 * SIDE + 90]);
    assertFalse(unseen.figures().unseen().ink[61 * SIDE + 90]);
  }
}
