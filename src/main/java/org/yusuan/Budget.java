package org.yusuan;

import java.time.Duration;

/**
 * How much time a document may take. A page that goes beyond is reported; a document that does is
 * ended.
 *
 * @param page for one page of text. A page takes 0.02 s; a machine under load and the first page of
 *     a process may need a hundred times as much
 * @param picture for one page that is recognized, all pages before it in line included
 * @param drawing for drawing one page; a scan of A3 in colour takes 3 s
 * @param spare for all of a document, beside what each page may take
 * @param eachPage what each page adds to that
 */
record Budget(
    Duration page, Duration picture, Duration drawing, Duration spare, Duration eachPage) {

  static Budget standard() {
    return new Budget(
        Duration.ofSeconds(6),
        Duration.ofSeconds(300),
        Duration.ofSeconds(12),
        Duration.ofSeconds(12),
        Duration.ofMillis(500));
  }

  /** The time for the given number of pages of one document. */
  Duration pages(int count) {
    return spare.plus(eachPage.multipliedBy(count));
  }
}
