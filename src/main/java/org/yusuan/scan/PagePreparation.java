package org.yusuan.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.page.Ruling;
import org.yusuan.scan.hidden.UnseenPrint;
import org.yusuan.scan.image.BinaryImage;
import org.yusuan.scan.image.ConnectedComponent;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.image.ImageCleaner;
import org.yusuan.scan.image.PixelBox;
import org.yusuan.scan.ruling.Creases;
import org.yusuan.scan.ruling.Echoes;
import org.yusuan.scan.ruling.OpenSides;
import org.yusuan.scan.ruling.PaleRulings;
import org.yusuan.scan.ruling.PenStrokes;
import org.yusuan.scan.ruling.RulingEraser;
import org.yusuan.scan.segment.CropCells;
import org.yusuan.scan.segment.Leaders;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.LineCrops;
import org.yusuan.scan.segment.PlaceholderMarks;
import org.yusuan.scan.segment.PrintSize;
import org.yusuan.scan.segment.TextLineFinder;

/**
 * Makes the picture of a page ready to be read: cleans and straightens it, finds its rulings, and
 * cuts out its lines.
 *
 * @param edit what a person says of the page's rulings
 * @param covered where coloured ink hid print, in pixels of the picture that is read
 * @param strokes this ink, in pixels of the published picture
 * @param detail pixels of the published picture for one of that, below 1 if it was enlarged
 * @param enlargement how many times as large the page is displayed as it is read
 */
record PagePreparation(
    RulingEdit edit,
    List<PixelBox> covered,
    BinaryImage strokes,
    double detail,
    double enlargement) {
  /** Lowest resolution at which pages are read: coarser pictures are enlarged. A guess. */
  private static final double MIN_DPI = 200;

  /** Highest resolution at which pages are read: finer pictures are reduced. A guess. */
  private static final double MAX_DPI = 300;

  /**
   * Below this resolution thin strokes are as pale as thin rulings: those of a 14-point brush face
   * at 120 dpi broke into pieces and lost characters at the threshold of finer pictures.
   */
  private static final double COARSE_DPI = 150;

  PagePreparation {
    covered = List.copyOf(covered);
  }

  /** The same for a page that is displayed so many times as large as it is read. */
  PagePreparation enlarged(double by) {
    return new PagePreparation(edit, covered, strokes, detail, by);
  }

  /** The same without what is known of this page alone. */
  PagePreparation plain() {
    return new PagePreparation(RulingEdit.NONE, List.of(), strokes, detail, 1);
  }

  /**
   * The page with its rulings, lines and crops.
   *
   * @param quarters quarter turns that set it upright
   * @param widthPoints width of its paper, in points
   */
  PreparedPage prepare(GrayImage source, int quarters, double widthPoints, double heightPoints) {
    double sourceDpi = source.width * Resolution.POINTS_PER_INCH / widthPoints;
    ImageCleaner clean = ImageCleaner.clean(source.rotate(quarters));
    double dpi =
        Math.min(
            Math.max(MIN_DPI, Math.min(MAX_DPI, sourceDpi)),
            Resolution.maxDpi(widthPoints, heightPoints));
    int inkThreshold = inkThreshold(clean, sourceDpi * detail);
    StraightPage page = StraightPage.of(clean, quarters, sourceDpi, dpi, inkThreshold);
    PageTransform transform = page.transform().enlarged(enlargement);
    GrayImage straight = page.picture();
    List<Ruling> lines = page.lines();
    PenStrokes.Cleaned penless = PenStrokes.takenOut(straight, inkThreshold, lines, dpi);
    if (penless.picture() != straight) {
      straight = penless.picture();
      lines = PaleRulings.findRulings(straight, clean, dpi);
    }
    List<Ruling> creases = Creases.among(lines, straight.width, straight.height);
    GrayImage text = RulingEraser.erase(straight, lines);
    BinaryImage ink = BinaryImage.darkerThan(text, inkThreshold);
    List<ConnectedComponent> components =
        RulingEraser.withoutRemnants(
            clean.bilevel() ? text : null, ink, ConnectedComponent.allIn(ink), lines);
    List<Ruling> straightLines = without(lines, creases);
    List<Ruling> printed =
        OpenSides.closed(
            detail < 1 ? without(straightLines, Echoes.among(straightLines, dpi)) : straightLines,
            components,
            dpi);
    List<Ruling> rulings =
        scaled(
            edit.rulings(scaled(printed, Resolution.POINTS_PER_INCH / dpi), transform),
            dpi / Resolution.POINTS_PER_INCH);
    List<CropCells.CropCell> cells = new CropCells(dpi / 50).cells(rulings);
    Leaders leaders =
        Leaders.among(TextLineFinder.findLines(ink, components, cells, dpi), components, dpi);
    List<LineBox> found = leaders.lines();
    List<PlaceholderMarks.Mark> marks =
        new ArrayList<>(PlaceholderMarks.findMarks(ink, components, cells, found, dpi));
    marks.addAll(leaders.marks());
    Set<LineBox> marked =
        marks.stream().map(PlaceholderMarks.Mark::line).collect(Collectors.toSet());
    List<LineBox> open = found.stream().filter(line -> !marked.contains(line)).toList();
    List<GrayImage> crops = LineCrops.cropAll(text, open, clean.bilevel());
    if (!clean.bilevel()) {
      crops = LineCrops.inOwnPixels(crops, sourceDpi * detail / dpi);
    }
    UnseenPrint unseen = new UnseenPrint(text, open, dpi);
    unseen.add(penless);
    unseen.add(covered, strokes, transform, sourceDpi, detail);
    unseen.add(page.toner(), inkThreshold);
    return new PreparedPage(
        transform,
        rulings,
        open,
        crops,
        marks,
        unseen.figures(),
        page.toner().hairlines(),
        PrintSize.inches(components, dpi),
        dpi);
  }

  /**
   * The grey below which a pixel is ink of a character. On a coarse picture thin strokes are paler
   * than a pixel's ink, as thin rulings are.
   */
  private static int inkThreshold(ImageCleaner clean, double sourceDpi) {
    return sourceDpi < COARSE_DPI
        ? clean.lineThreshold()
        : (clean.textThreshold() + clean.lineThreshold()) / 2;
  }

  private static List<Ruling> without(List<Ruling> lines, List<Ruling> others) {
    return lines.stream().filter(line -> !others.contains(line)).toList();
  }

  static List<Ruling> scaled(List<Ruling> rulings, double by) {
    return rulings.stream()
        .map(
            ruling ->
                new Ruling(
                    ruling.horizontal(),
                    ruling.position() * by,
                    ruling.start() * by,
                    ruling.end() * by,
                    ruling.thickness() * by))
        .toList();
  }
}
