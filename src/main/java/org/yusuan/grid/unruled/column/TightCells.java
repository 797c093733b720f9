package org.yusuan.grid.unruled.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yusuan.grid.element.ChunkLine;
import org.yusuan.grid.element.TextChunk;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.Word;
import org.yusuan.text.AmountForm;
import org.yusuan.text.Ideographs;
import org.yusuan.text.MoneyUnit;

/**
 * Parts chunks in which cells stand so close that they look like one: an amount and the label of a
 * second list beside it, a long label and its amount. Where other lines have such a label begin, or
 * such an amount end, tells.
 */
public final class TightCells {

  /**
   * White between such cells, in parts of the font size; 0.44 was seen between two lists. A guess.
   */
  private static final double MIN_GAP_EM = 0.15;

  /** Labels begin, and amounts end, at the same x up to so many points. A guess. */
  private static final double MAX_EDGE_DIFFERENCE = 1.5;

  /** So many others begin or end there. A guess. */
  private static final int MIN_ALIGNED = 3;

  private static final Pattern UNIT = Pattern.compile(MoneyUnit.NAMES + "|[万亿元%]");

  /** An amount and a text that were recognized as one word. */
  private static final Pattern READ_AS_ONE =
      Pattern.compile(
          "(?<amount>[-−]?[\\d,]+\\.\\d{2,6})\\s*(?<text>(?:[(（]\\d{1,2}[)）])?\\D{2,})"
              + "|(?<label>(?:\\d{1,2}[、.．]|[(（]\\d{1,2}[)）])?\\D*\\p{IsHan})\\s*"
              + "(?<figure>[-−]?[\\d,]+\\.\\d{2,6})");

  /** So many amounts and labels besides the two end and begin there. A guess. */
  private static final int MIN_BESIDE = 1;

  /** A number of up to three digits, with neither decimals nor separators. */
  private static final Pattern WHOLE = Pattern.compile("[-−]?\\d{1,3}");

  private final double[] lefts;
  private final double[] rights;

