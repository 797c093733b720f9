package org.yusuan.compare.line;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.export.Fact;
import org.yusuan.export.Facts;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.knowledge.Series;
import org.yusuan.knowledge.SeriesCatalog;

/** Finds the key by which a line is the same over years. */
public final class LineKeys {

  /** The key of a total. */
  public static final String TOTAL = "total";

  /**
   * The identity of a line, whatever it is called in a year.
   *
   * @param id equal for lines that are the same
   * @param code the code as printed or as named; null if it has none
   * @param sum whether the line only sums or groups others
   */
  record LineKey(String id, @Nullable String code, boolean sum) {
    LineKey(String id, @Nullable String code) {
      this(id, code, false);
    }
  }

  private final SeriesCatalog model;
  private final Classification classification;
  private final Map<String, String> functions = new LinkedHashMap<>();

  public LineKeys(SeriesCatalog model, Classification classification) {
    this.model = model;
    this.classification = classification;
    for (Classification.CodeName entry : classification.all()) {
      if (entry.level() == 1 && ClassificationCode.isFunctional(entry.code())) {
        functions.put(model.plain(entry.name()), entry.code());
      }
    }
  }

  /**
   * The key of a line.
   *
   * @param direction revenue or expenditure; null if unknown
   * @return null if the line is nothing that this kind of key tells apart
   */
  @Nullable LineKey of(Series.Key kind, Fact.Line line, @Nullable String direction, int year) {
    return switch (kind) {
      case FUNCTIONAL -> coded(line, function(line), year);
      case ECONOMIC -> coded(line, line.economicCode(), year);
      case ITEM -> item(line, direction, year);
      case TOTAL ->
          line.kind().equals(TOTAL) && direction != null
              ? new LineKey(direction, null, true)
              : null;
      case MEASURE -> null;
    };
  }

  /** The code of a line; of one that prints none, that of the 类 whose name it has in full. */
  private @Nullable String function(Fact.Line line) {
    String code = line.functionalCode();
    String label = line.item();
    return code != null || label == null || !line.kind().equals("item")
        ? code
        : functions.get(model.plain(label));
  }

  private @Nullable LineKey coded(Fact.Line line, @Nullable String code, int year) {
    if (code != null) {
      return new LineKey(classification.canonical(code, year), code);
    }
    if (line.kind().equals(TOTAL)) {
      return new LineKey(TOTAL, null, true);
    }
    String label = line.item();
    if (line.kind().equals("item") || label == null) {
      return null;
    }
    return new LineKey("subtotal/" + model.plain(label), null, true);
  }

  private @Nullable LineKey item(Fact.Line line, @Nullable String direction, int year) {
    if (direction == null) {
      return null;
    }
    if (line.kind().equals(TOTAL)) {
      return new LineKey(direction + '/' + TOTAL, null, true);
    }
    String path = line.itemPath();
    if (path == null || path.isBlank()) {
      return null;
    }
    List<String> parts = new ArrayList<>(List.of(direction));
    String code = null;
    boolean sum = !line.kind().equals("item");
    String[] labels = path.split(Facts.PATH_SEPARATOR, -1);
    for (int i = 0; i < labels.length; i++) {
      String plain = model.plain(labels[i]);
      String function = direction.equals("expenditure") ? functions.get(plain) : null;
      boolean last = i == labels.length - 1;
      if (function != null && i == 0) {
        code = last ? function : null;
        parts.add(classification.canonical(function, year));
      } else {
        String meaning = model.meaning(plain);
        boolean group = model.isGroup(meaning);
        sum |= group && last;
        if (!group || last) {
          parts.add(meaning);
        }
      }
    }
    return new LineKey(String.join("/", parts), code, sum);
  }
}
