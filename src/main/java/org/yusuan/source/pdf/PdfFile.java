package org.yusuan.source.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.jspecify.annotations.Nullable;
import org.yusuan.io.ErrorMessage;
import org.yusuan.model.UnreadableFileException;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Page;
import org.yusuan.page.PageSource;
import org.yusuan.page.Password;
import org.yusuan.page.Picture;

/**
 * An open PDF file. One thread at a time may use it; close it when done.
 *
 * <p>A fault of one page does not stop the others: it is told in {@link Page#problems()}.
 */
public final class PdfFile implements PageSource {

  /** Main memory for streams, in bytes; what goes beyond is kept in a temporary file. A guess. */
  private static final long MAIN_MEMORY_BYTES = 64L << 20;

  /**
   * The streams of a document may decode to this many bytes at a time; see {@link PageRenderer} for
   * images. A guess.
   */
  private static final long MAX_DECODED_BYTES = 512L << 20;

  /** The header must stand in the first 1,024 bytes (PDF 1.7, Annex H, note 13). */
  private static final int HEADER_WINDOW = 1024;

  /** The end of a PDF lies within this many bytes of the file's end; servers add some. A guess. */
  private static final int END_WINDOW_BYTES = 64 * 1024;

  /**
   * If none of the first pages, up to this many, can be found, the page tree is broken. A guess.
   */
  private static final int MAX_PAGES_TRIED = 20;

  private static final Pattern LINEARIZED =
      Pattern.compile("/Linearized\\b[^>]{0,200}?/L\\s+(\\d{1,15})\\b", Pattern.DOTALL);

  private final PDDocument document;
  private final String name;

  /**
   * A sentence that pages seem to be lost, which is reported with the last page; null if none are.
   */
  private final @Nullable String lostPages;

  private final ContentStreamReader.Fonts fonts = new ContentStreamReader.Fonts();
  private final Set<Integer> damaged = ConcurrentHashMap.newKeySet();
  private final Map<Integer, String> undrawable = new ConcurrentHashMap<>();

  private PdfFile(PDDocument document, String name, @Nullable String lostPages) {
    this.document = document;
    this.name = name;
    this.lostPages = lostPages;
  }

  /**
   * Opens a file that needs no password.
   *
   * @throws UnreadableFileException if it is empty, no PDF, damaged, or needs a password
   */
  public static PdfFile open(Path path) throws UnreadableFileException {
    return open(path, Password.NONE);
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFileException if it is empty, no PDF, damaged, or needs another password
   */
  public static PdfFile open(Path path, Password password) throws UnreadableFileException {
    String name = String.valueOf(path.getFileName());
    requirePdfHeader(path, name);
    requirePdfEnd(path, name);
    try {
      PDDocument document =
          PDDocument.load(
              path.toFile(),
              password.text(),
              MemoryUsageSetting.setupMixed(
                  MAIN_MEMORY_BYTES, MAX_DECODED_BYTES + Files.size(path)));
      try {
        PageTree.Count pages = PageTree.count(document);
        if (pages.found() == 0) {
          throw new UnreadableFileException(name, "damaged PDF: it has no pages", null);
        }
        requireAPage(document);
        FormValue.draw(document);
        return new PdfFile(document, name, pages.fault());
      } catch (IOException | RuntimeException | StackOverflowError e) {
        document.close();
        throw e;
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (InvalidPasswordException e) {
      throw new UnreadableFileException(
          name,
          password.text().isEmpty()
              ? "encrypted: it needs a password to open (--password)"
              : "encrypted: the password given does not open it",
          e);
    } catch (NoClassDefFoundError e) {
      if (ErrorMessage.isOutOfMemory(e)) {
        throw e;
      }
      // PDFBox would need another library, and a private key, which no reader of a published
      // document has.
      throw new UnreadableFileException(
          name, "encrypted: only those whom it was made for can open it", e);
    } catch (IOException | RuntimeException | StackOverflowError e) {
      throw new UnreadableFileException(name, "damaged PDF: " + PdfFault.message(e), e);
    }
  }

  /** Whether a file's content says that it is a PDF, whatever its name is. */
  public static boolean isPdf(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return isPdf(in.readNBytes(HEADER_WINDOW));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean isPdf(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).contains("%PDF-");
  }

  private static void requirePdfHeader(Path path, String name) throws UnreadableFileException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEADER_WINDOW);
    } catch (IOException e) {
      throw new UnreadableFileException(name, "cannot be opened: " + PdfFault.message(e), e);
    }
    if (head.length == 0) {
      throw new UnreadableFileException(name, "the file is empty (0 bytes)", null);
    }
    if (!isPdf(head)) {
      throw new UnreadableFileException(name, "not a PDF file", null);
    }
  }

