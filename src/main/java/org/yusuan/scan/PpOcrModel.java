package org.yusuan.scan;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The text recognition network of PP-OCRv4 (mobile) in ONNX Runtime, with one thread a call: pages
 * are what runs in parallel. Threads may share it.
 */
final class PpOcrModel implements AutoCloseable {
  private static final String NETWORK = "ch_PP-OCRv4_rec_infer.onnx";
  private static final String KEYS = "ppocr_keys_v1.txt";

  final OrtEnvironment environment;
  final OrtSession session;
  final String input;

  /** What each class stands for: blank, the characters of the key file, the space. */
  final List<String> symbols;

  private PpOcrModel(OrtEnvironment environment, OrtSession session, List<String> symbols) {
    this.environment = environment;
    this.session = session;
    this.input = session.getInputNames().iterator().next();
    this.symbols = symbols;
  }

  /**
   * Loads the network.
   *
   * @throws ScanException if the model or the native library is missing
   */
  static PpOcrModel open(OcrCache cache) {
    Path models = cache.models(List.of(NETWORK, KEYS));
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
        options.setSessionLogLevel(ai.onnxruntime.OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        OrtSession session = environment.createSession(models.resolve(NETWORK).toString(), options);
        List<String> symbols = new ArrayList<>();
        symbols.add("");
        symbols.addAll(Files.readAllLines(models.resolve(KEYS), StandardCharsets.UTF_8));
        symbols.add(" ");
        return new PpOcrModel(environment, session, List.copyOf(symbols));
      }
    } catch (OrtException | IOException e) {
      throw new ScanException("PP-OCR cannot use its model: " + e.getMessage(), e);
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
