package org.yusuan.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;

/**
 * Makes one word of a figure whose digits were placed one by one: each farther from the last than a
 * word's characters are, or with an advance of a whole em that the next digit runs into. Such
 * digits follow one another evenly; two figures side by side do not.
 */
public final class SpacedFigures {

  /**
   * A gap of this part of the font size is never only an advance. The widest seen inside a figure
   * is 0.30, behind a point, in some 30 debt tables of eight provinces.
   */
  private static final double MAX_GAP_EM = 0.36;

  /** Advances of a whole em under digits of half an em overlap by 0.46, beside a point by 0.59. */
  private static final double MAX_OVERLAP_EM = 0.65;

  /** The next digit begins at least this part of the font size further right. A guess. */
  private static final double MIN_PITCH_EM = 0.15;

  /**
   * Gaps inside a figure differ from their median by no more than this part of the font size; seen
   * are 0.06, and 0.13 beside a point of a whole em, whose pitch is even.
   */
  private static final double MAX_GAP_DIFFERENCE_EM = 0.1;

  /**
   * The same for the way from one character to the next, where a producer rounds to a grid. A
   * guess.
   */
  private static final double MAX_PITCH_DIFFERENCE_EM = 0.15;

  /**
   * The middles of the characters of one figure differ in height by no more than this part of the
   * font size. A guess.
   */
  private static final double MAX_SHIFT_EM = 0.2;

  /** The sizes of the characters of one figure differ by no more than this part. A guess. */
  private static final double MAX_SIZE_DIFFERENCE = 0.05;

  /**
   * Fewer characters are even by chance, unless longer figures of the page are set like them. A
   * guess.
   */
  private static final int MIN_CHARACTERS = 4;

  /**
   * The characters of a figure that is set so are apart by, or run into one another by, this part
   * of the font size. The least seen is 0.18; in other figures it is below 0.05.
   */
  private static final double MIN_APART_EM = 0.1;

  /**
   * At least this many long figures set digit by digit tell how the page sets its figures. A guess.
   */
  private static final int MIN_FIGURES = 3;

  /** A median overlap of this part of the font size is an advance that is too wide. A guess. */
  private static final double WIDE_ADVANCE_EM = 0.2;

