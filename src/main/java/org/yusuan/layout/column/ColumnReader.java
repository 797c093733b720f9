package org.yusuan.layout.column;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.knowledge.table.Layout;
import org.yusuan.knowledge.table.TableTerms;
import org.yusuan.knowledge.table.Term;
import org.yusuan.layout.column.MappingTrace.MeaningSource;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;

/** Tells from the header, and where that is silent from the cells, what each column holds. */
public final class ColumnReader {

  /** The term of a column for which no term of the vocabulary is known. */
  static final String UNKNOWN = "text";

  /** A column of so many words and no figure has no amounts, wherever it stands. A guess. */
  private static final int MIN_WORDED_CELLS = 3;

  /** At least this many columns must stand where a layout has them. A guess. */
  private static final int MIN_COLUMNS_IN_PLACE = 3;

  /** At least this share of the known columns must stand where a layout has them. A guess. */
  private static final double MIN_SHARE_IN_PLACE = 0.8;

  private final TableTerms words;
  private final HeaderTerms terms;
  private final EconomicNames economicNames;

  public ColumnReader(TableTerms words, EconomicNames economicNames) {
    this.words = words;
    this.terms = new HeaderTerms(words);
    this.economicNames = economicNames;
  }

  /**
   * The meaning of a column and where it was found.
   *
   * @param term the term of the vocabulary, {@code economic-…} for a name of the economic
   *     classification, {@code text} if neither
   * @param column the column
   * @param source where that was found
   * @param evidence what told it there
   */
  public record FoundMeaning(String term, Column column, MeaningSource source, String evidence) {

    FoundMeaning as(Column other) {
      return new FoundMeaning(term, other, source, evidence);
    }

    /** The reason for the meaning, as a trace holds it. */
    public MappingTrace.ColumnReason reason() {
      return new MappingTrace.ColumnReason(term, source, evidence);
    }
  }

  /**
   * The meaning of every column of a grid.
   *
   * @param fiscalYear the table's own year; null if it is not known
   */
  public List<FoundMeaning> readMeanings(Grid grid, Header header, @Nullable Integer fiscalYear) {
    List<FoundMeaning> meanings = new ArrayList<>();
    Set<Integer> worded = new HashSet<>();
    for (int c = 0; c < grid.columns(); c++) {
      List<String> path = header.paths().get(c);
      HeaderTerms.TermFound said = terms.termOf(path);
      if (said == null) {
        said = terms.codePart(path, c == 0 ? null : meanings.get(c - 1).column());
      }
      ColumnRole role = said == null ? null : said.term().role();
      String name = said == null ? null : said.term().id();
      MeaningSource source = said == null ? MeaningSource.CELLS : said.source();
      String evidence = said == null ? "" : said.text();
      if (role == null) {
        String economic = economicNames.code(path);
        if (economic != null) {
          role = ColumnRole.AMOUNT;
          name = "economic-" + economic;
          source = MeaningSource.ECONOMIC_NAME;
          evidence = economic;
        }
      }
      ColumnFigures figures = ColumnFigures.of(grid, header, c);
      if (figures.figures() == 0 && figures.filled() >= MIN_WORDED_CELLS) {
        worded.add(c);
      }
      ColumnRole shown = figures.role();
      if (shown == ColumnRole.TEXT && c > 0 && isCodeByCells(meanings.get(c - 1))) {
        shown = ColumnRole.NAME;
      }
      if (role == null || figures.contradict(role, c == 0)) {
        Term other = role == ColumnRole.AMOUNT ? terms.names(path) : null;
        name = other != null ? other.id() : role == null ? name : null;
        role = other != null ? other.role() : shown;
        source = MeaningSource.CELLS;
        evidence = figures.figures() + "/" + figures.filled();
      }
      boolean amount = role == ColumnRole.AMOUNT;
      meanings.add(
          new FoundMeaning(
              name == null ? UNKNOWN : name,
              new Column(
                  path,
                  role,
                  role.isNumeric() ? name : null,
                  terms.year(path),
                  amount ? terms.stage(path) : null,
                  amount && terms.isMemo(path) ? Boolean.TRUE : null,
                  0),
              source,
              evidence));
    }
    List<FoundMeaning> found =
        withLists(withPriorYears(fillBetweenAmounts(fillCode(meanings), worded), fiscalYear));
    return grid.isRecognized() ? SummedColumns.named(found, grid, header, words.sums()) : found;
  }

