package org.yusuan.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.correction.FindingReviews;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourcePage;
import org.yusuan.model.finding.CellRef;
import org.yusuan.model.finding.Finding;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Table;
import org.yusuan.page.Word;

/**
 * Where to look to see that a finding holds: the sentence and the cells that it speaks of, each
 * with as much of its page as is needed to know it by: title and header of a table, the rows
 * marked, the lines around a sentence.
 */
final class FindingPlaces {

  /** What stands above a table and is shown with it, in points: title and unit. A guess. */
  private static final double ABOVE_TABLE_POINTS = 46;

  /** Marked rows less than this apart, in points, are shown in one piece. A guess. */
  private static final double MAX_JOINED_GAP = 40;

  /** What is shown around a marked row, in points. A guess. */
  private static final double MARGIN_POINTS = 2;

  /** What is shown above and below a sentence, in points: two lines of 16 pt. A guess. */
  private static final double AROUND_SENTENCE_POINTS = 34;

  /** Pieces of one table at most, so that both places fit on a printed page. Guess. */
  private static final int MAX_STRIPS = 6;

  /** Gives the words of a page; none if it has no text layer or its file is not there. */
  interface Words {
    List<Word> of(int page);
  }

  /**
   * A place.
   *
   * @param kind {@code sentence}, {@code amount} for the cell that is held against the others, or
   *     {@code others}
   * @param page the page, from 1
   * @param title of the table; null for a sentence, or if it has none
   * @param strips pieces of the page to be shown one below the other
   * @param marks what is marked on them; empty if the words could not be found on the page
   * @param turn how many quarters of a turn, clockwise, make the pieces upright: a table may lie on
   *     its side
   */
  record FindingPlace(
      String kind, int page, @Nullable String title, List<Box> strips, List<Box> marks, int turn) {}

  private final Disclosure disclosure;
  private final Words words;

  FindingPlaces(Disclosure disclosure, Words words) {
    this.disclosure = disclosure;
    this.words = words;
  }

  /** The places of a finding: what is said first, then what it is held against. */
  List<FindingPlace> of(Finding finding) {
    List<FindingPlace> places = new ArrayList<>();
    Claim claim = FindingReviews.claim(disclosure, finding);
    List<CellRef> cells = finding.cells();
    if (claim != null) {
      places.add(sentence(claim));
      places.addAll(cells("others", cells));
    } else if (!cells.isEmpty()) {
      places.addAll(cells("amount", cells.subList(0, 1)));
      places.addAll(cells("others", cells.subList(1, cells.size())));
    }
    return places;
  }

  private FindingPlace sentence(Claim claim) {
    List<Box> marks =
        claim.bbox() == null
            ? linesOf(claim.text(), words.of(claim.page()))
            : List.of(claim.bbox());
    SourcePage page = page(claim.page());
    Box whole = new Box(0, 0, page.width(), page.height());
    if (marks.isEmpty()) {
      return new FindingPlace("sentence", claim.page(), null, List.of(whole), List.of(), 0);
    }
    Box around = Box.around(marks);
    Box strip =
        new Box(
            0,
            around.top() - AROUND_SENTENCE_POINTS,
            page.width(),
            around.bottom() + AROUND_SENTENCE_POINTS);
    return new FindingPlace(
        "sentence", claim.page(), null, List.of(clipped(strip, page)), marks, 0);
  }

