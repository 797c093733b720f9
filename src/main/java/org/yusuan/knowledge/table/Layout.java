package org.yusuan.knowledge.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Stage;
import org.yusuan.text.TextNormalizer;

/**
 * The title and the columns of one standard table, as a layout file describes them.
 *
 * @param id name of the layout, as {@code final-accounts/income}
 * @param kind the kind of table that it describes; several layouts may share one
 * @param zh its usual title
 * @param en its title in English
 * @param stage the stage that it reports; null if either
 * @param like the id of a layout that has the same columns; null if they are listed here
 * @param titles what its title may be, in {@linkplain TextNormalizer plain} form
 * @param header what must be found in its header; {@code ^} and {@code $} are the ends of one
 *     column's texts
 * @param columns terms of its columns from left to right
 * @param further terms of columns that usually follow, from left to right, if more may; they tell
 *     what stands below a header that cannot be read
 * @param optional terms of columns that may be there too
 * @param same for a term, others that stand for the same column
 * @param more whether further columns may follow
 * @param form whether it is a form: labels and values in a grid without column headers
 */
public record Layout(
    String id,
    String kind,
    String zh,
    String en,
    @Nullable Stage stage,
    @Nullable String like,
    List<Pattern> titles,
    List<Pattern> header,
    List<String> columns,
    List<String> further,
    List<String> optional,
    Map<String, List<String>> same,
    @JsonProperty("more") boolean more,
    @JsonProperty("form") boolean form) {
  public Layout {
    titles = titles == null ? List.of() : List.copyOf(titles);
    header = header == null ? List.of() : header.stream().map(Layout::byLine).toList();
    columns = columns == null ? List.of() : List.copyOf(columns);
    further = further == null ? List.of() : List.copyOf(further);
    optional = optional == null ? List.of() : List.copyOf(optional);
    same = same == null ? Map.of() : Map.copyOf(same);
  }

  /** Terms of all columns that it usually has, from left to right. */
  public List<String> places() {
    return Stream.concat(columns.stream(), further.stream()).toList();
  }

  /**
   * This layout with the columns of the one that it is like.
   *
   * @throws IllegalArgumentException if there is no such layout
   */
  Layout filledFrom(List<Layout> layouts) {
    if (like == null) {
      return this;
    }
    Layout other =
        layouts.stream()
            .filter(layout -> layout.id.equals(like))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException(id + " is like no known layout: " + like));
    return new Layout(
        id,
        kind,
        zh,
        en,
        stage,
        null,
        titles,
        header,
        other.columns,
        other.further,
        other.optional,
        other.same,
        other.more,
        form);
  }

  private static Pattern byLine(Pattern pattern) {
    return Pattern.compile(pattern.pattern(), Pattern.MULTILINE);
  }

  /**
   * The layout's own term for a column: a term that may be used in place of another one becomes
   * that.
   *
   * @param term the term that the header alone tells
   */
  public String canonical(String term) {
    if (columns.contains(term) || further.contains(term) || optional.contains(term)) {
      return term;
    }
    String canonical = term;
    for (Map.Entry<String, List<String>> entry : new TreeMap<>(same).entrySet()) {
      if (entry.getValue().contains(term)) {
        canonical = entry.getKey();
      }
    }
    return canonical;
  }
}
