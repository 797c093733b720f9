package org.yusuan.page;

import java.util.List;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Origin;

/**
 * One page, whatever it came from. Coordinates are those of the page as displayed: points from the
 * top left corner, y downwards, after the page's own rotation.
 *
 * @param number page number in its file, from 1
 * @param width displayed width in points
 * @param height displayed height in points
 * @param origin text layer or recognition
 * @param words all words, in the order of the source
 * @param rulings all lines, as drawn: pieces of one line are not yet joined
 * @param images where pictures stand, in points; a page whose only content is a picture is a scan
 * @param problems what went wrong on this page, one sentence each
 */
public record Page(
    int number,
    double width,
    double height,
    Origin origin,
    List<Word> words,
    List<Ruling> rulings,
    List<Box> images,
    List<String> problems) {
  public Page {
    words = List.copyOf(words);
    rulings = List.copyOf(rulings);
    images = List.copyOf(images);
    problems = List.copyOf(problems);
  }

  /** A page on which nothing was found. */
  public static Page blank(
      int number, double width, double height, Origin origin, List<String> problems) {
    return new Page(number, width, height, origin, List.of(), List.of(), List.of(), problems);
  }

  /** This page with other words. */
  public Page withWords(List<Word> newWords) {
    return new Page(number, width, height, origin, newWords, rulings, images, problems);
  }

  /** This page with other lines. */
  public Page withRulings(List<Ruling> newRulings) {
    return new Page(number, width, height, origin, words, newRulings, images, problems);
  }
}
