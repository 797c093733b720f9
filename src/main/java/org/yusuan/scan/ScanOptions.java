package org.yusuan.scan;

import java.util.List;

/**
 * How pages are recognized.
 *
 * @param engines names of engines: {@code tesseract}, which is always needed, {@code figures},
 *     {@code ppocr}
 * @param workers how many pages may be read at a time: each has engines of its own
 */
public record ScanOptions(List<String> engines, int workers) {
  /** Tesseract's neural line recognizer. */
  public static final String TESSERACT = "tesseract";

  /** The network of this project that reads figures. */
  public static final String FIGURES = "figures";

  /** PP-OCRv4's line recognizer. */
  public static final String PPOCR = "ppocr";

  public ScanOptions {
    engines = List.copyOf(engines);
    if (engines.isEmpty() || workers < 1) {
      throw new IllegalArgumentException("recognition needs an engine and a worker");
    }
    for (String engine : engines) {
      if (!List.of(TESSERACT, FIGURES, PPOCR).contains(engine)) {
        throw new IllegalArgumentException("no engine called " + engine);
      }
    }
  }

  /** All engines, a worker for each processor. */
  public static ScanOptions standard() {
    return new ScanOptions(
        List.of(TESSERACT, FIGURES, PPOCR), Runtime.getRuntime().availableProcessors());
  }
}
