package org.yusuan.layout.subject;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.layout.TableMapper;
import org.yusuan.model.Level;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.text.TextNormalizer;

/**
 * Reads whose disclosure a document is and for when: from the cover, and from what its tables'
 * titles, captions and headers agree on.
 */
public final class SubjectReader {

  private final List<TableMapper.Mapped> tables;
  private final TableTerms.SubjectWords words;
  private final List<Stated<String>> titles = new ArrayList<>();
  private final List<Stated<String>> lines;
  private final NameReader names;
  private final PeriodReader period;

  private SubjectReader(
      List<PageContent> pages, List<TableMapper.Mapped> tables, TableTerms vocabulary) {
    this.tables = tables;
    this.words = vocabulary.subjects();
    for (TableMapper.Mapped table : tables) {
      Stated<String> title = table.title();
      if (title != null) {
        titles.add(title.withValue(TextNormalizer.of(title.value())));
      }
    }
    this.lines = CoverReader.lines(pages);
    this.names = new NameReader(tables, lines, vocabulary);
    this.period = new PeriodReader(pages, tables, lines, titles, words);
  }

  /** The subject of a document, as its pages and tables state it. */
  public static Subject read(
      List<PageContent> pages, List<TableMapper.Mapped> tables, Layouts layouts) {
    return new SubjectReader(pages, tables, layouts.vocabulary()).read();
  }

  private Subject read() {
    CoverReader.Cover cover = CoverReader.cover(lines, words);
    Stated<Level> level = level(cover);
    Stated<String> organization = names.organization(cover);
    Stated<String> region;
    if (level != null && level.value() == Level.GOVERNMENT) {
      organization = names.government(organization, titles);
      region = organization;
    } else {
      region = organization == null ? null : names.place(organization);
    }
    return new Subject(
        organization, region, level, period.year(cover), period.stage(cover), period.all());
  }

  private @Nullable Stated<Level> level(CoverReader.@Nullable Cover cover) {
    if (cover != null && !cover.level().isEmpty()) {
      return cover.line().withValue(Objects.requireNonNull(words.levels().get(cover.level())));
    }
    List<Stated<String>> governments = new ArrayList<>();
    List<Stated<String>> departments = new ArrayList<>();
    int laidOut = 0;
    for (TableMapper.Mapped table : tables) {
      if (table.title() != null) {
        Stated<String> title = table.title().withValue(TextNormalizer.of(table.title().value()));
        if (words.department().matcher(title.value()).matches()) {
          departments.add(title);
        } else if (table.table().layout() != null) {
          laidOut++; // the layouts are those of departments
        } else if (words.government().matcher(title.value()).matches()) {
          governments.add(title);
        }
      }
    }
    Stated<String> placed =
        cover != null && names.isPlace(cover.organization().value()) ? cover.organization() : null;
    if (placed != null || governments.size() > departments.size() + laidOut) {
      return (placed == null ? governments.get(0) : placed).withValue(Level.GOVERNMENT);
    }
    List<Stated<Level>> found = new ArrayList<>();
    for (Stated<String> title : departments) {
      Set<Level> said = levels(title.value());
      if (said.size() == 1) {
        found.add(title.withValue(said.iterator().next()));
      }
    }
    for (TableMapper.Mapped table : tables) {
      Stated<String> caption = table.organization();
      if (caption != null && found.size() < departments.size() + 1) {
        boolean unit = words.unitCaption().matcher(TextNormalizer.of(caption.text())).lookingAt();
        found.add(caption.withValue(unit ? Level.UNIT : Level.DEPARTMENT));
      }
    }
    return Stated.mostFrequent(found);
  }

  private Set<Level> levels(String title) {
    Set<Level> said = new LinkedHashSet<>();
    for (Map.Entry<String, Level> word : words.levels().entrySet()) {
      if (title.contains(word.getKey())) {
        said.add(word.getValue());
      }
    }
    return said;
  }
}
