package org.yusuan.cli.option;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.page.Password;
import picocli.CommandLine.Option;

/** The option that names the password of documents; several commands have it. */
public final class PasswordOption {

  /** Where the password is looked for if none is given; other users do not see it there. */
  private static final String VARIABLE = "YUSUAN_PASSWORD";

  @Option(
      names = "--password",
      paramLabel = "PASSWORD",
      description =
          "The password that encrypted documents open with. Default: what YUSUAN_PASSWORD of the"
              + " environment says; lists of processes do not show that.")
  private @Nullable String given;

  /** Made by picocli. */
  public PasswordOption() {}

  /** The password that was given, or that the environment has. */
  public Password password() {
    return given == null ? ofEnvironment() : new Password(given);
  }

  /** The password that the environment has. */
  public static Password ofEnvironment() {
    String kept = System.getenv(VARIABLE);
    return kept == null ? Password.NONE : new Password(kept);
  }

  /** What a process that reads documents needs in its environment. */
  public Map<String, String> environment() {
    Password password = password();
    return password.text().isEmpty() ? Map.of() : Map.of(VARIABLE, password.text());
  }
}
