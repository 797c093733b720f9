package org.yusuan.compare.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.compare.series.Comparison;

/** The forms that a comparison can be written in. */
public enum ComparisonFile {
  /** A page for a browser. */
  HTML,
  /** A row for each line. */
  CSV,
  /** A workbook with all views. */
  XLSX,
  /** JSON with all that is known, for programs. */
  JSON;

  /** The form that a file's name asks for; null if it asks for none of them. */
  public static @Nullable ComparisonFile named(String file) {
    String ending = file.substring(file.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    for (ComparisonFile form : values()) {
      if (form.name().equals(ending)) {
        return form;
      }
    }
    return null;
  }

  /**
   * The comparison in this form.
   *
   * @param sources for each document, by the hash of its file, where a page may find it; only the
   *     page for a browser uses it
   */
  public byte[] write(Comparison comparison, Map<String, ReportPage.LinkedDocument> sources)
      throws IOException {
    return switch (this) {
      case HTML -> new ReportPage(sources).html(comparison).getBytes(StandardCharsets.UTF_8);
      case CSV ->
          ("\uFEFF" + ComparisonTable.of(comparison.lines(), comparison.columns()).csv())
              .getBytes(StandardCharsets.UTF_8);
      case JSON -> ComparisonJson.text(comparison).getBytes(StandardCharsets.UTF_8);
      case XLSX -> {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ComparisonTable.workbook(comparison, bytes);
        yield bytes.toByteArray();
      }
    };
  }
}
