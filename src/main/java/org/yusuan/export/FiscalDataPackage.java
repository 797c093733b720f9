package org.yusuan.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.yusuan.io.AtomicFile;

/**
 * Facts as a Fiscal Data Package: {@code facts.csv} and {@code datapackage.json}.
 *
 * <p>The descriptor carries both forms of the standard: the {@code model} that the published
 * profile demands, and a {@code columnType} of the budget taxonomy for each field, as version 1.0
 * has it. The published profile rests on the tabular one, which admits only {@code
 * tabular-data-package} as the value of {@code profile}.
 */
public final class FiscalDataPackage {

  /** File name of the descriptor. */
  public static final String DESCRIPTOR = "datapackage.json";

  /** File name of the data. */
  public static final String DATA = "facts.csv";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private FiscalDataPackage() {}

  /**
   * Writes a package.
   *
   * @param name the package's name: lower-case letters, digits, {@code . _ -}
   * @param title the package's title
   * @param facts the facts
   * @param folder where to write; made if it does not exist
   * @return how many facts were written
   * @throws IOException if a file cannot be written
   */
  public static long write(String name, String title, Stream<Fact> facts, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    TreeSet<Integer> years = new TreeSet<>();
    Stream<Fact> counted =
        facts.peek(
            fact -> {
              if (fact.meaning().year() != null) {
                years.add(fact.meaning().year());
              }
            });
    Path data = folder.resolve(DATA);
    long count = new CsvFacts(false).write(counted, data);
    ObjectNode descriptor = descriptor(name, title, years, Files.size(data));
    AtomicFile.write(
        folder.resolve(DESCRIPTOR),
        (JSON.writeValueAsString(descriptor) + "\n").getBytes(StandardCharsets.UTF_8));
    return count;
  }

  private static ObjectNode descriptor(
      String name, String title, TreeSet<Integer> years, long bytes) {
    ObjectNode root = JSON.createObjectNode();
    root.put("profile", "tabular-data-package");
    root.put("name", name);
    root.put("title", title);
    root.put("countryCode", "CN");
    root.put("granularity", "aggregated");
    if (!years.isEmpty()) {
      root.putObject("fiscalPeriod")
          .put("start", years.first() + "-01-01")
          .put("end", years.last() + "-12-31");
    }
    ObjectNode resource = root.putArray("resources").addObject();
    resource.put("profile", "tabular-data-resource");
    resource.put("name", "facts");
    resource.put("path", DATA);
    resource.put("format", "csv");
    resource.put("mediatype", "text/csv");
    resource.put("encoding", "utf-8");
    resource.put("bytes", bytes);
    ObjectNode schema = resource.putObject("schema");
    ArrayNode fields = schema.putArray("fields");
    for (FactField field : FactField.values()) {
      ObjectNode entry = fields.addObject();
      entry.put("name", field.column());
      entry.put("type", field.type().tableSchema());
      entry.put("description", field.description());
      if (field.columnType() != null) {
        entry.put("columnType", field.columnType());
      }
    }
    ArrayNode key = schema.putArray("primaryKey");
    key.add("document").add("table_id").add("row").add("column_index");
    schema.putArray("missingValues").add("");
    model(root.putObject("model"));
    return root;
  }

  private static void model(ObjectNode model) {
    model
        .putObject("measures")
        .putObject("amount")
        .put("source", FactField.AMOUNT.column())
        .put("resource", "facts")
        .put("currency", "CNY");
    ObjectNode dimensions = model.putObject("dimensions");
    dimension(dimensions, "date", "datetime", "", FactField.YEAR);
    dimension(
        dimensions,
        "organization",
        "entity",
        "administrative",
        FactField.ORGANIZATION,
        FactField.REGION,
        FactField.LEVEL,
        FactField.UNIT_CODE,
        FactField.UNIT_NAME);
    dimension(
        dimensions,
        "functional-classification",
        "classification",
        "functional",
        FactField.FUNCTIONAL_CODE,
        FactField.FUNCTIONAL_NAME,
        FactField.FUNCTIONAL_LEVEL);
    dimension(
        dimensions,
        "economic-classification",
        "classification",
        "economic",
        FactField.ECONOMIC_CODE,
        FactField.ECONOMIC_NAME,
        FactField.ECONOMIC_LEVEL);
    dimension(dimensions, "project", "activity", "", FactField.PROJECT);
    dimension(
        dimensions,
        "line",
        "other",
        "",
        FactField.TABLE_KIND,
        FactField.ITEM_PATH,
        FactField.MEASURE,
        FactField.BASIS,
        FactField.DIRECTION,
        FactField.FUNDING);
    dimension(
        dimensions,
        "source",
        "fact",
        "",
        FactField.DOCUMENT,
        FactField.TABLE_ID,
        FactField.ROW,
        FactField.COLUMN_INDEX,
        FactField.PAGE,
        FactField.STATUS);
  }

  private static void dimension(
      ObjectNode dimensions,
      String name,
      String type,
      String classification,
      FactField first,
      FactField... more) {
    ObjectNode dimension = dimensions.putObject(name);
    dimension.put("dimensionType", type);
    if (!classification.isEmpty()) {
      dimension.put("classificationType", classification);
    }
    dimension.put("primaryKey", first.column());
    ObjectNode attributes = dimension.putObject("attributes");
    Stream.concat(Stream.of(first), Stream.of(more))
        .forEach(
            field ->
                attributes
                    .putObject(field.column())
                    .put("source", field.column())
                    .put("resource", "facts"));
  }
}
