package org.yusuan.benchmark.accuracy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a document holds, as a person checked it.
 *
 * @param file name of the document, beside the truth file
 * @param organization whose disclosure it is; null if not recorded
 * @param fiscalYear the year; null if not recorded
 * @param stage {@code budget} or {@code final_accounts}; null if not recorded
 * @param level {@code department} or {@code unit}; null if not recorded
 * @param tables its tables in reading order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Truth(
    String file,
    @Nullable String organization,
    @JsonProperty("fiscal_year") @Nullable Integer fiscalYear,
    @Nullable String stage,
    @Nullable String level,
    List<TruthTable> tables) {

  /**
   * One table.
   *
   * @param title the title as published
   * @param kind the kind; null if not recorded
   * @param attachment its number; null if not recorded
   * @param pages the pages it stands on; null if not recorded
   * @param unit the unit of its amounts; null if not stated
   * @param columns the header path of each leaf column
   * @param grid the body's texts
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record TruthTable(
      @Nullable String title,
      @Nullable String kind,
      @Nullable String attachment,
      @Nullable List<Integer> pages,
      @Nullable String unit,
      @Nullable List<List<String>> columns,
      List<List<String>> grid) {}

  /** Reads a truth file; null if the file is some other JSON. */
  static @Nullable Truth readTruth(Path path) throws IOException {
    JsonMapper mapper = JsonMapper.builder().build();
    var tree = mapper.readTree(path.toFile());
    if (!tree.isObject() || !tree.has("tables") || !tree.has("file")) {
      return null;
    }
    return mapper.treeToValue(tree, Truth.class);
  }
}
