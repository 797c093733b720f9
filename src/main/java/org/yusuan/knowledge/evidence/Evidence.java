package org.yusuan.knowledge.evidence;

import java.util.List;

/**
 * An observation that supports some explanations of a failed identity against the others.
 *
 * @param id short name, as {@code pattern-holds}
 * @param supports the explanations
 * @param weight how much, in points; weights add up
 * @param zh what it says, in Chinese
 * @param en the same in English
 */
public record Evidence(String id, List<Hypothesis> supports, int weight, String zh, String en) {
  public Evidence {
    supports = List.copyOf(supports);
  }
}
