package org.yusuan.model;

import java.util.List;
import org.yusuan.model.table.Cell;
import org.yusuan.model.table.Row;
import org.yusuan.model.table.Status;
import org.yusuan.model.table.Table;

/**
 * How far a disclosure's amounts can be trusted without looking.
 *
 * @param amounts number of cells that hold an amount
 * @param verified of these, how many the document's arithmetic confirms
 * @param unverified of these, how many no identity says anything about
 * @param disputed of these, how many stand in an identity that fails
 * @param corrected of these, how many were read otherwise at first
 * @param coverage share of the amounts that some identity covers, from 0 to 1
 */
public record Quality(
    int amounts, int verified, int unverified, int disputed, int corrected, double coverage) {

  /** Counts the amounts of the tables by status. */
  public static Quality of(List<Table> tables) {
    int[] counts = new int[Status.values().length];
    int corrected = 0;
    for (Table table : tables) {
      for (Row row : table.rows()) {
        for (Cell cell : row.cells()) {
          if (cell.amount() != null) {
            Status status = cell.status() == null ? Status.UNVERIFIED : cell.status();
            counts[status.ordinal()]++;
            corrected += cell.correction() == null ? 0 : 1;
          }
        }
      }
    }
    int verified = counts[Status.VERIFIED.ordinal()];
    int unverified = counts[Status.UNVERIFIED.ordinal()];
    int disputed = counts[Status.DISPUTED.ordinal()];
    int amounts = verified + unverified + disputed;
    double coverage = amounts == 0 ? 0 : Math.round(1e4 * (verified + disputed) / amounts) / 1e4;
    return new Quality(amounts, verified, unverified, disputed, corrected, coverage);
  }
}