  /** An amount with points or commas; without them nothing shows that a gap is no space. */
  private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,3}(,\\d{3})*(\\.\\d{1,4})?");

  private final List<Word> words;

  /**
   * Characters of neighbouring words that may be one figure.
   *
   * @param glyphs the characters, at least two
   * @param words for each of them, the index of its word
   * @param em the font size
   */
  private record GlyphRun(List<Glyph> glyphs, List<Integer> words, double em) {

    double gap(int i) {
      return (glyphs.get(i).box().left() - glyphs.get(i - 1).box().right()) / em;
    }

    double pitch(int i) {
      return (glyphs.get(i).box().left() - glyphs.get(i - 1).box().left()) / em;
    }

    double medianGap() {
      double[] gaps = new double[glyphs.size() - 1];
      Arrays.setAll(gaps, i -> gap(i + 1));
      return median(gaps);
    }

    double medianPitch() {
      double[] pitches = new double[glyphs.size() - 1];
      Arrays.setAll(pitches, i -> pitch(i + 1));
      return median(pitches);
    }

    GlyphRun part(int from, int to) {
      return new GlyphRun(glyphs.subList(from, to), words.subList(from, to), em);
    }

    /** Whether most of its characters, digits among them, are words of their own. */
    boolean isSetByCharacter() {
      long digits = glyphs.stream().filter(g -> Character.isDigit(g.text().charAt(0))).count();
      long count = words.stream().distinct().count();
      return count > 1 && count * 2 > glyphs.size() && digits > 1;
    }

    /** Whether it is an amount that is parted behind its points and commas alone. */
    boolean isPartedAtMarks() {
      for (int i = 1; i < glyphs.size(); i++) {
        boolean parted = !words.get(i).equals(words.get(i - 1));
        if (parted && Character.isDigit(glyphs.get(i - 1).text().charAt(0))) {
          return false;
        }
      }
      boolean isParted = !words.get(0).equals(words.get(words.size() - 1));
      return isParted && AMOUNT.matcher(text()).matches();
    }

    /**
     * Whether it is too long to be evenly set by chance, and is no row of numbers that count up.
     * Text puts a space behind a comma, but none inside decimals.
     */
    boolean isSure() {
      return isSetByCharacter()
          ? glyphs.size() >= MIN_CHARACTERS && Math.abs(medianGap()) >= MIN_APART_EM && !countsUp()
          : text().contains(".");
    }

    private String text() {
      return glyphs.stream().map(Glyph::text).collect(Collectors.joining());
    }

    /** Whether the digits count up, as numbers of columns or steps do. */
    private boolean countsUp() {
      for (int i = 1; i < glyphs.size(); i++) {
        if (glyphs.get(i).text().charAt(0) != glyphs.get(i - 1).text().charAt(0) + 1) {
          return false;
        }
      }
      return true;
    }
  }

  private SpacedFigures(List<Word> words) {
    this.words = words;
  }

  /** The page with each such figure in one word; its text must run from left to right. */
  public static Page joined(Page page) {
    List<Word> words = page.words();
    List<Word> joined = new SpacedFigures(words).joined();
    return joined.size() == words.size() ? page : page.withWords(joined);
  }

  private List<Word> joined() {
    List<GlyphRun> parts = new ArrayList<>();
    int next = 0;
    while (next + 1 < words.size()) {
      GlyphRun run = run(next);
      if (run == null) {
        next++;
      } else {
        parts.addAll(evenParts(run));
        next = Math.max(next + 1, run.words.get(run.words.size() - 1));
      }
    }
    List<GlyphRun> sure = parts.stream().filter(GlyphRun::isSure).toList();
    if (sure.isEmpty()) {
      return words;
    }
    double usual = median(sure.stream().mapToDouble(GlyphRun::medianGap).toArray());
    boolean told = sure.size() >= MIN_FIGURES;
    List<GlyphRun> figures =
        parts.stream()
            .filter(
                part ->
                    part.isSure()
                        || told
                            && part.medianGap() >= Math.min(0, usual) - MAX_GAP_DIFFERENCE_EM
                            && part.medianGap() <= Math.max(0, usual) + MAX_GAP_DIFFERENCE_EM)
            .toList();
    return merged(figures);
  }

  /** The characters of a possible figure that begins in the word; null if it goes no further. */
  private @Nullable GlyphRun run(int first) {
    Word word = words.get(first);
    List<Glyph> glyphs = new ArrayList<>();
    List<Integer> indexes = new ArrayList<>();
    int from = word.glyphs().size();
    while (from > 0 && isOfFigure(word.glyphs().get(from - 1))) {
      from--;
    }
    for (Glyph glyph : word.glyphs().subList(from, word.glyphs().size())) {
      glyphs.add(glyph);
      indexes.add(first);
    }
    if (glyphs.isEmpty() || word.origin() != Origin.TEXT) {
      return null;
    }
    double em = word.fontSize();
    boolean open = true;
    for (int i = first + 1; open && i < words.size(); i++) {
      Word following = words.get(i);
      Glyph last = glyphs.get(glyphs.size() - 1);
      if (!follows(last.box(), following, em)) {
        break;
      }
      for (Glyph glyph : following.glyphs()) {
        open = open && isOfFigure(glyph);
        if (open) {
          glyphs.add(glyph);
          indexes.add(i);
        }
      }
    }
    return indexes.get(indexes.size() - 1) == first ? null : new GlyphRun(glyphs, indexes, em);
  }

  private static boolean follows(Box last, Word word, double em) {
    Box box = word.glyphs().get(0).box();
    double gap = box.left() - last.right();
    return Math.abs(word.fontSize() - em) <= MAX_SIZE_DIFFERENCE * em
        && Math.abs(box.centerY() - last.centerY()) <= MAX_SHIFT_EM * em
        && gap <= MAX_GAP_EM * em
        && gap >= -MAX_OVERLAP_EM * em
        && box.left() - last.left() >= MIN_PITCH_EM * em;
  }

  private static boolean isOfFigure(Glyph glyph) {
    String text = glyph.text();
    return text.length() == 1
        && (Character.isDigit(text.charAt(0)) || ",.，．%％-−()（）".contains(text));
  }

  /** The parts of a run whose characters follow one another evenly, each from several words. */
  private static List<GlyphRun> evenParts(GlyphRun run) {
    List<GlyphRun> parts = new ArrayList<>();
    double gap = run.medianGap();
    double pitch = run.medianPitch();
    int from = 0;
    for (int i = 1; i <= run.glyphs.size(); i++) {
      boolean ends =
          i == run.glyphs.size()
              || !run.words.get(i).equals(run.words.get(i - 1))
                  && Math.abs(run.gap(i) - gap) > MAX_GAP_DIFFERENCE_EM
                  && Math.abs(run.pitch(i) - pitch) > MAX_PITCH_DIFFERENCE_EM;
      if (ends) {
        GlyphRun part = run.part(from, i);
        if (part.isSetByCharacter() || part.isPartedAtMarks()) {
          parts.add(part);
        }
        from = i;
      }
    }
    return parts;
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private List<Word> merged(List<GlyphRun> figures) {
    int[] lastOf = new int[words.size()];
    Arrays.setAll(lastOf, i -> i);
    List<List<Glyph>> glyphs = new ArrayList<>();
    words.forEach(word -> glyphs.add(word.glyphs()));
    for (GlyphRun figure : figures) {
      lastOf[figure.words.get(0)] = figure.words.get(figure.words.size() - 1);
      if (figure.medianGap() < -WIDE_ADVANCE_EM) {
        narrow(figure, glyphs);
      }
    }
    List<Word> merged = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Word first = words.get(i);
      List<Glyph> all = new ArrayList<>(glyphs.get(i));
      int last = lastOf[i];
      for (int j = i + 1; j <= last; j++) {
        all.addAll(glyphs.get(j));
        last = Math.max(last, lastOf[j]);
      }
      merged.add(last == i ? first : Word.of(all, first.fontSize(), first.bold()));
      i = last;
    }
    return merged;
  }

  /** Gives the characters of a figure the width that their places show. */
  private static void narrow(GlyphRun figure, List<List<Glyph>> glyphs) {
    double pitch = figure.medianPitch() * figure.em;
    for (int i = 0; i < figure.glyphs.size(); i++) {
      Glyph glyph = figure.glyphs.get(i);
      Box box = glyph.box();
      double right =
          i + 1 < figure.glyphs.size()
              ? figure.glyphs.get(i + 1).box().left()
              : Math.min(box.right(), box.left() + pitch);
      Glyph narrow = new Glyph(glyph.text(), new Box(box.left(), box.top(), right, box.bottom()));
      int word = figure.words.get(i);
      glyphs.set(word, glyphs.get(word).stream().map(old -> old == glyph ? narrow : old).toList());
    }
  }
}
