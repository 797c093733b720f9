package org.yusuan.scan.ruling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.Ruling;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.ruling.StrokeTracer.Stroke;

/**
 * Takes out the lines that a dark pen drew over a table: under an amount or through it. They begin
 * or end within a cell, where rulings run from one ruling to another, and they sway or are thicker
 * than the page's rulings. Print that they cross stays. Lengths are inches; constants are guesses
 * unless they say what was measured.
 */
public final class PenStrokes {
  /** A stroke is at least this long: longer than a character is wide. */
  private static final double MIN_LENGTH = 0.27;

  /** A stroke is at most this thick. */
  private static final double MAX_THICKNESS = 0.035;

  /** Print hides a stroke over at most this length. */
  private static final double MAX_HIDDEN = 0.12;

  /** An end this far from the nearest ruling is free. */
  private static final double MIN_FREE = 0.06;

  /** What comes as near as this to a ruling touches it. */
  private static final double MAX_MEETING_GAP = 0.03;

  /** A stroke sways by at least this much: the pens of 6 made pages by 0.004 to 0.007. */
  private static final double MIN_SWAY = 0.003;

  /** Or it is this many times as thick as the rulings of the page. */
  private static final double MIN_THICKNESS_RATIO = 1.4;

  /** Print that stands out of a stroke by no more than this is the stroke's own edge. */
  private static final double MAX_EDGE = 0.008;

  /** What it goes through stands out above and below over so much: 4 pixels and more at 200 dpi. */
  private static final double MIN_CROSSED = 0.02;

  /** Characters of a figure that is struck through are this near to each other at most. */
  private static final double MAX_GAP = 0.06;

  /** So high above or below a stroke stands the print that it crosses. */
  private static final double MAX_HEIGHT = 0.05;

  private final List<Ruling> across;
  private final List<Ruling> down;
  private final double dpi;
  private final double usual;

  private PenStrokes(List<Ruling> lines, double dpi) {
    this.across = lines.stream().filter(Ruling::horizontal).toList();
    this.down = lines.stream().filter(line -> !line.horizontal()).toList();
    this.dpi = dpi;
    double[] thickness = across.stream().mapToDouble(Ruling::thickness).sorted().toArray();
    this.usual = thickness.length == 0 ? 0 : thickness[thickness.length / 2];
  }

  /**
   * A picture and what pens did to it.
   *
   * @param picture without strokes, but for those through figures; the picture itself if it has
   *     none
   * @param struck where strokes go through print or touch it
   * @param unseen these strokes, pixel by pixel; of no size if there are none
   */
  public record Cleaned(GrayImage picture, List<PixelBox> struck, BinaryImage unseen) {}

  /**
   * The picture without strokes of pens.
   *
   * @param picture a straightened page
   * @param threshold grey below which a pixel is ink
   * @param lines what looks like rulings there, in pixels: strokes may be among them
   */
  public static Cleaned takenOut(GrayImage picture, int threshold, List<Ruling> lines, double dpi) {
    PenStrokes pens = new PenStrokes(lines, dpi);
    if (pens.down.size() < 2) {
      return new Cleaned(picture, List.of(), new BinaryImage(0, 0));
    }
    StrokeTracer tracer =
        new StrokeTracer(
            BinaryImage.darkerThan(picture, threshold),
            (int) Math.round(MAX_THICKNESS * dpi),
            (int) Math.round(MAX_HIDDEN * dpi));
    List<Stroke> strokes =
        tracer.strokes((int) Math.round(MIN_LENGTH * dpi)).stream().filter(pens::isPen).toList();
    if (strokes.isEmpty()) {
      return new Cleaned(picture, List.of(), new BinaryImage(0, 0));
    }
    GrayImage clean = new GrayImage(picture.width, picture.height, picture.pixels.clone());
    BinaryImage unseen = new BinaryImage(picture.width, picture.height);
    List<PixelBox> struck = new ArrayList<>();
    strokes.forEach(stroke -> pens.erase(tracer, stroke, clean, unseen, struck));
    return new Cleaned(clean, List.copyOf(struck), unseen);
  }

  private boolean isPen(Stroke stroke) {
    boolean unlike =
        stroke.sway() >= MIN_SWAY * dpi
            || usual > 0 && stroke.thickness() >= MIN_THICKNESS_RATIO * usual + 1;
    return unlike && hasFreeEnd(stroke) && !isRuling(stroke);
  }

  /**
   * Whether it lies between two rulings down the page, and does not reach one of them. A table that
   * is open at a side ends where its rulings end. The 一 of a title stands above all of them.
   */
  private boolean hasFreeEnd(Stroke stroke) {
    double reach = MAX_MEETING_GAP * dpi;
    double first = stroke.middles()[0];
    double last = stroke.middles()[stroke.middles().length - 1];
    if (sides(first).findAny().isEmpty()) {
      return false;
    }
    double left =
        sides(first)
            .mapToDouble(Ruling::position)
            .filter(x -> x <= stroke.start() + reach)
            .max()
            .orElseGet(() -> openSide(stroke, reach, true));
    double right =
        sides(last)
            .mapToDouble(Ruling::position)
            .filter(x -> x >= stroke.end() - reach)
            .min()
            .orElseGet(() -> openSide(stroke, reach, false));
    double free = MIN_FREE * dpi;
    return stroke.start() - left >= free && right >= 0 || right - stroke.end() >= free && left >= 0;
  }

