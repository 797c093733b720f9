package org.yusuan.source.pdf;

import org.yusuan.io.ErrorMessage;

/** Words the fault for a person when a part of a PDF cannot be read. */
final class PdfFault {

  private static final String LIBRARY = "org.apache.";
  private static final String OWN = "org.yusuan.";

  private PdfFault() {}

  /**
   * What is wrong, as part of a sentence. PDFBox ends with all kinds of exceptions on damaged
   * objects: one that it throws is a fault of the file, one that this program throws is its own.
   */
  static String message(Throwable e) {
    if (e instanceof StackOverflowError) {
      return "its objects are nested too deeply";
    }
    return e instanceof RuntimeException && isThrownByLibrary(e)
        ? "its objects are damaged"
        : ErrorMessage.of(e);
  }

  /** Whether the innermost code that is no part of Java itself is the library's. */
  private static boolean isThrownByLibrary(Throwable e) {
    for (StackTraceElement frame : e.getStackTrace()) {
      if (frame.getClassName().startsWith(OWN)) {
        return false;
      }
      if (frame.getClassName().startsWith(LIBRARY)) {
        return true;
      }
    }
    return false;
  }
}
