package org.yusuan.scan.hidden;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Reading;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.ocr.EnsembleReader;
import org.yusuan.scan.ocr.WrappedFigures;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.LineCrops;

/**
 * Figures that the line of a pen goes through, that coloured ink covers in part, or that a hairline
 * without toner cuts. They are read again with what hides them made grey, by a network that knows
 * such figures. All readings are offered to the sums, and none is sure.
 *
 * @param places where print is hidden, in pixels of the straightened page
 * @param page the page without rulings
 * @param unseen what hides its print, pixel by pixel
 */
public record StruckFigures(List<PixelBox> places, GrayImage page, BinaryImage unseen) {
  /**
   * How sure a figure is at most: as sure as the verdict on a page asks, and less than a sum asks
   * that proves its amounts alone.
   */
  private static final double MOST_CONFIDENCE = 0.9;

  /**
   * What the other engines say counts so much, unless they say the same first. Of 264 figures of
   * five made pages the network of hidden figures reads 238 that are struck through and 245 with a
   * tick over them, the network of figures 83 and 142 with these strokes white. An epoch earlier
   * all of 348 that it read with more than 0.8 were right, and 203 of 218 with 0.5 to 0.7.
   */
  private static final double PLAIN_SHARE = 0.1;

  public StruckFigures {
    places = List.copyOf(places);
  }

  /** The lines with what they offer without the strokes through them. */
  public WrappedFigures.ReadLines settled(WrappedFigures.ReadLines read, EnsembleReader reader) {
    List<Integer> struck = new ArrayList<>();
    for (int i = 0; i < read.lines().size(); i++) {
      if (isStruck(read.lines().get(i))) {
        struck.add(i);
      }
    }
    if (struck.isEmpty()) {
      return read;
    }
    List<LineBox> lines = struck.stream().map(i -> read.lines().get(i)).toList();
    List<List<Reading>> hidden = reader.readHidden(LineCrops.cropMarked(page, lines, unseen));
    List<List<Reading>> readings = new ArrayList<>(read.readings());
    for (int k = 0; k < struck.size(); k++) {
      if (!hidden.get(k).isEmpty()) {
        readings.set(struck.get(k), both(readings.get(struck.get(k)), hidden.get(k)));
      }
    }
    return new WrappedFigures.ReadLines(read.lines(), readings, read.heights());
  }

  /** Where a place of the picture lies on the straightened one. */
  static PixelBox straightened(
      PixelBox place, PageTransform transform, double sourceDpi, double dpi) {
    double point = Resolution.POINTS_PER_INCH / sourceDpi * transform.scale();
    Box box =
        transform.fromDisplayedPage(
            new Box(
                place.left() * point,
                place.top() * point,
                place.right() * point,
                place.bottom() * point));
    double pixel = dpi / Resolution.POINTS_PER_INCH;
    return new PixelBox(
        (int) (box.left() * pixel),
        (int) (box.top() * pixel),
        (int) Math.ceil(box.right() * pixel),
        (int) Math.ceil(box.bottom() * pixel));
  }

  /** Whether print of a line is hidden. */
  boolean isStruck(LineBox line) {
    return places.stream().anyMatch(place -> meets(place, line));
  }

  static boolean meets(PixelBox place, LineBox line) {
    return place.left() < line.right()
        && place.right() > line.left()
        && place.top() < line.bottom()
        && place.bottom() > line.top();
  }

  /** What two pictures of one figure offer, most from the one where what hides it is grey. */
  static List<Reading> both(List<Reading> with, List<Reading> hidden) {
    Map<String, Double> shares = new LinkedHashMap<>();
    hidden.forEach(reading -> shares.put(reading.text(), reading.probability()));
    boolean agree =
        !with.isEmpty() && !hidden.isEmpty() && with.get(0).text().equals(hidden.get(0).text());
    for (Reading reading : with) {
      double share = reading.probability() * (agree ? 1 : PLAIN_SHARE);
      shares.merge(reading.text(), share, (one, other) -> 1 - (1 - one) * (1 - other));
    }
    double first = shares.values().stream().mapToDouble(share -> share).max().orElse(0);
    double by = first > MOST_CONFIDENCE ? MOST_CONFIDENCE / first : 1;
    return shares.entrySet().stream()
        .map(share -> new Reading(share.getKey(), share.getValue() * by))
        .sorted(Comparator.comparingDouble(Reading::probability).reversed())
        .toList();
  }
}
