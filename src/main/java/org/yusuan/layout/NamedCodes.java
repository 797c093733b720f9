package org.yusuan.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.Classification;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.RowKind;
import org.yusuan.text.TextNormalizer;

/**
 * Finds the codes of rows that print names alone, as governments' tables do. A name below a class
 * is looked for among the items of that class first: 行政运行 is the name of many.
 */
final class NamedCodes {

  /** What such tables leave off the names of classes: 一般公共服务（支出）. */
  private static final String END = "支出";

  private final Map<String, List<String>> byName = new HashMap<>();

  NamedCodes(Classification classification) {
    for (Classification.CodeName entry : classification.all()) {
      String plain = TextNormalizer.of(entry.name());
      put(plain, entry.code());
      if (entry.level() == 1 && plain.endsWith(END)) {
        put(plain.substring(0, plain.length() - END.length()), entry.code());
      }
    }
  }

  private void put(String name, String code) {
    List<String> codes = byName.computeIfAbsent(name, key -> new ArrayList<>());
    if (!codes.contains(code)) {
      codes.add(code);
    }
  }

  /**
   * The codes of rows, in their order.
   *
   * @param rows the rows of one table
   * @param numbering how items are numbered
   * @param begins the first digits of the codes that the table may hold
   * @return null for rows that have a code, are no items, or whose name tells none, or several
   */
  List<@Nullable String> of(List<Row> rows, List<Pattern> numbering, String begins) {
    List<@Nullable String> codes = new ArrayList<>();
    String above = "";
    for (Row row : rows) {
      String label = row.keys().label();
      String code = null;
      if (row.kind() == RowKind.ITEM && row.keys().code() == null && label != null) {
        code = code(unnumbered(TextNormalizer.of(label), numbering), begins, above);
      }
      above = code == null ? above : code;
      codes.add(code);
    }
    return codes;
  }

  private @Nullable String code(String name, String begins, String above) {
    List<String> codes =
        byName.getOrDefault(name, List.of()).stream()
            .filter(code -> begins.indexOf(code.charAt(0)) >= 0)
            .toList();
    for (int digits : new int[] {5, 3}) {
      if (above.length() >= digits) {
        String parent = above.substring(0, digits);
        List<String> below =
            codes.stream()
                .filter(code -> code.length() == digits + 2 && code.startsWith(parent))
                .toList();
        if (below.size() == 1) {
          return below.get(0);
        }
      }
    }
    List<String> classes = codes.stream().filter(code -> code.length() == 3).toList();
    return classes.size() == 1 ? classes.get(0) : null;
  }

  private static String unnumbered(String plain, List<Pattern> numbering) {
    for (Pattern pattern : numbering) {
      Matcher matcher = pattern.matcher(plain);
      if (matcher.lookingAt() && matcher.end() < plain.length()) {
        return plain.substring(matcher.end());
      }
    }
    return plain;
  }
}
