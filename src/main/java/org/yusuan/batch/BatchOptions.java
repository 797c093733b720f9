package org.yusuan.batch;

import java.nio.file.Path;

/**
 * What a batch is to do.
 *
 * @param input the folder whose documents are read, with all folders below it
 * @param output the folder that results are written to
 * @param jobs how many documents are read at a time
 * @param tool version and options of the program: results of another are not taken for done
 * @param retry whether to try documents again that failed before
 */
public record BatchOptions(Path input, Path output, int jobs, String tool, boolean retry) {
  public BatchOptions {
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one job is needed, not " + jobs);
    }
  }
}
