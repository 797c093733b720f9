package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.segment.LineBox;

class WrappedFiguresTest {
  private static final int HEIGHT = 20;

  /** Reads a picture by how many upright strokes of ink it has. */
  private record StrokeReader(Map<Integer, String> texts) implements Recognizer {
    @Override
    public List<List<Reading>> readLines(List<GrayImage> lines) {
      List<List<Reading>> all = new ArrayList<>();
      for (GrayImage line : lines) {
        all.add(List.of(new Reading(texts.getOrDefault(strokes(line), "?"), 0.9)));
      }
      return all;
    }

    private static int strokes(GrayImage line) {
      int strokes = 0;
      for (int x = 1; x < line.width; x++) {
        boolean ink = line.at(x, line.height / 2) < 128;
        strokes += ink && line.at(x - 1, line.height / 2) >= 128 ? 1 : 0;
      }
      return strokes;
    }

    @Override
    public void close() {}
  }

  private static GrayImage strokes(int count) {
    GrayImage image = GrayImage.blank(count * 10 + 6, HEIGHT);
    for (int i = 0; i < count; i++) {
      for (int y = 3; y < 17; y++) {
        image.pixels[y * image.width + 5 + i * 10] = 0;
        image.pixels[y * image.width + 6 + i * 10] = 0;
      }
    }
    return image;
  }

  /** Texts and boxes of two lines below each other, read as the map says. */
  private static List<String> read(int first, int second, int cell, Map<Integer, String> texts) {
    Recognizer reader = new StrokeReader(texts);
    List<LineBox> lines =
        List.of(
            new LineBox(100, 10, 100 + first * 10, 30, 4),
            new LineBox(100, 40, 100 + second * 10, 60, cell));
    WrappedFigures.ReadLines read =
        WrappedFigures.readLines(
            lines,
            List.of(strokes(first), strokes(second)),
            new EnsembleReader(null, null, reader, reader));
    List<String> result = new ArrayList<>();
    for (int i = 0; i < read.lines().size(); i++) {
      LineBox line = read.lines().get(i);
      result.add(
          read.readings().get(i).get(0).text()
              + " "
              + line.top()
              + "-"
              + line.bottom()
              + " print "
              + read.heights().get(i));
    }
    return result;
  }

  @Test
  void aFigureThatGoesOnBelowIsReadWhole() {
    assertEquals(
        List.of("19,604,064 10-60 print 20"),
        read(9, 1, 4, Map.of(9, "19,604,06", 1, "4", 10, "19,604,064")));
  }

  @Test
  void figuresOfTwoCellsStayTwo() {
    assertEquals(
        List.of("19,604.06 10-30 print 20", "4 40-60 print 20"),
        read(9, 1, 5, Map.of(9, "19,604,06", 1, "4", 10, "19,604,064")));
  }

  @Test
  void whatMakesNoAmountTogetherStaysTwo() {
    assertEquals(
        List.of("2023 10-30 print 20", "202 40-60 print 20"),
        read(4, 3, 4, Map.of(4, "2023", 3, "202", 7, "2023202")));
  }

  @Test
  void textStaysAsItIs() {
    assertEquals(
        List.of("基本 10-30 print 20", "支 40-60 print 20"),
        read(2, 1, 4, Map.of(2, "基本", 1, "支", 3, "1,234.56")));
  }
}
