package org.yusuan;

/** Is told how far the reading of a document has come. By one thread at a time. */
@FunctionalInterface
public interface ReadingProgress {

  /** The document is open, and it is known how many of its pages will be read. */
  default void starts(int pages) {}

  /** The page of this number has been read. */
  void read(int page);
}
