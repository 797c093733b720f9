package org.yusuan.model.finding;

import org.yusuan.model.table.Table;

/**
 * Names one cell of a disclosure.
 *
 * @param table the table's id
 * @param row index into {@link Table#rows()}
 * @param column index into {@link Table#columns()}
 */
public record CellRef(String table, int row, int column) {}