  private static boolean isCodeByCells(FoundMeaning meaning) {
    return meaning.column().role() == ColumnRole.CODE && meaning.source() == MeaningSource.CELLS;
  }

  /**
   * The meanings, with columns of earlier years than that of the table marked: 2024年决算数 is of the
   * own year in the final accounts of 2024 and of last year in those of 2025. The year of the table
   * is that of its title, or else the last that its columns name.
   */
  private List<FoundMeaning> withPriorYears(
      List<FoundMeaning> meanings, @Nullable Integer fiscalYear) {
    Integer own = fiscalYear;
    for (FoundMeaning meaning : meanings) {
      Integer year = meaning.column().year();
      if (fiscalYear == null && year != null && (own == null || year > own)) {
        own = year;
      }
    }
    List<FoundMeaning> result = new ArrayList<>();
    for (FoundMeaning meaning : meanings) {
      Column column = meaning.column();
      String prior = words.prior().get(meaning.term());
      boolean earlier = own != null && column.year() != null && column.year() < own;
      result.add(
          prior == null || !earlier
              ? meaning
              : new FoundMeaning(
                  prior,
                  column.withMeaning(column.role(), prior),
                  meaning.source(),
                  meaning.evidence()));
    }
    return result;
  }

  /**
   * The meanings of columns by their places in a layout. Columns beyond those that it must have
   * keep their own, unless it has as many in all as the table.
   *
   * @param read the meanings that their headers tell
   */
  public List<FoundMeaning> byPlace(List<FoundMeaning> read, Layout layout) {
    List<FoundMeaning> meanings = new ArrayList<>();
    List<String> places = layout.places();
    boolean whole = read.size() == places.size();
    for (int c = 0; c < read.size(); c++) {
      if (c >= layout.columns().size() && !whole) {
        meanings.add(read.get(c));
        continue;
      }
      String id = places.get(c);
      Column column = read.get(c).column();
      ColumnRole role =
          words.columns().stream()
              .filter(term -> term.id().equals(id))
              .map(Term::role)
              .findFirst()
              .orElse(ColumnRole.AMOUNT);
      meanings.add(
          new FoundMeaning(
              id,
              column.withMeaning(role, role.isNumeric() ? id : null),
              MeaningSource.PLACE_IN_LAYOUT,
              layout.id()));
    }
    return withLists(meanings);
  }

  /**
   * The meanings with those of columns whose headers say nothing known told by their places in a
   * layout, if the others are nearly all in theirs. This is for recognized tables.
   */
  public List<FoundMeaning> fillByPlace(List<FoundMeaning> read, Layout layout) {
    List<FoundMeaning> placed = byPlace(read, layout);
    int known = 0;
    int inPlace = 0;
    for (int c = 0; c < Math.min(read.size(), layout.columns().size()); c++) {
      String term = read.get(c).term();
      String expected = layout.columns().get(c);
      if (!term.equals(UNKNOWN)) {
        known++;
        inPlace +=
            term.equals(expected) || layout.same().getOrDefault(expected, List.of()).contains(term)
                ? 1
                : 0;
      }
    }
    if (inPlace < MIN_COLUMNS_IN_PLACE || inPlace < MIN_SHARE_IN_PLACE * known) {
      return read;
    }
    List<FoundMeaning> meanings = new ArrayList<>();
    for (int c = 0; c < read.size(); c++) {
      meanings.add(read.get(c).term().equals(UNKNOWN) ? placed.get(c) : read.get(c));
    }
    return withLists(meanings);
  }

  /** Whether the figures of a table contradict what its columns are said to mean. */
  public boolean contradict(List<FoundMeaning> meanings, Grid grid, Header header) {
    return SummedColumns.contradict(meanings, grid, header, words.sums());
  }

