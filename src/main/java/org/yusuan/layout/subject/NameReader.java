package org.yusuan.layout.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.layout.TableMapper;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;
import org.yusuan.text.TextNormalizer;

/** Reads the name of the organization or place that a document is of. */
final class NameReader {

  /** The shortest name of an organization has this many characters: 市教育局. A guess. */
  private static final int MIN_NAME_CHARACTERS = 4;

  private final List<TableMapper.Mapped> tables;
  private final List<Stated<String>> lines;
  private final TableTerms.CaptionLines captions;
  private final TableTerms.SubjectWords words;

  /**
   * @param tables the tables of the document
   * @param lines the lines of its cover, in plain form
   */
  NameReader(List<TableMapper.Mapped> tables, List<Stated<String>> lines, TableTerms vocabulary) {
    this.tables = tables;
    this.lines = lines;
    this.captions = vocabulary.captions();
    this.words = vocabulary.subjects();
  }

  /**
   * The organization: from the cover, else most captions, else the lines above the title, else
   * forms.
   */
  @Nullable Stated<String> organization(CoverReader.@Nullable Cover cover) {
    if (cover == null || cover.organization().value().isEmpty()) {
      return elsewhere(cover);
    }
    // 「某区2025年区级部门预算」 says of which place the department is, and another line which department.
    boolean place = !cover.level().isEmpty() && isPlace(cover.organization().value());
    Stated<String> named = place ? elsewhere(cover) : null;
    return named == null ? whole(cover.organization()) : named;
  }

  private @Nullable Stated<String> elsewhere(CoverReader.@Nullable Cover cover) {
    List<Stated<String>> stated = new ArrayList<>();
    for (TableMapper.Mapped table : tables) {
      Stated<String> caption = table.organization();
      if (caption != null && isName(TextNormalizer.of(caption.value()))) {
        stated.add(caption);
      }
    }
    Stated<String> common = Stated.mostFrequent(stated);
    if (common != null) {
      return whole(common);
    }
    for (Stated<String> line : lines) {
      Matcher matcher = captions.organization().matcher(line.value());
      if (matcher.find() && isName(matcher.group(1))) {
        return line.withValue(matcher.group(1));
      }
    }
    Stated<String> above = cover == null ? null : nameAbove(cover.line());
    return above == null ? inForms() : above;
  }

  /** The name without a mark that its subordinate units are included. */
  private Stated<String> whole(Stated<String> name) {
    return name.withValue(words.summed().matcher(name.value()).replaceFirst(""));
  }

  /** The name on the lines above 「2024年度部门决算」; it may be wrapped. */
  private @Nullable Stated<String> nameAbove(Stated<String> title) {
    Stated<String> best = null;
    for (int i = lines.indexOf(title) - 1; i >= 0; i--) {
      Stated<String> line = lines.get(i);
      boolean name =
          line.value().length() >= MIN_NAME_CHARACTERS
              && line.bbox().bottom() <= title.bbox().top()
              && isName(line.value());
      if (name && (best == null || line.value().endsWith(best.value()))) {
        best = line;
      }
    }
    return best;
  }

  /** The name beside a label in forms: 部门名称 ǀ 某局. */
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
    return Stated.mostFrequent(found);
  }

  private boolean isLabel(String text) {
    return words.label().matcher(TextNormalizer.of(text)).matches();
  }

  private void add(List<Stated<String>> found, Stated<String> name) {
    String plain = TextNormalizer.of(name.value());
    if (plain.length() >= MIN_NAME_CHARACTERS && isName(plain)) {
      found.add(name);
    }
  }

  private boolean isName(String plain) {
    return words.name().matcher(plain).matches();
  }

  /**
   * The place whose government publishes: of the organization's name, or what most lines of the
   * cover and titles of tables begin with.
   */
  @Nullable Stated<String> government(
      @Nullable Stated<String> organization, List<Stated<String>> titles) {
    Stated<String> named = organization == null ? null : place(organization);
    if (named != null) {
      return named;
    }
    List<Stated<String>> places = new ArrayList<>();
    for (List<Stated<String>> source : List.of(lines, titles)) {
      for (Stated<String> line : source) {
        Stated<String> place = place(line);
        if (place != null) {
          places.add(place);
        }
      }
    }
    return Stated.mostFrequent(places);
  }

  /** Whether a name is that of a place and nothing more. */
  boolean isPlace(String name) {
    Matcher matcher = words.place().matcher(name);
    return matcher.lookingAt() && !name.isEmpty() && matcher.group("place").equals(name);
  }

  /** The place that a name or title begins with; null if it begins with none. */
  @Nullable Stated<String> place(Stated<String> name) {
    String plain = TextNormalizer.of(name.value());
    Matcher matcher = words.place().matcher(words.beforePlace().matcher(plain).replaceFirst(""));
    if (!matcher.lookingAt()) {
      return null;
    }
    String place = matcher.group("place");
    return place.isEmpty() || words.noPlace().matcher(place).matches()
        ? null
        : name.withValue(place);
  }
}
