package org.yusuan.layout.title;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.Grid;
import org.yusuan.knowledge.table.Layout;
import org.yusuan.knowledge.table.Layouts;
import org.yusuan.layout.column.ColumnReader;
import org.yusuan.layout.column.MappingTrace;
import org.yusuan.text.BoundedMatch;
import org.yusuan.text.CutText;
import org.yusuan.text.TextNormalizer;

/**
 * Tells which standard table a grid is, from its title and from its header. A header that fits one
 * kind of table alone decides even against the title; otherwise both count.
 */
public final class LayoutMatcher {

  /**
   * A header that fits this well is unmistakable, if no other kind's does too. Tables of one family
   * share all columns and differ in one text of the header: they fit one another by 0.93.
   */
  private static final double MIN_UNMISTAKABLE_FIT = 0.96;

  /**
   * A known title is not overruled by a header if its own table's header fits at least this well,
   * from 0 to 1. A guess.
   */
  private static final double MIN_AGREEING_FIT = 0.85;

  /**
   * A title without a known one's full wording must be backed by a header that fits this well. A
   * guess.
   */
  private static final double MIN_BACKING_FIT = 0.5;

  /** A known title is believed if the header fits at least this well. A guess. */
  private static final double MIN_ALLOWING_FIT = 0.3;

  /** How well a title fits of which only the end is that of a layout, from 0 to 1. A guess. */
  private static final double END_FIT = 0.4;

  /** What is added to that if the end is the whole title; less if it is a share of it. A guess. */
  private static final double END_SHARE_FIT = 0.4;

  /** How well a title fits that the edge of its picture cut, so that it only begins as another. */
  private static final double CUT_FIT = 0.7;

  /** Fewer figures that are not whole may be shade at the edge of a photo. A guess. */
  private static final int MIN_FIGURES_CUT = 2;

  /** Of a title that is cut at least so many characters are seen. A guess. */
  private static final int MIN_CUT_CHARACTERS = 4;

  private final List<Layout> layouts;

  private final Pattern owner;

  public LayoutMatcher(Layouts layouts) {
    this.layouts = layouts.all();
    this.owner = layouts.vocabulary().titles().owner();
  }

  /**
   * A layout and how well it fits.
   *
   * @param layout the layout
   * @param title how well the title fits, from 0 to 1
   * @param header how well the header fits, from 0 to 1
   */
  public record Match(Layout layout, double title, double header) {

    /** How well title and header fit, taken together. */
    double score() {
      return 0.5 * title + 0.5 * header;
    }
  }

  /**
   * What was chosen, and why.
   *
   * @param match the layout and its fit; null if none fits
   * @param decision what chose it
   * @param candidates every layout with its fit
   */
  public record Choice(
      @Nullable Match match, MappingTrace.Decision decision, List<Match> candidates) {

    /** The choice of no layout: the parts of the title tell another kind. */
    public Choice without() {
      return new Choice(null, MappingTrace.Decision.TITLE_PARTS, candidates);
    }

    /** The choice of a layout by title and number of columns. */
    public Choice byWidth(Layout layout) {
      return new Choice(new Match(layout, 1, 0), MappingTrace.Decision.TITLE_AND_WIDTH, candidates);
    }

    /** The layouts that fit at all, the best first, as a trace holds them. */
    public List<MappingTrace.Candidate> traced() {
      return candidates.stream()
          .filter(candidate -> candidate.score() > 0)
          .sorted(Comparator.comparingDouble(Match::score).reversed())
          .map(
              candidate ->
                  new MappingTrace.Candidate(
                      candidate.layout.id(),
                      candidate.layout.kind(),
                      candidate.title,
                      candidate.header,
                      candidate.score(),
                      isPossible(candidate)))
          .toList();
    }
  }

  /**
   * The layout of a table.
   *
   * @param title the title as published; null if there is none
   * @param grid the table: where the edge of its picture cuts it, it may cut the title too
   */
  public Choice match(@Nullable String title, List<ColumnReader.FoundMeaning> columns, Grid grid) {
    boolean cut = isCutAtRight(grid);
    List<Match> matches = new ArrayList<>();
    Title folded = title == null ? null : title(title);
    List<String> terms = columns.stream().map(ColumnReader.FoundMeaning::term).toList();
    StringBuilder text = new StringBuilder();
    for (ColumnReader.FoundMeaning meaning : columns) {
      text.append(TextNormalizer.of(String.join("", meaning.column().header()))).append('\n');
    }
    for (Layout layout : layouts) {
      double titleFit = folded == null ? 0 : titleFit(layout, folded, cut);
      double headerFit =
          layout.form() ? (titleFit > 0 ? titleFit : 0) : headerFit(layout, terms, text);
      matches.add(new Match(layout, titleFit, headerFit));
    }
    Match unmistakable = unmistakable(matches);
    Match best = null;
    for (Match match : matches) {
      if (isPossible(match) && (best == null || isBetter(match, best))) {
        best = match;
      }
    }
    if (unmistakable != null && (best == null || best.header < MIN_AGREEING_FIT)) {
      return new Choice(unmistakable, MappingTrace.Decision.HEADER_ALONE, matches);
    }
    return new Choice(
        best,
        best == null ? MappingTrace.Decision.NONE : MappingTrace.Decision.TITLE_AND_HEADER,
        matches);
  }

  /** Whether title and header are good enough together. */
  private static boolean isPossible(Match match) {
    return match.title >= 1
        ? match.header >= MIN_ALLOWING_FIT
        : match.title > 0 && match.header >= MIN_BACKING_FIT;
  }

