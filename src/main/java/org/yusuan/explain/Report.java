package org.yusuan.explain;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yusuan.knowledge.Messages;
import org.yusuan.knowledge.Wording;
import org.yusuan.model.table.Box;

/** Lines of text in one language, indented by what they belong to. */
final class Report {

  private final Messages messages = Messages.shipped();
  private final Function<Wording, String> language;
  private final PrintWriter out;

  /**
   * @param language {@code Wording::zh} or {@code Wording::en}
   */
  Report(PrintWriter out, Function<Wording, String> language) {
    this.out = out;
    this.language = language;
  }

  /** A line from a message with its fields. */
  void line(int indent, String message, Map<String, ?> fields) {
    out.println("  ".repeat(indent) + say(message, fields));
  }

  /** A line as it is. */
  void text(int indent, Wording text) {
    out.println("  ".repeat(indent) + language.apply(text));
  }

  /** A message with its fields. */
  String say(String message, Map<String, ?> fields) {
    return language.apply(
        messages.say(
            message,
            fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> wording(field.getValue())))));
  }

  private static Wording wording(Object value) {
    if (value instanceof Wording wording) {
      return wording;
    }
    if (value instanceof Double number) {
      return Wording.of(String.format(Locale.ROOT, "%.2f", number));
    }
    return Wording.of(
        value instanceof BigDecimal number ? number.toPlainString() : value.toString());
  }

  /** A rectangle in points: left, top – right, bottom. */
  static String box(Box box) {
    return String.format(
        Locale.ROOT, "(%.0f, %.0f – %.0f, %.0f)", box.left(), box.top(), box.right(), box.bottom());
  }
}