  /**
   * A file that was cut off may still open, with pages or characters missing: no one would notice.
   * A whole one says near its end where its objects are, or, if it was made for the web, how long
   * it is.
   */
  private static void requirePdfEnd(Path path, String name) throws UnreadableFileException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      byte[] head = new byte[(int) Math.min(HEADER_WINDOW, file.length())];
      file.readFully(head);
      byte[] tail = new byte[(int) Math.min(END_WINDOW_BYTES, file.length())];
      file.seek(file.length() - tail.length);
      file.readFully(tail);
      String end = new String(tail, StandardCharsets.ISO_8859_1);
      Matcher length = LINEARIZED.matcher(new String(head, StandardCharsets.ISO_8859_1));
      boolean shorter = length.find() && Long.parseLong(length.group(1)) > file.length();
      if (shorter || !(end.contains("%%EOF") || end.contains("startxref"))) {
        throw new UnreadableFileException(
            name, "truncated PDF: its end is missing, and pages may be", null);
      }
    } catch (UnreadableFileException e) {
      throw e;
    } catch (IOException e) {
      throw new UnreadableFileException(name, "cannot be read: " + PdfFault.message(e), e);
    }
  }

  /** A page tree that is broken at its root gives no page at all. */
  private static void requireAPage(PDDocument document) {
    int last = Math.min(document.getNumberOfPages(), MAX_PAGES_TRIED) - 1;
    for (int i = 0; i < last; i++) {
      try {
        document.getPage(i);
        return;
      } catch (RuntimeException | StackOverflowError e) {
        // A later page may be whole; only the last one's failure counts.
      }
    }
    document.getPage(last);
  }

  @Override
  public int pageCount() {
    return document.getNumberOfPages();
  }

  @Override
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

  @Override
  public Page page(int number) {
    try {
      ContentStreamReader.Result result =
          ContentStreamReader.read(
              document,
              document.getPage(number - 1),
              number,
              fonts,
              number == pageCount() ? lostPages : null);
      if (result.damaged()) {
        damaged.add(number);
      }
      if (result.undrawable() != null) {
        undrawable.put(number, result.undrawable());
      }
      return result.page();
    } catch (IOException | RuntimeException | StackOverflowError e) {
      damaged.add(number);
      return Page.blank(
          number,
          0,
          0,
          Origin.TEXT,
          List.of("page " + number + " cannot be read: " + PdfFault.message(e)));
    }
  }

  @Override
  public boolean isDamaged(int number) {
    return damaged.contains(number);
  }

  @Override
  public Picture picture(int number) throws IOException {
    requireBearable(number);
    try {
      PageSize.mend(document.getPage(number - 1));
      return PageRenderer.draw(document, number);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(PdfFault.message(e), e);
    }
  }

  @Override
  public BufferedImage display(int number, int dpi) throws IOException {
    requireBearable(number);
    try {
      PageSize.mend(document.getPage(number - 1));
      PageRenderer.requireBearable(document.getPage(number - 1));
      return new InterruptibleRenderer(document).renderImageWithDPI(number - 1, dpi, ImageType.RGB);
    } catch (RuntimeException | StackOverflowError e) {
      throw new IOException(PdfFault.message(e), e);
    }
  }

  private void requireBearable(int number) throws IOException {
    String reason = undrawable.get(number);
    if (reason != null) {
      throw new IOException(reason);
    }
  }

  @Override
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
}
