package org.yusuan.cli.option;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LogLevelTest {

  private static @Nullable String own(LogLevel level) {
    return level.settings().get("org.slf4j.simpleLogger.log.org.yusuan");
  }

  private static @Nullable String libraries(LogLevel level) {
    return level.settings().get("org.slf4j.simpleLogger.defaultLogLevel");
  }

  @Test
  void eachFlagTellsMore() {
    assertEquals("warn", own(LogLevel.given(0)));
    assertEquals("info", own(LogLevel.given(1)));
    assertEquals("debug", own(LogLevel.given(2)));
    assertEquals("debug", own(LogLevel.given(5)));
  }

  @Test
  void librariesAreSilentUnlessAskedFor() {
    assertEquals("off", libraries(LogLevel.QUIET));
    assertEquals("error", libraries(LogLevel.STAGES));
    assertEquals("warn", libraries(LogLevel.DECISIONS));
  }
}
