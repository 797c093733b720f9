package org.yusuan.check.blame;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Status;
import org.yusuan.page.FigureDoubt;

/**
 * Recognized pages whose figures were doubted, and which the sums prove: nobody need look at them
 * again.
 */
public final class ProvenPages {
  /**
   * A page is proven if this share of its amounts is verified, and none is disputed. Of 31 made
   * pages that {@link FigureDoubt} alone called poor, the sums prove six, on which one row of 237
   * amounts was taken for another; ten of the others were wholly right.
   */
  private static final double MIN_VERIFIED_SHARE = 0.5;

  private ProvenPages() {}

  /** The disclosure without doubts about figures of pages that the sums prove. */
  public static Disclosure believed(Disclosure disclosure) {
    SourceFile source = disclosure.source();
    if (source.pages().stream()
        .flatMap(page -> page.problems().stream())
        .noneMatch(FigureDoubt::isSaidBy)) {
      return disclosure;
    }
    Map<Integer, List<Cell>> amounts =
        disclosure.tables().stream()
            .flatMap(table -> table.rows().stream())
            .flatMap(row -> row.cells().stream())
            .filter(cell -> cell.amount() != null)
            .collect(Collectors.groupingBy(Cell::page));
    return disclosure.withSource(
        source.withPages(
            source.pages().stream()
                .map(
                    page ->
                        page.origin() == Origin.OCR
                                && isProven(amounts.getOrDefault(page.page(), List.of()))
                            ? withoutDoubt(page)
                            : page)
                .toList()));
  }

  private static boolean isProven(List<Cell> amounts) {
    Map<Status, Long> counts =
        amounts.stream()
            .flatMap(cell -> Stream.ofNullable(cell.status()))
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    long verified = counts.getOrDefault(Status.VERIFIED, 0L);
    return verified > 0
        && verified >= MIN_VERIFIED_SHARE * amounts.size()
        && !counts.containsKey(Status.DISPUTED);
  }

  private static SourcePage withoutDoubt(SourcePage page) {
    return page.withProblems(
        page.problems().stream().filter(problem -> !FigureDoubt.isSaidBy(problem)).toList());
  }
}
