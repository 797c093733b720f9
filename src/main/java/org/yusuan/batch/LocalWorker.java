package org.yusuan.batch;

import java.io.IOException;
import java.nio.file.Path;
import org.yusuan.export.AtomicFile;
import org.yusuan.export.DisclosureJson;
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
  public Outcome process(Path document, Path target) {
    Disclosure disclosure;
    byte[] bytes;
    try {
      disclosure = extraction.extract(document);
      bytes = json.write(disclosure, true);
    } catch (Exception | StackOverflowError e) {
      return Outcome.without(Outcome.Result.FAILED, message(e));
    }
    try {
      AtomicFile.write(target, bytes);
    } catch (IOException e) {
      return Outcome.without(Outcome.Result.NOT_WRITTEN, "cannot write " + target + ": " + e);
    }
    return Outcome.done(disclosure, Hashes.sha256(bytes));
  }

  @Override
  public void close() {}

  private static String message(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank() ? e.toString() : message;
  }
}
