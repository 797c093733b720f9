package org.yusuan.model;

import org.yusuan.model.table.Box;

/**
 * A fact about a disclosure and where it was read.
 *
 * @param value the fact
 * @param text the words it was read from, as published
 * @param page the page they stand on, from 1
 * @param bbox their rectangle on that page
 * @param <T> the fact's type
 */
public record Stated<T>(T value, String text, int page, Box bbox) {}
