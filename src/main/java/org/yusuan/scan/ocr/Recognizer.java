package org.yusuan.scan.ocr;

import java.util.List;
import org.yusuan.model.table.Reading;
import org.yusuan.scan.image.GrayImage;

/**
 * An engine that reads pictures of one text line each. One instance belongs to one thread.
 *
 * <p>A line image is dark text on white, upright and straight, with a white margin.
 */
interface Recognizer extends AutoCloseable {

  /**
   * Reads lines.
   *
   * @param lines pictures of one line each
   * @return for each line its whole-line readings, likeliest first; empty if nothing was read
   */
  List<List<Reading>> readLines(List<GrayImage> lines);

  @Override
  void close();
}
