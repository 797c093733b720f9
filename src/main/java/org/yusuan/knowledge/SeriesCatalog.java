package org.yusuan.knowledge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.text.TextNormalizer;

/** The knowledge in {@code models/compare/series.yaml}. Immutable; threads may share it. */
public final class SeriesCatalog {

  private static final String FILE = "series.yaml";

  /** The file. */
  private record Contents(
      List<DeclaredSeries> series,
      List<Pattern> numbering,
      List<String> groups,
      List<Label> labels,
      Map<String, Name> names) {}

  /** A series as the file says it: its key is that of its tables unless they have their own. */
  private record DeclaredSeries(
      String id,
      String zh,
      String en,
      Series.Key key,
      List<DeclaredTable> from,
      List<DeclaredTable> restated,
      boolean either) {
    Series series() {
      return new Series(id, zh, en, key, origins(from), origins(restated), either);
    }

    private List<Series.LineOrigin> origins(List<DeclaredTable> tables) {
      return tables.stream()
          .map(
              table ->
                  new Series.LineOrigin(
                      table.kind,
                      table.measures,
                      table.key == null ? key : table.key,
                      table.stages == null ? List.of() : table.stages,
                      table.scope))
          .toList();
    }
  }

  private record DeclaredTable(
      String kind,
      List<String> measures,
      Series.@Nullable Key key,
      @Nullable List<String> stages,
      @Nullable String scope) {}

  /** A label's meaning and the expressions that say it. */
  private record Label(String id, List<Pattern> match) {}

  /**
   * The name of a line that no classification lists.
   *
   * @param zh in Chinese
   * @param en in English
   * @param level depth in its list, from 1; 0 in the file stands for 1
   */
  public record Name(String zh, String en, int level) {
    public Name {
      level = Math.max(1, level);
    }
  }

  private final Map<String, Series> series = new LinkedHashMap<>();
  private final Contents contents;

  private SeriesCatalog(Contents contents) {
    this.contents = contents;
    contents.series.forEach(entry -> series.put(entry.id, entry.series()));
  }

  /** The catalog that the program ships. */
  public static SeriesCatalog shipped() {
    return new SeriesCatalog(KnowledgeFiles.shipped("compare", FILE, Contents.class));
  }

  /**
   * A series by its name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public Series series(String id) {
    Series found = series.get(id);
    if (found == null) {
      throw new IllegalArgumentException("no series " + id + "; there are " + series.keySet());
    }
    return found;
  }

  /** The name of a measure or a direction; null if it has none. */
  public @Nullable Name name(String id) {
    return contents.names.get(id);
  }

  /** A label as printed, without its number. */
  public String unnumbered(String label) {
    String text = label.strip();
    for (Pattern number : contents.numbering) {
      Matcher matcher = number.matcher(text);
      if (matcher.lookingAt() && matcher.end() < text.length()) {
        return text.substring(matcher.end()).strip();
      }
    }
    return text;
  }

  /** A label without its number, in the form in which labels are compared. */
  public String plain(String label) {
    String plain = TextNormalizer.of(label);
    for (Pattern number : contents.numbering) {
      Matcher matcher = number.matcher(plain);
      if (matcher.lookingAt() && matcher.end() < plain.length()) {
        return plain.substring(matcher.end());
      }
    }
    return plain;
  }

  /** What a plain label means: a term, or the label itself. */
  public String meaning(String plain) {
    for (Label label : contents.labels) {
      if (label.match().stream().anyMatch(pattern -> pattern.matcher(plain).matches())) {
        return label.id();
      }
    }
    return plain;
  }

  /** Whether lines of this meaning only group others. */
  public boolean isGroup(String meaning) {
    return contents.groups.contains(meaning);
  }
}
