package org.yusuan.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.yusuan.cli.command.BatchCommand;
import org.yusuan.cli.command.DebugCommand;
import org.yusuan.cli.command.ExplainCommand;
import org.yusuan.cli.command.ExportCommand;
import org.yusuan.cli.command.ExtractCommand;
import org.yusuan.cli.command.LayoutsCommand;
import org.yusuan.cli.command.LoadCommand;
import org.yusuan.cli.command.QueryCommand;
import org.yusuan.cli.command.ReviewCommand;
import org.yusuan.cli.command.ValidateCommand;
import org.yusuan.cli.command.compare.CompareCommand;
import org.yusuan.cli.option.ExitCode;
import org.yusuan.cli.option.Language;
import org.yusuan.cli.option.LanguageOption;
import org.yusuan.cli.option.ToolVersion;
import org.yusuan.cli.option.Verbosity;
import org.yusuan.io.ErrorMessage;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code yusuan}. Exit codes: 0 done, 1 some document failed, 2 wrong usage. */
@Command(
    name = "yusuan",
    mixinStandardHelpOptions = true,
    versionProvider = ToolVersion.class,
    description =
        "Turns published Chinese government budget PDFs back into verified, structured data.")
public final class Main implements Runnable {

  /** What Java makes of bytes that the locale has no characters for. */
  private static final char LOST = '\uFFFD';

  private static final List<Class<?>> COMMANDS =
      List.of(
          ExtractCommand.class,
          LayoutsCommand.class,
          DebugCommand.class,
          ExplainCommand.class,
          BatchCommand.class,
          ValidateCommand.class,
          LoadCommand.class,
          QueryCommand.class,
          CompareCommand.class,
          ReviewCommand.class,
          ExportCommand.class);

  private static final List<Class<?>> LIBRARY_COMMANDS =
      List.of(AutoComplete.GenerateCompletion.class, CommandLine.HelpCommand.class);

  @Spec private CommandSpec spec;

  @Mixin private LanguageOption language;

  @Mixin private Verbosity verbosity;

  /** Made by picocli. */
  @SuppressWarnings("NullAway.Init")
  public Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    if (Stream.of(args).anyMatch(argument -> argument.indexOf(LOST) >= 0)) {
      System.err.println(
          "yusuan: the arguments hold characters that the locale cannot read; set LC_ALL=C.UTF-8");
      System.exit(CommandLine.ExitCode.USAGE);
    }
    Charset charset = printing(Charset.defaultCharset());
    System.exit(
        commandLine(args)
            .setOut(new PrintWriter(new OutputStreamWriter(System.out, charset), true))
            .setErr(new PrintWriter(new OutputStreamWriter(System.err, charset), true))
            .execute(args));
  }

  /** The encoding of what is printed: that of the locale if it can hold Chinese. */
  static Charset printing(Charset locale) {
    return locale.canEncode() && locale.newEncoder().canEncode('预')
        ? locale
        : StandardCharsets.UTF_8;
  }

  /** The command with all its subcommands. */
  public static CommandLine commandLine() {
    return commandLine(allCommands());
  }

  /** The command with the one subcommand that the arguments begin with, or with all. */
  static CommandLine commandLine(String... args) {
    // The others would be looked through by reflection: a fifth of a second at each start.
    CommandLine command =
        commandLine(
            Stream.<Supplier<List<Class<?>>>>of(() -> COMMANDS, Main::providedCommands)
                .flatMap(commands -> commands.get().stream())
                .filter(type -> args.length > 0 && args[0].equals(name(type)))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElseGet(Main::allCommands));
    HelpLanguage.apply(command, args);
    return command;
  }

  private static List<Class<?>> allCommands() {
    return Stream.of(COMMANDS, providedCommands(), LIBRARY_COMMANDS)
        .<Class<?>>flatMap(List::stream)
        .toList();
  }

  private static List<Class<?>> providedCommands() {
    return ServiceLoader.load(CommandProvider.class).stream()
        .<Class<?>>flatMap(provider -> provider.get().commands().stream())
        .toList();
  }

  private static String name(Class<?> type) {
    Command command = Objects.requireNonNull(type.getAnnotation(Command.class), type.getName());
    // Help names the others.
    return type == CommandLine.HelpCommand.class ? "" : command.name();
  }

  private static CommandLine commandLine(List<Class<?>> commands) {
    Main main = new Main();
    CommandLine command = new CommandLine(main);
    for (Class<?> subcommand : commands) {
      command.addSubcommand(subcommand);
    }
    Handlers handlers = new Handlers(main);
    return command
        .setExecutionStrategy(handlers)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(handlers)
        .setExecutionExceptionHandler(handlers);
  }

  /**
   * What picocli calls. No lambdas: for them Java 17 keeps the classes that they go through, which
   * are of an old form, out of the archive of classes.
   */
  private record Handlers(Main main)
      implements CommandLine.IExecutionStrategy,
          CommandLine.IParameterExceptionHandler,
          CommandLine.IExecutionExceptionHandler {

    @Override
    public int execute(ParseResult parsed) {
      main.verbosity.level().apply();
      Integer help = CommandLine.executeHelpRequest(parsed);
      return help == null ? run(parsed) : help;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
      CommandSpec wrong = e.getCommandLine().getCommandSpec();
      Language language = HelpLanguage.of(arguments);
      String hint = LanguageOption.usageHint(wrong, language);
      String fault = LanguageOption.told(language, ErrorMessage.of(e));
      String end = language == Language.ZH ? "。" : ". ";
      e.getCommandLine().getErr().println("yusuan: " + fault + end + hint);
      return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
      line.getErr().println("yusuan: " + ErrorMessage.of(e));
      return ExitCode.FAILED;
    }
  }

  /** Runs a command: what it prints is harmless, also when there is too little memory. */
  private static int run(ParseResult parsed) {
    CommandLine root = parsed.commandSpec().root().commandLine();
    root.setOut(HarmlessWriter.around(root.getOut()));
    root.setErr(HarmlessWriter.around(LanguageOption.telling(parsed.commandSpec(), root.getErr())));
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError | LinkageError e) {
      root.getErr().println("yusuan: " + told(e));
    } catch (StackOverflowError e) {
      root.getErr().println("yusuan: the input is nested too deeply");
    }
    return ExitCode.FAILED;
  }

  private static String told(Error e) {
    if (ErrorMessage.isOutOfMemory(e)) {
      return "this needs more memory than Java was given";
    }
    // Libraries unpack themselves at their first use.
    return "a library of this machine's kind cannot be loaded or unpacked; is there room in "
        + System.getProperty("java.io.tmpdir")
        + "?";
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command, as: yusuan extract FILE");
  }
}
