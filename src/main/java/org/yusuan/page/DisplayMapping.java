package org.yusuan.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yusuan.model.Claim;
import org.yusuan.model.Stated;
import org.yusuan.model.Subject;
import org.yusuan.model.table.Box;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.HeaderCell;
import org.yusuan.model.table.Region;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Table;

/**
 * Turns boxes on straightened pages into boxes on the pages as displayed: what the output says must
 * be found on the document itself.
 *
 * @param transforms how straightened pages lie on those displayed, by page number; pages that are
 *     not in it were not straightened
 */
public record DisplayMapping(Map<Integer, PageTransform> transforms) {

  /**
   * A point of a page as it was read on the page as displayed.
   *
   * @return x and y in points from the top left
   */
  public double[] point(int page, double x, double y) {
    PageTransform transform = transforms.get(page);
    return transform == null ? new double[] {x, y} : transform.onDisplayedPage(x, y);
  }

  /** The tables with their boxes on the displayed pages. */
  public List<Table> tables(List<Table> tables) {
    return transforms.isEmpty() ? tables : tables.stream().map(this::table).toList();
  }

  /** The subject with its boxes on the displayed pages. */
  public Subject subject(Subject subject) {
    return transforms.isEmpty()
        ? subject
        : new Subject(
            stated(subject.organization()),
            stated(subject.region()),
            stated(subject.level()),
            stated(subject.fiscalYear()),
            stated(subject.stage()),
            subject.periods());
  }

  /** The claims with their boxes on the displayed pages. */
  public List<Claim> claims(List<Claim> claims) {
    return transforms.isEmpty() ? claims : claims.stream().map(this::claim).toList();
  }

  private Claim claim(Claim claim) {
    Box box = claim.bbox();
    return box == null ? claim : claim.withBox(box(claim.page(), box));
  }

  private Table table(Table table) {
    return table
        .withPlaces(
            table.regions().stream()
                .map(region -> new Region(region.page(), box(region.page(), region.bbox())))
                .toList(),
            table.header().stream().map(this::header).toList())
        .withRows(table.rows().stream().map(this::row).toList());
  }

  private HeaderCell header(HeaderCell cell) {
    return new HeaderCell(
        cell.row(),
        cell.column(),
        cell.rowSpan(),
        cell.columnSpan(),
        cell.text(),
        cell.page(),
        box(cell.page(), cell.bbox()));
  }

  private Row row(Row row) {
    return row.withCells(row.cells().stream().map(this::cell).toList());
  }

  private Cell cell(Cell cell) {
    return cell.withBox(box(cell.page(), cell.bbox()));
  }

  private <T> @Nullable Stated<T> stated(@Nullable Stated<T> stated) {
    return stated == null
        ? null
        : new Stated<>(
            stated.value(), stated.text(), stated.page(), box(stated.page(), stated.bbox()));
  }

  /** A box of a page as it was read on the page as displayed. */
  public Box onDisplayed(int page, Box box) {
    return box(page, box);
  }

  private Box box(int page, Box box) {
    PageTransform transform = transforms.get(page);
    return transform == null ? box : transform.onDisplayedPage(box);
  }
}
