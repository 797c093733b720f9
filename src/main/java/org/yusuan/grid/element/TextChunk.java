package org.yusuan.grid.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.page.Word;
import org.yusuan.text.Ideographs;

/**
 * Words of one line that stand so close that they are read together: a piece of a cell, or a line
 * of prose.
 *
 * @param words its words from left to right
 * @param box the box around them
 */
public record TextChunk(List<Word> words, Box box) {

  /**
   * A gap wider than this part of the font size separates cells. Spaces are about 0.25 em wide, in
   * justified prose up to 0.6 em.
   */
  private static final double MIN_CELL_GAP_EM = 0.8;

  /** Two numbers with a gap wider than this part of the font size are two cells. A guess. */
  private static final double MIN_NUMBER_GAP_EM = 0.35;

  /**
   * A gap wider than this part of the font size separates cells in fonts whose characters are all
   * equally wide. A guess: two of their spaces have 1.2.
   */
  private static final double MIN_MONOSPACED_GAP_EM = 1.3;

  /** The same between a number and a dash: a range may be set with spaces. A guess. */
  private static final double MIN_MONOSPACED_NUMBER_GAP_EM = 0.9;

  /**
   * A number, with signs, currency, percent and footnote marks around it; or a mark for "no
   * amount".
   */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[\\p{Sc}]?[<>≤≥(\\[+±~−–—*-]*[\\p{Sc}]?[.,]?\\d[\\d,.’'/:–−-]*\\)?\\]?[%)*†‡§¹²³⁴]{0,4}([a-zMBK]|bn)?"
              + "|[-–—−.*]+|\\(?[XZDSNB]\\)|[Nn]/?[Aa]\\.?|[.…]{2,}");

  /**
   * The same for recognized words: those of one cell were not parted. Between two columns 0.4 was
   * seen.
   */
  private static final double MIN_RECOGNIZED_GAP_EM = 0.25;

  private static final Pattern LEADERS = Pattern.compile("[.…·_]{3,}|[.·…]");

  static TextChunk of(List<Word> words) {
    return new TextChunk(words, Box.around(words.stream().map(Word::box).toList()));
  }

  /** Whether all its words are numbers, or marks that stand for a number. */
  public boolean isNumber() {
    for (Word word : words) {
      if (!isNumber(word)) {
        return false;
      }
    }
    return true;
  }

  public static boolean isNumber(Word word) {
    return NUMBER.matcher(word.text()).matches();
  }

  /** Whether the word is a part of the dots that lead from a label to its figure. */
  public static boolean isLeader(Word word) {
    return LEADERS.matcher(word.text()).matches();
  }

  /** Number of words; a run of Chinese characters counts as one word for every two. */
  public int wordCount() {
    int count = 0;
    for (Word word : words) {
      int ideographs = Ideographs.count(word.text());
      count += isLeader(word) ? 0 : 1 + ideographs / 2;
    }
    return count;
  }

  double fontSize() {
    return words.get(0).fontSize();
  }

  public String text() {
    return TextLines.cellText(TextLines.of(words));
  }

  /** The chunks of a page, in no order. Words set vertically are left out. */
  public static List<TextChunk> all(List<Word> words, PageRulings barriers) {
    List<Word> sorted = new ArrayList<>(words.size());
    for (Word word : words) {
      boolean upright =
          word.glyphs().size() < 2 || word.box().height() <= 2 * Math.max(1, word.fontSize());
      if (upright && !isLeader(word)) {
        sorted.add(word);
      }
    }
    sorted.sort(Comparator.comparingDouble(word -> word.box().left()));
    Map<Integer, List<List<Word>>> open = new HashMap<>();
    List<List<Word>> chunks = new ArrayList<>();
    for (Word word : sorted) {
      List<Word> chunk = continued(word, open, barriers);
      if (chunk == null) {
        chunk = new ArrayList<>();
        chunks.add(chunk);
        open.computeIfAbsent(bucket(word), key -> new ArrayList<>()).add(chunk);
      }
      chunk.add(word);
    }
    return chunks.stream().map(TextChunk::of).toList();
  }

  /**
   * Words are looked up by the height of their middle, in steps of this many points: no line of
   * print is much lower.
   */
  private static final double BUCKET_POINTS = 6;

  /**
   * At most this many of the latest chunks near a word's line are tried. A guess that bounds the
   * work.
   */
  private static final int MAX_CHUNKS_TRIED = 12;

  /** Width of a character of such fonts, in parts of the font size: that of Courier. */
  private static final double MONOSPACED_WIDTH_EM = 0.6;

  /** By this part of the width at most the characters of such fonts differ from it. A guess. */
  private static final double MAX_WIDTH_DIFFERENCE = 0.02;

  private static int bucket(Word word) {
    return (int) Math.floor(word.box().centerY() / BUCKET_POINTS);
  }

  private static @Nullable List<Word> continued(
      Word word, Map<Integer, List<List<Word>>> open, PageRulings barriers) {
    List<Word> best = null;
    double bestGap = Double.MAX_VALUE;
    for (int b = bucket(word) - 2; b <= bucket(word) + 2; b++) {
      List<List<Word>> near = open.getOrDefault(b, List.of());
      for (int i = near.size() - 1; i >= Math.max(0, near.size() - MAX_CHUNKS_TRIED); i--) {
        Word last = near.get(i).get(near.get(i).size() - 1);
        double gap = word.box().left() - last.box().right();
        if (gap < bestGap && continues(last, word, gap, barriers)) {
          best = near.get(i);
          bestGap = gap;
        }
      }
    }
    return best;
  }

  private static boolean continues(Word last, Word word, double gap, PageRulings barriers) {
    Box a = last.box();
    Box b = word.box();
    double em = Math.max(last.fontSize(), word.fontSize());
    double overlap = a.overlapY(b);
    if (overlap < 0.5 * Math.min(a.height(), b.height()) || gap < -0.5 * em) {
      return false;
    }
    boolean numbers = isNumber(last) && isNumber(word) && !last.text().endsWith(",");
    boolean dash = isDash(last) || isDash(word);
    double limit = MIN_CELL_GAP_EM;
    if (isMonospaced(last) || isMonospaced(word)) {
      limit =
          !numbers
              ? MIN_MONOSPACED_GAP_EM
              : dash ? MIN_MONOSPACED_NUMBER_GAP_EM : MIN_NUMBER_GAP_EM;
    } else if (numbers) {
      limit = MIN_NUMBER_GAP_EM;
    }
    if (last.origin() == Origin.OCR && word.origin() == Origin.OCR) {
      limit = MIN_RECOGNIZED_GAP_EM;
    }
    return gap <= limit * em && !barriers.between(a.right(), b.left(), a.centerY());
  }

  private static boolean isDash(Word word) {
    return word.text().equals("-") || word.text().equals("–");
  }

  /** Whether narrow and wide letters of a word are equally wide. */
  public static boolean isMonospaced(Word word) {
    if (word.glyphs().size() < 3) {
      return false;
    }
    double least = Double.MAX_VALUE;
    double most = 0;
    for (var glyph : word.glyphs()) {
      least = Math.min(least, glyph.box().width());
      most = Math.max(most, glyph.box().width());
    }
    return most - least < MAX_WIDTH_DIFFERENCE * most
        && Math.abs(most - MONOSPACED_WIDTH_EM * word.fontSize()) < MAX_WIDTH_DIFFERENCE * most;
  }
}
