package org.yusuan.knowledge.message;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Says the sentences of {@code models/messages} in one language. Immutable; threads may share it.
 */
public final class LocalizedMessages {

  private final Messages messages;
  private final Function<Wording, String> language;

  /**
   * @param language {@code Wording::zh} or {@code Wording::en}
   */
  public LocalizedMessages(Messages messages, Function<Wording, String> language) {
    this.messages = messages;
    this.language = language;
  }

  /** Words in this language. */
  public String say(Wording wording) {
    return language.apply(wording);
  }

  /**
   * A sentence with its fields: wordings, texts, whole numbers, amounts as they are, and fractions
   * with two decimals.
   */
  public String say(String id, Map<String, ?> fields) {
    return say(
        messages.say(
            id,
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
}
