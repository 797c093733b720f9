package org.yusuan.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.Layouts;
import org.yusuan.model.Level;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Stage;
import org.yusuan.page.TextLine;
import org.yusuan.text.TextNormalizer;

/**
 * Reads whose disclosure a document is and for when: from the cover, and from what its tables'
 * titles and captions agree on.
 */
public final class SubjectReader {

  private static final Pattern YEAR = Pattern.compile("(20\\d\\d|19\\d\\d)年");
  private static final Pattern STAGE = Pattern.compile("(部门|单位)?(决算|预算)");
  private static final Pattern COVER =
      Pattern.compile("^(.*?)((?:20|19)\\d\\d)年度?(?:区级|市级|县级|省级|本级)?(部门|单位)?(预算|决算).{0,12}$");

  /** A name has no punctuation of sentences, and no number of a section before it. */
  private static final Pattern NAME =
      Pattern.compile("(?![一二三四五六七八九十]+、)[\\p{IsHan}\\w()·、-]{3,40}");

  private static final Pattern REGION =
      Pattern.compile(
          "^(?:中共|中国共产党)?((?:.{2,8}?(?:省|自治区))?(?:.{2,10}?(?:市|自治州|地区|盟))?(?:.{1,8}?(?:区|县|旗|市))?)(?=.{2,})");

  private SubjectReader() {}

  /** What the pages and tables of a document say of its subject. */
  public static Subject read(
      List<PageContent> pages, List<TableMapper.Mapped> tables, Layouts layouts) {
    List<Stated<String>> cover = coverLines(pages);
    List<Stated<String>> titles = new ArrayList<>();
    List<Stated<String>> captions = new ArrayList<>();
    List<Stated<Stage>> stages = new ArrayList<>();
    for (TableMapper.Mapped table : tables) {
      Stated<String> title = table.title();
      if (title != null) {
        titles.add(title);
        if (table.stage() != null) {
          stages.add(new Stated<>(table.stage(), title.text(), title.page(), title.bbox()));
        }
      }
      if (table.organization() != null) {
        captions.add(table.organization());
      }
    }
    Stated<String> organization = organization(cover, captions, layouts);
    return new Subject(
        organization,
        organization == null ? null : region(organization),
        level(cover, titles, captions),
        year(cover, titles),
        stage(cover, titles, stages));
  }

  /** The lines of the first page that has any, and each with the line that it is wrapped from. */
  private static List<Stated<String>> coverLines(List<PageContent> pages) {
    List<Stated<String>> lines = new ArrayList<>();
    for (PageContent page : pages) {
      TextLine before = null;
      for (TextLine line : page.lines()) {
        int number = page.page().number();
        lines.add(new Stated<>(TextNormalizer.of(line.text()), line.text(), number, line.box()));
        if (before != null && isWrapped(before, line)) {
          String both = before.text() + line.text();
          lines.add(
              new Stated<>(TextNormalizer.of(both), both, number, before.box().union(line.box())));
        }
        before = line;
      }
      if (!lines.isEmpty()) {
        break;
      }
    }
    return lines;
  }

  private static boolean isWrapped(TextLine first, TextLine second) {
    double a = first.box().height();
    double b = second.box().height();
    return Math.abs(a - b) < 0.3 * Math.max(a, b)
        && second.box().top() - first.box().bottom() < 2 * b;
  }

  private static @Nullable Stated<String> organization(
      List<Stated<String>> cover, List<Stated<String>> captions, Layouts layouts) {
    Stated<String> common = mostFrequent(captions);
    if (common != null) {
      return common;
    }
    Pattern caption = layouts.vocabulary().captions().organization();
    for (Stated<String> line : cover) {
      Matcher matcher = caption.matcher(line.value());
      if (matcher.find() && matcher.group(1).length() >= 4) {
        return new Stated<>(matcher.group(1), line.text(), line.page(), line.bbox());
      }
    }
    Stated<String> best = null;
    for (int i = 0; i < cover.size(); i++) {
      Stated<String> line = cover.get(i);
      Matcher matcher = COVER.matcher(line.value());
      if (!matcher.matches()) {
        continue;
      }
      String name = matcher.group(1);
      if (NAME.matcher(name).matches() && (best == null || name.length() > best.value().length())) {
        best = new Stated<>(name, line.text(), line.page(), line.bbox());
      } else if (name.isEmpty() && best == null && i > 0) {
        best = nameAbove(cover, i);
      }
    }
    return best;
  }

