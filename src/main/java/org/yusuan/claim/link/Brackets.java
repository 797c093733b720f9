package org.yusuan.claim.link;

import java.util.List;
import java.util.function.ToIntFunction;
import org.yusuan.claim.link.ClaimLinker.Linked;
import org.yusuan.model.Claim;

/**
 * What stands before an amount of the prose where brackets are closed: in 「收入 9 万元（含上年结转 2
 * 万元），比上年增加 3 万元」 the change is that of what was received.
 */
public final class Brackets {

  private Brackets() {}

  /** The place of what stands before a statement, but for brackets closed since; -1 for nothing. */
  public static int before(List<Linked> all, int at) {
    return before(all, at, one -> one.statement().depth());
  }

  /** The same of claims. */
  public static int beforeClaim(List<Claim> all, int at) {
    return before(all, at, one -> one.subject() == null ? 0 : one.subject().brackets());
  }

  private static <T> int before(List<T> all, int at, ToIntFunction<T> depth) {
    if (at < 0) {
      return -1;
    }
    int own = depth.applyAsInt(all.get(at));
    int before = at - 1;
    while (before >= 0 && depth.applyAsInt(all.get(before)) > own) {
      before--;
    }
    return before;
  }
}
