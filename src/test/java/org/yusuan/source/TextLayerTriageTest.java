package org.yusuan.source;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;

class TextLayerTriageTest {
  private static final Box WHOLE = new Box(0, 0, 595, 842);

  private static Page page(String text, List<Ruling> rulings, List<Box> images) {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      glyphs.add(new Glyph(text.substring(i, i + 1), new Box(50 + i, 50, 51 + i, 60)));
    }
    List<Word> words = glyphs.isEmpty() ? List.of() : List.of(Word.of(glyphs, 10, false));
    return new Page(1, 595, 842, Origin.TEXT, words, rulings, images, List.of());
  }

  @Test
  void aPageOfTextIsReadAsText() {
    assertNull(TextLayerTriage.reason(page("收入总计", List.of(), List.of())));
  }

  @Test
  void aPageWithoutTextIsReadFromItsPicture() {
    assertNotNull(TextLayerTriage.reason(page("", List.of(), List.of(WHOLE))));
  }

  @Test
  void aPageThatIsBlankButForLinesNeedsNoRecognition() {
    Ruling ruling = new Ruling(true, 100, 50, 500, 1);
    assertNull(TextLayerTriage.reason(page("", List.of(ruling), List.of())));
  }

  @Test
  void charactersWithoutMeaningAreNoText() {
    assertNotNull(TextLayerTriage.reason(page("\uE001\uE002\uFFFD1", List.of(), List.of())));
  }

  @Test
  void textUnderAPictureOfTheWholePageIsEarlierRecognition() {
    assertNotNull(TextLayerTriage.reason(page("收人总计".repeat(50), List.of(), List.of(WHOLE))));
  }

  @Test
  void aDrawnTableOverABackgroundPictureIsText() {
    Ruling ruling = new Ruling(true, 100, 50, 500, 1);
    assertNull(TextLayerTriage.reason(page("收入总计".repeat(50), List.of(ruling), List.of(WHOLE))));
  }
}
