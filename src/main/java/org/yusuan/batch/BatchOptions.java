package org.yusuan.batch;

import java.nio.file.Path;
import org.yusuan.correction.Corrections;

/**
 * What a batch is to do.
 *
 * @param input the folder whose documents are read, with all folders below it
 * @param output the folder that results are written to
 * @param jobs how many documents are read at a time
 * @param tool version and options of the program: results of another are not taken for done
 * @param retry whether to try documents again that failed before
 * @param corrections what people corrected: a document is read anew when its own change
 */
public record BatchOptions(
    Path input, Path output, int jobs, String tool, boolean retry, Corrections corrections) {
  public BatchOptions {
    if (jobs < 1) {
      throw new IllegalArgumentException("at least one job is needed, not " + jobs);
    }
  }

  /** A batch without corrections. */
  public BatchOptions(Path input, Path output, int jobs, String tool, boolean retry) {
    this(input, output, jobs, tool, retry, Corrections.NONE);
  }

  /**
   * Version, options and corrections that a document is read with.
   *
   * @param sha256 hash of its content
   */
  String tool(String sha256) {
    String corrected = corrections.fingerprint(sha256);
    return corrected.isEmpty() ? tool : tool + " corrected " + corrected;
  }
}
