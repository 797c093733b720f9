package org.yusuan.scan.ocr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;

class EnsembleReaderTest {
  /** Says one thing of every line, and remembers how many it was asked. */
  private static final class Saying implements Recognizer {
    private final String text;
    private final double probability;
    private int asked;

    Saying(String text, double probability) {
      this.text = text;
      this.probability = probability;
    }

    @Override
    public List<List<Reading>> readLines(List<GrayImage> lines) {
      asked += lines.size();
      List<List<Reading>> all = new ArrayList<>();
      lines.forEach(line -> all.add(List.of(new Reading(text, probability))));
      return all;
    }

    @Override
    public void close() {}
  }

  private static final List<GrayImage> LINE = List.of(GrayImage.blank(60, 20));

  private static String top(Saying network, Saying general, Saying figures) {
    List<List<Reading>> read = new EnsembleReader(network, null, general, figures).readLines(LINE);
    return read.get(0).get(0).text();
  }

  @Test
  void whatTwoEnginesAgreeOnIsSettled() {
    Saying general = new Saying("1,234.58", 0.9);
    assertEquals(
        "1,234.56", top(new Saying("1,234.56", 0.4), general, new Saying("1,234.56", 0.3)));
    assertEquals(0, general.asked);
  }

  @Test
  void agreementMakesAReadingSurer() {
    List<Reading> alone =
        new EnsembleReader(
                new Saying("12.50", 0.9), null, new Saying("12.58", 0.6), new Saying("12.5", 0.6))
            .readLines(LINE)
            .get(0);
    List<Reading> agreed =
        new EnsembleReader(
                new Saying("12.50", 0.9), null, new Saying("12.58", 0.6), new Saying("12.50", 0.6))
            .readLines(LINE)
            .get(0);
    assertTrue(agreed.get(0).probability() > alone.get(0).probability());
  }

  @Test
  void whereTwoDifferTheGeneralEngineIsAsked() {
    Saying general = new Saying("156,211,123", 0.9);
    assertEquals(
        "156,211,123",
        top(new Saying("156,211,120", 0.7), general, new Saying("156,211,123", 0.8)));
    assertEquals(1, general.asked);
  }

  @Test
  void theNetworkOfFiguresWeighsMore() {
    assertEquals(
        "7.10", top(new Saying("7.10", 0.8), new Saying("7.18", 0.9), new Saying("1.10", 0.9)));
  }

  @Test
  void aDateIsNoAmountWithoutItsDashes() {
    assertEquals(
        "2023-01-01",
        top(
            new Saying("2023.0101", 0.9),
            new Saying("2023-01-01", 0.9),
            new Saying("2023-01-01", 0.9)));
  }

  @Test
  void textIsLeftToTheGeneralEngine() {
    Saying figures = new Saying("2023", 0.9);
    assertEquals("2023年", top(new Saying("2023□", 0.9), new Saying("2023年", 0.9), figures));
    assertEquals(0, figures.asked);
  }

  @Test
  void aFigureThatTheNetworkTakesForTextIsReadByTheOthers() {
    assertEquals(
        "5,993,300",
        top(
            new Saying("5,993,30□", 0.8),
            new Saying("5,993,30C", 0.4),
            new Saying("5,993,300", 0.7)));
  }

  @Test
  void anUnsureFigureThatIsTextToTheGeneralEngineIsText() {
    assertEquals("合计", top(new Saying("36", 0.1), new Saying("合计", 0.9), new Saying("6", 0.3)));
  }

  @Test
  void aDashMayBeTheStrokeOfACharacter() {
    assertEquals("一", top(new Saying("-", 0.9), new Saying("一", 0.9), new Saying("-", 0.9)));
  }

  @Test
  void aLongLineIsNoFigure() {
    Saying network = new Saying("1", 0.9);
    new EnsembleReader(network, null, new Saying("说明", 0.9), new Saying("1", 0.9))
        .readLines(List.of(GrayImage.blank(500, 20)));
    assertEquals(0, network.asked);
  }

  @Test
  void whatAStrokeHidesInPartIsReadByTheNetworkForIt() {
    EnsembleReader reader =
        new EnsembleReader(
            new Saying("12.60", 0.6),
            new Saying("12.80", 0.6),
            new Saying("12.60", 0.5),
            new Saying("12.00", 0.5));

    List<Reading> readings = reader.readHidden(LINE).get(0);

    assertEquals(List.of(new Reading("12.80", 0.6)), readings);
  }

  @Test
  void whatThatNetworkTakesForTextIsNotReadAgain() {
    Saying general = new Saying("说明", 0.9);
    EnsembleReader reader =
        new EnsembleReader(
            new Saying(CtcModel.OTHER, 0.9),
            new Saying(CtcModel.OTHER, 0.9),
            general,
            new Saying("1", 0.1));

    assertTrue(reader.readHidden(LINE).get(0).isEmpty());
    assertEquals(0, general.asked);
  }
}
