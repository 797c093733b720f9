package org.yusuan.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.grid.GridCell;
import org.yusuan.grid.assembly.PlacedGrid;
import org.yusuan.knowledge.ClosedVocabulary;
import org.yusuan.layout.row.CellReadings;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;
import org.yusuan.text.ChineseNumeral;
import org.yusuan.text.Ideographs;
import org.yusuan.text.TextNormalizer;

/**
 * Settles recognized texts against the closed vocabulary, and the numerals of lists against their
 * neighbours. What was read first stays among the readings. Figures and texts of text layers are
 * never touched. Immutable; threads may share it.
 */
public final class RecognizedText {
  /** A numeral, perhaps misread, with its comma, which may be lost, and the text that follows. */
  private static final Pattern NUMBERED = Pattern.compile("(.{0,4}?)\\s*[、丶～→]\\s*(.+)");

  private static final Pattern NUMERAL =
      Pattern.compile("([一二三四五六七八九十]{1,3})\\s*[.．·，,~]?\\s*(.+)");

  /** Other marks before a label, which are kept as they are. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "([#＃]|(?:[预决]算|附|公开)?(?:\\d{1,2}表|表\\d{1,2})[:：.．、]?"
              + "|[(（][一二三四五六七八九十\\d]{1,2}[)）]、?|\\d{1,2}\\s*[.．、]|其中[:：]|[加减][:：]"
              + "|\\d{4}\\s*年度?(?:[省市区县州]本?级)?(?:部门|单位|预算单位)?|部门|单位|预算单位)\\s*(.+)");

  /** A title that is whole, and a stroke behind it, as of a ruling that shows through. */
  private static final Pattern STROKE_BEHIND_TITLE = Pattern.compile("(.{2,}[总细况]表)\\s*[1lI|丨]");

  /** A title with its year, of which whose table it is, 部门 or 单位, is misread in one character. */
  private static final Pattern MISREAD_OWNER =
      Pattern.compile("(\\d{4}\\s*年度?(?:[省市区县州]本?级)?)(部[^门]|单[^位]|[^单]位)(.{4,})");

  /**
   * A numeral read with at least this probability stands there, whatever its neighbours say. A
   * guess.
   */
  private static final double SURE_PROBABILITY = 0.9;

  private final ClosedVocabulary lexicon;
  private final JoinedNames joined;

  /** Settles recognized texts by the terms of a vocabulary. */
  public RecognizedText(ClosedVocabulary lexicon) {
    this.lexicon = lexicon;
    this.joined = new JoinedNames(lexicon);
  }

  /**
   * A label with a numeral.
   *
   * @param number what the numeral means; 0 if it cannot be read
   * @param label what follows it, settled
   * @param sure whether the numeral was read surely
   */
  private record Numbered(int number, String label, boolean sure) {
    String text(int meant) {
      return ChineseNumeral.print(meant) + "、" + label;
    }
  }

  /** The grids with their recognized texts settled. */
  public List<PlacedGrid> settle(List<PlacedGrid> grids) {
    List<PlacedGrid> mended = grids.stream().map(this::mended).toList();
    MisreadTitles titles =
        MisreadTitles.of(
            mended.stream().filter(placed -> placed.grid().isRecognized()).toList(), lexicon);
    return mended.stream().map(placed -> settle(placed, titles)).toList();
  }

  /** A recognized grid without what no label says. */
  private PlacedGrid mended(PlacedGrid placed) {
    Grid grid = placed.grid();
    return grid.isRecognized()
        ? new PlacedGrid(
            new Grid(
                grid.rows(),
                grid.columns(),
                grid.cells().stream().map(this::mended).toList(),
                grid.regions(),
                grid.ruled()),
            placed.above().stream().map(this::mended).toList(),
            placed.below().stream().map(this::mended).toList(),
            placed.foot(),
            placed.repeatedHeaderRows())
        : placed;
  }

