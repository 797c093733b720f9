package org.yusuan.io;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.regex.Pattern;

/** Words an exception for a person. */
public final class ErrorMessage {

  /** The name of a class with its packages, and the address that Java prints of an object. */
  private static final Pattern CLASS =
      Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,}([A-Z]\\w*)(?:@[0-9a-f]+)?");

  /** Causes that are looked at: a chain of them may run in a circle. */
  private static final int MAX_CAUSES = 16;

  /** What is said where memory ran out; part of a sentence. */
  public static final String TOO_LITTLE_MEMORY = "needs more memory than there is";

  private ErrorMessage() {}

  /** The message for a person: the first line of that of the exception. */
  public static String of(Throwable e) {
    if (isOutOfMemory(e)) {
      return "it " + TOO_LITTLE_MEMORY;
    }
    String message = e.getMessage();
    if (e instanceof FileSystemException file && file.getReason() == null) {
      return file.getFile() + ": " + reason(file);
    }
    if (message == null || message.isBlank() || saysNothing(e)) {
      return "unexpected fault (" + e.getClass().getSimpleName() + ")";
    }
    return CLASS.matcher(message.lines().findFirst().orElse(message)).replaceAll("$1");
  }

  /**
   * Whether memory ran out: also while what was open was closed for that reason, or while a class
   * was made ready, which then cannot be used for as long as the process lives.
   */
  public static boolean isOutOfMemory(Throwable e) {
    Throwable cause = e;
    for (int depth = 0; cause != null && depth < MAX_CAUSES; depth++) {
      if (cause instanceof OutOfMemoryError || isOutOfMemoryOfClass(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** The platform keeps only the name of what the first use of a class ended with. */
  private static boolean isOutOfMemoryOfClass(Throwable e) {
    return e instanceof ExceptionInInitializerError
        && e.getMessage() != null
        && e.getMessage().contains(OutOfMemoryError.class.getName());
  }

  /** Whether the platform wrote the message, for programmers. */
  private static boolean saysNothing(Throwable e) {
    return e instanceof NullPointerException
        || e instanceof ClassCastException
        || e instanceof IndexOutOfBoundsException
        || e instanceof NegativeArraySizeException
        || e instanceof ArrayStoreException;
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
