package org.yusuan.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Origin;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.page.Page;
import org.yusuan.page.Picture;

/**
 * An open PDF file. One thread at a time may use it; close it when done.
 *
 * <p>A fault of one page does not stop the others: it is told in {@link Page#problems()}.
 */
public final class PdfFile implements AutoCloseable {

  /** Main memory for streams; what goes beyond is kept in a temporary file. */
  private static final long MAIN_MEMORY_BYTES = 64L << 20;

  /** The header must stand in the first 1,024 bytes (PDF 1.7, Annex H, note 13). */
  private static final int HEADER_WINDOW = 1024;

  private final PDDocument document;
  private final String name;

  private PdfFile(PDDocument document, String name) {
    this.document = document;
    this.name = name;
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFileException if it is empty, no PDF, damaged, or needs a password
   */
  public static PdfFile open(Path path) throws UnreadableFileException {
    String name = String.valueOf(path.getFileName());
    requirePdfHeader(path, name);
    try {
      PDDocument document =
          PDDocument.load(path.toFile(), MemoryUsageSetting.setupMixed(MAIN_MEMORY_BYTES));
      try {
        if (document.getNumberOfPages() == 0) {
          throw new UnreadableFileException(name, "damaged PDF: it has no pages", null);
        }
        return new PdfFile(document, name);
      } catch (IOException | RuntimeException | StackOverflowError e) {
        document.close();
        throw e;
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (InvalidPasswordException e) {
      throw new UnreadableFileException(name, "encrypted: it needs a password to open", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnreadableFileException(name, "damaged PDF: " + reason(e), e);
    }
  }

  private static void requirePdfHeader(Path path, String name) throws UnreadableFileException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEADER_WINDOW);
    } catch (IOException e) {
      throw new UnreadableFileException(name, "cannot be opened: " + reason(e), e);
    }
    if (head.length == 0) {
      throw new UnreadableFileException(name, "the file is empty (0 bytes)", null);
    }
    if (!new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-")) {
      throw new UnreadableFileException(name, "not a PDF file", null);
    }
  }

  /** Number of pages. */
  public int pageCount() {
    return document.getNumberOfPages();
  }

  /** The program that made the file, as it says itself; null if it does not. */
  public @Nullable String producer() {
    PDDocumentInformation information = document.getDocumentInformation();
    if (information == null) {
      return null;
    }
    String producer = blankToNull(information.getProducer());
    String creator = blankToNull(information.getCreator());
    if (creator == null || creator.equals(producer)) {
      return producer;
    }
    return producer == null ? creator : creator + " / " + producer;
  }

  /**
   * Reads one page. A page that cannot be read comes back without words, with the reason among its
   * problems.
   *
   * @param number page number, from 1
   */
  public Page read(int number) {
    try {
      return PageReader.read(document.getPage(number - 1), number);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      return new Page(
          number,
          0,
          0,
          Origin.TEXT,
          List.of(),
          List.of(),
          List.of(),
          List.of("page " + number + " cannot be read: " + reason(e)));
    }
  }

  /**
   * Draws one page as displayed, at the resolution of its own image and with bounded pixels.
   *
   * @param number page number, from 1
   * @throws IOException if it cannot be drawn, or an image on it would not fit into memory
   */
  public Picture picture(int number) throws IOException {
    try {
      return PageRenderer.draw(document, number);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(reason(e), e);
    }
  }

  /** The PDFBox document, for drawing its pages. */
  public PDDocument document() {
    return document;
  }

  /** The file's name without folders. */
  public String name() {
    return name;
  }

  @Override
  public void close() throws IOException {
    document.close();
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static String reason(Throwable e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? e.getClass().getSimpleName()
        : message.lines().findFirst().orElse(message);
  }
}
