package org.yusuan.model.table;

/**
 * One printed cell of a table's header.
 *
 * @param row its first header row, from 0
 * @param column its first column, from 0
 * @param rowSpan number of header rows that it covers
 * @param columnSpan number of columns that it covers
 * @param text its text, wrapped lines joined
 * @param page the page that it stands on, from 1
 * @param bbox its rectangle on that page
 */
public record HeaderCell(
    int row, int column, int rowSpan, int columnSpan, String text, int page, Box bbox) {}
