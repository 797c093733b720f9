package org.yusuan.source.pdf.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * A page whose content streams are decoded into memory at once, with their checksums. PDFBox parses
 * byte by byte, and its own buffers make each byte costly.
 */
public final class BufferedPage extends PDPage {

  private final PDPage page;
  private final Set<String> faults;

  /**
   * A page.
   *
   * @param faults is told what is wrong with its content, as parts of sentences
   */
  public BufferedPage(PDPage page, Set<String> faults) {
    super(page.getCOSObject());
    this.page = page;
    this.faults = faults;
  }

  @Override
  public InputStream getContents() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);
    for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
      // One that the page names and the file lacks is none.
      @Nullable COSStream stream = streams.next().getCOSObject();
      if (stream == null) {
        faults.add("a part of its content is missing");
        continue;
      }
      StreamDecoder.Result decoded =
          StreamDecoder.decode(stream, out, PageBudget.CONTENT_BYTES - out.size());
      if (decoded.fault() != null) {
        faults.add("its content " + decoded.fault());
      }
      out.write('\n');
    }
    return new Bytes(out.toByteArray());
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
