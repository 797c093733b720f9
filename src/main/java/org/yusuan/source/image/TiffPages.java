package org.yusuan.source.image;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the pages of a TIFF file, which are a chain of directories (TIFF 6.0, section 2), each
 * telling where the next begins: a reader that follows a chain in a circle never ends.
 */
final class TiffPages {

  /** The first two bytes of a file whose numbers begin with the lowest byte. */
  private static final int LITTLE_ENDIAN = 'I' << 8 | 'I';

  /** The first two bytes of a file whose numbers begin with the highest byte. */
  private static final int BIG_ENDIAN = 'M' << 8 | 'M';

  /** The number that follows them in every TIFF file. */
  private static final int VERSION = 42;

  /** Length of an entry of a directory, in bytes. */
  private static final int ENTRY_BYTES = 12;

  private TiffPages() {}

  /**
   * What is wrong with the chain of directories, as a sentence; null if nothing is, or the file is
   * no TIFF. The stream stands where it stood before.
   */
  static @Nullable String fault(ImageInputStream stream) throws IOException {
    ByteOrder order = stream.getByteOrder();
    stream.mark();
    try {
      return stream.length() < 8 ? null : follow(stream);
    } finally {
      stream.reset();
      stream.setByteOrder(order);
    }
  }

  private static @Nullable String follow(ImageInputStream stream) throws IOException {
    stream.setByteOrder(ByteOrder.BIG_ENDIAN);
    int mark = stream.readUnsignedShort();
    if (mark != LITTLE_ENDIAN && mark != BIG_ENDIAN) {
      return null;
    }
    stream.setByteOrder(mark == BIG_ENDIAN ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    if (stream.readUnsignedShort() != VERSION) {
      return null;
    }
    long length = stream.length();
    Set<Long> seen = new HashSet<>();
    for (long next = stream.readUnsignedInt(); next != 0; next = stream.readUnsignedInt()) {
      if (!seen.add(next)) {
        return "its pages follow each other in a circle";
      }
      if (next + 2 > length) {
        return "a page of it lies behind its end";
      }
      stream.seek(next);
      long end = next + 2 + (long) ENTRY_BYTES * stream.readUnsignedShort();
      if (end + 4 > length) {
        return null; // the chain was cut off; the reader reads what is left of it
      }
      stream.seek(end);
    }
    return null;
  }
}
