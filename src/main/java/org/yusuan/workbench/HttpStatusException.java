package org.yusuan.workbench;

/** A request that is answered with a status other than 200. */
final class HttpStatusException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int status;

  HttpStatusException(int status, String message) {
    super(message);
    this.status = status;
  }

  /** The HTTP status. */
  int status() {
    return status;
  }
}
