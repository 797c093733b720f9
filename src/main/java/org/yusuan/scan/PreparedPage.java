package org.yusuan.scan;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.yusuan.page.PageTransform;
import org.yusuan.page.Resolution;
import org.yusuan.page.Ruling;
import org.yusuan.scan.hidden.StruckFigures;
import org.yusuan.scan.image.GrayImage;
import org.yusuan.scan.segment.LineBox;
import org.yusuan.scan.segment.PlaceholderMarks;

/**
 * A picture, straightened, and what is to be read on it.
 *
 * @param rulings in pixels of the straightened picture, as all that follows
 * @param lines what engines are to read
 * @param crops their pictures
 * @param marks what was told by its shape
 * @param struck what hides print, and where
 * @param hairlines how many white hairlines of missing toner run across it
 * @param printInches usual height of its characters; 0 if it has few
 * @param dpi its resolution
 */
record PreparedPage(
    PageTransform transform,
    List<Ruling> rulings,
    List<LineBox> lines,
    List<GrayImage> crops,
    List<PlaceholderMarks.Mark> marks,
    StruckFigures struck,
    int hairlines,
    double printInches,
    double dpi) {

  /** The rulings in points of the straightened picture. */
  List<Ruling> rulingsInPoints() {
    return PagePreparation.scaled(rulings, Resolution.POINTS_PER_INCH / dpi);
  }

  /** The longest lines alone, turned by some quarters. */
  PreparedPage longest(int count, int quarters) {
    List<Integer> longest =
        IntStream.range(0, lines.size())
            .boxed()
            .sorted(Comparator.comparingInt((Integer i) -> lines.get(i).width()).reversed())
            .limit(count)
            .toList();
    return new PreparedPage(
        transform,
        rulings,
        longest.stream().map(lines::get).toList(),
        longest.stream().map(i -> crops.get(i).rotate(quarters)).toList(),
        List.of(),
        new StruckFigures(List.of(), struck.page(), struck.unseen()),
        hairlines,
        printInches,
        dpi);
  }
}
