package org.yusuan.model.table;

/**
 * One way to read a piece of text on an image.
 *
 * @param text what it would say
 * @param probability how likely the recognizer holds it, from 0 to 1
 */
public record Reading(String text, double probability) {}
