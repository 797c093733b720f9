package org.yusuan.grid.element;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.PrintedNumber;

/** Puts words into lines and lines into the text of a cell. */
public final class TextLines {

  /**
   * Words whose heights overlap by at least this part of the lower one stand on one line. A guess.
   */
  private static final double MIN_HEIGHT_OVERLAP = 0.5;

  /**
   * Words whose heights overlap by at least this part still stand on one line if they fill its
   * gaps: quotation marks and digits of another font may sit half a character higher or lower.
   * Wrapped lines overlap by less. A guess.
   */
  private static final double MIN_SHIFTED_OVERLAP = 0.25;

  /**
   * Words that overlap along the line by no more than this part of their height do not cover each
   * other. A guess.
   */
  private static final double MAX_WIDTH_OVERLAP = 0.2;

  /**
   * A line that leaves no more than this part of the font size free could not take another digit. A
   * guess.
   */
  private static final double MAX_ROOM_EM = 1.1;

  /** Amounts have at most this many digits after the point. */
  private static final int MAX_DECIMALS = 2;

  /**
   * Performance tables print amounts to the yuan in 万元 with this many digits after the point, and
   * break them behind it.
   */
  private static final int MAX_CUT_DECIMALS = 6;

  /**
   * A number of at least this many digits that goes on below is an amount; shorter ones may be
   * codes that stand one below another. A guess.
   */
  private static final int MIN_AMOUNT_DIGITS = 6;

  private TextLines() {}

  /** The lines that the words make up, from the top down, each from left to right. */
  public static List<TextLine> of(List<Word> words) {
    List<Word> sorted = new ArrayList<>(words);
    sorted.sort(Comparator.comparingDouble(word -> word.box().centerY()));
    List<List<Word>> lines = new ArrayList<>();
    List<Box> boxes = new ArrayList<>();
    for (Word word : sorted) {
      int last = lines.size() - 1;
      if (last >= 0 && onOneLine(boxes.get(last), word.box())) {
        lines.get(last).add(word);
        boxes.set(last, boxes.get(last).union(word.box()));
      } else {
        lines.add(new ArrayList<>(List.of(word)));
        boxes.add(word.box());
      }
    }
    joinShifted(lines, boxes);
    List<TextLine> result = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).sort(Comparator.comparingDouble(word -> word.box().left()));
      result.add(new TextLine(joinWords(lines.get(i)), boxes.get(i), lines.get(i)));
    }
    return result;
  }

  /** Joins a line with the next one if each fills the gaps of the other. */
  private static void joinShifted(List<List<Word>> lines, List<Box> boxes) {
    for (int i = lines.size() - 2; i >= 0; i--) {
      Box above = boxes.get(i);
      Box below = boxes.get(i + 1);
      double shared = above.overlapY(below);
      if (shared >= MIN_SHIFTED_OVERLAP * Math.min(above.height(), below.height())
          && areBeside(lines.get(i), lines.get(i + 1))) {
        lines.get(i).addAll(lines.remove(i + 1));
        boxes.set(i, above.union(boxes.remove(i + 1)));
      }
    }
  }

  private static boolean areBeside(List<Word> a, List<Word> b) {
    for (Word word : a) {
      for (Word other : b) {
        double height = Math.min(word.box().height(), other.box().height());
        if (word.box().overlapX(other.box()) > MAX_WIDTH_OVERLAP * height) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean onOneLine(Box a, Box b) {
    return a.overlapY(b) >= MIN_HEIGHT_OVERLAP * Math.min(a.height(), b.height());
  }

  private static String joinWords(List<Word> words) {
    StringBuilder text = new StringBuilder();
    for (Word word : words) {
      append(text, word.text());
    }
    return text.toString();
  }

  /**
   * The text of a cell: its lines joined. Chinese characters are joined without a space. A number
   * that is broken over lines becomes one number, unless each piece is a number of its own.
   */
  public static String cellText(List<TextLine> lines) {
    StringBuilder text = new StringBuilder();
    for (TextLine line : lines) {
      if (isBrokenNumber(text, line.text())) {
        text.append(line.text());
      } else {
        append(text, line.text());
      }
    }
    return text.toString();
  }

  /**
   * The text of a cell of known width. A number that did not fit and goes on in the next line is
   * one number, even if each of its lines could be a number of its own.
   *
   * @param width width of the cell in points
   */
  public static String cellText(List<TextLine> lines, double width) {
    String whole = lines.size() > 1 ? wrappedAmount(lines, width) : null;
    return whole == null ? cellText(lines) : whole;
  }

  private static @Nullable String wrappedAmount(List<TextLine> lines, double width) {
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      boolean isLast = i == lines.size() - 1;
      double room = width - line.box().width();
      if (!line.text().chars().allMatch(c -> !Character.isLetter(c) && c != ' ')
          || (!isLast && room > MAX_ROOM_EM * line.words().get(0).fontSize())) {
        return null;
      }
      whole.append(line.text());
    }
    String first = lines.get(0).text();
    PrintedNumber figure = PrintedNumber.parse(whole.toString());
    boolean marked = whole.indexOf(",") >= 0 || whole.indexOf(".") >= 0;
    boolean shorter = lines.get(lines.size() - 1).text().length() < first.length();
    boolean isAmount =
        figure != null
            && figure.decimals() <= (isCutDecimal(lines) ? MAX_CUT_DECIMALS : MAX_DECIMALS)
            && shorter
            && (marked || first.length() >= MIN_AMOUNT_DIGITS);
    return isAmount ? whole.toString() : null;
  }

  /** Whether a long number breaks behind its point: what follows has no point of its own. */
  private static boolean isCutDecimal(List<TextLine> lines) {
    String first = lines.get(0).text();
    return first.length() >= MIN_AMOUNT_DIGITS
        && first.indexOf('.') >= 0
        && lines.stream().skip(1).allMatch(l -> l.text().chars().allMatch(Character::isDigit));
  }

  private static boolean isBrokenNumber(StringBuilder first, String second) {
    if (first.isEmpty()
        || second.isEmpty()
        || !couldBeInNumber(first.charAt(first.length() - 1))
        || !couldBeInNumber(second.charAt(0))) {
      return false;
    }
    String head = first.toString();
    return PrintedNumber.parse(head + second) != null
        && (PrintedNumber.parse(head) == null || PrintedNumber.parse(second) == null);
  }

  /** Both texts as one, as if the second were the next line. */
  public static String joined(String first, String second) {
    StringBuilder text = new StringBuilder(first);
    append(text, second);
    return text.toString();
  }

  /** Whether a number may have the character in it: a digit, a point, a sign; no letter. */
  private static boolean couldBeInNumber(char c) {
    return !Character.isLetter(c);
  }

  /** Appends with a space between, unless one of the two neighbours is a Chinese character. */
  private static void append(StringBuilder text, String more) {
    if (!text.isEmpty()
        && !more.isEmpty()
        && !isChinese(text.codePointBefore(text.length()))
        && !isChinese(more.codePointAt(0))) {
      text.append(' ');
    }
    text.append(more);
  }

  private static boolean isChinese(int c) {
    return Character.isIdeographic(c)
        || (c >= 0x3000 && c <= 0x303F)
        || (c >= 0xFF00 && c <= 0xFF60);
  }
}
