package org.yusuan.claim;

import java.util.List;
import org.yusuan.claim.link.LinkDoubt;
import org.yusuan.claim.link.LinkReason;
import org.yusuan.model.Claim;

/**
 * Why an amount of the prose is linked to a cell, or is not.
 *
 * @param claim the amount; its box is on the page as it was read
 * @param reason why it is linked so, or not
 * @param doubts what speaks against accusing, if it disagrees with its cell
 */
public record ClaimTrace(Claim claim, LinkReason reason, List<LinkDoubt> doubts) {
  public ClaimTrace {
    doubts = List.copyOf(doubts);
  }
}
