package org.yusuan.page;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An open document, whatever kind of file it is. One thread at a time may use it; close it when
 * done. Pages are numbered from 1.
 */
public interface PageSource extends Closeable {

  /** The file's name without folders. */
  String name();

  /** Number of pages. */
  int pageCount();

  /** The program that made the file, as the file states; null if it does not. */
  @Nullable String producer();

  /**
   * The page as its text layer has it. A page that cannot be read comes back without words, with
   * the reason among its problems; one of a file without text layers is {@link
   * org.yusuan.model.table.Origin#OCR} and empty.
   */
  Page page(int number);

  /**
   * Whether something of a page may be missing or wrong, since the file is damaged; known once the
   * page was read.
   */
  default boolean isDamaged(int number) {
    return false;
  }

  /**
   * The page's picture for recognition: as displayed, at the resolution of its own image and with
   * bounded pixels.
   *
   * @throws IOException if it cannot be drawn, or would not fit into memory
   */
  Picture picture(int number) throws IOException;

  /**
   * The page as displayed, in colour, for people.
   *
   * @param dpi pixels per inch of what has to be drawn; a file of pictures gives its own pixels
   * @throws IOException if it cannot be drawn
   */
  BufferedImage display(int number, int dpi) throws IOException;
}
