package org.yusuan.cli.option;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.LocalizedMessages;
import org.yusuan.knowledge.Messages;
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

  /** What says things in the language of a command. */
  public static LocalizedMessages speaker(CommandSpec spec) {
    LanguageOption option =
        (LanguageOption) Objects.requireNonNull(spec.root().mixins().get(MIXIN)).userObject();
    return new LocalizedMessages(
        Messages.shipped(), Language.of(option.asked, Locale.getDefault()).wording());
  }

  /** Where a user finds how a command is used, in the command's language. */
  public static String usageHint(CommandSpec spec) {
    return speaker(spec).say("usage-hint", Map.of("command", spec.qualifiedName()));
  }
}
