package org.yusuan.model;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read as a disclosure. The message names the file and the reason in one
 * line, fit to be shown to a user as it is.
 */
public final class UnreadableFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param file the file's name
   * @param reason why it cannot be read
   * @param cause what was thrown underneath; null if nothing was
   */
  public UnreadableFileException(String file, String reason, @Nullable Throwable cause) {
    super(file + ": " + reason, cause);
  }
}
