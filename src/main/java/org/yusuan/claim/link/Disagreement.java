package org.yusuan.claim.link;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.finding.Severity;

/**
 * A disagreement between prose and table, weighed.
 *
 * @param severity how grave it is; null if the link is more likely to be wrong than the document
 * @param doubts what speaks against accusing; empty if nothing does
 */
record Disagreement(@Nullable Severity severity, List<LinkDoubt> doubts) {
  Disagreement {
    doubts = List.copyOf(doubts);
  }
}
