package org.yusuan.store;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.CsvFacts;

/** Prints answers of the database. */
public final class Answers {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private Answers() {}

  /** Aligned columns and a last line with the number of rows. */
  public static void table(Store.Answer answer, PrintWriter out) {
    int columns = answer.columns().size();
    List<List<String>> lines = new ArrayList<>();
    lines.add(answer.columns());
    for (List<@Nullable Object> row : answer.rows()) {
      lines.add(row.stream().map(Answers::text).map(Answers::harmless).toList());
    }
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int column = 0; column < columns; column++) {
        widths[column] = Math.max(widths[column], width(line.get(column)));
      }
    }
    for (int number = 0; number < lines.size(); number++) {
      StringBuilder text = new StringBuilder();
      for (int column = 0; column < columns; column++) {
        String cell = lines.get(number).get(column);
        String pad = " ".repeat(widths[column] - width(cell));
        boolean right = number > 0 && answer.rows().get(number - 1).get(column) instanceof Number;
        text.append(right ? pad + cell : cell + pad).append("  ");
      }
      out.println(text.toString().stripTrailing());
      if (number == 0) {
        StringBuilder rule = new StringBuilder();
        for (int width : widths) {
          rule.append("-".repeat(width)).append("  ");
        }
        out.println(rule.toString().stripTrailing());
      }
    }
    out.printf("(%d rows)%n", answer.rows().size());
  }

  /** CSV with a header line; texts that a spreadsheet would run as formulas are made harmless. */
  public static void csv(Store.Answer answer, PrintWriter out) {
    // The writer keeps a buffer of its own; the caller's is flushed by the caller.
    CsvWriter csv = CsvWriter.builder().autoFlush(true).build(out);
    csv.writeRecord(answer.columns());
    for (List<@Nullable Object> row : answer.rows()) {
      csv.writeRecord(
          row.stream()
              .map(value -> value instanceof String ? CsvFacts.defused(text(value)) : text(value))
              .toList());
    }
  }

  /** An array with an object a row. */
  public static void json(Store.Answer answer, PrintWriter out) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (List<@Nullable Object> row : answer.rows()) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      for (int column = 0; column < row.size(); column++) {
        Object value = row.get(column);
        boolean plain = value == null || value instanceof Number || value instanceof Boolean;
        object.put(
            answer.columns().get(column),
            value instanceof BigDecimal number ? trimmed(number) : plain ? value : text(value));
      }
      rows.add(object);
    }
    try {
      out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(rows));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The text without what a terminal would carry out instead of showing it, and on one line. */
  public static String harmless(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              boolean runs = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
              shown.appendCodePoint(!runs ? c : Character.isWhitespace(c) ? ' ' : 0xFFFD);
            });
    return shown.toString();
  }

  private static String text(@Nullable Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? trimmed(number).toPlainString() : value.toString();
  }

  /** Money with its last zeros dropped, but with no fewer than two decimals. */
  private static BigDecimal trimmed(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 2 && number.scale() >= 2 ? number.setScale(2) : stripped;
  }

  /** Width on a terminal: a Chinese character takes two places. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x1100 ? 2 : 1).sum();
  }
}
