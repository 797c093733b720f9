package org.yusuan.knowledge.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Column;

/** What a table and a column tell beyond themselves, by {@code models/export/meanings.tsv}. */
public final class TableMeanings {

  private static final String FILE = "models/export/meanings.tsv";

  private record MeaningRule(
      String of, String value, Pattern pattern, String aspect, String means) {}

  private final List<MeaningRule> rules;

  private TableMeanings(List<MeaningRule> rules) {
    this.rules = List.copyOf(rules);
  }

  public static TableMeanings shipped() {
    List<MeaningRule> rules = new ArrayList<>();
    InputStream in =
        Objects.requireNonNull(
            TableMeanings.class.getClassLoader().getResourceAsStream(FILE), FILE);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      reader
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(
              row ->
                  rules.add(
                      new MeaningRule(row[0], row[1], Pattern.compile(row[1]), row[2], row[3])));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TableMeanings(rules);
  }

  /**
   * The value of an aspect by the kind of the table and the column; null if they do not determine
   * it.
   */
  public @Nullable String of(String aspect, String kind, Column column) {
    for (MeaningRule rule : rules) {
      if (rule.aspect().equals(aspect) && fits(rule, kind, column)) {
        return rule.means();
      }
    }
    return null;
  }

  private static boolean fits(MeaningRule rule, String kind, Column column) {
    return switch (rule.of()) {
      case "kind" -> rule.value().equals(kind);
      case "measure" -> rule.value().equals(column.measure());
      case "header" ->
          column.header().stream()
              .map(cell -> cell.replaceAll("\\s+", ""))
              .anyMatch(cell -> rule.pattern().matcher(cell).find());
      default -> throw new IllegalStateException(FILE + ": unknown subject " + rule.of());
    };
  }
}
