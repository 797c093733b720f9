package org.yusuan.cli.option;

/** Exit codes of the commands; wrong usage is 2, which picocli returns by itself. */
public final class ExitCode {

  /** Everything asked for was done. */
  public static final int DONE = 0;

  /** Some document could not be read or written. */
  public static final int FAILED = 1;

  private ExitCode() {}
}
