package org.yusuan.batch;

/** Is told how a batch goes on. Called by several threads. */
public interface BatchProgress {

  /**
   * How far a batch is.
   *
   * @param documents how many documents have ended, failed ones too
   * @param pages how many pages were read in this run
   * @param failures how many documents failed
   */
  record BatchState(int documents, long pages, int failures) {}

  /** The documents have been found. */
  void begin(int documents);

  /** A document has ended. */
  void update(BatchState state);

  /** A progress that is not shown. */
  static BatchProgress silent() {
    return new BatchProgress() {
      @Override
      public void begin(int documents) {}

      @Override
      public void update(BatchState state) {}
    };
  }
}
