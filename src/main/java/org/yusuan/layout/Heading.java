package org.yusuan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.Layouts;
import org.yusuan.knowledge.Vocabulary;
import org.yusuan.model.Stated;
import org.yusuan.model.table.Box;
import org.yusuan.page.TextLine;
import org.yusuan.text.TextNormalizer;

/**
 * What the lines around a table say.
 *
 * @param title its title as published; null if it has none
 * @param attachment the number that the document gives it; null if none
 * @param unit the unit of its amounts; null if none is stated
 * @param organization whose table it is; null if not stated
 * @param note its footnotes, one a line; null if there are none
 */
record Heading(
    @Nullable Stated<String> title,
    @Nullable String attachment,
    @Nullable String unit,
    @Nullable Stated<String> organization,
    @Nullable String note) {

  /** A title stands at most this many lines above its table: caption, number, a line of prose. */
  private static final int MAX_LINES = 8;

  /** A title without the word 表 is set larger than the table by at least this factor. */
  private static final double LARGER = 1.15;

  static Heading read(PlacedGrid placed, Header header, Layouts layouts) {
    Vocabulary.Captions captions = layouts.vocabulary().captions();
    int page = placed.firstPage();
    List<Line> lines = new ArrayList<>();
    List<TextLine> above = placed.above();
    for (TextLine line : above.subList(Math.max(0, above.size() - MAX_LINES), above.size())) {
      lines.add(new Line(line.text(), TextNormalizer.of(line.text()), line.box(), fontSize(line)));
    }
    for (GridCell cell : placed.grid().cells()) {
      if (cell.row() < header.captionRows() && !cell.isBlank()) {
        lines.add(new Line(cell.text(), TextNormalizer.of(cell.text()), cell.box(), 0));
      }
    }
    String unit = null;
    String attachment = null;
    Stated<String> organization = null;
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      if (unit == null) {
        unit = group(captions.unit().matcher(line.plain));
      }
      if (attachment == null) {
        attachment = group(captions.attachment().matcher(line.plain));
      }
      Matcher matcher = captions.organization().matcher(line.plain);
      if (organization == null && matcher.find() && isOrganization(matcher.group(1), layouts)) {
        organization = new Stated<>(matcher.group(1), line.text, page, line.box);
      }
    }
    Line title = title(lines, placed, layouts);
    if (unit == null && title != null) {
      unit = group(captions.unitInText().matcher(title.plain));
    }
    for (List<String> path : header.paths()) {
      if (unit == null && !path.isEmpty()) {
        unit = group(captions.unitInText().matcher(TextNormalizer.of(String.join("", path))));
      }
    }
    return new Heading(
        title == null
            ? null
            : new Stated<>(titleText(title, captions), title.text, page, title.box),
        attachment,
        unit,
        organization,
        note(placed, layouts));
  }

  private record Line(String text, String plain, Box box, double fontSize) {}

  private static boolean isOrganization(String name, Layouts layouts) {
    return name.length() >= 2 && !layouts.vocabulary().units().containsKey(name);
  }

  private static @Nullable String group(Matcher matcher) {
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

  private static @Nullable Line title(List<Line> lines, PlacedGrid placed, Layouts layouts) {
    Vocabulary.Captions captions = layouts.vocabulary().captions();
    for (int i = lines.size() - 1; i >= 0; i--) {
      if (isKnownTitle(lines.get(i).plain, layouts)) {
        return lines.get(i);
      }
      if (i > 0) {
        Line joined = join(lines.get(i - 1), lines.get(i));
        if (isKnownTitle(joined.plain, layouts)) {
          return joined;
        }
      }
    }
    double tableSize = tableFontSize(placed);
    for (int i = lines.size() - 1; i >= 0; i--) {
      Line line = lines.get(i);
      boolean caption =
          captions.unit().matcher(line.plain).find()
              || captions.organization().matcher(line.plain).find()
              || captions.note().matcher(line.plain).matches();
      boolean number =
          captions.attachment().matcher(line.plain).lookingAt() && line.plain.length() <= 8;
      if (caption || number) {
        continue;
      }
      boolean named = line.plain.matches(".*表(\\(.*\\))?") && line.plain.length() <= 60;
      if (named || (line.fontSize > LARGER * tableSize && line.plain.length() >= 4)) {
        return line;
      }
      if (line.fontSize > 0) {
        // The nearest line that is no caption is no title: what stands above it is prose.
        return null;
      }
    }
    return null;
  }

  private static Line join(Line first, Line second) {
    return new Line(
        first.text + second.text,
        first.plain + second.plain,
        first.box.union(second.box),
        Math.max(first.fontSize, second.fontSize));
  }

  private static boolean isKnownTitle(String plain, Layouts layouts) {
    return new LayoutMatcher(layouts.all()).isTitle(plain);
  }

  /** The title without the attachment's number before it. */
  private static String titleText(Line title, Vocabulary.Captions captions) {
    Matcher matcher = captions.attachment().matcher(title.text);
    if (matcher.lookingAt()) {
      String rest = title.text.substring(matcher.end()).replaceFirst("^[\\s:：、.]+", "");
      return rest.isEmpty() ? title.text : rest;
    }
    return title.text;
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
    Vocabulary.Captions captions = layouts.vocabulary().captions();
    List<String> notes = new ArrayList<>();
    TextLine last = null;
    for (TextLine line : placed.below()) {
      boolean begins = captions.note().matcher(TextNormalizer.of(line.text())).matches();
      if (begins) {
        notes.add(line.text());
        last = line;
      } else if (last != null
          && line.box().top() - last.box().bottom() < 1.5 * last.box().height()) {
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
