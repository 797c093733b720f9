package org.yusuan.scan.ocr;

/** Recognition is impossible: a model or a native library is missing or damaged. */
public final class ScanException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** An exception with a sentence for the user. */
  public ScanException(String message) {
    super(message);
  }

  /** An exception with a sentence for the user and its cause. */
  public ScanException(String message, Throwable cause) {
    super(message, cause);
  }
}
