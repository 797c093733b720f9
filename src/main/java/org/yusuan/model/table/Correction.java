package org.yusuan.model.table;

import java.util.List;

/**
 * Why the text of a recognized amount differs from what was read first.
 *
 * @param read what the recognizer read first
 * @param became the reading that was chosen; it is one of the image's own candidates
 * @param probability how likely the recognizer holds the chosen reading, from 0 to 1
 * @param identities the identities that hold with the chosen reading and failed before
 */
public record Correction(String read, String became, double probability, List<String> identities) {
  public Correction {
    identities = List.copyOf(identities);
  }
}
