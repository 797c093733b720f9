package org.yusuan.layout.title;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.model.table.Box;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Finds the title among the lines above a table: the nearest line that is no caption, if it is no
 * prose, with the lines that it was wrapped from.
 */
final class TitleReader {

  /** A title without the word 表 is set larger than the table by at least this factor. A guess. */
  private static final double MIN_SIZE_RATIO = 1.15;

  /** The sizes of the lines of one title differ by at most this share. A guess. */
  private static final double MAX_SIZE_DIFFERENCE = 0.06;

  /**
   * The white between two lines of one title is at most this part of their height; 0.35 to 0.8 in
   * those seen.
   */
  private static final double MAX_LINE_GAP = 1.2;

  /**
   * A title over the middle of its table misses that by at most this share of the width of the
   * table. A guess.
   */
  private static final double MAX_OFF_CENTRE = 0.04;

  /**
   * Such a title begins more than this share of the width right of the left edge; otherwise it is
   * as likely a line of prose. A guess.
   */
  private static final double MIN_INDENT = 0.1;

  /** A title has at most this many characters. A guess. */
  private static final int MAX_TITLE_CHARACTERS = 80;

  /**
   * A line that only its place or its size tells for a title has at least this many characters. A
   * guess.
   */
  private static final int MIN_PLACED_CHARACTERS = 4;

  /** A title is wrapped from at most this many lines. A guess. */
  private static final int MAX_LINES = 3;

  /** A line that ends at least this many of its heights before the longest is not full. A guess. */
  private static final double MIN_SHORTFALL_HEIGHTS = 2;

  /** Two lines of one title share at least this part of the width of the shorter one. A guess. */
  private static final double MIN_WIDTH_OVERLAP = 0.9;

  /** Text above a table is at least this share as large as the text in it. A guess. */
  private static final double MIN_TEXT_SIZE = 0.5;

  /** A text, in plain form, whose bracket goes on in the next line. */
  private static final String OPEN_BRACKET = ".*[(][^)]*";

  /**
   * A line above a table.
   *
   * @param text as published
   * @param plain in plain form
   * @param box where it stands
   * @param page on which page
   * @param fontSize of its largest word; 0 for a row of the grid
   */
  record TitleLine(String text, String plain, Box box, int page, double fontSize) {
    TitleLine(String text, Box box, int page, double fontSize) {
      this(text, TextNormalizer.of(text), box, page, fontSize);
    }

    private TitleLine followedBy(TitleLine other) {
      return new TitleLine(
          text + other.text,
          plain + other.plain,
          page == other.page ? box.union(other.box) : box,
          page,
          Math.max(fontSize, other.fontSize));
    }
  }

  private final TableTerms.CaptionLines captions;
  private final TableTerms.Titles titles;
  private final LayoutMatcher known;

  TitleReader(Layouts layouts) {
    this.captions = layouts.vocabulary().captions();
    this.titles = layouts.vocabulary().titles();
    this.known = new LayoutMatcher(layouts);
  }

