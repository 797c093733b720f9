package org.yusuan.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The outcomes of all documents of a batch, counted.
 *
 * @param documents number of documents found
 * @param done of these, how many were read now
 * @param resumed how many had been read before
 * @param duplicates how many have the content of another
 * @param failures those that yielded nothing, now or before, in the order of their paths
 * @param pages number of pages read now
 * @param amounts number of amounts in the documents read now
 * @param verified of these, how many are verified
 * @param disputed of these, how many are disputed
 * @param duration how long this run took
 */
public record BatchSummary(
    int documents,
    int done,
    int resumed,
    int duplicates,
    List<Failure> failures,
    long pages,
    long amounts,
    long verified,
    long disputed,
    Duration duration) {
  public BatchSummary {
    failures = List.copyOf(failures);
  }

  /**
   * A document that yielded nothing.
   *
   * @param document its path below the input folder
   * @param outcome why
   */
  public record Failure(String document, DocumentOutcome outcome) {}

  /** Pages per second of this run. */
  public double pagesPerSecond() {
    double seconds = duration.toMillis() / 1000.0;
    return seconds == 0 ? 0 : pages / seconds;
  }

  /** Counts while a batch runs. Threads may share it. */
  static final class Counter {
    private int done;
    private int resumed;
    private int duplicates;
    private long pages;
    private long amounts;
    private long verified;
    private long disputed;
    private final List<Failure> failures = new ArrayList<>();

    synchronized void add(String document, DocumentOutcome outcome, boolean before) {
      if (outcome.failed()) {
        failures.add(new Failure(document, outcome));
      } else if (outcome.result() == DocumentOutcome.Result.DUPLICATE) {
        duplicates++;
      } else if (before) {
        resumed++;
      } else {
        done++;
        pages += outcome.pages();
        amounts += outcome.amounts();
        verified += outcome.verified();
        disputed += outcome.disputed();
      }
    }

    synchronized BatchProgress.BatchState state() {
      int ended = done + resumed + duplicates + failures.size();
      return new BatchProgress.BatchState(ended, pages, failures.size());
    }

    synchronized BatchSummary summary(int documents, Duration duration) {
      List<Failure> sorted = new ArrayList<>(failures);
      sorted.sort(java.util.Comparator.comparing(Failure::document));
      return new BatchSummary(
          documents,
          done,
          resumed,
          duplicates,
          sorted,
          pages,
          amounts,
          verified,
          disputed,
          duration);
    }
  }
}
