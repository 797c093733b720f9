package org.yusuan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.yusuan.cli.option.Language;
import picocli.CommandLine;

/** The language of the help: the commands explain themselves in English, a file in Chinese. */
final class HelpLanguage {

  private static final String OPTION = "--lang";

  private static final String CHINESE = "help_zh.properties";

  private HelpLanguage() {}

  /** Puts the help into the language that the arguments ask for, else that of the locale. */
  static void apply(CommandLine command, String[] arguments) {
    if (of(arguments) == Language.ZH) {
      command.setResourceBundle(chinese());
    }
  }

  /** What the arguments ask for, also where they cannot be parsed, else that of the locale. */
  static Language of(String[] arguments) {
    return Language.of(asked(arguments), Locale.getDefault());
  }

  /** Help is printed before options are bound; a value that is none is told when they are. */
  private static @Nullable Language asked(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      String value = null;
      if (arguments[i].startsWith(OPTION + "=")) {
        value = arguments[i].substring(OPTION.length() + 1);
      } else if (arguments[i].equals(OPTION) && i + 1 < arguments.length) {
        value = arguments[i + 1];
      }
      for (Language language : Language.values()) {
        if (language.name().equalsIgnoreCase(value)) {
          return language;
        }
      }
    }
    return null;
  }

  private static ResourceBundle chinese() {
    try (InputStream in =
        Objects.requireNonNull(HelpLanguage.class.getResourceAsStream(CHINESE), CHINESE)) {
      return new PropertyResourceBundle(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
