package org.yusuan.check.identity;

/**
 * A code that a table does not print, though another does, or though it prints what belongs to it.
 *
 * @param code the code
 * @param cell its amount where it is printed, or one of what belongs to it
 * @param lacks the table that does not print it, as an index
 */
public record MissingCode(String code, int cell, int lacks) {}
