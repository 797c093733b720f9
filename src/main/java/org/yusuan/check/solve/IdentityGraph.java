package org.yusuan.check.solve;

import java.util.List;
import org.yusuan.check.identity.AmountIndex;
import org.yusuan.check.identity.Identity;

/** The identities that each cell belongs to. */
public final class IdentityGraph {

  private final List<Identity> identities;
  private final int[] starts;
  private final int[] entries;
  private final byte[] signs;

  public IdentityGraph(AmountIndex index, List<Identity> identities) {
    this.identities = identities;
    this.starts = new int[index.size() + 1];
    for (Identity identity : identities) {
      for (int cell : identity.cells()) {
        starts[cell + 1]++;
      }
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    this.entries = new int[starts[starts.length - 1]];
    this.signs = new byte[entries.length];
    int[] next = starts.clone();
    for (int i = 0; i < identities.size(); i++) {
      Identity identity = identities.get(i);
      for (int k = 0; k < identity.cells().length; k++) {
        int at = next[identity.cells()[k]]++;
        entries[at] = i;
        signs[at] = (byte) identity.coefficients()[k];
      }
    }
  }

  public Identity identity(int i) {
    return identities.get(i);
  }

  public int size() {
    return identities.size();
  }

  /** Number of identities that a cell stands in. */
  public int degree(int cell) {
    return starts[cell + 1] - starts[cell];
  }

  /** The k-th identity that a cell stands in, as an index. */
  public int identityOf(int cell, int k) {
    return entries[starts[cell] + k];
  }

  /** The cell's coefficient in its k-th identity. */
  int sign(int cell, int k) {
    return signs[starts[cell] + k];
  }
}
