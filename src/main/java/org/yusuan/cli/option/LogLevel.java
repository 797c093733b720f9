package org.yusuan.cli.option;

import java.util.Map;

/**
 * How much the program tells of its work on the error stream. Libraries speak up at the last level
 * only: they warn of every font that is not embedded.
 */
public enum LogLevel {
  /** Only what a person must know. */
  QUIET("warn", "off"),
  /** The stages as they go by: {@code -v}. */
  STAGES("info", "error"),
  /** What each stage decided, with its measures: {@code -v -v}. */
  DECISIONS("debug", "warn");

  private final String own;
  private final String libraries;

  LogLevel(String own, String libraries) {
    this.own = own;
    this.libraries = libraries;
  }

  /** The level for a flag that was given the given number of times. */
  public static LogLevel given(int times) {
    return values()[Math.min(times, values().length - 1)];
  }

  /** The settings of SLF4J's simple logger, by name. */
  Map<String, String> settings() {
    return Map.of(
        "org.slf4j.simpleLogger.defaultLogLevel", libraries,
        "org.slf4j.simpleLogger.log.org.yusuan", own,
        "org.slf4j.simpleLogger.showThreadName", "false",
        "org.slf4j.simpleLogger.showShortLogName", "true",
        "org.slf4j.simpleLogger.levelInBrackets", "true");
  }

  /**
   * Makes it the level of this process. It counts if nothing was logged before; settings that the
   * user gave to Java stay.
   */
  public void apply() {
    settings()
        .forEach(
            (name, value) -> {
              if (System.getProperty(name) == null) {
                System.setProperty(name, value);
              }
            });
  }
}
