package org.yusuan.spark;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.GroupType;
import org.jspecify.annotations.Nullable;

/** The rows of a Parquet file that a job wrote. Used by one thread. */
final class WrittenRows implements AutoCloseable {

  private final ParquetReader<Group> reader;

  /** Opens a file. */
  WrittenRows(Path file, Configuration reached) throws IOException {
    reader = ParquetReader.builder(new GroupReadSupport(), file).withConf(reached).build();
  }

  /** The next row; null after the last one. */
  @Nullable Group next() throws IOException {
    return reader.read();
  }

  /** A text of a row; null if it has none. */
  static @Nullable String text(Group row, String column) {
    return row.getFieldRepetitionCount(column) == 0 ? null : row.getString(column, 0);
  }

  /** The values of a row, as {@link TableFiles} takes them. */
  static @Nullable Object[] values(Group row) {
    GroupType type = row.getType();
    @Nullable Object[] values = new @Nullable Object[type.getFieldCount()];
    for (int column = 0; column < values.length; column++) {
      if (row.getFieldRepetitionCount(column) > 0) {
        values[column] =
            switch (type.getType(column).asPrimitiveType().getPrimitiveTypeName()) {
              case INT32 -> (Object) row.getInteger(column, 0);
              case DOUBLE -> row.getDouble(column, 0);
              case BOOLEAN -> row.getBoolean(column, 0);
              default -> row.getBinary(column, 0);
            };
      }
    }
    return values;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
