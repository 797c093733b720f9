package org.yusuan.explain;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Wording;
import org.yusuan.model.table.Box;

/** Writes lines of text in one language, indented by what they belong to. */
final class Report {

  private final LocalizedMessages speaker;
  private final PrintWriter out;

  Report(PrintWriter out, LocalizedMessages speaker) {
    this.out = out;
    this.speaker = speaker;
  }

  /** A line from a message with its fields. */
  void line(int indent, String message, Map<String, ?> fields) {
    out.println("  ".repeat(indent) + say(message, fields));
  }

  /** A line as it is. */
  void text(int indent, Wording text) {
    out.println("  ".repeat(indent) + speaker.say(text));
  }

  /** A message with its fields. */
  String say(String message, Map<String, ?> fields) {
    return speaker.say(message, fields);
  }

  /** The word for a constant in keys and lines: its name in lower case, with hyphens. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A rectangle in points: left, top – right, bottom. */
  static String box(Box box) {
    return String.format(
        Locale.ROOT, "(%.0f, %.0f – %.0f, %.0f)", box.left(), box.top(), box.right(), box.bottom());
  }
}
