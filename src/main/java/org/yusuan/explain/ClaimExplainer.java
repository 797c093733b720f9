package org.yusuan.explain;

import java.util.List;
import java.util.Map;
import org.yusuan.claim.ClaimTrace;
import org.yusuan.model.Claim;
import org.yusuan.model.Disclosure;
import org.yusuan.model.finding.CellRef;

/** Says why the amounts of a page's prose are linked to cells, or are not. */
final class ClaimExplainer {

  private final Report report;
  private final CellPlaces places;

  ClaimExplainer(Report report, Disclosure disclosure) {
    this.report = report;
    this.places = new CellPlaces(disclosure);
  }

  void explain(List<ClaimTrace> claims) {
    if (claims.isEmpty()) {
      return;
    }
    report.line(0, "explain-claims", Map.of("count", claims.size()));
    for (ClaimTrace trace : claims) {
      Claim claim = trace.claim();
      report.line(
          1,
          "explain-claim",
          Map.of(
              "text", claim.text(),
              "amount", claim.printed() + claim.unit(),
              "why", report.say("explain-linked-" + Report.word(trace.reason()), Map.of())));
      for (CellRef ref : claim.refersTo()) {
        report.line(2, "explain-claim-cell", Map.of("place", places.named(ref, null)));
      }
      trace
          .doubts()
          .forEach(doubt -> report.line(2, "explain-doubt-" + Report.word(doubt), Map.of()));
    }
  }
}
