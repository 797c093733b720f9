package org.yusuan.export;

/**
 * A row of a table, whether or not it holds amounts. Lines tell a blank from a line that is not
 * there; {@linkplain Fact facts} cannot.
 *
 * @param document whose disclosure
 * @param table which table of it
 * @param line what the row is about
 * @param page the page that the row begins on, from 1
 */
public record PrintedLine(Fact.Document document, Fact.TableKey table, Fact.Line line, int page) {}
