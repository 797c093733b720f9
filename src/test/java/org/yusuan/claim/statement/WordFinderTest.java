package org.yusuan.claim.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yusuan.knowledge.claim.AmountWords;
import org.yusuan.knowledge.claim.AmountWords.AspectWord;

class WordFinderTest {

  private static final List<AspectWord> WORDS = AmountWords.shipped().words();

  private static List<String> found(String text) {
    List<String> found = new ArrayList<>();
    WordFinder finder = new WordFinder(WORDS);
    WordFinder.Place place = finder.find(text, 0);
    while (place != null) {
      found.add(text.substring(place.start(), place.end()));
      place = finder.find(text, place.end());
    }
    return found;
  }

  /** What one pattern of all words finds. */
  private static List<String> foundByAll(String text) {
    String all =
        WORDS.stream()
            .map(word -> "(?:" + word.match().pattern() + ")")
            .collect(Collectors.joining("|"));
    List<String> found = new ArrayList<>();
    Matcher matcher = Pattern.compile(all).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  @Test
  void findsWhatOnePatternOfAllWordsFinds() {
    for (String text :
        List.of(
            "",
            "甲乙丙",
            "某局及3家下属单位机关运行经费支出",
            "上年结转和结余资金一般公共预算财政拨款支出预算数",
            "省级留用专项债券还本支出决算数",
            "转贷市县新增一般债务限额",
            "全市政府性基金预算收入完成数",
            "因公出国(境)费、公务用车购置及运行维护费",
            "年末地方政府债务余额执行数",
            "一、货物A")) {
      assertEquals(foundByAll(text), found(text), text);
    }
  }

  @Test
  void whatStandsBeforeAWordTells() {
    assertTrue(found("县级留用").contains("留用"));
    assertFalse(found("本地留用").contains("留用"));
  }
}