  /**
   * The whole title; null if the lines hold none.
   *
   * @param lines the lines above the table, from the top down
   * @param tableSize the size of the table's own letters
   * @param table where the table stands
   */
  @Nullable TitleLine find(List<TitleLine> lines, double tableSize, Box table) {
    TitleLine parts = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      TitleLine line = lines.get(i);
      if (isCaption(line) || isSpeck(line, tableSize) || isGroup(lines, i, table)) {
        continue;
      }
      if (titles.part().matcher(line.plain).matches()
          && !titles.prose().matcher(line.plain).matches()) {
        parts = parts == null ? line : line.followedBy(parts);
        continue;
      }
      if (!isTitle(line, tableSize, table)) {
        // A caption that is unknown, or misread, may stand below a known title; prose does not.
        if (titles.prose().matcher(line.plain).matches()) {
          return null;
        }
        int above = i - 1;
        while (above >= 0 && !known.isTitle(lines.get(above).plain)) {
          above--;
        }
        return above < 0 ? null : wrapped(lines, above);
      }
      TitleLine whole = wrapped(lines, isAtSide(line, table) ? largerAbove(lines, i) : i);
      return parts == null ? whole : whole.followedBy(parts);
    }
    return null;
  }

  /** A rest of a ruling or a stroke, read as a character. */
  private static boolean isSpeck(TitleLine line, double tableSize) {
    return line.fontSize > 0
        && line.fontSize < MIN_TEXT_SIZE * tableSize
        && line.plain.codePointCount(0, line.plain.length()) == 1;
  }

  /**
   * Whether a line is the name of a group of columns that the table lost: it stands below the unit,
   * away from the middle, and does not end as a title does, where a line above the unit does.
   */
  private boolean isGroup(List<TitleLine> lines, int at, Box table) {
    TitleLine line = lines.get(at);
    boolean beside =
        Math.abs(line.box.centerX() - table.centerX()) > MAX_OFF_CENTRE * table.width()
            && line.box.left() - table.left() > MIN_INDENT * table.width();
    if (!beside || titles.end().matcher(line.plain).matches()) {
      return false;
    }
    int unit = at - 1;
    while (unit >= 0 && !captions.unit().matcher(lines.get(unit).plain).find()) {
      unit--;
    }
    for (int i = unit - 1; i >= 0; i--) {
      String plain = lines.get(i).plain;
      if (!isCaption(lines.get(i)) && titles.end().matcher(plain).matches()) {
        return !titles.prose().matcher(plain).matches();
      }
    }
    return false;
  }

  /** Whether a line begins where its table does and only its size tells it for a title. */
  private boolean isAtSide(TitleLine line, Box table) {
    return line.box.left() - table.left() <= MIN_INDENT * table.width()
        && !known.isTitle(line.plain)
        && !titles.end().matcher(line.plain).matches();
  }

  /** The line above one that says that it is a title and is set larger; else the line itself. */
  private int largerAbove(List<TitleLine> lines, int at) {
    for (int i = at - 1; i >= 0; i--) {
      TitleLine line = lines.get(i);
      if (line.fontSize > MIN_SIZE_RATIO * lines.get(at).fontSize
          && (known.isTitle(line.plain) || titles.end().matcher(line.plain).matches())) {
        return i;
      }
    }
    return at;
  }

  /**
   * The heading of the section whose prose leads over to a table without a title of its own: 二、单位构成
   * … 包括：; null if there is none.
   *
   * @param lines the lines above the table, from the top down
   */
  @Nullable TitleLine section(List<TitleLine> lines) {
    int last = lines.size() - 1;
    while (last >= 0 && isCaption(lines.get(last))) {
      last--;
    }
    if (last < 0 || !titles.lead().matcher(lines.get(last).plain).matches()) {
      return null;
    }
    for (int i = last - 1; i >= 0; i--) {
      if (titles.section().matcher(lines.get(i).plain).lookingAt()) {
        return heading(lines.subList(i, last + 1));
      }
    }
    return null;
  }

  /** The heading that lines begin with; null if they begin with a paragraph that has a number. */
  private @Nullable TitleLine heading(List<TitleLine> lines) {
    TitleLine heading = lines.get(0);
    int next = 1;
    while (next < lines.size() && heading.plain.matches(OPEN_BRACKET)) {
      heading = heading.followedBy(lines.get(next));
      next++;
    }
    if (next == lines.size()
        || next > MAX_LINES
        || heading.plain.length() > MAX_TITLE_CHARACTERS
        || titles.prose().matcher(heading.plain).matches()) {
      return null;
    }
    // The second line of a paragraph begins further left than the first, which is full.
    TitleLine first = lines.get(0);
    double right = lines.stream().mapToDouble(line -> line.box.right()).max().orElse(0);
    boolean isFull = first.box.right() > right - MIN_SHORTFALL_HEIGHTS * first.box.height();
    boolean goesOn = lines.get(next).box.left() < first.box.left() - first.box.height() / 2;
    return next == 1 && isFull && goesOn ? null : heading;
  }

  private boolean isTitle(TitleLine line, double tableSize, Box table) {
    String plain = line.plain;
    if (known.isTitle(plain)) {
      return true;
    }
    if (titles.prose().matcher(plain).matches() || plain.length() > MAX_TITLE_CHARACTERS) {
      return false;
    }
    if (titles.end().matcher(plain).matches()) {
      return true;
    }
    boolean named =
        plain.length() >= MIN_PLACED_CHARACTERS && Ideographs.count(plain) * 2 >= plain.length();
    double middle = Math.abs(line.box.centerX() - table.centerX());
    boolean centered =
        middle <= MAX_OFF_CENTRE * table.width()
            && line.box.left() - table.left() > MIN_INDENT * table.width();
    return line.fontSize > 0 && named && (line.fontSize > MIN_SIZE_RATIO * tableSize || centered);
  }

  /** The title that ends in a line, with the lines above that it was wrapped from. */
  private TitleLine wrapped(List<TitleLine> lines, int end) {
    TitleLine whole = lines.get(end);
    TitleLine last = whole;
    for (int i = end - 1; i >= 0 && i > end - MAX_LINES; i--) {
      TitleLine line = lines.get(i);
      boolean open = line.plain.matches(".*[、和及与(]");
      if (isCaption(line)
          || line.fontSize == 0
          || titles.part().matcher(line.plain).matches()
          || titles.end().matcher(line.plain).matches()
          || (titles.prose().matcher(line.plain).matches() && !open)
          || titles.section().matcher(line.plain).matches()
          || (known.isTitle(whole.plain) && !open && !known.isTitle(line.plain + whole.plain))
          || !isWrapped(line, last)) {
        break;
      }
      whole = line.followedBy(whole);
      last = line;
    }
    return whole;
  }

  private static boolean isWrapped(TitleLine first, TitleLine second) {
    double height = Math.max(first.box.height(), second.box.height());
    double gap = second.box.top() - first.box.bottom();
    return first.page == second.page
        && Math.abs(first.fontSize - second.fontSize) <= MAX_SIZE_DIFFERENCE * second.fontSize
        && gap > -height
        && gap <= MAX_LINE_GAP * height
        && (first.box.overlapX(second.box)
            >= MIN_WIDTH_OVERLAP * Math.min(first.box.width(), second.box.width()));
  }

  private boolean isCaption(TitleLine line) {
    String plain = line.plain;
    return captions.unit().matcher(plain).find()
        || captions.organization().matcher(plain).find()
        || captions.note().matcher(plain).matches()
        || titles.aside().matcher(plain).matches()
        || isNumber(plain);
  }

  private boolean isNumber(String plain) {
    Matcher matcher = captions.attachment().matcher(plain);
    return matcher.lookingAt() && plain.substring(matcher.end()).matches("[\\p{P}\\s]*");
  }

  /** The title without the number of an attachment, a form or a section before it. */
  String name(String title) {
    String rest = title.strip();
    for (Pattern number : List.of(captions.attachment(), titles.section())) {
      Matcher matcher = number.matcher(folded(rest));
      if (matcher.lookingAt()) {
        String after = rest.substring(matcher.end()).replaceFirst("^[\\s:：、.]+", "");
        rest = after.isEmpty() ? rest : after;
      }
    }
    return rest;
  }

  /** The title as published; without a number that belongs to the document, not to the title. */
  String published(String title) {
    return titles.form().matcher(TextNormalizer.of(title)).lookingAt() ? title : name(title);
  }

  /** Punctuation and digits in their plain form, each character in its place. */
  private static String folded(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      // The half-width forms stand in the same order as their full-width ones.
      plain.append(c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c);
    }
    return plain.toString();
  }
}
