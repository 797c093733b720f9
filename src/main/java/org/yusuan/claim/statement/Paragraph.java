package org.yusuan.claim.statement;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;

/** A paragraph of the prose, put together from its lines; it may run over pages. */
public final class Paragraph {

  /** A line that ends this many times its height before the margin ends its paragraph. */
  private static final double SHORT_OF_MARGIN = 2.5;

  private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–\\s]*第?\\d{1,3}页?[-—–\\s]*");
  private static final Pattern LEADERS = Pattern.compile(".*[.…·]{5,}.*");

  /** Numbers of parts and sections, with which no line goes on. */
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\s*(第[一二三四五六七八九十]+(部分|章|节)|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]).*");

  private static final String QUOTES = "\"'“”‘’「」『』";

  /** What recognition makes of the numeral one in 一般, where nothing else can stand. */
  private static final Pattern STROKE = Pattern.compile("[-—–~·_](?=般)");

  private final StringBuilder plain = new StringBuilder();
  private final StringBuilder raw = new StringBuilder();
  private final List<Integer> rawAt = new ArrayList<>();
  private final List<Place> placeAt = new ArrayList<>();

  private Paragraph() {}

  /** A paragraph of one line: the words that state an amount, as a claim keeps them. */
  static Paragraph of(String text, int page, @Nullable Box box) {
    Paragraph paragraph = new Paragraph();
    paragraph.add(text, new Place(page, box));
    return paragraph;
  }

  /**
   * Where a line stands.
   *
   * @param page page number, from 1
   * @param box the line's box; null if unknown
   */
  record Place(int page, @Nullable Box box) {}

  /** The paragraphs outside all tables, in reading order. */
  public static List<Paragraph> read(List<PageContent> pages) {
    List<Paragraph> paragraphs = new ArrayList<>();
    Paragraph current = new Paragraph();
    for (PageContent page : pages) {
      double margin = page.lines().stream().mapToDouble(l -> l.box().right()).max().orElse(0);
      for (TextLine line : page.lines()) {
        String text = line.text();
        if (PAGE_NUMBER.matcher(text).matches() || LEADERS.matcher(text).matches()) {
          continue;
        }
        if (NUMBERED.matcher(text).matches()) {
          current.finish(paragraphs);
          current = new Paragraph();
        }
        current.add(text, new Place(page.page().number(), line.box()));
        if (line.box().right() < margin - SHORT_OF_MARGIN * line.box().height()) {
          current.finish(paragraphs);
          current = new Paragraph();
        }
      }
    }
    current.finish(paragraphs);
    return paragraphs;
  }

  private void finish(List<Paragraph> paragraphs) {
    if (!plain.isEmpty()) {
      paragraphs.add(this);
    }
  }

  private void add(String text, Place place) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        continue;
      }
      if (QUOTES.indexOf(c) < 0) {
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
    Place first = placeAt.get(start);
    return first.equals(placeAt.get(end - 1)) ? first.box() : null;
  }
}
