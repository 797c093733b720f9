package org.yusuan.knowledge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.text.TextNormalizer;

/** The knowledge in {@code models/compare/series.yaml}. Immutable; threads may share it. */
public final class SeriesCatalog {

  private static final String FILE = "series.yaml";

  /** A label's meaning and the expressions that say it. */
  private record Label(String id, List<Pattern> match) {}

  /**
   * The name of a line that no classification lists.
   *
   * @param zh in Chinese
   * @param en in English
   * @param level depth in its list
   */
  public record Name(String zh, String en, int level) {}

  private final Map<String, Series> series = new LinkedHashMap<>();
  private final List<Pattern> numbering;
  private final List<String> groups;
  private final List<Label> labels = new ArrayList<>();
  private final Map<String, Name> names = new LinkedHashMap<>();

  private SeriesCatalog(Map<String, Object> data) {
    for (Map<String, Object> one : maps(data, "series")) {
      Series.Key key = key(one, null);
      Series made =
          new Series(
              text(one, "id"),
              text(one, "zh"),
              text(one, "en"),
              key,
              origins(one, "from", key),
              origins(one, "restated", key),
              Boolean.TRUE.equals(one.get("either")));
      series.put(made.id(), made);
    }
    numbering = strings(data, "numbering").stream().map(Pattern::compile).toList();
    groups = strings(data, "groups");
    for (Map<String, Object> label : maps(data, "labels")) {
      labels.add(
          new Label(
              text(label, "id"), strings(label, "match").stream().map(Pattern::compile).toList()));
    }
    asMap(data.get("names"))
        .forEach(
            (id, value) -> {
              Map<String, Object> name = asMap(value);
              Object level = name.getOrDefault("level", 1);
              names.put(id, new Name(text(name, "zh"), text(name, "en"), (Integer) level));
            });
  }

  /** What the program ships. */
  public static SeriesCatalog standard() {
    String text =
        Objects.requireNonNull(KnowledgeFiles.shipped("compare", ".yaml").get(FILE), FILE);
    return new SeriesCatalog(asMap(KnowledgeFiles.yaml(FILE, text)));
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
    return names.get(id);
  }

  /** A label as printed, without its number. */
  public String unnumbered(String label) {
    String text = label.strip();
    for (Pattern number : numbering) {
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
    for (Pattern number : numbering) {
      Matcher matcher = number.matcher(plain);
      if (matcher.lookingAt() && matcher.end() < plain.length()) {
        return plain.substring(matcher.end());
      }
    }
    return plain;
  }

  /** What a plain label means: a term, or the label itself. */
  public String meaning(String plain) {
    for (Label label : labels) {
      if (label.match().stream().anyMatch(pattern -> pattern.matcher(plain).matches())) {
        return label.id();
      }
    }
    return plain;
  }

  /** Whether lines of this meaning only group others. */
  public boolean isGroup(String meaning) {
    return groups.contains(meaning);
  }

  private static List<Series.Origin> origins(
      Map<String, Object> data, String part, Series.Key usual) {
    return maps(data, part).stream()
        .map(
            one ->
                new Series.Origin(
                    text(one, "kind"),
                    strings(one, "measures"),
                    key(one, usual),
                    strings(one, "stages")))
        .toList();
  }

  private static Series.Key key(Map<String, Object> data, Series.@Nullable Key usual) {
    Object key = data.get("key");
    return key == null && usual != null
        ? usual
        : Series.Key.valueOf(text(data, "key").toUpperCase(Locale.ROOT));
  }

  private static String text(Map<String, Object> data, String part) {
    return String.valueOf(
        Objects.requireNonNull(
            data.get(part), () -> FILE + ": " + part + " is missing in " + data));
  }

  private static List<String> strings(Map<String, Object> data, String part) {
    Object found = data.get(part);
    return found instanceof List<?> list ? list.stream().map(String::valueOf).toList() : List.of();
  }

  private static List<Map<String, Object>> maps(Map<String, Object> data, String part) {
    Object found = data.get(part);
    return found instanceof List<?> list
        ? list.stream().map(SeriesCatalog::asMap).toList()
        : List.of();
  }

  private static Map<String, Object> asMap(@Nullable Object data) {
    if (!(data instanceof Map<?, ?> map)) {
      throw new IllegalArgumentException(FILE + ": no map: " + data);
    }
    Map<String, Object> made = new LinkedHashMap<>();
    map.forEach((key, value) -> made.put(String.valueOf(key), value));
    return made;
  }
}
