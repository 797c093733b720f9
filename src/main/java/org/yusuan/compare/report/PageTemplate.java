package org.yusuan.compare.report;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pages made of shipped pieces, with their data inside. */
final class PageTemplate {

  private PageTemplate() {}

  /** A shipped page with its parts in the places that name them as <code>{{name}}</code>. */
  static String fill(String name, Map<String, String> parts) {
    StringBuilder page = new StringBuilder();
    String[] pieces = resource(name).split("\\{\\{|\\}\\}", -1);
    for (int i = 0; i < pieces.length; i++) {
      page.append(i % 2 == 0 ? pieces[i] : Objects.requireNonNull(parts.get(pieces[i]), pieces[i]));
    }
    return page.toString();
  }

  /** JSON that is safe inside HTML, whatever its strings hold. */
  static String escaped(String json) {
    return json.replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** A shipped piece. */
  static String resource(String name) {
    return read(PageTemplate.class.getResourceAsStream(name), name);
  }

  /** A file of a library. */
  static String library(String name) {
    return read(PageTemplate.class.getClassLoader().getResourceAsStream(name), name);
  }

  private static String read(@Nullable InputStream stream, String name) {
    try (InputStream in = Objects.requireNonNull(stream, name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException(name, e);
    }
  }
}