  /**
   * Three columns beneath one header that says code are class, group and item, if one of them says
   * so: the others' headers were lost on a scan.
   */
  private List<FoundMeaning> fillCode(List<FoundMeaning> meanings) {
    List<FoundMeaning> filled = new ArrayList<>(meanings);
    List<ColumnRole> parts =
        List.of(ColumnRole.CODE_CLASS, ColumnRole.CODE_GROUP, ColumnRole.CODE_ITEM);
    for (int c = 0; c + parts.size() <= filled.size(); c++) {
      List<Column> three =
          filled.subList(c, c + parts.size()).stream().map(FoundMeaning::column).toList();
      Column named = null;
      boolean lost = false;
      boolean fits = true;
      for (int i = 0; i < parts.size(); i++) {
        boolean part = three.get(i).role() == parts.get(i);
        named = part ? three.get(i) : named;
        lost |= !part;
        fits &= part || three.get(i).role() == ColumnRole.CODE;
      }
      if (!fits || !lost || named == null) {
        continue;
      }
      List<String> parent = named.header().subList(0, named.header().size() - 1);
      for (int i = 0; i < parts.size(); i++) {
        Column column = three.get(i);
        if (column.header().equals(parent)) {
          filled.set(
              c + i,
              new FoundMeaning(
                  terms.term(parts.get(i)).orElseThrow().id(),
                  withRole(column, parts.get(i)),
                  MeaningSource.CODE_PARTS,
                  String.join("/", parent)));
        }
      }
    }
    return filled;
  }

  private static Column withRole(Column column, ColumnRole role) {
    return column.withMeaning(role, null);
  }

  /**
   * Takes columns without figures between columns of amounts for amounts that happen to be blank.
   */
  private static List<FoundMeaning> fillBetweenAmounts(
      List<FoundMeaning> meanings, Set<Integer> worded) {
    List<FoundMeaning> filled = new ArrayList<>(meanings);
    for (int i = 1; i < filled.size(); i++) {
      if (isUnknownText(filled.get(i)) && !worded.contains(i) && isAmount(filled.get(i - 1))) {
        int next = i;
        while (next < filled.size() && isUnknownText(filled.get(next)) && !worded.contains(next)) {
          next++;
        }
        if (next < filled.size() && isAmount(filled.get(next))) {
          for (int k = i; k < next; k++) {
            filled.set(
                k,
                new FoundMeaning(
                    UNKNOWN,
                    withRole(filled.get(k).column(), ColumnRole.AMOUNT),
                    MeaningSource.BETWEEN_AMOUNTS,
                    ""));
          }
        }
      }
    }
    return filled;
  }

  private static boolean isUnknownText(FoundMeaning meaning) {
    return meaning.term().equals(UNKNOWN) && meaning.column().role() == ColumnRole.TEXT;
  }

  private static boolean isAmount(FoundMeaning meaning) {
    return meaning.column().role() == ColumnRole.AMOUNT;
  }

  private static boolean isSameHeader(Column first, Column other) {
    return first.role() == other.role()
        && !first.header().isEmpty()
        && !other.header().isEmpty()
        && first
            .header()
            .get(first.header().size() - 1)
            .equals(other.header().get(other.header().size() - 1));
  }

  /** A column of labels or codes to the right of amounts begins another list. */
  private static List<FoundMeaning> withLists(List<FoundMeaning> meanings) {
    List<FoundMeaning> result = new ArrayList<>();
    int list = 0;
    boolean sawAmount = false;
    for (FoundMeaning meaning : meanings) {
      Column column = meaning.column();
      boolean key =
          switch (column.role()) {
            case ITEM, CODE, CODE_CLASS, NAME, REGION -> true;
            // Names of projects may stand behind amounts; where they stand before them too, under
            // the same header, they begin a list.
            case PROJECT -> !result.isEmpty() && isSameHeader(result.get(0).column(), column);
            default -> false;
          };
      if (key && sawAmount) {
        list++;
        sawAmount = false;
      }
      sawAmount |= column.role() == ColumnRole.AMOUNT;
      result.add(meaning.as(column.withList(list)));
    }
    return result;
  }
}
