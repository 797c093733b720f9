package org.yusuan.layout.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.text.TextNormalizer;

/** Reads the cover of a document: the first page that has any text. */
final class CoverReader {

  /** A cover has no more lines than this (a guess); a first page with more is prose or contents. */
  private static final int MAX_COVER_LINES = 12;

  /** Titles of covers are set over at most this many lines: year, organization, kind. A guess. */
  private static final int MAX_TITLE_LINES = 3;

  /** Wrapped lines differ in height by less than this part of the higher one (a guess). */
  private static final double MAX_HEIGHT_DIFFERENCE = 0.3;

  private CoverReader() {}

  /**
   * The title of a document; texts are empty where it has none.
   *
   * @param line the line that says year, level and stage
   * @param organization whose document it is; another line may say it
   */
  record Cover(
      Stated<String> line, Stated<String> organization, String year, String level, String stage) {}

  /** The lines of the cover in plain form, each also with those that it may be wrapped from. */
  static List<Stated<String>> lines(List<PageContent> pages) {
    for (PageContent page : pages) {
      List<TextLine> all = page.lines();
      int number = page.page().number();
      List<Stated<String>> found = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        TextLine first = all.get(i);
        found.add(stated(first.text(), number, first.box()));
        if (all.size() <= MAX_COVER_LINES) {
          String text = first.text();
          for (TextLine next :
              all.subList(i + 1, Math.max(i + 1, Math.min(all.size(), i + MAX_TITLE_LINES)))) {
            text += next.text();
            found.add(stated(text, number, first.box().union(next.box())));
          }
        } else if (i + 1 < all.size() && isWrapped(first, all.get(i + 1))) {
          TextLine next = all.get(i + 1);
          found.add(stated(first.text() + next.text(), number, first.box().union(next.box())));
        }
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private static Stated<String> stated(String text, int page, Box box) {
    return new Stated<>(TextNormalizer.of(text), text, page, box);
  }

  private static boolean isWrapped(TextLine first, TextLine second) {
    double a = first.box().height();
    double b = second.box().height();
    return Math.abs(a - b) < MAX_HEIGHT_DIFFERENCE * Math.max(a, b)
        && second.box().top() - first.box().bottom() < 2 * b;
  }

  /** The title of the document; null if no line of the cover bears one. */
  static @Nullable Cover cover(List<Stated<String>> lines, TableTerms.SubjectWords words) {
    Cover bare = null;
    for (Pattern pattern : words.covers()) {
      for (Stated<String> line : lines) {
        Matcher matcher = pattern.matcher(line.value());
        if (!matcher.matches()) {
          continue;
        }
        Cover cover =
            new Cover(
                line,
                line.withValue(said(matcher, "organization")),
                said(matcher, "year"),
                said(matcher, "level"),
                said(matcher, "stage"));
        String name = cover.organization.value();
        if (words.name().matcher(name).matches()) {
          return bare == null || !cover.stage.isEmpty()
              ? cover
              : new Cover(bare.line, cover.organization, bare.year, bare.level, bare.stage);
        }
        bare = bare == null && name.isEmpty() ? cover : bare;
      }
    }
    return bare;
  }

  private static String said(Matcher matcher, String group) {
    return Objects.requireNonNullElse(matcher.group(group), "");
  }
}
