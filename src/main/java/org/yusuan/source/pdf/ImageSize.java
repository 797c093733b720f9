package org.yusuan.source.pdf;

import java.io.IOException;
import java.io.InputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/**
 * Finds how many pixels an image unpacks to. Some codecs go by the size in their own data, not by
 * that in the PDF.
 */
final class ImageSize {

  /**
   * Sizes stand in the first bytes of the data, this many at most: a JPEG may have a profile
   * before. A guess.
   */
  private static final int HEAD_BYTES = 256 * 1024;

  /** The type of a JBIG2 segment that tells the size of the page (ITU-T T.88, 7.3). */
  private static final int JBIG2_PAGE_INFORMATION = 48;

  private ImageSize() {}

  /** The pixels of an image, by the larger of both statements. */
  static long pixels(PDImageXObject image) throws IOException {
    long stated = (long) image.getWidth() * image.getHeight();
    COSStream stream = image.getCOSObject();
    COSBase filters = stream.getFilters();
    COSBase last =
        filters instanceof COSArray array && array.size() > 0
            ? array.get(array.size() - 1)
            : filters;
    boolean alone = !(filters instanceof COSArray several) || several.size() == 1;
    if (!alone || !(last instanceof COSName codec)) {
      return stated;
    }
    byte[] head;
    try (InputStream in = stream.createRawInputStream()) {
      head = in.readNBytes(HEAD_BYTES);
    }
    return Math.max(
        stated,
        switch (codec.getName()) {
          case "JBIG2Decode" -> jbig2(head);
          case "DCTDecode", "DCT" -> jpeg(head);
          case "JPXDecode" -> jpeg2000(head);
          default -> 0;
        });
  }

  /** Segments of ITU-T T.88, 7.2, up to the one that tells the size of the page. */
  private static long jbig2(byte[] data) {
    int at = 0;
    while (at + 11 < data.length) {
      int flags = data[at + 4] & 0xFF;
      int referred = data[at + 5] >> 5 & 7;
      long number = unsigned(data, at);
      int width = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
      int header = 6;
      if (referred == 7) {
        long count = unsigned(data, at + 5) & 0x1FFFFFFF;
        if (count > data.length) {
          return Long.MAX_VALUE;
        }
        referred = (int) count;
        header += 3 + (referred + 8) / 8;
      }
      header += referred * width + ((flags & 0x40) != 0 ? 4 : 1);
      long length = unsigned(data, at + header);
      int body = at + header + 4;
      if ((flags & 0x3F) == JBIG2_PAGE_INFORMATION) {
        long high = unsigned(data, body + 4);
        return unsigned(data, body) * (high == 0xFFFFFFFFL ? 1 : high);
      }
      if (length > data.length) {
        return 0;
      }
      at = body + (int) length;
    }
    return 0;
  }

  /** The frame header of ITU-T T.81, B.2.2. */
  private static long jpeg(byte[] data) {
    int at = 2;
    while (at + 9 < data.length) {
      if ((data[at] & 0xFF) != 0xFF) {
        return 0;
      }
      int marker = data[at + 1] & 0xFF;
      boolean frame =
          marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
      if (frame) {
        return (unsigned(data, at + 5) >> 16) * (unsigned(data, at + 7) >> 16);
      }
      at += marker == 0xFF ? 1 : 2 + (int) (unsigned(data, at + 2) >> 16);
    }
    return 0;
  }

  /** The image header box of ITU-T T.800, I.5.3.1. */
  private static long jpeg2000(byte[] data) {
    for (int at = 0; at + 12 < Math.min(data.length, 4096); at++) {
      if (data[at] == 'i' && data[at + 1] == 'h' && data[at + 2] == 'd' && data[at + 3] == 'r') {
        return unsigned(data, at + 4) * unsigned(data, at + 8);
      }
    }
    return 0;
  }

  private static long unsigned(byte[] data, int at) {
    long value = 0;
    for (int i = at; i < at + 4; i++) {
      value = value << 8 | (i >= 0 && i < data.length ? data[i] & 0xFF : 0);
    }
    return value;
  }
}
