package org.yusuan.scan.ocr;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A network that reads lines of print, in ONNX Runtime, with one thread a call: pages are what runs
 * in parallel. Threads may share it.
 */
public final class CtcModel implements AutoCloseable {

  private static final Logger ONNX_LOG = Logger.getLogger("ai.onnxruntime");

  /** The symbol for a character that a network for figures does not know. */
  static final String OTHER = "□";

  /** Name of the model in options and messages. */
  final String name;

  final OrtEnvironment environment;
  final OrtSession session;
  final String input;

  /** The symbol of each class; class 0 is the blank. */
  final List<String> symbols;

  /** Height of the input in pixels. It has one channel, from -1 for black to 1 for white. */
  final int height;

  private CtcModel(
      String name,
      OrtEnvironment environment,
      OrtSession session,
      List<String> symbols,
      int height) {
    this.name = name;
    this.environment = environment;
    this.session = session;
    this.input = session.getInputNames().iterator().next();
    this.symbols = symbols;
    this.height = height;
  }

  /**
   * PP-OCRv4 (mobile), which reads everything.
   *
   * @throws ScanException if the model or the native library is missing
   */
  public static CtcModel ppOcr(ModelCache cache) {
    return open(
        cache, "ppocr", "ch_PP-OCRv4_rec_folded.onnx", "ppocr_keys_v1.txt", List.of(" "), 48);
  }

  /**
   * The network of {@code models/ocr/training}, which reads figures, small and faint ones too, and
   * tells them from text.
   *
   * @throws ScanException if the model or the native library is missing
   */
  public static CtcModel figures(ModelCache cache) {
    return open(cache, "figures", "figures.onnx", "figures_keys.txt", List.of(), 32);
  }

  /**
   * The same network, trained further on figures that strokes of pens hide in part.
   *
   * @throws ScanException if the model or the native library is missing
   */
  public static CtcModel hiddenFigures(ModelCache cache) {
    return open(cache, "figures", "hidden.onnx", "figures_keys.txt", List.of(), 32);
  }

  private static CtcModel open(
      ModelCache cache,
      String name,
      String network,
      String keys,
      List<String> further,
      int height) {
    Path models = cache.models(List.of(network, keys));
    ONNX_LOG.setLevel(
        Level.OFF); // the logger prints the stack trace of the exception that is thrown below
    OnnxNatives.show(cache);
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        OrtSession session = environment.createSession(models.resolve(network).toString(), options);
        List<String> symbols = new ArrayList<>();
        symbols.add("");
        symbols.addAll(Files.readAllLines(models.resolve(keys), StandardCharsets.UTF_8));
        symbols.addAll(further);
        return new CtcModel(name, environment, session, List.copyOf(symbols), height);
      }
    } catch (OrtException | IOException e) {
      throw new ScanException("the engine " + name + " cannot use its model: " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new ScanException(
          "no native library of ONNX Runtime for this platform ("
              + e.getMessage()
              + "): read with Tesseract alone",
          e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
