package org.yusuan.source.pdf;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;

/**
 * The characters of a page: those that can be seen, and the invisible ones that an earlier
 * recognition laid over a picture. Other invisible text is no part of what was published.
 */
final class PageText {

  private final GlyphCollector seen = new GlyphCollector();
  private final GlyphCollector hidden = new GlyphCollector();
  private int kept;
  private int left;

  /** Adds a character; see {@link GlyphCollector#add}. */
  void add(String text, Box box, AffineTransform toPage, PDFont font, boolean invisible) {
    (invisible ? hidden : seen).add(text, box, toPage, font);
  }

  /** Number of characters so far. */
  int size() {
    return seen.size() + hidden.size();
  }

  /**
   * All words, in the order in which they were drawn, the invisible ones last.
   *
   * @param images where pictures stand
   */
  List<Word> words(List<Box> images) {
    if (hidden.size() == 0) {
      return seen.words();
    }
    List<Word> words = new ArrayList<>(seen.words());
    for (Word word : hidden.words()) {
      double x = word.box().centerX();
      double y = word.box().centerY();
      if (images.stream().anyMatch(image -> image.contains(x, y))) {
        words.add(word);
        kept++;
      } else {
        left++;
      }
    }
    return words;
  }

  /** What is wrong with the text; the words must have been taken before. */
  List<String> problems(int number) {
    List<String> problems = new ArrayList<>(seen.problems(number));
    if (kept > 0) {
      problems.addAll(hidden.problems(number));
    }
    if (kept > 0 && hidden.size() > seen.size()) {
      problems.add(
          "page "
              + number
              + ": its text is invisible, laid under an image by an earlier recognition");
    }
    if (left > 0) {
      problems.add("page " + number + " has invisible text, which was not read");
    }
    return problems;
  }
}
