package org.yusuan.check.blame;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.yusuan.model.Disclosure;
import org.yusuan.model.SourceFile;
import org.yusuan.model.SourcePage;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Column;
import org.yusuan.model.table.ColumnRole;
import org.yusuan.model.table.Origin;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;
import org.yusuan.page.FigureDoubt;
import org.yusuan.page.WordDoubt;

/**
 * Recognized pages whose figures or words were doubted, and whose figures stand the test: nobody
 * need look at them again.
 */
public final class ProvenPages {
  /**
   * Figures are proven if this share of a page's amounts is verified, and none is disputed. Of 31
   * made pages that {@link FigureDoubt} alone called poor, the sums prove six, on which one row of
   * 237 amounts was taken for another; ten of the others were wholly right.
   */
  private static final double MIN_VERIFIED_SHARE = 0.5;

  /**
   * Where only words were doubted, figures are well read if this share is verified, and so many;
   * none is disputed, each stands in a column with a meaning, and whatever stands in such a column
   * is an amount. Of 140 made pages that {@link WordDoubt} called poor 21 were wholly right, of
   * which twelve are believed; of the others one had been, 10 of its amounts in columns without a
   * meaning.
   */
  private static final double MIN_VERIFIED_OF_WELL_READ = 0.2;

  private static final int MIN_VERIFIED = 3;

  /** Of figures that are well read, at most this share is neither verified nor read surely. */
  private static final double MAX_UNSURE_SHARE = 0.15;

  /** A figure read with less confidence is unsure. */
  private static final double SURE_CONFIDENCE = 0.9;

  private ProvenPages() {}

  /** What the columns of amounts tell of a page. */
  private static final class Figures {
    private int amounts;
    private int verified;
    private int disputed;
    private int unsure;
    private int strange;

    private void add(Cell cell, Column column) {
      if (cell.amount() == null) {
        strange += column.role() == ColumnRole.AMOUNT && !cell.text().isBlank() ? 1 : 0;
        return;
      }
      boolean isVerified = cell.status() == Status.VERIFIED;
      Double confidence = cell.confidence();
      amounts++;
      verified += isVerified ? 1 : 0;
      disputed += cell.status() == Status.DISPUTED ? 1 : 0;
      unsure += !isVerified && confidence != null && confidence < SURE_CONFIDENCE ? 1 : 0;
      strange += column.measure() == null ? 1 : 0;
    }

    private boolean areProven() {
      return verified > 0 && verified >= MIN_VERIFIED_SHARE * amounts && disputed == 0;
    }

    private boolean areWellRead() {
      return verified >= MIN_VERIFIED
          && verified >= MIN_VERIFIED_OF_WELL_READ * amounts
          && unsure <= MAX_UNSURE_SHARE * amounts
          && disputed == 0
          && strange == 0;
    }
  }

  /** The disclosure without doubts about pages whose figures stand the test. */
  public static Disclosure believed(Disclosure disclosure) {
    SourceFile source = disclosure.source();
    Predicate<String> doubt =
        problem -> FigureDoubt.isSaidBy(problem) || WordDoubt.isSaidBy(problem);
    if (source.pages().stream().flatMap(page -> page.problems().stream()).noneMatch(doubt)) {
      return disclosure;
    }
    Map<Integer, Figures> figures = new HashMap<>();
    for (Table table : disclosure.tables()) {
      for (Row row : table.rows()) {
        for (Cell cell : row.cells()) {
          figures
              .computeIfAbsent(cell.page(), page -> new Figures())
              .add(cell, table.columns().get(cell.column()));
        }
      }
    }
    return disclosure.withSource(
        source.withPages(
            source.pages().stream()
                .map(
                    page ->
                        page.origin() == Origin.OCR
                            ? believed(page, figures.getOrDefault(page.page(), new Figures()))
                            : page)
                .toList()));
  }

  private static SourcePage believed(SourcePage page, Figures figures) {
    SourcePage proven = figures.areProven() ? without(page, FigureDoubt::isSaidBy) : page;
    boolean onlyWords = proven.problems().stream().allMatch(WordDoubt::isSaidBy);
    return onlyWords && figures.areWellRead() ? without(proven, WordDoubt::isSaidBy) : proven;
  }

  private static SourcePage without(SourcePage page, Predicate<String> doubt) {
    return page.withProblems(page.problems().stream().filter(doubt.negate()).toList());
  }
}
