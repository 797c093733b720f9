package org.yusuan.text;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BoundedMatchTest {

  @Test
  void nestedRepetitionsEndSoon() {
    Pattern pattern = Pattern.compile("((年|预|算|部|门)+)+#|(.*.*.*.*.*.*)*x表");
    String title = "年预算部门".repeat(20) + "支出预算表";
    assertTimeout(
        Duration.ofSeconds(5),
        () -> assertFalse(BoundedMatch.holds(pattern, title, Matcher::matches)));
  }

  @Test
  void otherPatternsMatchAsEver() {
    Pattern pattern = Pattern.compile("(部门)?支出(总|预算)?表");
    assertTrue(BoundedMatch.holds(pattern, "部门支出预算表", Matcher::matches));
    assertTrue(BoundedMatch.holds(pattern, "某局部门支出总表", Matcher::find));
    assertFalse(BoundedMatch.holds(pattern, "收入总表", Matcher::find));
  }
}
