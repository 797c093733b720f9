package org.yusuan.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.yusuan.export.DisclosureJson;
import org.yusuan.io.AtomicFile;
import org.yusuan.io.ErrorMessage;
import org.yusuan.io.Sha256;
import org.yusuan.model.Disclosure;

/** A worker in this process: it cannot be cut off. */
public final class LocalWorker implements Worker {

  private final Extraction extraction;
  private final DisclosureJson json = new DisclosureJson();

  /** A worker that reads documents in the given way. */
  public LocalWorker(Extraction extraction) {
    this.extraction = extraction;
  }

  @Override
  public DocumentOutcome process(Path document, Path target) {
    Disclosure disclosure;
    byte[] bytes;
    try {
      disclosure = extraction.extract(document);
      bytes = json.write(disclosure, true);
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
