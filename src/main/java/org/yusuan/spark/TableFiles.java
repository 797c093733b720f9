package org.yusuan.spark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.jspecify.annotations.Nullable;

/**
 * The Parquet files that one task writes: one for each table that has rows, all of the same name.
 * They are whole once this is closed. Used by one thread.
 */
final class TableFiles implements AutoCloseable {

  /**
   * Bytes of rows that wait in memory until they are compressed: a bound for the executor's heap.
   */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  /**
   * Where a table's file lies.
   *
   * @param root the folder of all tables
   * @param name the name of the task's files
   */
  record Place(String root, String name) {
    Path of(String table) {
      return new Path(new Path(root, table), name);
    }
  }

  private final Map<String, String> schemas;
  private final Place place;
  private final Configuration reached;
  private final Map<String, ParquetWriter<@Nullable Object[]>> open = new LinkedHashMap<>();

  /**
   * No files yet.
   *
   * @param schemas the columns of each table
   * @param reached how file systems are reached
   */
  TableFiles(Map<String, String> schemas, Place place, Configuration reached) {
    this.schemas = schemas;
    this.place = place;
    this.reached = reached;
  }

  /** Adds a row: Binary, Integer, Double, Boolean or null for each column. */
  void add(String table, @Nullable Object... row) throws IOException {
    writer(table).write(row);
  }

  /** Makes a file without rows for each table that has none. */
  void addEmpty(Iterable<String> tables) throws IOException {
    for (String table : tables) {
      writer(table);
    }
  }

  private ParquetWriter<@Nullable Object[]> writer(String table) throws IOException {
    ParquetWriter<@Nullable Object[]> writer = open.get(table);
    if (writer == null) {
      MessageType schema = MessageTypeParser.parseMessageType(schemas.get(table));
      writer =
          new Builder(place.of(table), reached, schema)
              .withConf(reached)
              .withCompressionCodec(CompressionCodecName.SNAPPY)
              .withWriterVersion(ParquetProperties.WriterVersion.PARQUET_1_0)
              .withRowGroupSize(ROW_GROUP_BYTES)
              .withDictionaryEncoding(ParquetSchema.JSON, false)
              .build();
      open.put(table, writer);
    }
    return writer;
  }

  /** Completes the files. */
  @Override
  public void close() throws IOException {
    for (ParquetWriter<@Nullable Object[]> writer : open.values()) {
      writer.close();
    }
  }

  private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
    private final MessageType schema;

    Builder(Path file, Configuration reached, MessageType schema) throws IOException {
      super(HadoopOutputFile.fromPath(file, reached));
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
      return new RowSupport(schema);
    }
  }

  /** Writes a row as a record. */
  private static final class RowSupport extends WriteSupport<@Nullable Object[]> {
    private final MessageType schema;
    private @Nullable RecordConsumer consumer;

    RowSupport(MessageType schema) {
      this.schema = schema;
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer records) {
      consumer = records;
    }

    @Override
    public void write(@Nullable Object[] row) {
      RecordConsumer to = Objects.requireNonNull(consumer);
      to.startMessage();
      for (int column = 0; column < row.length; column++) {
        Object value = row[column];
        if (value != null) {
          String name = schema.getFieldName(column);
          to.startField(name, column);
          write(value, to);
          to.endField(name, column);
        }
      }
      to.endMessage();
    }

    private static void write(Object value, RecordConsumer to) {
      if (value instanceof Binary bytes) {
        to.addBinary(bytes);
      } else if (value instanceof Integer number) {
        to.addInteger(number);
      } else if (value instanceof Double number) {
        to.addDouble(number);
      } else if (value instanceof Boolean truth) {
        to.addBoolean(truth);
      } else {
        throw new IllegalArgumentException("no column holds a " + value.getClass());
      }
    }
  }
}
