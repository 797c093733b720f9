package org.yusuan.source;

import java.nio.file.Files;
import java.nio.file.Path;
import org.yusuan.io.FileEndings;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.page.PageSource;
import org.yusuan.page.Password;
import org.yusuan.source.image.ImageFile;
import org.yusuan.source.pdf.PdfFile;

/** Opens documents. */
public final class PageSources {

  private PageSources() {}

  /**
   * Opens a PDF or a picture file. The content decides, and the name where the content is no PDF.
   *
   * @throws UnreadableFileException if it is neither, or damaged
   */
  public static PageSource open(Path file) throws UnreadableFileException {
    return open(file, Password.NONE);
  }

  /**
   * Opens a file that may be encrypted.
   *
   * @throws UnreadableFileException if it is neither, or damaged, or the password is wrong
   */
  public static PageSource open(Path file, Password password) throws UnreadableFileException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // A pipe or a device might never end.
      throw new UnreadableFileException(
          String.valueOf(file.getFileName()), "is no regular file", null);
    }
    return FileEndings.isPicture(file) && !PdfFile.isPdf(file)
        ? ImageFile.open(file)
        : PdfFile.open(file, password);
  }
}
