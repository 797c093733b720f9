package org.yusuan.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yusuan.io.AtomicFile;

/**
 * Facts as CSV: UTF-8, RFC 4180, one header line.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe before it, as OWASP
 * advises against CSV injection; printed numbers such as {@code -12.30} and lone dashes are left as
 * they are, since they cannot run.
 */
public final class CsvFacts {

  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠]");
  private static final Pattern HARMLESS = Pattern.compile("[-+]?[0-9][0-9,.]*%?|[-－—]+");

  private final boolean byteOrderMark;

  /**
   * A writer of CSV.
   *
   * @param byteOrderMark whether to begin with a byte order mark, by which Excel knows UTF-8
   */
  public CsvFacts(boolean byteOrderMark) {
    this.byteOrderMark = byteOrderMark;
  }

  /**
   * Writes the facts to a file, which is replaced.
   *
   * @return how many were written
   * @throws IOException if the file cannot be written
   */
  public long write(Stream<Fact> facts, Path file) throws IOException {
    long[] count = {0};
    try {
      AtomicFile.write(
          file,
          unfinished -> {
            try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
              count[0] = write(facts, writer);
            }
          });
      return count[0];
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Writes the facts and leaves the writer open.
   *
   * @return how many were written
   * @throws IOException if the writer fails
   */
  public long write(Stream<Fact> facts, Writer writer) throws IOException {
    if (byteOrderMark) {
      writer.write('\uFEFF');
    }
    CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer);
    List<FactField> fields = Arrays.asList(FactField.values());
    csv.writeRecord(fields.stream().map(FactField::column).toList());
    long[] count = {0};
    facts.forEach(
        fact -> {
          csv.writeRecord(fields.stream().map(field -> text(field, fact)).toList());
          count[0]++;
        });
    csv.flush();
    return count[0];
  }

  private static String text(FactField field, Fact fact) {
    String text = field.textOf(fact);
    return field.type() == FactField.Type.TEXT ? defused(text) : text;
  }

  /** The text with an apostrophe before it if a spreadsheet would run it. */
  public static String defused(String text) {
    boolean runs = FORMULA.matcher(text).find() && !HARMLESS.matcher(text).matches();
    return runs ? "'" + text : text;
  }
}
