package org.yusuan.source.pdf.stream;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Adler32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;

/** Decodes streams up to a limit of bytes, and checks their checksums, which PDFBox passes over. */
public final class StreamDecoder {

  /** Size of the buffer that data is decoded through. */
  private static final int CHUNK_BYTES = 16 * 1024;

  private StreamDecoder() {}

  /**
   * How decoding a stream ended.
   *
   * @param bytes how many bytes it decodes to
   * @param fault what is wrong with it, as part of a sentence; null if nothing is
   */
  public record Result(long bytes, @Nullable String fault) {}

  /**
   * Decodes a stream as far as it can be.
   *
   * @param limit bytes it may decode to
   * @throws PageBudget.ExceededException if it would be more
   */
  public static Result decode(COSStream stream, OutputStream out, long limit) throws IOException {
    if (isFlateAlone(stream)) {
      return inflate(stream, out, limit);
    }
    Limited limited = new Limited(out, limit);
    try (InputStream in = stream.createInputStream()) {
      in.transferTo(limited);
      return new Result(limited.count, null);
    } catch (IOException e) {
      return new Result(limited.count, "cannot be decoded");
    }
  }

  /** Looks through a stream: what it would decode to, and whether its checksum holds. */
  public static Result check(COSStream stream, long limit) throws IOException {
    return beginsWithFlate(stream)
        ? inflate(stream, OutputStream.nullOutputStream(), limit)
        : new Result(stream.getLength(), null);
  }

  private static boolean isFlateAlone(COSStream stream) {
    COSBase filters = stream.getFilters();
    boolean alone =
        isFlate(filters)
            || (filters instanceof COSArray array && array.size() == 1 && isFlate(array.get(0)));
    COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
    if (parameters instanceof COSArray array && array.size() > 0) {
      parameters = array.getObject(0);
    }
    return alone
        && (!(parameters instanceof COSDictionary given)
            || given.getInt(COSName.PREDICTOR, 1) <= 1);
  }

  private static boolean beginsWithFlate(COSStream stream) {
    COSBase filters = stream.getFilters();
    return isFlate(filters)
        || (filters instanceof COSArray array && array.size() > 0 && isFlate(array.get(0)));
  }

  private static boolean isFlate(@Nullable COSBase filter) {
    return COSName.FLATE_DECODE.equals(filter) || COSName.FLATE_DECODE_ABBREVIATION.equals(filter);
  }

  private static Result inflate(COSStream stream, OutputStream out, long limit) throws IOException {
    byte[] raw;
    try (InputStream in = stream.createRawInputStream()) {
      raw = in.readAllBytes();
    }
    Limited limited = new Limited(out, limit);
    String fault = inflate(raw, 0, new Inflater(), limited);
    if (fault != null && limited.count == 0 && raw.length > 2) {
      // The two bytes before the data may be what is damaged.
      inflate(raw, 2, new Inflater(true), limited);
    }
    return new Result(limited.count, raw.length == 0 ? null : fault);
  }

  private static @Nullable String inflate(byte[] raw, int from, Inflater inflater, OutputStream out)
      throws IOException {
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      inflater.setInput(raw, from, raw.length - from);
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        out.write(chunk, 0, count);
        if (count == 0
            && !inflater.finished()
            && (inflater.needsInput() || inflater.needsDictionary())) {
          return inflater.needsDictionary() || !isWhole(raw) ? "ends too early" : null;
        }
      }
      return null;
    } catch (DataFormatException e) {
      return "is damaged: its checksum or its code is wrong";
    } finally {
      inflater.end();
    }
  }

  /**
   * Whether the data is whole, and what is left of its checksum is right: PDFBox takes a checksum's
   * last bytes for the end of a line if they look like one. Some programs write no end, but for an
   * empty block, as one leaves it that is flushed, not closed.
   */
  private static boolean isWhole(byte[] raw) {
    Inflater inflater = new Inflater(true);
    Adler32 sum = new Adler32();
    byte[] chunk = new byte[CHUNK_BYTES];
    try {
      inflater.setInput(raw, Math.min(2, raw.length), Math.max(0, raw.length - 2));
      while (!inflater.finished()) {
        int count = inflater.inflate(chunk);
        sum.update(chunk, 0, count);
        if (count == 0 && !inflater.finished()) {
          return endsOpen(raw);
        }
      }
      int rest = inflater.getRemaining();
      for (int i = 0; i < rest; i++) {
        if ((byte) (sum.getValue() >> 24 - 8 * i) != raw[raw.length - rest + i]) {
          return false;
        }
      }
      return true;
    } catch (DataFormatException e) {
      return false;
    } finally {
      inflater.end();
    }
  }

  private static boolean endsOpen(byte[] raw) {
    int end = raw.length;
    while (end > 0 && (raw[end - 1] == '\n' || raw[end - 1] == '\r')) {
      end--;
    }
    return end >= 4
        && raw[end - 4] == 0
        && raw[end - 3] == 0
        && raw[end - 2] == -1
        && raw[end - 1] == -1;
  }

  private static final class Limited extends OutputStream {
    private final OutputStream out;
    private final long limit;
    private long count;

    Limited(OutputStream out, long limit) {
      this.out = out;
      this.limit = limit;
    }

    @Override
    public void write(int b) throws IOException {
      require(1);
      out.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      require(length);
      out.write(bytes, offset, length);
    }

    private void require(int more) {
      count += more;
      if (count > limit) {
        throw new PageBudget.ExceededException(
            "has a stream that would be more than " + (limit >> 20) + " MB");
      }
    }
  }
}
