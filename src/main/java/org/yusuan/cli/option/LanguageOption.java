package org.yusuan.cli.option;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The language of what is printed. The first command has the option, and all inherit it. */
public final class LanguageOption {

  /** The name that the first command gives to this mixin. */
  private static final String MIXIN = "language";

  @Option(
      names = "--lang",
      scope = ScopeType.INHERIT,
      paramLabel = "zh|en",
      description = "Language of what is printed. Default: that of the locale.")
  private @Nullable Language asked;

  /** Made by picocli. */
  public LanguageOption() {}

  /** The language that a command speaks. */
  public static Language of(CommandSpec spec) {
    LanguageOption option = (LanguageOption) spec.root().mixins().get(MIXIN).userObject();
    return Language.of(option.asked, Locale.getDefault());
  }
}
