package org.yusuan.cli.option;

import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.message.Wording;

/** The languages that the program speaks. */
public enum Language {
  ZH(Wording::zh),
  EN(Wording::en);

  private final Function<Wording, String> wording;

  Language(Function<Wording, String> wording) {
    this.wording = wording;
  }

  /** What takes the words of this language. */
  public Function<Wording, String> wording() {
    return wording;
  }

  /** The one that was asked for; that of the locale if none was. */
  public static Language of(@Nullable Language asked, Locale locale) {
    if (asked != null) {
      return asked;
    }
    return locale.getLanguage().equals(Locale.CHINESE.getLanguage()) ? ZH : EN;
  }
}