  private TightCells(List<ChunkLine> lines) {
    List<Double> begins = new ArrayList<>();
    List<Double> ends = new ArrayList<>();
    for (ChunkLine line : lines) {
      for (TextChunk chunk : line.chunks()) {
        Word before = null;
        for (Word word : chunk.words()) {
          if (before == null || isAmount(before)) {
            begins.add(word.box().left());
          }
          if (isAmount(word)) {
            ends.add(word.box().right());
          }
          before = word;
        }
      }
    }
    lefts = begins.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    rights = ends.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /**
   * The lines, those chunks parted that are a long label and its amount; lists were parted before.
   */
  public static List<ChunkLine> parted(List<ChunkLine> lines) {
    TightCells cells = new TightCells(lines);
    return lines.stream().map(line -> cells.parted(line, cells::partsLabel)).toList();
  }

  /**
   * The chunks of a page, those parted that are an amount of one list and the label of another
   * beside it. It is done before running text is told from tables: as one chunk they are as long as
   * a line of text.
   */
  public static List<TextChunk> listsParted(List<TextChunk> chunks) {
    List<ChunkLine> lines = ChunkLine.all(chunks);
    TightCells cells = new TightCells(lines);
    return lines.stream()
        .flatMap(line -> cells.parted(line, cells::partsLists).chunks().stream())
        .toList();
  }

  private ChunkLine parted(ChunkLine line, BiPredicate<Word, Word> boundary) {
    List<TextChunk> chunks = new ArrayList<>();
    for (TextChunk chunk : line.chunks()) {
      List<Word> cell = new ArrayList<>();
      for (Word whole : chunk.words()) {
        List<Word> parts = apart(whole);
        for (Word word : parts) {
          boolean begins =
              word != parts.get(0)
                  || !cell.isEmpty() && boundary.test(cell.get(cell.size() - 1), word);
          if (begins) {
            chunks.add(chunk(cell));
            cell = new ArrayList<>();
          }
          cell.add(word);
        }
      }
      chunks.add(cell.equals(chunk.words()) ? chunk : chunk(cell));
    }
    return chunks.size() == line.chunks().size()
        ? line
        : new ChunkLine(List.copyOf(chunks), line.box());
  }

  private static TextChunk chunk(List<Word> words) {
    return new TextChunk(List.copyOf(words), Box.around(words.stream().map(Word::box).toList()));
  }

  /**
   * The parts of a word that is an amount and a text beside it; the word itself if others do not
   * end and begin about there. Where its characters stand is told by those others.
   */
  private List<Word> apart(Word word) {
    Matcher one = READ_AS_ONE.matcher(word.text());
    if (word.origin() != Origin.OCR || !one.matches()) {
      return List.of(word);
    }
    boolean amountFirst = one.group("amount") != null;
    int end = amountFirst ? one.end("amount") : one.end("label");
    int begin = amountFirst ? one.start("text") : one.start("figure");
    int count = word.glyphs().size();
    double x = word.glyphs().get(Math.min(count - 1, end)).box().left();
    double reach = word.fontSize();
    boolean parted =
        amountFirst
            ? count(rights, x, reach) >= MIN_ALIGNED && count(lefts, x, reach) >= MIN_ALIGNED
            : count(rights, word.box().right(), MAX_EDGE_DIFFERENCE) >= MIN_ALIGNED;
    if (!parted || count != word.text().length()) {
      return List.of(word);
    }
    double right = amountFirst ? rights[index(rights, x - reach)] : x;
    double left = amountFirst ? lefts[index(lefts, x + reach) - 1] : x;
    return List.of(
        part(word, 0, end, word.box().left(), Math.min(right, left)),
        part(word, begin, count, Math.max(right, left), word.box().right()));
  }

  /** Some characters of a word, which stand between two x. */
  private static Word part(Word word, int from, int to, double left, double right) {
    Word part = word.slice(from, to);
    return new Word(
        part.text(),
        new Box(left, word.box().top(), right, word.box().bottom()),
        part.glyphs(),
        part.fontSize(),
        part.bold(),
        part.origin(),
        part.confidence(),
        List.of(new Reading(part.text(), part.confidence())));
  }

  private boolean partsLabel(Word left, Word right) {
    return isApart(left, right)
        && !isAmount(left)
        && isText(left)
        && isAmount(right)
        && count(rights, right.box().right(), MAX_EDGE_DIFFERENCE) > MIN_ALIGNED;
  }

  /**
   * An amount with decimals or separators stands in a text only before its unit; then one more that
   * ends there, and one more label that begins there, are enough. A whole number without either is
   * an amount where amounts end.
   */
  private boolean partsLists(Word left, Word right) {
    return isApart(left, right)
        && (isAmount(left) || WHOLE.matcher(left.text()).matches())
        && isText(right)
        && !UNIT.matcher(right.text()).lookingAt()
        && count(lefts, right.box().left(), MAX_EDGE_DIFFERENCE) > MIN_BESIDE
        && count(rights, left.box().right(), MAX_EDGE_DIFFERENCE) > MIN_BESIDE;
  }

  private static boolean isApart(Word left, Word right) {
    return right.box().left() - left.box().right() >= MIN_GAP_EM * left.fontSize();
  }

  private static boolean isAmount(Word word) {
    return AmountForm.matches(word.text());
  }

  private static boolean isText(Word word) {
    return Ideographs.in(word.text());
  }

  /** How many of the sorted values lie around x. */
  private static int count(double[] sorted, double x, double reach) {
    return index(sorted, x + reach) - index(sorted, x - reach);
  }

  private static int index(double[] sorted, double x) {
    int at = Arrays.binarySearch(sorted, x);
    return at >= 0 ? at : -at - 1;
  }
}