  /**
   * The layout whose title and number of columns a table has; null if there is none, or several
   * kinds are possible. This is for recognized tables whose header is too poor to be read.
   *
   * @param title the title as published; null if there is none
   */
  public @Nullable Layout byTitleAndWidth(@Nullable String title, int columns) {
    if (title == null) {
      return null;
    }
    Title folded = title(title);
    List<Layout> fitting =
        layouts.stream()
            .filter(layout -> !layout.form() && isTitle(layout, folded))
            .filter(
                layout ->
                    layout.more()
                        ? columns >= layout.columns().size()
                        : columns == layout.columns().size())
            .toList();
    boolean sure = fitting.stream().map(Layout::kind).distinct().count() == 1;
    return sure ? fitting.get(0) : null;
  }

  /** Whether a match is better: its score is higher, or equal and its layout asks for more. */
  private static boolean isBetter(Match match, Match best) {
    int order = Double.compare(match.score(), best.score());
    return order > 0 || (order == 0 && match.layout.header().size() > best.layout.header().size());
  }

  /**
   * The layout that the header alone determines; null if several are possible. Layouts that ask for
   * no text of the header are not determined in this way.
   */
  private static @Nullable Match unmistakable(List<Match> matches) {
    List<Match> telling =
        matches.stream()
            .filter(match -> !match.layout.form() && !match.layout.header().isEmpty())
            .toList();
    Match best = null;
    Set<String> near = new HashSet<>();
    for (Match match : telling) {
      if (best == null || match.header > best.header) {
        best = match;
      }
      if (match.header >= MIN_UNMISTAKABLE_FIT) {
        near.add(match.layout.kind());
      }
    }
    return best != null && best.header >= MIN_UNMISTAKABLE_FIT && near.size() <= 1 ? best : null;
  }

  /** Whether a text is, as a whole, the title of a known table. */
  boolean isTitle(String text) {
    Title title = title(text);
    return layouts.stream().anyMatch(layout -> isTitle(layout, title));
  }

  /**
   * A title as it is compared.
   *
   * @param plain its plain text
   * @param bare the same without the words that tell whose table it is
   */
  private record Title(String plain, String bare) {}

  private Title title(String text) {
    String plain = TextNormalizer.of(text);
    return new Title(plain, owner.matcher(plain).replaceFirst(""));
  }

  private static boolean isTitle(Layout layout, Title title) {
    for (Pattern pattern : layout.titles()) {
      if (BoundedMatch.holds(pattern, title.plain, Matcher::matches)
          || BoundedMatch.holds(pattern, title.bare, Matcher::matches)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the edge of its picture cuts a table at its right: figures of the last column are not
   * whole, and columns behind it may be missing.
   */
  private static boolean isCutAtRight(Grid grid) {
    return grid.cells().stream()
            .filter(cell -> cell.columnEnd() == grid.columns() && CutText.isCut(cell.text()))
            .count()
        >= MIN_FIGURES_CUT;
  }

  /** Whether a title of a known table may begin with a text. */
  private static boolean beginsTitle(Layout layout, Title title) {
    return title.bare.length() >= MIN_CUT_CHARACTERS
        && layout.titles().stream()
            .anyMatch(
                pattern ->
                    BoundedMatch.holds(
                        pattern, title.bare, matcher -> !matcher.matches() && matcher.hitEnd()));
  }

  /**
   * 1 if the whole title is one of the layout's, less if only its end is, or its beginning if it
   * may be cut.
   */
  private static double titleFit(Layout layout, Title title, boolean cut) {
    if (isTitle(layout, title)) {
      return 1;
    }
    if (cut && beginsTitle(layout, title)) {
      return CUT_FIT;
    }
    String bare = title.bare;
    double[] best = {0};
    for (Pattern pattern : layout.titles()) {
      BoundedMatch.holds(
          pattern,
          bare,
          matcher -> {
            while (matcher.find()) {
              double share = (double) (matcher.end() - matcher.start()) / bare.length();
              if (matcher.end() == bare.length()) {
                best[0] = Math.max(best[0], END_FIT + END_SHARE_FIT * share);
              }
            }
            return best[0] > 0;
          });
    }
    return best[0];
  }

  /** How well the columns and the header texts agree: 2 · common / (expected + found). */
  private static double headerFit(Layout layout, List<String> found, CharSequence text) {
    List<String> expected = new ArrayList<>(expected(layout, found));
    List<String> rest = new ArrayList<>(found);
    int common = 0;
    for (String term : expected) {
      common += take(rest, term, layout) ? 1 : 0;
    }
    for (String term : layout.optional()) {
      rest.remove(term);
    }
    int extra = layout.more() ? 0 : rest.size();
    int headerTexts = 0;
    for (Pattern pattern : layout.header()) {
      headerTexts += BoundedMatch.holds(pattern, text, Matcher::find) ? 1 : 0;
    }
    double matched = common + headerTexts;
    double total = expected.size() + common + extra + layout.header().size() + headerTexts;
    return total == 0 ? 0 : 2 * matched / total;
  }

  /** The layout's columns, with those that the table prints as several in their place. */
  private static List<String> expected(Layout layout, List<String> found) {
    List<String> expected = new ArrayList<>();
    for (String term : layout.columns()) {
      List<String> others = layout.same().getOrDefault(term, List.of());
      boolean split = term.equals("code") && others.size() > 1 && !found.contains("code");
      if (split) {
        expected.addAll(others);
      } else {
        expected.add(term);
      }
    }
    return expected;
  }

  private static boolean take(List<String> rest, String term, Layout layout) {
    if (rest.remove(term)) {
      return true;
    }
    for (String other : layout.same().getOrDefault(term, List.of())) {
      if (rest.remove(other)) {
        return true;
      }
    }
    return false;
  }
}
