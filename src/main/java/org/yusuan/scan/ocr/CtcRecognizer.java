package org.yusuan.scan.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.text.Ideographs;

/**
 * Reads lines with a network, resized linearly as in its training, keeping the likeliest texts of a
 * beam over its output. Each line is read by itself: several at a time, padded to the widest, took
 * a tenth longer, and the reading of one depended on the others.
 */
public final class CtcRecognizer implements Recognizer {
  /** Widest input in pixels: a longer line is squeezed. A guess. */
  private static final int MAX_INPUT_WIDTH = 2400;

  /** Prefixes that the search keeps at each step; a guess. */
  private static final int BEAM_PREFIXES = 12;

  /** Readings that are handed on for each line; a guess. */
  private static final int MAX_READINGS = 6;

  /** The same where digits are half hidden: more of them are likely. Guesses. */
  private static final int WIDE_BEAM_PREFIXES = 40;

  private static final int MAX_WIDE_READINGS = 12;

  /**
   * Lines as wide as this at the network's height are read small first. Shorter ones cost little,
   * and a lost digit of a code or a figure is worse.
   */
  private static final int LONG_LINE_WIDTH = 300;

  /**
   * Height of a line that is read small, as a share of the input's. With {@link #SMALL_WIDTH} the
   * input has 0.62 of its width and takes 0.62 of the time. Of 142 long lines of an office scan, a
   * landscape one and a fax all were read as before, at 0.45 of the width five were not, among them
   * 406.39 as 40.39.
   */
  private static final double SMALL_HEIGHT = 1 / 1.2;

  /** How much narrower than high a line is made that is read small. */
  private static final double SMALL_WIDTH = 0.75;

  /**
   * A small reading counts if its characters are this likely on average (the geometric mean), else
   * the line is read whole: 22 of those 142, and all that were misread at 0.45 of the width. With
   * 0.97 it were 13, but on further pages a code with a lost digit (0.978) and a rare character
   * misread (0.976) passed.
   */
  private static final double MIN_SURE_CHARACTER = 0.985;

  /** What is read with a smaller probability is held against the terms that are known. A guess. */
  private static final double UNSURE = 0.5;

  private final CtcModel model;
  private final CtcBeam beam;
  private final int most;
  private final @Nullable KnownTerms terms;

  /**
   * @param terms what lines of text may show; null for figures, which are never read small first
   */
  private CtcRecognizer(CtcModel model, int prefixes, int most, @Nullable KnownTerms terms) {
    this.model = model;
    this.beam = new CtcBeam(model.symbols, prefixes);
    this.most = most;
    this.terms = terms;
  }

  /** Reads figures: each line at the full height of the input. */
  public static CtcRecognizer ofFigures(CtcModel model) {
    return new CtcRecognizer(model, BEAM_PREFIXES, MAX_READINGS, null);
  }

  /** Reads figures that are half hidden, and offers more readings of each. */
  public static CtcRecognizer ofHiddenFigures(CtcModel model) {
    return new CtcRecognizer(model, WIDE_BEAM_PREFIXES, MAX_WIDE_READINGS, null);
  }

  /**
   * Reads text: long lines small first, and whole where that is not sure.
   *
   * @param terms what lines may show: what is not read surely and can only be one of them is one
   */
  public static CtcRecognizer ofText(CtcModel model, Collection<String> terms) {
    return new CtcRecognizer(
        model, BEAM_PREFIXES, MAX_READINGS, new KnownTerms(model.symbols, terms));
  }

  @Override
  public List<List<Reading>> readLines(List<GrayImage> lines) {
    return lines.stream().map(this::readLine).toList();
  }

  private List<Reading> readLine(GrayImage line) {
    double width = (double) line.width * model.height / Math.max(1, line.height);
    if (terms != null && width >= LONG_LINE_WIDTH) {
      List<Reading> small =
          read(line, width * SMALL_HEIGHT * SMALL_WIDTH, (int) (model.height * SMALL_HEIGHT));
      if (!small.isEmpty() && isSure(small.get(0))) {
        return small;
      }
    }
    return read(line, width, model.height);
  }

  private static boolean isSure(Reading reading) {
    int characters = reading.text().codePointCount(0, reading.text().length());
    return Math.pow(reading.probability(), 1.0 / Math.max(1, characters)) >= MIN_SURE_CHARACTER;
  }

  /** The readings of a line that is brought to a size and stands in the middle of white paper. */
  private List<Reading> read(GrayImage line, double width, int height) {
    int inputWidth = (int) Math.max(16, Math.min(MAX_INPUT_WIDTH, Math.round(width)));
    GrayImage scaled = line.resize(inputWidth, height, false);
    float[] pixels = new float[inputWidth * model.height];
    Arrays.fill(pixels, 1);
    int from = (model.height - height) / 2 * inputWidth;
    for (int i = 0; i < scaled.pixels.length; i++) {
      pixels[from + i] = (scaled.pixels[i] & 255) / 127.5f - 1;
    }
    long[] shape = {1, 1, model.height, inputWidth};
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(model.environment, FloatBuffer.wrap(pixels), shape);
        OrtSession.Result result = model.session.run(Map.of(model.input, tensor))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      long[] dimensions = output.getInfo().getShape();
      FloatBuffer buffer = output.getFloatBuffer();
      float[] probabilities = new float[buffer.remaining()];
      buffer.get(probabilities);
      List<Reading> readings =
          beam.decode(probabilities, 0, (int) dimensions[1], (int) dimensions[2]);
      readings = readings.subList(0, Math.min(most, readings.size()));
      return settled(readings, probabilities, (int) dimensions[1], (int) dimensions[2]);
    } catch (OrtException e) {
      throw new IllegalStateException(model.name + " failed on a line: " + e.getMessage(), e);
    }
  }

  /**
   * The readings, with the known term that an unsure text must be before them, or with those that
   * it may be behind them. None is surer than what was read: a page on which much is settled so was
   * read badly.
   */
  private List<Reading> settled(List<Reading> readings, float[] output, int steps, int classes) {
    if (terms == null
        || readings.isEmpty()
        || readings.get(0).probability() >= UNSURE
        || Ideographs.count(readings.get(0).text()) < 2) {
      return readings;
    }
    List<String> likely = terms.likely(output, steps, classes, model.symbols);
    Reading first = readings.get(0);
    Map<String, Double> all = new LinkedHashMap<>();
    if (likely.size() == 1) {
      all.put(likely.get(0), first.probability());
    }
    readings.forEach(reading -> all.putIfAbsent(reading.text(), reading.probability()));
    double least = readings.get(readings.size() - 1).probability();
    likely.forEach(term -> all.putIfAbsent(term, least));
    return all.entrySet().stream()
        .map(reading -> new Reading(reading.getKey(), reading.getValue()))
        .toList();
  }

  @Override
  public void close() {}
}
