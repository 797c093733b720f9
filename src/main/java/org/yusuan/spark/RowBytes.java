package org.yusuan.spark;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.FactField;

/**
 * The rows of a document as a child hands them to its executor: what the executor would have to
 * make of the JSON again, in the forms that Parquet writes.
 */
final class RowBytes {

  /** Bytes of an amount: a whole number of its smallest part, the highest byte first. */
  static final int DECIMAL_BYTES = 16;

  private static final int NULL = 0;
  private static final int TEXT = 1;
  private static final int WHOLE = 2;
  private static final int REAL = 3;
  private static final int TRUTH = 4;
  private static final int MONEY = 5;

  private RowBytes() {}

  /**
   * What a child read.
   *
   * @param json the document's JSON in UTF-8; null if it is not kept
   * @param tables the rows of each table, in the order of the tables
   */
  record Rows(@Nullable Binary json, List<List<@Nullable Object[]>> tables) {}

  /** The bytes of a document's rows: String, Integer, Double, Boolean and BigDecimal. */
  static byte[] of(byte @Nullable [] json, List<List<@Nullable Object[]>> tables) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(json == null ? -1 : json.length);
      if (json != null) {
        out.write(json);
      }
      for (List<@Nullable Object[]> rows : tables) {
        out.writeInt(rows.size());
        for (@Nullable Object[] row : rows) {
          out.writeShort(row.length);
          for (Object value : row) {
            write(value, out);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
    if (value == null) {
      out.writeByte(NULL);
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeByte(TEXT);
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value instanceof Integer number) {
      out.writeByte(WHOLE);
      out.writeInt(number);
    } else if (value instanceof Double number) {
      out.writeByte(REAL);
      out.writeDouble(number);
    } else if (value instanceof Boolean truth) {
      out.writeByte(TRUTH);
      out.writeBoolean(truth);
    } else if (value instanceof BigDecimal amount) {
      byte[] digits =
          amount
              .setScale(FactField.AMOUNT_SCALE, RoundingMode.HALF_EVEN)
              .unscaledValue()
              .toByteArray();
      byte[] filled = new byte[DECIMAL_BYTES];
      Arrays.fill(filled, (byte) (amount.signum() < 0 ? -1 : 0));
      System.arraycopy(digits, 0, filled, DECIMAL_BYTES - digits.length, digits.length);
      out.writeByte(MONEY);
      out.write(filled);
    } else {
      throw new IllegalArgumentException("no column holds a " + value.getClass());
    }
  }

  /**
   * The rows: Binary, Integer, Double and Boolean.
   *
   * @param tables how many tables there are
   */
  static Rows read(byte[] bytes, int tables) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    int length = in.getInt();
    Binary json = length < 0 ? null : slice(in, bytes, length);
    List<List<@Nullable Object[]>> all = new ArrayList<>();
    for (int table = 0; table < tables; table++) {
      int count = in.getInt();
      List<@Nullable Object[]> rows = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        @Nullable Object[] row = new @Nullable Object[in.getShort()];
        for (int column = 0; column < row.length; column++) {
          row[column] = value(in, bytes);
        }
        rows.add(row);
      }
      all.add(rows);
    }
    return new Rows(json, all);
  }

  private static @Nullable Object value(ByteBuffer in, byte[] bytes) {
    int form = in.get();
    return switch (form) {
      case NULL -> null;
      case TEXT -> slice(in, bytes, in.getInt());
      case WHOLE -> in.getInt();
      case REAL -> in.getDouble();
      case TRUTH -> in.get() != 0;
      case MONEY -> slice(in, bytes, DECIMAL_BYTES);
      default -> throw new IllegalArgumentException("no value has the form " + form);
    };
  }

  private static Binary slice(ByteBuffer in, byte[] bytes, int length) {
    // What is kept of it is copied: a few words shall not hold all of a document's bytes.
    Binary slice = Binary.fromReusedByteArray(bytes, in.position(), length);
    in.position(in.position() + length);
    return slice;
  }
}
