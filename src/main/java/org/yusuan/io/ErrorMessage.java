package org.yusuan.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What a person is told of an exception. */
public final class ErrorMessage {

  private ErrorMessage() {}

  /** What went wrong, for a person: the first line of its message. */
  public static String of(Throwable e) {
    String message = e.getMessage();
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + reason(file);
    }
    return message == null || message.isBlank()
        ? "unexpected fault (" + e.getClass().getSimpleName() + ")"
        : message.lines().findFirst().orElse(message);
  }

  private static String reason(FileSystemException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return "it is no folder";
    }
    return e instanceof AccessDeniedException ? "access is denied" : "cannot be used";
  }
}
