package org.yusuan.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that was read.
 *
 * @param file its name without folders
 * @param sha256 its hash, lower-case hexadecimal
 * @param pageCount number of pages in the file
 * @param producer the program that made it, as the file says; null if it does not
 * @param pages the pages that were read
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceFile(
    String file, String sha256, int pageCount, @Nullable String producer, List<SourcePage> pages) {
  public SourceFile {
    pages = List.copyOf(pages);
  }

  /** This file with other pages read. */
  public SourceFile withPages(List<SourcePage> newPages) {
    return new SourceFile(file, sha256, pageCount, producer, newPages);
  }
}
