package org.yusuan.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.Vocabulary;
import org.yusuan.model.Level;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Stage;
import org.yusuan.model.table.Table;
import org.yusuan.page.TextLine;
import org.yusuan.text.TextNormalizer;

/**
 * Reads whose disclosure a document is and for when: from the cover, and from what its tables'
 * titles, captions and headers agree on. Year and stage are the main ones of a document that holds
 * last year's execution beside this year's draft.
 */
public final class SubjectReader {

  private static final Pattern YEAR = Pattern.compile("((?:19|20)\\d\\d)(?:年|[(]年)");

  /** A cover has no more lines than this; a first page with more is prose or contents. */
  private static final int COVER_LINES = 12;

  /** A part of the titles that speaks for the whole document. */
  private static final double MOST = 0.5;

  private final List<PageContent> pages;
  private final List<TableMapper.Mapped> tables;
  private final Vocabulary.Captions captions;
  private final Vocabulary.Subjects words;
  private final List<Stated<String>> titles = new ArrayList<>();
  private final List<Stated<String>> lines;

  private SubjectReader(
      List<PageContent> pages, List<TableMapper.Mapped> tables, Vocabulary vocabulary) {
    this.pages = pages;
    this.tables = tables;
    this.captions = vocabulary.captions();
    this.words = vocabulary.subjects();
    for (TableMapper.Mapped table : tables) {
      Stated<String> title = table.title();
      if (title != null) {
        titles.add(as(TextNormalizer.of(title.value()), title));
      }
    }
    this.lines = coverLines();
  }

  /** What the pages and tables of a document say of its subject. */
  public static Subject read(
      List<PageContent> pages, List<TableMapper.Mapped> tables, Layouts layouts) {
    return new SubjectReader(pages, tables, layouts.vocabulary()).read();
  }

  /** What a title of a document says; texts are empty where it says nothing. */
  private record Cover(
      Stated<String> line, String organization, String year, String level, String stage) {}

  private Subject read() {
    Cover cover = cover();
    Stated<Level> level = level(cover);
    Stated<String> organization = organization(cover);
    if (level != null && level.value() == Level.GOVERNMENT) {
      Stated<String> place = place(organization);
      return new Subject(place, place, level, year(cover), stage(cover));
    }
    return new Subject(
        organization,
        organization == null ? null : placeOf(organization),
        level,
        year(cover),
        stage(cover));
  }

  /** The lines of the first page that has any, each with those that it may be wrapped from. */
  private List<Stated<String>> coverLines() {
    List<Stated<String>> found = new ArrayList<>();
    for (PageContent page : pages) {
      List<TextLine> all = page.lines();
      int number = page.page().number();
      for (int i = 0; i < all.size(); i++) {
        String text = all.get(i).text();
        found.add(new Stated<>(TextNormalizer.of(text), text, number, all.get(i).box()));
        // Covers are set over two or three lines: year, organization, kind.
        for (int j = i + 1; j < Math.min(all.size(), i + 3) && all.size() <= COVER_LINES; j++) {
          text += all.get(j).text();
          found.add(
              new Stated<>(
                  TextNormalizer.of(text), text, number, all.get(i).box().union(all.get(j).box())));
        }
        if (i + 1 < all.size()
            && all.size() > COVER_LINES
            && isWrapped(all.get(i), all.get(i + 1))) {
          String both = all.get(i).text() + all.get(i + 1).text();
          found.add(
              new Stated<>(
                  TextNormalizer.of(both),
                  both,
                  number,
                  all.get(i).box().union(all.get(i + 1).box())));
        }
      }
      if (!found.isEmpty()) {
        break;
      }
    }
    return found;
  }

  private static boolean isWrapped(TextLine first, TextLine second) {
    double a = first.box().height();
    double b = second.box().height();
    return Math.abs(a - b) < 0.3 * Math.max(a, b)
        && second.box().top() - first.box().bottom() < 2 * b;
  }

