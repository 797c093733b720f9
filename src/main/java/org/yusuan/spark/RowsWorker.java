package org.yusuan.spark;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.batch.OutputForm;
import org.yusuan.cli.command.BatchWorker;
import org.yusuan.export.DisclosureJson;
import org.yusuan.store.StoredRows;

/** The process that reads documents for an executor, and hands it rows. Not for use by hand. */
public final class RowsWorker {

  /** Says that JSON goes with the rows. */
  static final String WITH_JSON = "with-json";

  private RowsWorker() {}

  /** Serves its executor; the first argument says what to keep, the others are those of a batch. */
  public static void main(String[] args) throws IOException, InterruptedException {
    BatchWorker.serve(Arrays.copyOfRange(args, 1, args.length), form(args[0].equals(WITH_JSON)));
  }

  private static OutputForm form(boolean withJson) {
    DisclosureJson json = new DisclosureJson();
    StoredRows stored = new StoredRows();
    return disclosure -> {
      // What does not fit the schema is a failure here too.
      byte[] text = json.write(disclosure, true);
      Map<String, List<@Nullable Object[]>> rows = stored.of(disclosure, false);
      return RowBytes.of(
          withJson ? text : null,
          ParquetSchema.TABLES.stream()
              .map(table -> Objects.requireNonNull(rows.get(table)))
              .toList());
    };
  }
}
