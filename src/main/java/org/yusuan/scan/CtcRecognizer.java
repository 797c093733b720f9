package org.yusuan.scan;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.yusuan.model.Reading;

/**
 * Reads lines with a network, resized linearly as in its training, keeping the likeliest texts of a
 * beam over its output. Lines are read in batches of like width, since all of a batch are padded to
 * the widest.
 */
final class CtcRecognizer implements Recognizer {
  /** Widest input in pixels: a longer line is squeezed. */
  private static final int MAX_WIDTH = 2400;

  private static final int BEAM = 12;
  private static final int KEPT = 6;
  private static final int MAX_BATCH = 8;
  private static final int MAX_BATCH_PIXELS = 4000;

  private final CtcModel model;
  private final CtcBeam beam;

  CtcRecognizer(CtcModel model) {
    this.model = model;
    this.beam = new CtcBeam(model.symbols, BEAM);
  }

  @Override
  public String name() {
    return model.name;
  }

  @Override
  public List<List<Reading>> read(List<Gray> lines) {
    List<List<Reading>> all = new ArrayList<>(Collections.nCopies(lines.size(), List.of()));
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparingInt(i -> width(lines.get(i))));
    int from = 0;
    while (from < order.size()) {
      int to = from + 1;
      int narrowest = width(lines.get(order.get(from)));
      while (to < order.size()
          && to - from < MAX_BATCH
          && width(lines.get(order.get(to))) <= narrowest * 5 / 4 + 8
          && (to + 1 - from) * width(lines.get(order.get(to))) <= MAX_BATCH_PIXELS) {
        to++;
      }
      batch(lines, order.subList(from, to), all);
      from = to;
    }
    return all;
  }

  private int width(Gray line) {
    int scaled = (int) Math.round((double) line.width * model.height / Math.max(1, line.height));
    return Math.max(16, Math.min(MAX_WIDTH, scaled));
  }

  private void batch(List<Gray> lines, List<Integer> chosen, List<List<Reading>> all) {
    int width = (width(lines.get(chosen.get(chosen.size() - 1))) + 7) / 8 * 8;
    int plane = model.height * width;
    float[] pixels = new float[chosen.size() * model.channels * plane];
    Arrays.fill(pixels, 1);
    for (int i = 0; i < chosen.size(); i++) {
      Gray line = lines.get(chosen.get(i));
      Gray scaled = line.resize(width(line), model.height, false);
      for (int y = 0; y < model.height; y++) {
        for (int x = 0; x < scaled.width; x++) {
          float value = scaled.at(x, y) / 127.5f - 1;
          for (int channel = 0; channel < model.channels; channel++) {
            pixels[(i * model.channels + channel) * plane + y * width + x] = value;
          }
        }
      }
    }
    long[] shape = {chosen.size(), model.channels, model.height, width};
    try (OnnxTensor tensor =
            OnnxTensor.createTensor(model.environment, FloatBuffer.wrap(pixels), shape);
        OrtSession.Result result = model.session.run(Map.of(model.input, tensor))) {
      OnnxTensor output = (OnnxTensor) result.get(0);
      long[] dimensions = output.getInfo().getShape();
      int steps = (int) dimensions[1];
      int classes = (int) dimensions[2];
      FloatBuffer buffer = output.getFloatBuffer();
      float[] probabilities = new float[buffer.remaining()];
      buffer.get(probabilities);
      for (int i = 0; i < chosen.size(); i++) {
        List<Reading> readings = beam.decode(probabilities, i * steps * classes, steps, classes);
        all.set(chosen.get(i), readings.subList(0, Math.min(KEPT, readings.size())));
      }
    } catch (OrtException e) {
      throw new IllegalStateException(model.name + " failed on a line: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {}
}
