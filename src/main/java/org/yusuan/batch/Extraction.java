package org.yusuan.batch;

import java.nio.file.Path;
import org.yusuan.model.Disclosure;

/** Reads one document. */
@FunctionalInterface
public interface Extraction {

  /**
   * Reads a document.
   *
   * @throws Exception if it cannot be read; the message says why
   */
  Disclosure extract(Path document) throws Exception;
}
