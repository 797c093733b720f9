package org.yusuan.claim.statement;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.text.ListMark;
import org.yusuan.text.PageNumber;

/** A paragraph of the prose, put together from its lines; it may run over pages. */
public final class Paragraph {

  /** A line that ends this many times its height before the margin ends its paragraph. A guess. */
  private static final double MIN_SHORT_LINE_HEIGHTS = 2.5;

  /** A line that stands first on at least this many pages is a running head. A guess. */
  private static final int MIN_RUNNING_PAGES = 3;

  private static final Pattern LEADERS = Pattern.compile(".*[.…·]{5,}.*");

  /** A line that begins with such a mark begins a paragraph. */
  private static final Set<ListMark.Style> NUMBERED =
      EnumSet.of(ListMark.Style.PART, ListMark.Style.NUMERAL, ListMark.Style.NUMERAL_IN_BRACKETS);

  /** A line that is the title of a text. */
  private static final Pattern TITLE = Pattern.compile("\\s*关\\s*于.*说\\s*明\\s*");

  /** A line that may be the first of such a title, which goes on below. */
  private static final Pattern TITLE_START = Pattern.compile("\\s*关\\s*于[^。,，;；:：]*");

  private static final String QUOTES = "\"'“”‘’「」『』";

  /** Marks of footnotes, which normalization would make digits of the figure before them. */
  private static final String RAISED = "¹²³⁰⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉";

  /** Strokes for which recognition may take the numeral one in 一般, where nothing else can stand. */
  private static final Pattern STROKE = Pattern.compile("[-—–~·_](?=般)");

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder raw = new StringBuilder();
  private final List<Integer> rawAt = new ArrayList<>();
  private final List<LinePlace> placeAt = new ArrayList<>();

  private Paragraph() {}

  /** A paragraph of one line: the words that state an amount, as a claim keeps them. */
  static Paragraph of(String text, int page, @Nullable Box box) {
    Paragraph paragraph = new Paragraph();
    paragraph.add(text, new LinePlace(page, box));
    return paragraph;
  }

  /**
   * Where a line stands.
   *
   * @param page page number, from 1
   * @param box the line's box; null if unknown
   */
  record LinePlace(int page, @Nullable Box box) {}

  /** The paragraphs outside all tables, and those of notes in their frames, in reading order. */
  public static List<Paragraph> readParagraphs(List<PageContent> pages) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Paragraph current = new Paragraph();
    Set<String> heads = runningHeads(pages);
    for (PageContent page : pages) {
      double margin = page.lines().stream().mapToDouble(l -> l.box().right()).max().orElse(0);
      double left = page.lines().stream().mapToDouble(l -> l.box().left()).min().orElse(0);
      TextLine heading = null;
      boolean begun = false;
      TextLine first = page.lines().isEmpty() ? null : page.lines().get(0);
      for (int i = 0; i < page.lines().size(); i++) {
        TextLine line = page.lines().get(i);
        String text = line.text();
        if (PageNumber.isPossible(text)
            || LEADERS.matcher(text).matches()
            || (line == first && heads.contains(text))) {
          continue;
        }
        ListMark mark = ListMark.of(text);
        boolean numbered = mark != null && NUMBERED.contains(mark.style());
        if (numbered || (heading != null && isIndentedAs(heading, line, left))) {
          current.finish(paragraphs);
          current = new Paragraph();
        }
        heading = numbered ? line : null;
        boolean title = begun || TITLE.matcher(text).matches();
        boolean begins =
            !title
                && i + 1 < page.lines().size()
                && TITLE_START.matcher(text).matches()
                && TITLE.matcher(text + page.lines().get(i + 1).text()).matches();
        if ((title && !begun) || begins) {
          current.finish(paragraphs);
          current = new Paragraph();
        }
        begun = begins;
        current.add(text, new LinePlace(page.page().number(), line.box()));
        boolean ends = line.box().right() < margin - MIN_SHORT_LINE_HEIGHTS * line.box().height();
        if (title || (ends && !begins)) {
          current.finish(paragraphs);
          current = new Paragraph();
        }
      }
      for (List<TextLine> note : page.enclosedNotes()) {
        paragraphs.addAll(readParagraphs(List.of(new PageContent(page.page(), List.of(), note))));
      }
    }
    current.finish(paragraphs);
    return paragraphs;
  }

  /** Lines that stand first on several pages: they are running heads, and no part of the text. */
  private static Set<String> runningHeads(List<PageContent> pages) {
    Map<String, Integer> times = new HashMap<>();
    for (PageContent page : pages) {
      if (!page.lines().isEmpty()) {
        times.merge(page.lines().get(0).text(), 1, Integer::sum);
      }
    }
    times.values().removeIf(count -> count < MIN_RUNNING_PAGES);
    return times.keySet();
  }

  /** Whether a line below a numbered one is indented as it is: then it begins a paragraph. */
  private static boolean isIndentedAs(TextLine heading, TextLine line, double left) {
    double height = line.box().height();
    return Math.abs(heading.box().left() - line.box().left()) < height
        && line.box().left() > left + height;
  }

  private void finish(List<Paragraph> paragraphs) {
    if (!plain.isEmpty()) {
      paragraphs.add(this);
    }
  }

  private void add(String text, LinePlace place) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        continue;
      }
      if (QUOTES.indexOf(c) < 0 && RAISED.indexOf(c) < 0) {
        plain.append(folded(c));
        rawAt.add(raw.length());
        placeAt.add(place);
      }
      raw.append(c);
    }
  }

  private static char folded(char c) {
    if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF)) {
      return c;
    }
    String folded = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
    return folded.length() == 1 ? folded.charAt(0) : c;
  }

  /** The text without white space and quotation marks, in half-width forms. */
  String plain() {
    return STROKE.matcher(plain).replaceAll("一");
  }

  /** The published text, without white space, of a part of the plain text. */
  String published(int start, int end) {
    return raw.substring(rawAt.get(start), rawAt.get(end - 1) + 1);
  }

  /** The page that a character of the plain text stands on. */
  int page(int index) {
    return placeAt.get(index).page();
  }

  /** The line that a part of the plain text stands on; null if it runs over a line's end. */
  @Nullable Box box(int start, int end) {
    LinePlace first = placeAt.get(start);
    return first == placeAt.get(end - 1) ? first.box() : null;
  }
}
