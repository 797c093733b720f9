package org.yusuan.scan;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;

class ScanPipelineTest {
  private static Word word(String text, double confidence) {
    Box box = new Box(0, 0, 10 * text.length(), 10);
    return new Word(text, box, List.of(), 10, false, Origin.OCR, confidence, List.of());
  }

  @Test
  void linesOfAPageWithLittlePrintAreMoreChineseThanItsColumnsOfCharacters() {
    List<Word> upright =
        List.of(
            word("二、部门决算单位构成", 0.9),
            word("某区规划和自然资源局（本级）", 0.6),
            word("某区规划和自然资源局执法大队", 0.5),
            word("1", 0.99),
            word("2", 0.99),
            word("3", 0.99));
    List<Word> sideways = new ArrayList<>();
    for (String pair : List.of("末纟", "算位", "目出", "项支", "本出", "算资")) {
      sideways.add(word(pair, 0.95));
    }
    for (String one : "部门决算单位构成某区规划和自然资源局本级执法大队".split("")) {
      sideways.add(word(one, 0.99));
    }
    assertTrue(Legibility.chineseShare(upright) > 1.3 * Legibility.chineseShare(sideways));
  }

  @Test
  void figuresAreNotChinese() {
    assertTrue(Legibility.chineseShare(List.of(word("6089", 0.99), word("单位名称", 0.5))) < 0.5);
  }
}
