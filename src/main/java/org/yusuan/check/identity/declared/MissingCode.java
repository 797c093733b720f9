package org.yusuan.check.identity.declared;

/**
 * A code that a table does not print, though another does, or though it prints what belongs to it.
 *
 * @param code the code
 * @param cell its amount where it is printed, or one of what belongs to it
 * @param lacks the table that does not print it, as an index
 * @param above the amount there of what the code belongs to; −1 if none is printed
 */
public record MissingCode(String code, int cell, int lacks, int above) {}
