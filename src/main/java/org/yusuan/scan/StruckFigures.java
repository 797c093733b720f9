package org.yusuan.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.ocr.EnsembleReader;
import org.yusuan.scan.ocr.WrappedFigures;
import org.yusuan.scan.ruling.PenStrokes;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.LineCrops;

/**
 * Figures that the line of a pen goes through. They are read twice, with the line and without it:
 * the line closes a 3 to a 9, and without it a 4 loses its bar. Both readings are offered to the
 * sums, and neither is sure.
 *
 * @param places where pens go through print, in pixels of the straightened page
 * @param without the page without these lines, and without rulings
 */
record StruckFigures(List<PenStrokes.Place> places, GrayImage without) {
  /**
   * How sure a figure is at most that reads the same with and without the line: less than what
   * {@link PageVerdict} calls sure, since strokes that are not seen as such are like it.
   */
  private static final double AGREED_CONFIDENCE = 0.85;

  /**
   * How sure a figure is at most that reads differently with and without the line: no more than a
   * guess. On ten made pages 3 of 30 such figures were wrong, none of those that read alike.
   */
  private static final double DISAGREED_CONFIDENCE = 0.49;

  StruckFigures {
    places = List.copyOf(places);
  }

  /** The lines with what they offer without the strokes through them. */
  WrappedFigures.ReadLines settled(WrappedFigures.ReadLines read, EnsembleReader reader) {
    List<Integer> struck = new ArrayList<>();
    for (int i = 0; i < read.lines().size(); i++) {
      if (isStruck(read.lines().get(i))) {
        struck.add(i);
      }
    }
    if (struck.isEmpty()) {
      return read;
    }
    List<LineBox> lines = struck.stream().map(i -> alone(read.lines().get(i))).toList();
    WrappedFigures.ReadLines again =
        WrappedFigures.readLines(lines, LineCrops.cropAll(without, lines, false), reader);
    List<List<Reading>> readings = new ArrayList<>(read.readings());
    for (int k = 0; k < struck.size(); k++) {
      readings.set(struck.get(k), both(readings.get(struck.get(k)), again.readings().get(k)));
    }
    return new WrappedFigures.ReadLines(read.lines(), readings, read.heights());
  }

  /** Whether a pen goes through a line. */
  boolean isStruck(LineBox line) {
    return places.stream()
        .anyMatch(
            place ->
                place.left() < line.right()
                    && place.right() > line.left()
                    && place.top() < line.bottom()
                    && place.bottom() > line.top());
  }

  private static LineBox alone(LineBox line) {
    return new LineBox(line.left(), line.top(), line.right(), line.bottom(), LineBox.NO_CELL);
  }

  /** What two pictures of one line offer, half from each. */
  static List<Reading> both(List<Reading> with, List<Reading> without) {
    if (with.isEmpty()) {
      return with;
    }
    boolean agree = !without.isEmpty() && with.get(0).text().equals(without.get(0).text());
    Map<String, Double> shares = new LinkedHashMap<>();
    with.forEach(reading -> shares.merge(reading.text(), reading.probability() / 2, Double::sum));
    without.forEach(
        reading -> shares.merge(reading.text(), reading.probability() / 2, Double::sum));
    List<Reading> offered = new ArrayList<>();
    double most = agree ? AGREED_CONFIDENCE : DISAGREED_CONFIDENCE;
    shares.forEach((text, share) -> offered.add(new Reading(text, Math.min(most, share))));
    offered.sort(Comparator.comparingDouble(Reading::probability).reversed());
    return List.copyOf(offered);
  }
}
