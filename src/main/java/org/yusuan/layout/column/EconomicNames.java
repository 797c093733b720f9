package org.yusuan.layout.column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.Classification;
import org.yusuan.knowledge.ClassificationCode;
import org.yusuan.text.TextNormalizer;

/** Finds the class of the economic classification that a header names: 办公费 is 30201. */
public final class EconomicNames {

  private final Map<String, String> codes = new HashMap<>();

  public EconomicNames(Classification classification) {
    for (Classification.CodeName entry : classification.all()) {
      if (entry.code().startsWith(ClassificationCode.DEPARTMENT_ECONOMIC) && entry.level() == 2) {
        codes.putIfAbsent(TextNormalizer.of(entry.name()), entry.code());
      }
    }
  }

  /** The code whose name the last text of a header path is; null if it is none. */
  @Nullable String code(List<String> path) {
    return path.isEmpty() ? null : codes.get(TextNormalizer.of(path.get(path.size() - 1)));
  }
}
