package org.yusuan.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.ErrorMessage;
import org.yusuan.io.Sha256;
import org.yusuan.model.Disclosure;

/** A worker in this process: it cannot be cut off. */
public final class LocalWorker implements Worker {

  private final Extraction extraction;
  private final OutputForm form;

  /** A worker that reads documents in the given way and writes JSON. */
  public LocalWorker(Extraction extraction) {
    this(extraction, OutputForm.json());
  }

  /** A worker that reads and writes documents in the given ways. */
  LocalWorker(Extraction extraction, OutputForm form) {
    this.extraction = extraction;
    this.form = form;
  }

  @Override
  public DocumentOutcome process(Path document, Path target) {
    Disclosure disclosure;
    byte[] bytes;
    try {
      disclosure = extraction.extract(document);
      bytes = form.write(disclosure);
    } catch (Exception | StackOverflowError e) {
      return DocumentOutcome.without(DocumentOutcome.Result.FAILED, ErrorMessage.of(e));
    } catch (OutOfMemoryError e) {
      return DocumentOutcome.without(
          DocumentOutcome.Result.OUT_OF_MEMORY, "needs more memory than its budget");
    }
    try {
      AtomicFile.write(target, bytes);
    } catch (IOException e) {
      return DocumentOutcome.without(
          DocumentOutcome.Result.NOT_WRITTEN, "cannot write " + target + ": " + e);
    }
    return DocumentOutcome.done(disclosure, Sha256.of(bytes));
  }

  @Override
  public void close() {}
}
