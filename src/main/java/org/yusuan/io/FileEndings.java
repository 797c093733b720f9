package org.yusuan.io;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells the content of files by their names. */
public final class FileEndings {

  private static final String PDF = ".pdf";

  private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff");

  private FileEndings() {}

  /** Whether the name is that of a picture. */
  public static boolean isPicture(Path file) {
    return PICTURES.stream().anyMatch(name(file)::endsWith);
  }

  /** Whether the name is that of a document that can be read: a PDF or a picture. */
  public static boolean isDocument(Path file) {
    return name(file).endsWith(PDF) || isPicture(file);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }
}