  /** The title of the document; null if the first page bears none. */
  private @Nullable Cover cover() {
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
                said(matcher, "organization"),
                said(matcher, "year"),
                said(matcher, "level"),
                said(matcher, "stage"));
        if (words.name().matcher(cover.organization).matches()) {
          return cover;
        }
        bare = bare == null && cover.organization.isEmpty() ? cover : bare;
      }
    }
    return bare;
  }

  private static String said(Matcher matcher, String group) {
    return Objects.requireNonNullElse(matcher.group(group), "");
  }

  private @Nullable Stated<String> organization(@Nullable Cover cover) {
    if (cover != null && !cover.organization.isEmpty()) {
      return whole(as(cover.organization, cover.line));
    }
    List<Stated<String>> stated = new ArrayList<>();
    for (TableMapper.Mapped table : tables) {
      Stated<String> caption = table.organization();
      if (caption != null && words.name().matcher(TextNormalizer.of(caption.value())).matches()) {
        stated.add(caption);
      }
    }
    Stated<String> common = mostFrequent(stated);
    if (common != null) {
      return whole(common);
    }
    for (Stated<String> line : lines) {
      Matcher matcher = captions.organization().matcher(line.value());
      if (matcher.find() && words.name().matcher(matcher.group(1)).matches()) {
        return as(matcher.group(1), line);
      }
    }
    Stated<String> above = cover == null ? null : nameAbove(cover.line);
    return above == null ? inForms() : above;
  }

  /** The name without a mark that its subordinates are summed up. */
  private static Stated<String> whole(Stated<String> name) {
    return as(name.value().replaceFirst("[(（]汇总[)）]$", ""), name);
  }

  /** The name on the lines above 「2024年度部门决算」; it may be wrapped. */
  private @Nullable Stated<String> nameAbove(Stated<String> title) {
    Stated<String> best = null;
    for (int i = lines.indexOf(title) - 1; i >= 0; i--) {
      Stated<String> line = lines.get(i);
      boolean name =
          line.value().length() >= 4
              && line.bbox().bottom() <= title.bbox().top()
              && words.name().matcher(line.value()).matches();
      if (name && (best == null || line.value().endsWith(best.value()))) {
        best = line;
      }
    }
    return best;
  }

  /** What stands beside the label in forms: 部门名称 ǀ 某局. */
  private @Nullable Stated<String> inForms() {
    List<Stated<String>> found = new ArrayList<>();
    for (TableMapper.Mapped mapped : tables) {
      Table table = mapped.table();
      List<HeaderCell> header = table.header();
      for (int i = 0; i + 1 < header.size(); i++) {
        HeaderCell name = header.get(i + 1);
        if (name.row() == header.get(i).row() && isLabel(header.get(i).text())) {
          add(found, new Stated<>(name.text(), name.text(), name.page(), name.bbox()));
        }
      }
      for (Row row : table.rows()) {
        List<Cell> cells = row.cells().stream().filter(cell -> !cell.text().isBlank()).toList();
        for (int i = 0; i + 1 < cells.size(); i++) {
          if (isLabel(cells.get(i).text())) {
            Cell name = cells.get(i + 1);
            add(found, new Stated<>(name.text(), name.text(), name.page(), name.bbox()));
          }
        }
      }
    }
    return mostFrequent(found);
  }

  private boolean isLabel(String text) {
    return words.label().matcher(TextNormalizer.of(text)).matches();
  }

  private void add(List<Stated<String>> found, Stated<String> name) {
    String plain = TextNormalizer.of(name.value());
    if (plain.length() >= 4 && words.name().matcher(plain).matches()) {
      found.add(name);
    }
  }

  private @Nullable Stated<Level> level(@Nullable Cover cover) {
    if (cover != null && !cover.level.isEmpty()) {
      return as(cover.level.equals("部门") ? Level.DEPARTMENT : Level.UNIT, cover.line);
    }
    List<Stated<String>> governments = new ArrayList<>();
    List<Stated<String>> departments = new ArrayList<>();
    for (Stated<String> title : titles) {
      if (words.department().matcher(title.value()).matches()) {
        departments.add(title);
      } else if (words.government().matcher(title.value()).matches()) {
        governments.add(title);
      }
    }
    boolean manyGovernment = governments.size() > departments.size();
    boolean placed = cover != null && isPlace(cover.organization);
    if (manyGovernment || placed) {
      return as(Level.GOVERNMENT, placed && cover != null ? cover.line : governments.get(0));
    }
    List<Stated<String>> found = new ArrayList<>();
    for (Stated<String> title : departments) {
      if (title.value().contains("部门") != title.value().contains("单位")) {
        found.add(as(title.value().contains("部门") ? "部门" : "单位", title));
      }
    }
    for (TableMapper.Mapped table : tables) {
      Stated<String> caption = table.organization();
      if (caption != null && found.size() < departments.size() + 1) {
        boolean unit = TextNormalizer.of(caption.text()).startsWith("编制单位");
        found.add(as(unit ? "单位" : "部门", caption));
      }
    }
    Stated<String> common = mostFrequent(found);
    return common == null
        ? null
        : as(common.value().equals("部门") ? Level.DEPARTMENT : Level.UNIT, common);
  }

  /** The place whose government publishes: of the cover, or what most titles begin with. */
  private @Nullable Stated<String> place(@Nullable Stated<String> organization) {
    if (organization != null && placeOf(organization) != null) {
      return placeOf(organization);
    }
    List<Stated<String>> places = new ArrayList<>();
    for (List<Stated<String>> source : List.of(lines, titles)) {
      for (Stated<String> line : source) {
        Stated<String> place = placeOf(as(line.value().replaceFirst("^关于", ""), line));
        if (place != null) {
          places.add(place);
        }
      }
    }
    return mostFrequent(places);
  }

  private boolean isPlace(String name) {
    Matcher matcher = words.place().matcher(name);
    return matcher.lookingAt() && !name.isEmpty() && matcher.group("place").equals(name);
  }

  private @Nullable Stated<String> placeOf(Stated<String> name) {
    Matcher matcher =
        words.place().matcher(TextNormalizer.of(name.value()).replaceFirst("^(中共|中国共产党)", ""));
    if (!matcher.lookingAt()) {
      return null;
    }
    String place = matcher.group("place");
    return place.isEmpty() || words.noPlace().matcher(place).matches() ? null : as(place, name);
  }

  private @Nullable Stated<Integer> year(@Nullable Cover cover) {
    if (cover != null && !cover.year.isEmpty()) {
      return as(Integer.valueOf(cover.year), cover.line);
    }
    List<Stated<Integer>> years = years(titles);
    if (years.isEmpty()) {
      years = years(lines);
    }
    if (years.isEmpty()) {
      years = yearsBesideTables();
    }
    Stated<Integer> common = mostFrequent(years);
    Stated<Stage> stage = stage(cover);
    if (common == null || stage == null || stage.value() != Stage.BUDGET) {
      return common;
    }
    // This year's draft stands beside last year's execution.
    return years.stream()
        .filter(year -> year.value() == common.value() + 1)
        .findFirst()
        .orElse(common);
  }

  private static List<Stated<Integer>> years(List<Stated<String>> texts) {
    List<Stated<Integer>> years = new ArrayList<>();
    for (Stated<String> text : texts) {
      Matcher matcher = YEAR.matcher(text.value());
      Stated<Integer> last = null;
      while (matcher.find()) {
        last = as(Integer.valueOf(matcher.group(1)), text);
      }
      if (last != null) {
        years.add(last);
      }
    }
    return years;
  }

  /** Years of captions and of headers. */
  private List<Stated<Integer>> yearsBesideTables() {
    List<Stated<String>> texts = new ArrayList<>();
    for (PageContent page : pages) {
      for (TextLine line : page.lines()) {
        if (!page.grids().isEmpty()) {
          int number = page.page().number();
          texts.add(new Stated<>(TextNormalizer.of(line.text()), line.text(), number, line.box()));
        }
      }
    }
    for (TableMapper.Mapped table : tables) {
      for (HeaderCell cell : table.table().header()) {
        texts.add(
            new Stated<>(TextNormalizer.of(cell.text()), cell.text(), cell.page(), cell.bbox()));
      }
    }
    return years(texts);
  }

  private @Nullable Stated<Stage> stage(@Nullable Cover cover) {
    if (cover != null && !cover.stage.isEmpty()) {
      return as(cover.stage.equals("决算") ? Stage.FINAL_ACCOUNTS : Stage.BUDGET, cover.line);
    }
    Map<Stage, List<Stated<String>>> said = new LinkedHashMap<>();
    for (Stated<String> title : titles) {
      Stage stage = stageOf(title.value());
      if (stage != null) {
        said.computeIfAbsent(stage, key -> new ArrayList<>()).add(title);
      }
    }
    if (said.isEmpty()) {
      return stageOfTables();
    }
    int all = said.values().stream().mapToInt(List::size).sum();
    for (Map.Entry<Stage, List<Stated<String>>> one : said.entrySet()) {
      if (one.getValue().size() > MOST * all) {
        return as(one.getKey(), one.getValue().get(0));
      }
    }
    List<Stated<String>> draft = said.get(Stage.BUDGET);
    return draft != null
        ? as(Stage.BUDGET, draft.get(0))
        : said.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .map(entry -> as(entry.getKey(), entry.getValue().get(0)))
            .orElse(null);
  }

  private @Nullable Stage stageOf(String title) {
    if (words.finalAccounts().matcher(title).find()) {
      return Stage.FINAL_ACCOUNTS;
    }
    if (words.execution().matcher(title).find()) {
      return Stage.EXECUTION;
    }
    return words.budget().matcher(title).find() ? Stage.BUDGET : null;
  }

  /** What layouts and columns report, where no title says it: the latest stage. */
  private @Nullable Stated<Stage> stageOfTables() {
    Stated<Stage> latest = null;
    for (TableMapper.Mapped mapped : tables) {
      Stated<String> title = mapped.title();
      if (title == null) {
        continue;
      }
      List<Stage> stages = new ArrayList<>();
      if (mapped.stage() != null) {
        stages.add(mapped.stage());
      }
      for (Column column : mapped.table().columns()) {
        Stage stage = stageOf(TextNormalizer.of(String.join("", column.header())));
        if (stage != null) {
          stages.add(stage);
        }
      }
      for (Stage stage : stages) {
        if (latest == null || stage.compareTo(latest.value()) > 0) {
          latest = as(stage, title);
        }
      }
    }
    return latest;
  }

  private static <T> Stated<T> as(T value, Stated<?> where) {
    return new Stated<>(value, where.text(), where.page(), where.bbox());
  }

  /** What most say; of equals, what is said first. */
  private static <T> @Nullable Stated<T> mostFrequent(List<Stated<T>> stated) {
    Map<T, Integer> counts = new LinkedHashMap<>();
    for (Stated<T> one : stated) {
      counts.merge(one.value(), 1, Integer::sum);
    }
    Stated<T> best = null;
    for (Stated<T> one : stated) {
      if (best == null
          || counts.getOrDefault(one.value(), 0) > counts.getOrDefault(best.value(), 0)) {
        best = one;
      }
    }
    return best;
  }
}
