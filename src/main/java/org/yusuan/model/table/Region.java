package org.yusuan.model.table;

/**
 * The part of a page that a table, or a piece of it, covers.
 *
 * @param page page number, from 1
 * @param bbox the rectangle
 */
public record Region(int page, Box bbox) {}
