package org.yusuan.knowledge.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/**
 * A layout made of a table whose kind or columns a person named, in the form of the files in {@code
 * models/layouts}: the next document with such a title and such headers is typed by it.
 */
public final class LayoutDraft {

  private final TableTerms vocabulary;

  /** Drafts in the words of a vocabulary. */
  public LayoutDraft(TableTerms vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * The layout, as one entry of a YAML list.
   *
   * @param stage of the document; null if it is not to matter
   */
  public String layout(Table table, @Nullable Stage stage) {
    String title = table.title() == null ? "" : table.title();
    String id = "own/" + table.kind().toLowerCase(Locale.ROOT).replace('_', '-');
    StringBuilder yaml = new StringBuilder();
    yaml.append("- id: ").append(quoted(id)).append('\n');
    yaml.append("  kind: ").append(quoted(table.kind())).append('\n');
    yaml.append("  zh: ").append(quoted(title.isBlank() ? table.kind() : title)).append('\n');
    yaml.append("  en: ").append(quoted(table.kind().replace('_', ' '))).append('\n');
    if (stage != null) {
      yaml.append("  stage: ")
          .append(stage.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .append('\n');
    }
    yaml.append("  titles: [")
        .append(title.isBlank() ? "" : quoted(titlePattern(title)))
        .append("]\n");
    yaml.append("  header: []\n");
    yaml.append("  columns: [")
        .append(table.columns().stream().map(this::term).collect(Collectors.joining(", ")))
        .append("]\n");
    return yaml.toString();
  }

  /**
   * What the headers of columns say, as entries of {@code columns} in a {@code terms.yaml}.
   *
   * @param named the columns that a person named, by their header paths joined by {@code /}
   */
  public List<String> terms(Table table, Set<String> named) {
    List<String> terms = new ArrayList<>();
    for (Column column : table.columns()) {
      List<String> path = column.header();
      if (path.isEmpty() || !named.contains(String.join("/", path))) {
        continue;
      }
      String leaf = TextNormalizer.of(path.get(path.size() - 1));
      StringBuilder term =
          new StringBuilder("  - {id: ")
              .append(term(column))
              .append(", role: ")
              .append(role(column.role()))
              .append(", match: [")
              .append(quoted(literal(leaf)))
              .append(']');
      if (path.size() > 1) {
        term.append(", under: ")
            .append(quoted(literal(TextNormalizer.of(path.get(path.size() - 2)))));
      }
      terms.add(term.append('}').toString());
    }
    return terms;
  }

  private String term(Column column) {
    if (column.role() == ColumnRole.AMOUNT) {
      return column.measure() == null ? "amount" : column.measure();
    }
    for (Term term : vocabulary.columns()) {
      if (term.role() == column.role()) {
        return term.id();
      }
    }
    return role(column.role());
  }

  private static String role(ColumnRole role) {
    return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The title of any year. */
  private static String titlePattern(String title) {
    return literal(TextNormalizer.of(title)).replaceAll("\\d{4}(年度?)?", "(\\\\d{4}(年度?)?)?");
  }

  /** An expression for exactly this text. */
  private static String literal(String text) {
    return text.replaceAll("([\\\\^$.|?*+()\\[\\]{}])", "\\\\$1");
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
