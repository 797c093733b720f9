package org.yusuan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yusuan.grid.assembly.PageContent;
import org.yusuan.grid.assembly.PlacementCheck;
import org.yusuan.grid.assembly.TableFinder;
import org.yusuan.model.SourcePage;
import org.yusuan.page.Page;
import org.yusuan.page.PageRotation;
import org.yusuan.page.PageTransform;
import org.yusuan.page.SpacedFigures;

/**
 * A page that was read.
 *
 * @param content what stands on it, straightened
 * @param source what the output says of it
 * @param transform how the page as it was read lies on the page as displayed; null if it was not
 *     changed
 * @param failure why nothing of it could be read; null if something was, or nothing is there
 */
record ReadPage(
    PageContent content,
    SourcePage source,
    @Nullable PageTransform transform,
    @Nullable String failure) {

  /** A page of text, turned if its lines run up or down. */
  static ReadPage ofTextLayer(Page page, boolean damaged) {
    boolean nothing = page.words().isEmpty() && damaged && !page.problems().isEmpty();
    String failure = nothing ? page.problems().get(0) : null;
    int quarters = PageRotation.quarters(page);
    Page upright = SpacedFigures.joined(PageRotation.turned(page, quarters));
    return of(
        upright,
        page,
        quarters == 0 ? null : PageTransform.turned(quarters, upright.width(), upright.height()),
        List.of(),
        failure);
  }

  /** The page with more problems. */
  ReadPage with(List<String> problems) {
    List<String> all = new ArrayList<>(source.problems());
    all.addAll(problems);
    return new ReadPage(content, source.withProblems(all), transform, failure);
  }

  /** A page that cannot be read, with what of it is known. */
  static ReadPage failed(Page page, String failure) {
    return of(page, page, null, List.of(failure), page.words().isEmpty() ? failure : null);
  }

  /**
   * A page with the tables on it.
   *
   * @param page the page as it was read, straightened
   * @param shown the page as displayed
   * @param more problems beside those of the page itself
   */
  static ReadPage of(
      Page page,
      Page shown,
      @Nullable PageTransform transform,
      List<String> more,
      @Nullable String failure) {
    List<String> problems = new ArrayList<>(page.problems());
    problems.addAll(more);
    PageContent content = PageContent.of(page, TableFinder.find(page));
    problems.addAll(PlacementCheck.problems(page, content));
    SourcePage source =
        new SourcePage(page.number(), shown.width(), shown.height(), page.origin(), problems);
    return new ReadPage(content, source, transform, failure);
  }
}
