package org.yusuan.scan;

import java.util.List;

/**
 * How to recognize.
 *
 * @param engines names of engines: {@code tesseract}, {@code ppocr}; at least {@code tesseract}
 * @param workers how many pages may be read at a time: each has engines of its own
 */
public record ScanOptions(List<String> engines, int workers) {
  /** Tesseract's neural line recognizer. */
  public static final String TESSERACT = "tesseract";

  /** PP-OCRv4's line recognizer. */
  public static final String PPOCR = "ppocr";

  public ScanOptions {
    engines = List.copyOf(engines);
    if (engines.isEmpty() || workers < 1) {
      throw new IllegalArgumentException("recognition needs an engine and a worker");
    }
    for (String engine : engines) {
      if (!engine.equals(TESSERACT) && !engine.equals(PPOCR)) {
        throw new IllegalArgumentException("no engine called " + engine);
      }
    }
  }

  /** Both engines, a worker for each processor. */
  public static ScanOptions standard() {
    return new ScanOptions(List.of(TESSERACT, PPOCR), Runtime.getRuntime().availableProcessors());
  }
}
