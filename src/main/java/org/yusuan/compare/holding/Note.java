package org.yusuan.compare.holding;

/**
 * Something that a reader should know, for instance why two figures are not compared.
 *
 * @param zh one sentence in Chinese
 * @param en the same in English
 */
public record Note(String zh, String en) {}
