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
import org.yusuan.grid.PlacedGrid;
import org.yusuan.model.Box;
import org.yusuan.model.Origin;
import org.yusuan.model.Reading;
import org.yusuan.page.TextLine;
import org.yusuan.page.Word;

/**
 * Settles recognized texts against the closed vocabulary, and the numerals of lists against their
 * neighbours. What was read first stays among the readings. Figures and texts of text layers are
 * never touched. Immutable; threads may share it.
 */
public final class RecognizedText {
  /** A numeral, badly read perhaps, with its comma, which may be lost, and what follows. */
  private static final Pattern NUMBERED = Pattern.compile("(.{0,4}?)\\s*[、丶～→]\\s*(.+)");

  private static final Pattern NUMERAL =
      Pattern.compile("([一二三四五六七八九十]{1,3})\\s*[.．·，,~]?\\s*(.+)");

  /** What else stands before a label and is kept as it is. */
  private static final Pattern PREFIX =
      Pattern.compile(
          "([(（][一二三四五六七八九十\\d]{1,2}[)）]、?|\\d{1,2}\\s*[.．、]|其中[:：]|[加减][:：]"
              + "|\\d{4}\\s*年度?(?:部门|单位|预算单位)?|部门|单位|预算单位)\\s*(.+)");

  /** How many rows away numbers of a list bear one another out. */
  private static final int NEAR = 3;

  /** A numeral read as surely as this stands there, whatever its neighbours say. */
  private static final double SURE = 0.9;

  private final Lexicon lexicon;

  /** Settles against a vocabulary. */
  public RecognizedText(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /**
   * A label with a numeral.
   *
   * @param number what the numeral means; 0 if it cannot be read
   * @param label what follows it, settled
   * @param sure whether the numeral was read surely
   */
  private record Numbered(int number, String label, boolean sure) {
    String text(int deduced) {
      return Numeral.print(sure ? number : deduced) + "、" + label;
    }
  }

  /** The grids with their recognized texts settled. */
  public List<PlacedGrid> settle(List<PlacedGrid> grids) {
    return grids.stream().map(this::settle).toList();
  }

  private PlacedGrid settle(PlacedGrid placed) {
    Grid grid = placed.grid();
    if (!grid.isRecognized()) {
      return placed;
    }
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
      List<Numbered> read =
          list.stream().map(at -> Objects.requireNonNull(labels.get(at))).toList();
      int[] numbers = sequence(read.stream().mapToInt(Numbered::number).toArray());
      for (int i = 0; i < numbers.length; i++) {
        GridCell cell = cells.get(list.get(i));
        if (numbers[i] > 0) {
          String text = read.get(i).text(numbers[i]);
          cells.set(list.get(i), with(cell, text, readings(cell.words(), cell.text())));
        }
      }
    }
    return new PlacedGrid(
        new Grid(grid.rows(), grid.columns(), cells, grid.regions(), grid.ruled()),
        placed.above().stream().map(this::settle).toList(),
        placed.below().stream().map(this::settle).toList(),
        placed.repeatedHeaderRows());
  }

  private TextLine settle(TextLine line) {
    List<Reading> readings = readings(line.words(), line.text());
    String settled = settled(readings);
    return settled == null
        ? line
        : new TextLine(settled, line.box(), List.of(word(line.words(), settled, readings)));
  }

  /** Empty for texts of a text layer, figures and blank places. */
  private static List<Reading> readings(List<Word> words, String text) {
    boolean label =
        !words.isEmpty()
            && words.stream().allMatch(word -> word.origin() == Origin.OCR)
            && text.codePoints().anyMatch(Character::isIdeographic);
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
    Matcher prefix = PREFIX.matcher(readings.get(0).text());
    if (lexicon.knows(readings.get(0).text()) || !prefix.matches()) {
      return lexicon.settle(readings);
    }
    String rest = lexicon.settle(rests(readings, PREFIX, 2));
    return rest == null ? null : prefix.group(1) + rest;
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
        if (settled != null || lexicon.knows(label)) {
          int number = Numeral.parse(matcher.group(1).strip());
          boolean sure = number > 0 && readings.get(0).probability() >= SURE;
          return new Numbered(
              number > 0 ? number : offeredNumber(readings, pattern),
              settled == null ? label : settled,
              sure);
        }
      }
    }
    return null;
  }

  /** The likeliest numeral among the readings where the first has none; 0 if no reading has. */
  private static int offeredNumber(List<Reading> readings, Pattern pattern) {
    return rests(readings, pattern, 1).stream()
        .mapToInt(reading -> Numeral.parse(reading.text().strip()))
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

  /**
   * Numbers of a list that its neighbours leave no choice about: those between two that are as far
   * apart as they stand.
   *
   * @param read the numbers as read; 0 where none could be read
   * @return the numbers; 0 where none could be read or deduced
   */
  static int[] sequence(int[] read) {
    int[] numbers = new int[read.length];
    for (int i = 0; i < read.length; i++) {
      numbers[i] = isBorneOut(read, i) ? read[i] : 0;
    }
    for (int i = 0; i < read.length; i++) {
      if (numbers[i] != 0) {
        continue;
      }
      int end = i;
      while (end < read.length && numbers[end] == 0) {
        end++;
      }
      int before = i == 0 ? 0 : numbers[i - 1];
      boolean closed = end < read.length && numbers[end] - before == end - i + 1;
      for (int k = i; k < end; k++) {
        numbers[k] = closed ? before + 1 + k - i : read[k];
      }
      i = end;
    }
    return numbers;
  }

  /** Whether a number near it is as far away as it stands. */
  private static boolean isBorneOut(int[] read, int at) {
    for (int i = Math.max(0, at - NEAR); i <= Math.min(read.length - 1, at + NEAR); i++) {
      if (i != at && read[i] > 0 && read[at] > 0 && read[i] - read[at] == i - at) {
        return true;
      }
    }
    return false;
  }

  private static GridCell with(GridCell cell, String text, List<Reading> readings) {
    return text.equals(cell.text())
        ? cell
        : cell.with(List.of(word(cell.words(), text, readings)), text);
  }

  /** One word in place of several, which keeps what was read among its readings. */
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
