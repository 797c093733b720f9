package org.yusuan.source.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * A page whose content stream is decoded into memory at once. PDFBox parses byte by byte, and its
 * own buffers make each byte costly.
 */
final class BufferedPage extends PDPage {

  /** What goes beyond is read as PDFBox does: a page of text has a few hundred kilobytes. */
  private static final int MAX_BYTES = 8 << 20;

  private final PDPage page;

  BufferedPage(PDPage page) {
    super(page.getCOSObject());
    this.page = page;
  }

  @Override
  public InputStream getContents() throws IOException {
    InputStream contents = page.getContents();
    byte[] head = contents.readNBytes(MAX_BYTES);
    InputStream buffered = new Bytes(head);
    if (head.length < MAX_BYTES) {
      contents.close();
      return buffered;
    }
    return new SequenceInputStream(buffered, contents);
  }

  /** The page's own resources: they share fonts with the other pages. */
  @Override
  public PDResources getResources() {
    return page.getResources();
  }

  /** Bytes in memory, without the lock that ByteArrayInputStream takes for each of them. */
  private static final class Bytes extends InputStream {
    private final byte[] bytes;
    private int at;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() {
      return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      int count = Math.min(length, bytes.length - at);
      if (count <= 0) {
        return -1;
      }
      System.arraycopy(bytes, at, into, offset, count);
      at += count;
      return count;
    }

    @Override
    public int available() {
      return bytes.length - at;
    }
  }
}
