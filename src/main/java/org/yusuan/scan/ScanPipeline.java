package org.yusuan.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Reading;
import org.yusuan.page.FigureDoubt;
import org.yusuan.page.Glyph;
import org.yusuan.page.Page;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.page.Ruling;
import org.yusuan.page.Word;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;
import org.yusuan.scan.ocr.EnsembleReader;
import org.yusuan.scan.ocr.WrappedFigures;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.PlaceholderMarks;
import org.yusuan.scan.segment.TextAxis;

/** The steps from the picture of a page to its words and rulings. */
final class ScanPipeline {
  /**
   * Print that is usually higher than this, in inches, is outsized: a small table on a picture of
   * many pixels whose resolution nobody knows. Body text of official letters has 0.2.
   */
  private static final double MAX_PRINT_INCHES = 0.26;

  /** To this height, in inches, outsized print is brought: that of 10 points. */
  private static final double USUAL_PRINT_INCHES = 0.13;

  /** Readings less sure than this are guesses. The bound is a guess. */
  static final double GUESS_CONFIDENCE = 0.5;

  /**
   * A page with a smaller share of sound words may stand on its head or lie on its side; a guess.
   */
  private static final double MIN_UPRIGHT_SOUNDNESS = 0.5;

  /**
   * A page is turned if that makes its share of Chinese at least this many times as large. A guess.
   */
  private static final double MIN_TURN_GAIN = 1.3;

  /** At most this many lines are read to try a direction of the page. A guess. */
  private static final int MAX_LINES_TO_TRY = 24;

  /** Height of the strip that tells which way a page lies on its side, as a share. A guess. */
  private static final double STRIP_SHARE = 0.15;

  /** So many lines of the strip are read either way. A guess. */
  private static final int LINES_TO_TELL_SIDE = 5;

  /**
   * Less Chinese than this, as a share of the characters, tells no side: a strip through columns of
   * figures has none, whichever way it is read. A guess.
   */
  private static final double MIN_TELLING_SHARE = 0.3;

  /**
   * So many hairlines of missing toner make a page doubtful, though their gaps are filled: eight
   * that were made without toner have 15 to 24, two halftones 7 and 9, and 70 others none: with
   * seals, pens, shadows and movement, and of clean scans.
   */
  private static final int MIN_HAIRLINES = 10;

  /** A picture without ruled cells and with a smaller share of sound words is no print; a guess. */
  private static final double MIN_LEGIBLE_SOUNDNESS = 0.1;

  /** Fewer words than this say nothing of a page's quality; a guess. */
  static final int MIN_WORDS_TO_JUDGE = 10;

  /** Width of a half-width character as a share of a full-width one; a guess. */
  private static final double HALF_WIDTH = 0.55;

  private final EnsembleReader reader;
  private final PagePreparation preparation;

  /**
   * @param preparation how pages are made ready
   */
  ScanPipeline(EnsembleReader reader, PagePreparation preparation) {
    this.reader = reader;
    this.preparation = preparation;
  }

  /**
   * Reads a page whose print may have any size: outsized print is read as if its paper were
   * smaller, and the transform leads back to the size of the paper.
   */
  ScannedPage readPage(GrayImage source, int number, double widthPoints, double heightPoints) {
    PreparedPage page = prepare(source, widthPoints, heightPoints);
    if (page.printInches() <= MAX_PRINT_INCHES) {
      return read(page, source, number, widthPoints, heightPoints);
    }
    double by = page.printInches() / USUAL_PRINT_INCHES;
    return new ScanPipeline(reader, preparation.enlarged(by))
        .readPart(source, number, widthPoints / by, heightPoints / by);
  }

  /** Reads a part of a page, whose print has the size that it says. */
  ScannedPage readPart(GrayImage source, int number, double widthPoints, double heightPoints) {
    return read(
        prepare(source, widthPoints, heightPoints), source, number, widthPoints, heightPoints);
  }

  /** A picture turned as its ink says; whether it can be read so remains to be seen. */
  private PreparedPage prepare(GrayImage source, double widthPoints, double heightPoints) {
    TextAxis axis = TextAxis.of(source, source.width * Resolution.POINTS_PER_INCH / widthPoints);
    int quarters = axis.down() ? quartersUp(source, axis.dense(), widthPoints, heightPoints) : 0;
    return preparation.prepare(source, quarters, widthPoints, heightPoints);
  }

  /**
   * Which way a page lies on its side, 1 or 3 quarters: a strip of its densest print is tried, and
   * all of it if that has figures and little else.
   */
  private int quartersUp(GrayImage source, int dense, double widthPoints, double heightPoints) {
    int height = Math.max(1, (int) (source.height * STRIP_SHARE));
    int top = Math.max(0, Math.min(source.height - height, dense - height / 2));
    GrayImage strip = source.crop(0, top, source.width, top + height, 0);
    ScanPipeline plain = new ScanPipeline(reader, preparation.plain());
    PreparedPage turned =
        plain.preparation.prepare(strip, 1, widthPoints, heightPoints * height / source.height);
    double one = plain.chineseShare(turned, LINES_TO_TELL_SIDE, 0);
    double other = plain.chineseShare(turned, LINES_TO_TELL_SIDE, 2);
    if (Math.max(one, other) < MIN_TELLING_SHARE) {
      turned = plain.preparation.prepare(source, 1, widthPoints, heightPoints);
      one = plain.chineseShare(turned, MAX_LINES_TO_TRY, 0);
      other = plain.chineseShare(turned, MAX_LINES_TO_TRY, 2);
    }
    return one >= other ? 1 : 3;
  }

  /** How much Chinese the longest lines have that can be read after some quarter turns. */
  private double chineseShare(PreparedPage page, int lines, int quarters) {
    return Legibility.chineseShare(recognize(page.longest(lines, quarters)));
  }