  /** The boxes of a text's words, one for each line that it runs over; none if it is not there. */
  static List<Box> linesOf(String text, List<Word> words) {
    String wanted = plain(text);
    StringBuilder all = new StringBuilder();
    List<Word> owners = new ArrayList<>();
    for (Word word : words) {
      String plain = plain(word.text());
      all.append(plain);
      plain.chars().forEach(character -> owners.add(word));
    }
    int at = wanted.isEmpty() ? -1 : all.indexOf(wanted);
    if (at < 0) {
      return List.of();
    }
    List<Box> lines = new ArrayList<>();
    for (Word word : owners.subList(at, at + wanted.length()).stream().distinct().toList()) {
      int last = lines.size() - 1;
      if (last >= 0 && lines.get(last).overlapY(word.box()) > 0) {
        lines.set(last, lines.get(last).union(word.box()));
      } else {
        lines.add(word.box());
      }
    }
    return lines;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u3000\\u00a0]+", "");
  }

  private List<FindingPlace> cells(String kind, List<CellRef> refs) {
    Map<String, List<Cell>> byPart = new LinkedHashMap<>();
    Map<String, Table> tables = new LinkedHashMap<>();
    for (CellRef ref : refs) {
      Cell cell = disclosure.cell(ref);
      Table table = table(ref.table());
      if (cell != null && table != null) {
        String part = ref.table() + "/" + cell.page();
        byPart.computeIfAbsent(part, key -> new ArrayList<>()).add(cell);
        tables.put(part, table);
      }
    }
    List<FindingPlace> places = new ArrayList<>();
    byPart.forEach(
        (part, cells) -> {
          Table table = tables.get(part);
          if (table != null) {
            places.add(place(kind, table, cells));
          }
        });
    return places;
  }

  private FindingPlace place(String kind, Table table, List<Cell> cells) {
    int number = cells.get(0).page();
    SourcePage page = page(number);
    List<Box> marks = cells.stream().map(Cell::bbox).toList();
    Box region =
        table.regions().stream()
            .filter(part -> part.page() == number)
            .map(Region::bbox)
            .reduce(Box::union)
            .orElse(Box.around(marks));
    List<Box> header =
        table.header().stream().filter(one -> one.page() == number).map(HeaderCell::bbox).toList();
    double top = marks.stream().mapToDouble(Box::top).min().orElse(0);
    double left = Math.min(region.left(), Box.around(marks).left()) - MARGIN_POINTS;
    double right = Math.max(region.right(), Box.around(marks).right()) + MARGIN_POINTS;
    List<Box> strips = new ArrayList<>();
    double bottom = header.isEmpty() ? region.top() : Box.around(header).bottom();
    int turn = bottom > top + MARGIN_POINTS ? 1 : 0;
    if (turn != 0) {
      // A table on its side: its header is not above its rows.
      turn = Box.around(header).centerX() < Box.around(marks).centerX() ? 1 : 3;
      strips.add(region.grow(MARGIN_POINTS));
    } else {
      double above = header.isEmpty() ? region.top() : Box.around(header).top();
      if (!header.isEmpty()) {
        strips.add(new Box(left, above - ABOVE_TABLE_POINTS, right, bottom));
      }
      rows(marks, left, right, strips);
    }
    return new FindingPlace(
        kind,
        number,
        table.title(),
        strips.stream().limit(MAX_STRIPS).map(strip -> clipped(strip, page)).toList(),
        marks,
        turn);
  }

  private static void rows(List<Box> marks, double left, double right, List<Box> strips) {
    List<Box> sorted = marks.stream().sorted(Comparator.comparingDouble(Box::top)).toList();
    int first = strips.size();
    for (Box mark : sorted) {
      Box strip = new Box(left, mark.top() - MARGIN_POINTS, right, mark.bottom() + MARGIN_POINTS);
      int last = strips.size() - 1;
      Box before = last < 0 ? null : strips.get(last);
      boolean joins =
          before != null
              && strip.top() - before.bottom()
                  < (last < first ? 2 * MARGIN_POINTS + 1 : MAX_JOINED_GAP);
      if (joins && before != null) {
        strips.set(last, before.union(strip));
      } else {
        strips.add(strip);
      }
    }
  }

  private static Box clipped(Box box, SourcePage page) {
    return new Box(
        Math.max(0, box.left()),
        Math.max(0, box.top()),
        Math.min(page.width(), box.right()),
        Math.min(page.height(), box.bottom()));
  }

  private SourcePage page(int number) {
    return disclosure.source().pages().stream()
        .filter(page -> page.page() == number)
        .findFirst()
        .orElseThrow();
  }

  private @Nullable Table table(String id) {
    return disclosure.tables().stream()
        .filter(table -> table.id().equals(id))
        .findFirst()
        .orElse(null);
  }
}