  /** Where rulings end that go on beyond the other end of a stroke; NaN if there are none. */
  private double openSide(Stroke stroke, double reach, boolean left) {
    Stream<Ruling> longer =
        across.stream()
            .filter(
                line ->
                    left
                        ? line.end() > stroke.end() + reach
                        : line.start() < stroke.start() - reach);
    return left
        ? longer
            .mapToDouble(Ruling::start)
            .filter(x -> x <= stroke.start() + reach)
            .max()
            .orElse(Double.NaN)
        : longer
            .mapToDouble(Ruling::end)
            .filter(x -> x >= stroke.end() - reach)
            .min()
            .orElse(Double.NaN);
  }

  private Stream<Ruling> sides(double y) {
    return down.stream().filter(line -> line.start() <= y && line.end() >= y);
  }

  /** Whether it is a part of a ruling that goes on beyond it. */
  private boolean isRuling(Stroke stroke) {
    double middle = stroke.middles()[stroke.middles().length / 2];
    double reach = MAX_MEETING_GAP * dpi;
    return across.stream()
        .filter(line -> Math.abs(line.position() - middle) <= reach)
        .anyMatch(
            line ->
                line.start() < stroke.start() - reach && line.end() >= stroke.end() - reach
                    || line.end() > stroke.end() + reach && line.start() <= stroke.start() + reach);
  }

  /**
   * Wipes a stroke out where it shows, and where print touches it from one side. Within figures
   * that it strikes through it stays in the clean picture: without it they would miss their
   * middles, and be read as others.
   */
  private void erase(
      StrokeTracer tracer,
      Stroke stroke,
      GrayImage picture,
      BinaryImage unseen,
      List<PixelBox> places) {
    double edge = MAX_EDGE * dpi;
    double half = stroke.thickness() / 2;
    int length = stroke.middles().length;
    int[] from = new int[length];
    int[] to = new int[length];
    boolean[] crossed = new boolean[length];
    boolean[] beside = new boolean[length];
    boolean[] touched = new boolean[length];
    for (int i = 0; i < length; i++) {
      double middle = stroke.middles()[i] + 0.5;
      from[i] = Math.max(0, (int) Math.round(middle - half));
      to[i] = Math.min(picture.height, (int) Math.round(middle + half));
      int at = tracer.inkAt(stroke, i);
      if (at < 0) {
        continue;
      }
      int top = tracer.top(stroke.start() + i, at);
      int bottom = tracer.bottom(stroke.start() + i, at);
      boolean above = middle - half - top > edge;
      boolean below = bottom - middle - half > edge;
      crossed[i] = above && below;
      beside[i] = crossed[i] || hasInk(tracer, stroke, i, top, bottom);
      touched[i] = above || below;
      from[i] = above ? from[i] : Math.max(0, top - 1);
      to[i] = below ? to[i] : Math.min(picture.height, bottom + 1);
    }
    boolean[] struck = struck(crossed, beside);
    PixelBox place = touched(stroke, touched);
    for (int i = 0; i < length; i++) {
      for (int y = from[i]; y < to[i]; y++) {
        int at = y * picture.width + stroke.start() + i;
        unseen.ink[at] |= place != null;
        picture.pixels[at] = struck[i] || crossed[i] ? picture.pixels[at] : (byte) 255;
      }
    }
    if (place != null) {
      places.add(place);
    }
  }

  /** Where a stroke touches print, from the first place to the last; null if it hardly does. */
  private @Nullable PixelBox touched(Stroke stroke, boolean[] touched) {
    int[] at = IntStream.range(0, touched.length).filter(i -> touched[i]).toArray();
    if (at.length < MIN_CROSSED * dpi) {
      return null;
    }
    int first = at[0];
    int last = at[at.length - 1] + 1;
    double[] middles = Arrays.copyOfRange(stroke.middles(), first, last);
    return new PixelBox(
        stroke.start() + first,
        (int) Arrays.stream(middles).min().orElse(0),
        stroke.start() + last,
        (int) Arrays.stream(middles).max().orElse(0) + 1);
  }

  private boolean hasInk(StrokeTracer tracer, Stroke stroke, int i, int top, int bottom) {
    for (int k = 2; k <= MAX_HEIGHT * dpi; k++) {
      if (tracer.isInk(stroke.start() + i, top - k)
          || tracer.isInk(stroke.start() + i, bottom - 1 + k)) {
        return true;
      }
    }
    return false;
  }

  /** Where a stroke goes through figures: from the first print beside it to the last. */
  private boolean[] struck(boolean[] crossed, boolean[] beside) {
    boolean[] struck = new boolean[crossed.length];
    int gap = (int) Math.round(MAX_GAP * dpi);
    int first = -1;
    int last = -1;
    int crosses = 0;
    for (int i = 0; i <= crossed.length; i++) {
      if (first >= 0 && (i == crossed.length || i - last > gap)) {
        if (crosses >= MIN_CROSSED * dpi) {
          Arrays.fill(struck, first, last + 1, true);
        }
        first = -1;
        crosses = 0;
      }
      if (i < crossed.length && beside[i]) {
        first = first < 0 ? i : first;
        last = i;
        crosses += crossed[i] ? 1 : 0;
      }
    }
    return struck;
  }
}
