package org.yusuan.batch;

import java.io.IOException;
import java.nio.file.Path;

/** Reads documents one after the other and writes what it read. Used by one thread. */
public interface Worker extends AutoCloseable {

  /**
   * Reads a document and writes its JSON, whole or not at all.
   *
   * @param document the document
   * @param target the file to write
   * @return what became of it; a failure is an outcome, not an exception
   * @throws IOException if the worker itself cannot work, whatever the document
   * @throws InterruptedException if the thread was interrupted while it waited
   */
  DocumentOutcome process(Path document, Path target) throws IOException, InterruptedException;

  @Override
  void close();

  /** Makes a worker for each job. */
  @FunctionalInterface
  interface Factory {
    /** A new worker. */
    Worker open();
  }
}
