package org.yusuan.layout.subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.knowledge.table.TitleGrammar;
import org.yusuan.layout.TableMapper;
import org.yusuan.model.FiscalPeriod;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.Dimensions;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Stage;
import org.yusuan.page.TextLine;
import org.yusuan.text.TextNormalizer;

/**
 * Reads the fiscal year and the stage of a document: the main ones of a document that holds last
 * year's execution beside this year's draft.
 */
final class PeriodReader {

  /** What more than this share of the titles says holds for the whole document: the majority. */
  private static final double MIN_TITLE_SHARE = 0.5;

  private final List<PageContent> pages;
  private final List<TableMapper.Mapped> tables;
  private final List<Stated<String>> lines;
  private final List<Stated<String>> titles;
  private final TableTerms.SubjectWords words;

  /**
   * @param lines the lines of the cover, in plain form
   * @param titles the titles of the tables, in plain form
   */
  PeriodReader(
      List<PageContent> pages,
      List<TableMapper.Mapped> tables,
      List<Stated<String>> lines,
      List<Stated<String>> titles,
      TableTerms.SubjectWords words) {
    this.pages = pages;
    this.tables = tables;
    this.lines = lines;
    this.titles = titles;
    this.words = words;
  }

  /** The fiscal year; null if none is stated. */
  @Nullable Stated<Integer> year(CoverReader.@Nullable Cover cover) {
    if (cover != null && !cover.year().isEmpty()) {
      return cover.line().withValue(Integer.valueOf(cover.year()));
    }
    List<Stated<Integer>> years = years(titles);
    if (years.isEmpty()) {
      years = years(lines);
    }
    if (years.isEmpty()) {
      years = yearsBesideTables();
    }
    Stated<Integer> common = Stated.mostFrequent(years);
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

  private List<Stated<Integer>> years(List<Stated<String>> texts) {
    List<Stated<Integer>> years = new ArrayList<>();
    for (Stated<String> text : texts) {
      Matcher matcher = words.year().matcher(TitleGrammar.digits(text.value()));
      Stated<Integer> last = null;
      while (matcher.find()) {
        last = text.withValue(Integer.valueOf(matcher.group(1)));
      }
      if (last != null) {
        years.add(last);
      }
    }
    return years;
  }

  /** The years that captions and headers of tables state. */
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

  /** The stage; null if none is stated. */
  @Nullable Stated<Stage> stage(CoverReader.@Nullable Cover cover) {
    if (cover != null && !cover.stage().isEmpty()) {
      boolean accounts = words.finalAccounts().matcher(cover.stage()).find();
      return cover.line().withValue(accounts ? Stage.FINAL_ACCOUNTS : Stage.BUDGET);
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
      if (one.getValue().size() > MIN_TITLE_SHARE * all) {
        return one.getValue().get(0).withValue(one.getKey());
      }
    }
    List<Stated<String>> draft = said.get(Stage.BUDGET);
    return draft != null
        ? draft.get(0).withValue(Stage.BUDGET)
        : said.entrySet().stream()
            .max(Comparator.comparingInt(entry -> entry.getValue().size()))
            .map(entry -> entry.getValue().get(0).withValue(entry.getKey()))
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

  /** The latest stage that layouts and columns report; it counts where no title states one. */
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
          latest = title.withValue(stage);
        }
      }
    }
    return latest;
  }

  /** Every year and stage that tables and columns name together, in order. */
  List<FiscalPeriod> all() {
    SortedSet<FiscalPeriod> found = new TreeSet<>();
    for (TableMapper.Mapped mapped : tables) {
      Dimensions dimensions = mapped.table().dimensions();
      add(found, dimensions.fiscalYear(), dimensions.stage());
      for (Column column : mapped.table().columns()) {
        add(found, column.year(), column.stage());
      }
    }
    return List.copyOf(found);
  }

  private static void add(Set<FiscalPeriod> found, @Nullable Integer year, @Nullable Stage stage) {
    if (year != null && stage != null) {
      found.add(new FiscalPeriod(year, stage));
    }
  }
}
