package org.yusuan.model.table;

/**
 * One way to read a piece of text: of an image, or of a text layer that another reader reads
 * otherwise.
 *
 * @param text what it would say
 * @param probability how likely the recognizer holds it, from 0 to 1
 */
public record Reading(String text, double probability) {}