  /** The organization's name on the lines above 「2024年度部门决算」; it may be wrapped. */
  private static @Nullable Stated<String> nameAbove(List<Stated<String>> cover, int title) {
    Stated<String> best = null;
    for (int i = title - 1; i >= 0 && cover.get(i).page() == cover.get(title).page(); i--) {
      Stated<String> line = cover.get(i);
      boolean name =
          line.value().length() >= 4
              && NAME.matcher(line.value()).matches()
              && !YEAR.matcher(line.value()).find();
      if (name && (best == null || line.value().endsWith(best.value()))) {
        best = line;
      }
    }
    return best;
  }

  private static @Nullable Stated<String> region(Stated<String> organization) {
    Matcher matcher = REGION.matcher(organization.value());
    if (!matcher.find() || matcher.group(1).isEmpty()) {
      return null;
    }
    return new Stated<>(
        matcher.group(1), organization.text(), organization.page(), organization.bbox());
  }

  private static @Nullable Stated<Integer> year(
      List<Stated<String>> cover, List<Stated<String>> titles) {
    List<Stated<String>> years = new ArrayList<>();
    for (List<Stated<String>> source : List.of(titles, cover)) {
      for (Stated<String> line : source) {
        Matcher matcher = YEAR.matcher(TextNormalizer.of(line.value()));
        if (matcher.find()) {
          years.add(new Stated<>(matcher.group(1), line.text(), line.page(), line.bbox()));
        }
      }
      if (!years.isEmpty()) {
        break;
      }
    }
    Stated<String> common = mostFrequent(years);
    return common == null
        ? null
        : new Stated<>(
            Integer.valueOf(common.value()), common.text(), common.page(), common.bbox());
  }

  private static @Nullable Stated<Level> level(
      List<Stated<String>> cover, List<Stated<String>> titles, List<Stated<String>> captions) {
    for (Stated<String> line : cover) {
      Matcher matcher = COVER.matcher(line.value());
      if (matcher.matches() && matcher.group(3) != null) {
        return new Stated<>(
            matcher.group(3).equals("部门") ? Level.DEPARTMENT : Level.UNIT,
            line.text(),
            line.page(),
            line.bbox());
      }
    }
    List<Stated<String>> found = new ArrayList<>();
    for (Stated<String> title : titles) {
      String plain = TextNormalizer.of(title.text());
      if (plain.contains("部门") != plain.contains("单位")) {
        found.add(
            new Stated<>(
                plain.contains("部门") ? "部门" : "单位", title.text(), title.page(), title.bbox()));
      }
    }
    if (found.isEmpty()) {
      for (Stated<String> caption : captions) {
        boolean unit = TextNormalizer.of(caption.text()).startsWith("编制单位");
        found.add(new Stated<>(unit ? "单位" : "部门", caption.text(), caption.page(), caption.bbox()));
      }
    }
    Stated<String> common = mostFrequent(found);
    return common == null
        ? null
        : new Stated<>(
            common.value().equals("部门") ? Level.DEPARTMENT : Level.UNIT,
            common.text(),
            common.page(),
            common.bbox());
  }

  private static @Nullable Stated<Stage> stage(
      List<Stated<String>> cover, List<Stated<String>> titles, List<Stated<Stage>> stages) {
    for (Stated<String> line : cover) {
      Matcher matcher = COVER.matcher(line.value());
      if (matcher.matches()) {
        return new Stated<>(stage(matcher.group(4)), line.text(), line.page(), line.bbox());
      }
    }
    List<Stated<String>> found = new ArrayList<>();
    for (Stated<String> title : titles) {
      Matcher matcher = STAGE.matcher(TextNormalizer.of(title.value()));
      String last = null;
      while (matcher.find()) {
        last = matcher.group(2);
      }
      if (last != null) {
        found.add(new Stated<>(last, title.text(), title.page(), title.bbox()));
      }
    }
    Stated<String> common = mostFrequent(found);
    if (common != null) {
      return new Stated<>(stage(common.value()), common.text(), common.page(), common.bbox());
    }
    return stages.isEmpty() ? null : stages.get(0);
  }

  private static Stage stage(String word) {
    return word.equals("决算") ? Stage.FINAL_ACCOUNTS : Stage.BUDGET;
  }

  /** What most say; of equals, what is said first. */
  private static @Nullable Stated<String> mostFrequent(List<Stated<String>> stated) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (Stated<String> one : stated) {
      counts.merge(one.value(), 1, Integer::sum);
    }
    Stated<String> best = null;
    for (Stated<String> one : stated) {
      if (best == null
          || counts.getOrDefault(one.value(), 0) > counts.getOrDefault(best.value(), 0)) {
        best = one;
      }
    }
    return best;
  }
}
