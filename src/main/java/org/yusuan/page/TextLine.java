package org.yusuan.page;

import java.util.List;
import org.yusuan.model.table.Box;

/**
 * Words that stand on one line.
 *
 * @param text their texts from left to right; a space stands between two words unless one of the
 *     neighbours is a Chinese character
 * @param box the box around them
 * @param words the words from left to right
 */
public record TextLine(String text, Box box, List<Word> words) {
  public TextLine {
    words = List.copyOf(words);
  }
}
