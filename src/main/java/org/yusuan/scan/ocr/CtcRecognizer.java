package org.yusuan.scan.ocr;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;

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

  private final CtcModel model;
  private final CtcBeam beam;

  public CtcRecognizer(CtcModel model) {
    this.model = model;
    this.beam = new CtcBeam(model.symbols, BEAM_PREFIXES);
  }

  @Override
  public List<List<Reading>> readLines(List<GrayImage> lines) {
    return lines.stream().map(this::readLine).toList();
  }

  private int width(GrayImage line) {
    int scaled = (int) Math.round((double) line.width * model.height / Math.max(1, line.height));
    return Math.max(16, Math.min(MAX_INPUT_WIDTH, scaled));
  }

  private List<Reading> readLine(GrayImage line) {
    GrayImage scaled = line.resize(width(line), model.height, false);
    int plane = scaled.pixels.length;
    float[] pixels = new float[model.channels * plane];
    for (int i = 0; i < plane; i++) {
      float value = (scaled.pixels[i] & 255) / 127.5f - 1;
      for (int channel = 0; channel < model.channels; channel++) {
        pixels[channel * plane + i] = value;
      }
    }
    long[] shape = {1, model.channels, model.height, scaled.width};
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
      return readings.subList(0, Math.min(MAX_READINGS, readings.size()));
    } catch (OrtException e) {
      throw new IllegalStateException(model.name + " failed on a line: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {}
}