  private PlacedGrid settle(PlacedGrid placed, MisreadTitles titles) {
    Grid grid = placed.grid();
    if (!grid.isRecognized()) {
      return placed;
    }
    grid = joined.parted(grid);
    List<GridCell> cells = new ArrayList<>();
    Map<Integer, List<Integer>> numbered = new TreeMap<>();
    List<@Nullable Numbered> labels = new ArrayList<>();
    for (GridCell cell : grid.cells()) {
      List<Reading> readings = readings(cell.words(), cell.text());
      Numbered label = readings.isEmpty() ? null : numbered(readings);
      labels.add(label);
      if (label != null) {
        numbered.computeIfAbsent(cell.column(), key -> new ArrayList<>()).add(cells.size());
        cells.add(cell);
      } else {
        String settled = settled(readings);
        cells.add(settled == null ? cell : with(cell, settled, readings));
      }
    }
    for (List<Integer> list : numbered.values()) {
      int[] read =
          ListNumbers.restored(
              list.stream()
                  .mapToInt(at -> Objects.requireNonNull(labels.get(at)).number())
                  .toArray());
      int[] numbers = ListNumbers.sequence(read);
      for (int i = 0; i < numbers.length; i++) {
        GridCell cell = cells.get(list.get(i));
        if (numbers[i] > 0) {
          Numbered label = Objects.requireNonNull(labels.get(list.get(i)));
          String text =
              label.text(
                  label.sure() && !ChineseNumeral.isThinned(read[i], numbers[i])
                      ? read[i]
                      : numbers[i]);
          cells.set(list.get(i), with(cell, text, readings(cell.words(), cell.text())));
        }
      }
    }
    return new PlacedGrid(
        new Grid(grid.rows(), grid.columns(), cells, grid.regions(), grid.ruled()),
        placed.above().stream().map(line -> settle(line, titles)).toList(),
        placed.below().stream().map(line -> settle(line, titles)).toList(),
        placed.foot(),
        placed.repeatedHeaderRows());
  }

  /** A cell without what no label says; figures and texts of text layers as they are. */
  private GridCell mended(GridCell cell) {
    List<Reading> readings = readings(cell.words(), cell.text());
    return readings.isEmpty() ? cell : with(cell, lexicon.mended(cell.text()), readings);
  }

  private TextLine mended(TextLine line) {
    List<Reading> readings = readings(line.words(), line.text());
    String mended = lexicon.mended(line.text());
    return readings.isEmpty() || mended.equals(line.text())
        ? line
        : new TextLine(mended, line.box(), List.of(word(line.words(), mended, readings)));
  }

  private TextLine settle(TextLine read, MisreadTitles titles) {
    Matcher struck = STROKE_BEHIND_TITLE.matcher(read.text());
    TextLine line =
        struck.matches() && !readings(read.words(), read.text()).isEmpty()
            ? new TextLine(struck.group(1), read.box(), read.words())
            : read;
    List<Reading> readings = readings(line.words(), line.text());
    String settled = settled(readings);
    if (settled == null && !readings.isEmpty()) {
      settled = titles.settled(readings);
    }
    if (settled == null && !readings.isEmpty()) {
      settled = offeredTitle(readings);
    }
    return settled == null
        ? byWords(line)
        : new TextLine(settled, line.box(), List.of(word(line.words(), settled, readings)));
  }

  /** The one title among the known terms that a line may be: it stands above a table. */
  private @Nullable String offeredTitle(List<Reading> readings) {
    if (isTitle(readings.get(0).text())) {
      return null;
    }
    List<String> offered =
        readings.stream().skip(1).map(Reading::text).filter(this::isTitle).toList();
    return offered.size() == 1 ? offered.get(0) : null;
  }

  private boolean isTitle(String text) {
    Matcher prefix = PREFIX.matcher(text);
    return text.endsWith("表")
        && (lexicon.knows(text) || prefix.matches() && lexicon.knows(prefix.group(2)));
  }

  /** The line with each word settled by itself: an organization and a unit share a line. */
  private TextLine byWords(TextLine line) {
    if (line.words().size() == 1) {
      return line;
    }
    StringBuilder text = new StringBuilder(line.text());
    List<Word> words = new ArrayList<>();
    int at = 0;
    for (Word word : line.words()) {
      List<Reading> readings = readings(List.of(word), word.text());
      String settled = settled(readings);
      int from = text.indexOf(word.text(), at);
      if (settled == null || from < 0) {
        words.add(word);
      } else {
        words.add(word(List.of(word), settled, readings));
        text.replace(from, from + word.text().length(), settled);
        at = from + settled.length();
      }
    }
    return new TextLine(text.toString(), line.box(), words);
  }

  /** Empty for texts of a text layer, figures and blank places. */
  private static List<Reading> readings(List<Word> words, String text) {
    boolean label =
        !words.isEmpty()
            && words.stream().allMatch(word -> word.origin() == Origin.OCR)
            && Ideographs.in(text);
    if (!label) {
      return List.of();
    }
    List<Reading> readings = CellReadings.of(words, text);
    return readings.isEmpty() ? List.of(new Reading(text, words.get(0).confidence())) : readings;
  }

