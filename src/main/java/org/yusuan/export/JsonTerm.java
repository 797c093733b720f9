package org.yusuan.export;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words that all outputs use for constants. */
public final class JsonTerm {

  private JsonTerm() {}

  /** The constant that a word stands for; null if none does. */
  public static <E extends Enum<E>> @Nullable E constant(Class<E> type, String word) {
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    return null;
  }

  /** The word that is declared for JSON; else the constant's name, in lower case with hyphens. */
  public static String of(Enum<?> constant) {
    try {
      JsonProperty declared =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(JsonProperty.class);
      return declared == null
          ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
          : declared.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }
}
