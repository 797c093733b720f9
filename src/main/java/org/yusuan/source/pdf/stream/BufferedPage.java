package org.yusuan.source.pdf.stream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
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

  /** The entries of a page (PDF 1.7, 7.7.3.3). */
  private static final Set<String> KEYS =
      Set.of(
          ("Type Parent LastModified Resources MediaBox CropBox BleedBox TrimBox ArtBox BoxColorInfo"
                  + " Contents Rotate Group Thumb B Dur Trans Annots AA Metadata PieceInfo"
                  + " StructParents ID PZ SeparationInfo Tabs TemplateInstantiated PresSteps"
                  + " UserUnit VP")
              .split(" "));

  private final PDPage page;
  private final Set<String> faults;
  private @Nullable Bytes content;

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
      // The page may name a stream that the file lacks.
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
    byte[] bytes = out.toByteArray();
    if (content == null) {
      String fault = ContentSyntax.fault(bytes);
      if (fault != null) {
        faults.add(fault);
      }
    }
    content = new Bytes(bytes);
    return content;
  }

  /** Tells whether there is content: PDFBox passes over what stands for it and is no stream. */
  public void requireContent() {
    COSDictionary dictionary = getCOSObject();
    COSBase contents = dictionary.getDictionaryObject(COSName.CONTENTS);
    if (contents instanceof COSStream) {
      return;
    }
    if (contents instanceof COSArray parts) {
      for (int i = 0; i < parts.size(); i++) {
        if (!(parts.getObject(i) instanceof COSStream)) {
          faults.add("a part of its content is missing");
        }
      }
    } else if (dictionary.containsKey(COSName.CONTENTS)) {
      faults.add("its content is missing");
    } else if (dictionary.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary own
        && (hasAny(own, COSName.FONT) || hasAny(own, COSName.XOBJECT))) {
      faults.add("it has fonts or pictures, and no content that shows any");
    } else if (!dictionary.containsKey(COSName.PARENT)) {
      // PDFBox gives what stands for a page its type, and nothing else.
      faults.add("it is missing in the file");
    } else if (dictionary.keySet().stream().anyMatch(key -> !KEYS.contains(key.getName()))) {
      faults.add("it has no content, and an entry that no page has");
    }
  }

  private static boolean hasAny(COSDictionary resources, COSName kind) {
    return resources.getDictionaryObject(kind) instanceof COSDictionary named && named.size() > 0;
  }

  /** Whether all of the content was read: PDFBox stops where it cannot parse it. */
  public boolean isReadWhole() {
    return content == null || content.available() == 0;
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