  /** The text that was meant; null if the one that was read may stand. */
  private @Nullable String settled(List<Reading> readings) {
    if (readings.isEmpty()) {
      return null;
    }
    String unit = MisreadUnit.settled(readings);
    if (unit != null) {
      return unit.equals(readings.get(0).text()) ? null : unit;
    }
    Matcher owner = MISREAD_OWNER.matcher(readings.get(0).text());
    if (owner.matches()) {
      String named = lexicon.settle(rests(readings, MISREAD_OWNER, 3));
      if (named != null || lexicon.knows(owner.group(3))) {
        String whose = owner.group(2).startsWith("部") ? "部门" : "单位";
        return owner.group(1) + whose + (named == null ? owner.group(3) : named);
      }
    }
    Matcher prefix = PREFIX.matcher(readings.get(0).text());
    if (lexicon.knows(readings.get(0).text()) || !prefix.matches()) {
      return lexicon.settle(readings);
    }
    if (lexicon.knows(prefix.group(2))) {
      return null;
    }
    String rest = lexicon.settle(rests(readings, PREFIX, 2));
    return rest == null ? lexicon.settle(readings) : prefix.group(1) + rest;
  }

  /** The label with its numeral, if what follows the numeral is a term, or nearly one. */
  private @Nullable Numbered numbered(List<Reading> readings) {
    String text = readings.get(0).text();
    if (lexicon.knows(text)) {
      return null;
    }
    for (Pattern pattern : List.of(NUMBERED, NUMERAL)) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches()) {
        String label = matcher.group(2);
        String settled = lexicon.settle(rests(readings, pattern, 2));
        if ((settled != null || lexicon.knows(label))
            && !(pattern == NUMERAL && beginsName(matcher, settled, readings))) {
          int number = ChineseNumeral.parse(matcher.group(1).strip());
          boolean sure = number > 0 && readings.get(0).probability() >= SURE_PROBABILITY;
          return new Numbered(
              number > 0 ? number : offeredNumber(readings, pattern),
              settled == null ? label : settled,
              sure);
        }
      }
    }
    return null;
  }

  /**
   * Whether an apparent numeral without a comma begins the name itself, as in 一般公共预算: the name with
   * it is nearer to what was read.
   *
   * @param settled the term that follows the numeral; null if it is read as it stands
   */
  private boolean beginsName(Matcher numeral, @Nullable String settled, List<Reading> readings) {
    String name = lexicon.settle(readings);
    if (name == null || !name.startsWith(numeral.group(1))) {
      return false;
    }
    double asName = distance(numeral.group(), name);
    double asNumbered =
        distance(
            numeral.group(),
            numeral.group(1) + "、" + (settled == null ? numeral.group(2) : settled));
    return asName < asNumbered;
  }

  private double distance(String read, String term) {
    return lexicon.distance(TextNormalizer.of(read), TextNormalizer.of(term));
  }

  /** The likeliest numeral among the readings where the first has none; 0 if no reading has. */
  private static int offeredNumber(List<Reading> readings, Pattern pattern) {
    return rests(readings, pattern, 1).stream()
        .mapToInt(reading -> ChineseNumeral.parse(reading.text().strip()))
        .filter(number -> number > 0)
        .findFirst()
        .orElse(0);
  }

  private static List<Reading> rests(List<Reading> readings, Pattern pattern, int group) {
    List<Reading> rests = new ArrayList<>();
    for (Reading reading : readings) {
      Matcher matcher = pattern.matcher(reading.text());
      if (matcher.matches()) {
        rests.add(new Reading(matcher.group(group), reading.probability()));
      }
    }
    return rests;
  }

  private static GridCell with(GridCell cell, String text, List<Reading> readings) {
    return text.equals(cell.text())
        ? cell
        : cell.with(List.of(word(cell.words(), text, readings)), text);
  }

  /** One word in place of several; what was read stays among its readings. */
  private static Word word(List<Word> words, String text, List<Reading> readings) {
    Reading offered =
        readings.stream()
            .filter(reading -> reading.text().equals(text))
            .findFirst()
            .orElse(new Reading(text, readings.get(0).probability()));
    List<Reading> all = new ArrayList<>();
    all.add(offered);
    readings.stream().filter(reading -> !reading.text().equals(text)).forEach(all::add);
    Word first = words.get(0);
    return new Word(
        text,
        Box.around(words.stream().map(Word::box).toList()),
        words.stream().flatMap(word -> word.glyphs().stream()).toList(),
        first.fontSize(),
        first.bold(),
        Origin.OCR,
        offered.probability(),
        all);
  }
}
