package org.yusuan.spark;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.jspecify.annotations.Nullable;

/**
 * What an output holds already.
 *
 * @param documents by their hashes
 */
record Held(Map<String, Outcome> documents) {

  /**
   * What became of a document.
   *
   * @param done whether it was read
   * @param corrections a word that changes with the corrections that it was read with
   * @param part where its rows are
   */
  record Outcome(boolean done, String corrections, OutputFolder.Part part) {}

  /**
   * What a folder holds.
   *
   * @param tool version and options of the program
   * @throws IOException if the folder was written with others
   */
  static Held of(OutputFolder folder, String tool, Configuration reached) throws IOException {
    Map<String, Outcome> documents = new HashMap<>();
    for (OutputFolder.Part part : folder.parts()) {
      try (WrittenRows rows =
          new WrittenRows(part.of(folder.root(), ParquetSchema.OUTCOMES), reached)) {
        for (Group row = rows.next(); row != null; row = rows.next()) {
          String by = String.valueOf(WrittenRows.text(row, "tool"));
          if (!by.equals(tool)) {
            throw new IOException(
                folder.root()
                    + " was written by another version or with other options ("
                    + by
                    + "); name another folder");
          }
          String document = WrittenRows.text(row, ParquetSchema.DOCUMENT);
          if (document != null) {
            documents.put(document, outcome(row, part));
          }
        }
      }
    }
    return new Held(documents);
  }

  private static Outcome outcome(Group row, OutputFolder.Part part) {
    return new Outcome(
        "done".equals(WrittenRows.text(row, "result")),
        Objects.requireNonNullElse(WrittenRows.text(row, "corrections"), ""),
        part);
  }

  /** What became of a document; null if the folder does not hold it. */
  @Nullable Outcome of(String document) {
    return documents.get(document);
  }
}
