package org.yusuan.cli.option;

import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.message.LocalizedMessages;
import org.yusuan.knowledge.message.Messages;
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
    return new LocalizedMessages(Messages.shipped(), language(spec).wording());
  }

  private static Language language(CommandSpec spec) {
    LanguageOption option =
        (LanguageOption) Objects.requireNonNull(spec.root().mixins().get(MIXIN)).userObject();
    return Language.of(option.asked, Locale.getDefault());
  }

  /** A sentence about wrong usage, a file or a page, in a language. */
  public static String told(Language language, String sentence) {
    return language == Language.ZH ? new Phrasebook().chinese(sentence) : sentence;
  }

  /** Where a command tells what is wrong, in its language. */
  public static Writer telling(CommandSpec spec, Writer out) {
    return language(spec) == Language.ZH ? new Phrasebook().around(out) : out;
  }

  /** Where a user finds how a command is used. */
  public static String usageHint(CommandSpec spec, Language language) {
    return new LocalizedMessages(Messages.shipped(), language.wording())
        .say("usage-hint", Map.of("command", spec.qualifiedName()));
  }
}
