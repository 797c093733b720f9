package org.yusuan.claim.link;

import java.util.HashSet;
import java.util.Set;
import org.yusuan.model.finding.CellRef;

/**
 * How often links agree, in a document or in one of its tables. One thread at a time may use it.
 */
final class AgreementTally {

  /** At least this many agreeing links show that the prose is read rightly. A guess. */
  private static final int MIN_AGREEING_LINKS = 4;

  /** And this many links must agree for each that disagrees. A guess. */
  private static final int MIN_AGREEING_PER_DISAGREEING = 5;

  private int agree;
  private final Set<CellRef> disagree = new HashSet<>();

  void add(boolean agrees, CellRef cell) {
    agree += agrees ? 1 : 0;
    if (!agrees) {
      disagree.add(cell);
    }
  }

  boolean anyAgrees() {
    return agree > 0;
  }

  boolean mostlyAgrees() {
    return agree >= MIN_AGREEING_LINKS && agree >= MIN_AGREEING_PER_DISAGREEING * disagree.size();
  }

  boolean oftenAgrees() {
    return agree >= 2 && agree >= 2 * disagree.size();
  }
}
