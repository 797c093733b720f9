package org.yusuan;

import java.nio.file.Path;
import java.util.List;

/**
 * How to extract. Immutable; {@link #defaults()} suits most documents.
 *
 * @param pages the pages to read, from 1; empty for all
 * @param layoutFolders folders with a user's own layouts, searched before the shipped ones
 */
public record Options(List<Integer> pages, List<Path> layoutFolders) {
  public Options {
    pages = List.copyOf(pages);
    layoutFolders = List.copyOf(layoutFolders);
  }

  /** All pages, the shipped layouts. */
  public static Options defaults() {
    return new Options(List.of(), List.of());
  }

  /** These options for the given pages alone. */
  public Options withPages(List<Integer> newPages) {
    return new Options(newPages, layoutFolders);
  }

  /** These options with a user's own layouts. */
  public Options withLayoutFolders(List<Path> folders) {
    return new Options(pages, folders);
  }
}