  private ScannedPage read(
      PreparedPage prepared,
      GrayImage source,
      int number,
      double widthPoints,
      double heightPoints) {
    PreparedPage page = prepared;
    List<Word> words = recognize(page);
    if (words.isEmpty() && ImageCleaner.clean(source).isBlank()) {
      return new ScannedPage(
          page(number, page.transform(), List.of(), List.of(), PageVerdict.blank(number)),
          page.transform());
    }
    if (page.transform().quarters() > 0 && Legibility.uprightness(words) < MIN_UPRIGHT_SOUNDNESS) {
      page = preparation.prepare(source, 0, widthPoints, heightPoints);
      words = recognize(page);
    }
    if (page.transform().quarters() == 0 && Legibility.uprightness(words) < MIN_UPRIGHT_SOUNDNESS) {
      PreparedPage upright = findUpright(source, page, words, widthPoints, heightPoints);
      if (upright.transform().quarters() > 0) {
        page = upright;
        words = recognize(page);
      }
    }
    boolean ruled = page.lines().stream().anyMatch(LineBox::inCell);
    if (!ruled
        && words.size() >= MIN_WORDS_TO_JUDGE
        && Legibility.soundness(words) < MIN_LEGIBLE_SOUNDNESS) {
      return new ScannedPage(
          page(
              number,
              page.transform(),
              words.stream().filter(Legibility::isSureName).toList(),
              List.of(),
              List.of("page " + number + ": hardly anything on its picture can be read as text")),
          page.transform());
    }
    List<String> problems = new ArrayList<>(PageVerdict.problems(words, number));
    List<Ruling> rulings = LostRows.drawn(page.rulingsInPoints(), words);
    if (page.hairlines() >= MIN_HAIRLINES) {
      problems.add(FigureDoubt.withoutToner(number, page.hairlines()));
    }
    PictureEdge edge = new PictureEdge(page.transform(), rulings);
    if (edge.cutsFigures(words) || edge.cutsTable()) {
      problems.add("page " + number + ": figures are cut at the edge of its picture");
    }
    return new ScannedPage(
        page(
            number, page.transform(), words.stream().map(edge::marked).toList(), rulings, problems),
        page.transform());
  }

  private static Page page(
      int number,
      PageTransform transform,
      List<Word> words,
      List<Ruling> rulings,
      List<String> problems) {
    return new Page(
        number,
        transform.width(),
        transform.height(),
        Origin.OCR,
        words,
        rulings,
        List.of(new Box(0, 0, transform.width(), transform.height())),
        problems);
  }

  private List<Word> recognize(PreparedPage page) {
    WrappedFigures.ReadLines read =
        page.struck().settled(WrappedFigures.readLines(page.lines(), page.crops(), reader), reader);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < read.lines().size(); i++) {
      List<Reading> readings = read.readings().get(i);
      if (!readings.isEmpty() && !readings.get(0).text().isBlank()) {
        words.add(
            word(
                read.lines().get(i),
                readings,
                read.heights().get(i),
                Resolution.POINTS_PER_INCH / page.dpi()));
      }
    }
    for (PlaceholderMarks.Mark mark : page.marks()) {
      words.add(
          word(
              mark.line(),
              mark.readings(),
              mark.line().height(),
              Resolution.POINTS_PER_INCH / page.dpi()));
    }
    words.sort(
        Comparator.comparingDouble((Word word) -> word.box().top())
            .thenComparingDouble(word -> word.box().left()));
    return DecimalPoints.settled(SpuriousText.without(words));
  }

  /** The page turned so that it can be read, going by its longest lines; as it is if it can be. */
  private PreparedPage findUpright(
      GrayImage source,
      PreparedPage page,
      List<Word> words,
      double widthPoints,
      double heightPoints) {
    PreparedPage best = page;
    double most = Legibility.chineseShare(words) * MIN_TURN_GAIN;
    for (int quarters : new int[] {2, 1, 3}) {
      PreparedPage turned = preparation.prepare(source, quarters, widthPoints, heightPoints);
      if (quarters != 2 && meanElongation(turned.lines()) <= meanElongation(page.lines())) {
        // Columns of characters can be read too, but are no lines.
        continue;
      }
      double chinese = chineseShare(turned, MAX_LINES_TO_TRY, 0);
      if (chinese > most) {
        most = chinese;
        best = turned;
      }
    }
    return best;
  }

  /** How long lines are on average, in their heights; more than ten count as ten. */
  private static double meanElongation(List<LineBox> lines) {
    return lines.stream()
        .mapToDouble(line -> Math.min(10, (double) line.width() / Math.max(1, line.height())))
        .average()
        .orElse(0);
  }

  private static Word word(LineBox line, List<Reading> readings, int printHeight, double point) {
    Reading best = readings.get(0);
    Box box =
        new Box(
            line.left() * point, line.top() * point, line.right() * point, line.bottom() * point);
    return new Word(
        best.text(),
        box,
        glyphs(best.text(), box),
        printHeight * point,
        false,
        Origin.OCR,
        best.probability(),
        readings);
  }

  /** Characters spread over the word: half-width ones take half the place. */
  static List<Glyph> glyphs(String text, Box box) {
    int[] points = text.codePoints().toArray();
    double total = 0;
    for (int c : points) {
      total += c < 0x2000 ? HALF_WIDTH : 1;
    }
    List<Glyph> glyphs = new ArrayList<>();
    double x = box.left();
    for (int c : points) {
      double width = (c < 0x2000 ? HALF_WIDTH : 1) / total * box.width();
      glyphs.add(new Glyph(Character.toString(c), new Box(x, box.top(), x + width, box.bottom())));
      x += width;
    }
    return glyphs;
  }
}
