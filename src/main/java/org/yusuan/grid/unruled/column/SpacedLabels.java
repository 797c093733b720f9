package org.yusuan.grid.unruled.column;

import java.util.ArrayList;
import java.util.List;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.page.Word;

/** Joins labels whose characters are set apart: 项　目, 预 算 数, unless each heads a column. */
public final class SpacedLabels {

  /**
   * The white between the characters of one label is at most this many times their size. A guess.
   */
  private static final double MAX_GAP_EM = 6;

  /** Words that stand nearer, in parts of their size, are one chunk before they come here. */
  private static final double MIN_GAP_EM = 0.8;

  /** Gaps of one label differ by at most this part of the size. A guess. */
  private static final double MAX_GAP_DIFFERENCE_EM = 0.4;

  /** A label has no more characters that are set apart. A guess. */
  private static final int MAX_CHARACTERS = 6;

  /**
   * Columns headed by such characters have at least this many rows with a code in each. A guess.
   */
  private static final int MIN_FULL_ROWS = 2;

  /** A chunk stands below a character if it is aside by less than this part of their pitch. */
  private static final double MAX_PITCH_ASIDE = 0.5;

  private final List<ChunkLine> lines;

  private SpacedLabels(List<ChunkLine> lines) {
    this.lines = lines;
  }

  /** The lines, with such labels as one chunk each. */
  public static List<ChunkLine> joined(List<ChunkLine> lines) {
    SpacedLabels labels = new SpacedLabels(lines);
    List<ChunkLine> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      joined.add(labels.joined(i));
    }
    return joined;
  }

  private ChunkLine joined(int at) {
    List<TextChunk> chunks = lines.get(at).chunks();
    List<TextChunk> result = new ArrayList<>();
    int from = 0;
    while (from < chunks.size()) {
      int to = from + 1;
      while (to < chunks.size() && to - from < MAX_CHARACTERS && isEven(chunks, from, to)) {
        to++;
      }
      if (to - from > 1 && !headsColumns(chunks.subList(from, to), at)) {
        result.add(label(chunks.subList(from, to)));
        from = to;
      } else {
        result.add(chunks.get(from));
        from++;
      }
    }
    return result.size() == chunks.size()
        ? lines.get(at)
        : new ChunkLine(List.copyOf(result), lines.get(at).box());
  }

  private static TextChunk label(List<TextChunk> chunks) {
    List<Word> words = chunks.stream().flatMap(chunk -> chunk.words().stream()).toList();
    return new TextChunk(words, Box.around(chunks.stream().map(TextChunk::box).toList()));
  }

  /** Whether the chunk goes on with the single characters before it. */
  private static boolean isEven(List<TextChunk> chunks, int from, int to) {
    TextChunk last = chunks.get(to - 1);
    TextChunk next = chunks.get(to);
    if (!isCharacter(last) || !isCharacter(next)) {
      return false;
    }
    double size = last.words().get(0).fontSize();
    double gap = next.box().left() - last.box().right();
    double first = chunks.get(from + 1).box().left() - chunks.get(from).box().right();
    return gap <= MAX_GAP_EM * size && Math.abs(gap - first) <= MAX_GAP_DIFFERENCE_EM * size;
  }

  /** Whether two words of a chunk are characters of a label that was joined here. */
  public static boolean isOne(Word left, Word right, double gap) {
    return gap > MIN_GAP_EM * left.fontSize()
        && isCharacter(left.text())
        && isCharacter(right.text());
  }

  private static boolean isCharacter(TextChunk chunk) {
    return isCharacter(chunk.text());
  }

  private static boolean isCharacter(String text) {
    return text.codePointCount(0, text.length()) == 1
        && Character.isIdeographic(text.codePointAt(0));
  }

  /**
   * Whether the characters are labels of a column each, 类 款 项: below each stands text, that below
   * one never below another. Labels below labels of groups tell no columns of those.
   */
  private boolean headsColumns(List<TextChunk> characters, int at) {
    boolean[] own = new boolean[characters.size()];
    int fullRows = 0;
    for (int i = at + 1; i < lines.size(); i++) {
      ChunkLine line = lines.get(i);
      boolean hasNumber = line.chunks().stream().anyMatch(TextChunk::isNumber);
      if (i == at + 1 && !hasNumber && line.isTabular() && bears(line, characters)) {
        return false;
      }
      for (TextChunk chunk : line.chunks()) {
        int below = 0;
        int last = -1;
        for (int k = 0; k < own.length; k++) {
          if (chunk.box().overlapX(characters.get(k).box()) > 0) {
            below++;
            last = k;
          }
        }
        if (below > 1) {
          return false;
        }
        if (below == 1) {
          own[last] = true;
        }
      }
      fullRows += standsBelowEach(line, characters) ? 1 : 0;
    }
    if (fullRows >= MIN_FULL_ROWS) {
      return true;
    }
    for (boolean each : own) {
      if (!each) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a line has a chunk for each of the characters, and none more, nearest to it: a label in
   * the middle of its cell, and a code at the left of the cell, need not stand one above the other.
   */
  private static boolean standsBelowEach(ChunkLine line, List<TextChunk> characters) {
    int last = characters.size() - 1;
    double first = characters.get(0).box().centerX();
    double pitch = (characters.get(last).box().centerX() - first) / last;
    int next = 0;
    for (TextChunk chunk : line.chunks()) {
      double at = (chunk.box().centerX() - first) / pitch;
      if (at > -MAX_PITCH_ASIDE && at < last + MAX_PITCH_ASIDE) {
        if (Math.round(at) != next || chunk.box().width() >= pitch) {
          return false;
        }
        next++;
      }
    }
    return next > last;
  }

  /** Whether a line of labels has more than one below the characters. */
  private static boolean bears(ChunkLine line, List<TextChunk> characters) {
    double left = characters.get(0).box().left();
    double right = characters.get(characters.size() - 1).box().right();
    return line.chunks().stream()
            .filter(chunk -> chunk.box().right() > left - 2 && chunk.box().left() < right + 2)
            .count()
        > 1;
  }
}
