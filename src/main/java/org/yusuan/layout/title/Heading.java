package org.yusuan.layout.title;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.layout.column.Header;
import org.yusuan.layout.title.TitleReader.TitleLine;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.text.MoneyUnit;
import org.yusuan.text.TextNormalizer;

/**
 * What the lines around a table say.
 *
 * @param title its title without numbers before it, and where it stands; null if it has none
 * @param own whether the title is the table's own, not that of the section that it stands in
 * @param published its title as published; null if it has none
 * @param attachment the number that the document gives it; null if none
 * @param unit the unit of its amounts; null if none is stated
 * @param counts whether its unit is one of things, as 单位：人, and none of money
 * @param organization whose table it is; null if not stated
 * @param note its footnotes, one a line; null if there are none
 */
public record Heading(
    @Nullable Stated<String> title,
    boolean own,
    @Nullable String published,
    @Nullable String attachment,
    @Nullable String unit,
    boolean counts,
    @Nullable Stated<String> organization,
    @Nullable String note) {

  /**
   * A title stands at most this many lines above its table: caption, number, a line of prose. A
   * guess.
   */
  private static final int MAX_LINES = 8;

  /**
   * A line goes on with the footnote above it if the white between is less than this many times the
   * height of that one. A guess.
   */
  private static final double MAX_NOTE_GAP = 1.5;

  public static Heading around(PlacedGrid placed, Header header, Layouts layouts) {
    TableTerms words = layouts.vocabulary();
    TitleReader titles = new TitleReader(layouts);
    int page = placed.firstPage();
    List<TextLine> above = placed.above();
    List<TitleLine> lines =
        lines(above.subList(Math.max(0, above.size() - MAX_LINES), above.size()), page);
    for (GridCell cell : placed.grid().cells()) {
      if (cell.row() < header.captionRows() && !cell.isBlank()) {
        lines.add(new TitleLine(cell.text(), cell.box(), page, 0));
      }
    }
    double tableSize = tableFontSize(placed);
    Box table = placed.grid().regions().get(0).bbox();
    TitleLine title = titles.find(lines, tableSize, table);
    if (title == null && !placed.foot().isEmpty()) {
      // The heading, or its first lines, may be left at the foot of the page before.
      List<TitleLine> both = lines(placed.foot(), page - 1);
      both.addAll(lines);
      title = titles.find(both, tableSize, table);
      lines = title == null ? lines : both;
    }
    boolean own = title != null;
    if (title == null) {
      List<TitleLine> both = lines(placed.foot(), page - 1);
      both.addAll(lines);
      title = titles.section(both);
    }
    String unit = null;
    String attachment = null;
    boolean counts = false;
    Stated<String> organization = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      TitleLine line = lines.get(i);
      unit = unit == null ? group(words.captions().unit().matcher(line.plain())) : unit;
      attachment =
          attachment == null
              ? group(words.captions().attachment().matcher(line.plain()))
              : attachment;
      boolean counted = words.captions().countUnit().matcher(line.plain()).find();
      counts |= counted;
      Matcher matcher = words.captions().organization().matcher(line.plain());
      if (organization == null
          && !counted
          && matcher.find()
          && isOrganization(matcher.group(1), layouts)) {
        organization = new Stated<>(matcher.group(1), line.text(), line.page(), line.box());
      }
    }
    if (unit == null && title != null && own) {
      unit = group(words.captions().unitInText().matcher(title.plain()));
    }
    unit = unit == null ? unitInHeader(header, words) : unit;
    return new Heading(
        title == null
            ? null
            : new Stated<>(titles.name(title.text()), title.text(), title.page(), title.box()),
        own,
        title == null ? null : own ? titles.published(title.text()) : title.text(),
        attachment,
        unit,
        counts && unit == null,
        organization,
        note(placed, layouts));
  }

  private static List<TitleLine> lines(List<TextLine> lines, int page) {
    List<TitleLine> result = new ArrayList<>();
    for (TextLine line : lines) {
      result.add(new TitleLine(line.text(), line.box(), page, fontSize(line)));
    }
    return result;
  }

  /** The unit that most columns with a unit in their header state, as 预算数（单位：万元）. */
  private static @Nullable String unitInHeader(Header header, TableTerms words) {
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (List<String> path : header.paths()) {
      String unit =
          group(words.captions().unitInText().matcher(TextNormalizer.of(String.join("", path))));
      if (unit != null) {
        columns.merge(unit, 1, Integer::sum);
      }
    }
    return columns.entrySet().stream()
        .reduce((a, b) -> b.getValue() > a.getValue() ? b : a)
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static boolean isOrganization(String name, Layouts layouts) {
    return name.length() >= 2 && MoneyUnit.named(name) == null;
  }

  /** The first group of the first place where an expression fits; null if it fits nowhere. */
  public static @Nullable String group(Matcher matcher) {
    if (!matcher.find()) {
      return null;
    }
    for (int i = 1; i <= matcher.groupCount(); i++) {
      if (matcher.group(i) != null) {
        return matcher.group(i);
      }
    }
    return null;
  }

  private static double fontSize(TextLine line) {
    return line.words().stream().mapToDouble(word -> word.fontSize()).max().orElse(0);
  }

  private static double tableFontSize(PlacedGrid placed) {
    double[] sizes =
        placed.grid().cells().stream()
            .flatMap(cell -> cell.words().stream())
            .mapToDouble(word -> word.fontSize())
            .sorted()
            .toArray();
    return sizes.length == 0 ? 0 : sizes[sizes.length / 2];
  }

  /** Footnotes: from the first line below that begins like one to the end of the lines. */
  private static @Nullable String note(PlacedGrid placed, Layouts layouts) {
    TableTerms.CaptionLines captions = layouts.vocabulary().captions();
    List<String> notes = new ArrayList<>();
    TextLine last = null;
    for (TextLine line : placed.below()) {
      boolean begins = captions.note().matcher(TextNormalizer.of(line.text())).matches();
      if (begins) {
        notes.add(line.text());
        last = line;
      } else if (last != null
          && line.box().top() - last.box().bottom() < MAX_NOTE_GAP * last.box().height()) {
        int end = notes.size() - 1;
        notes.set(end, notes.get(end) + line.text());
        last = line;
      } else {
        break;
      }
    }
    return notes.isEmpty() ? null : String.join("\n", notes);
  }
}
