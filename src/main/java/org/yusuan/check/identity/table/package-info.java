/**
 * Identities that a table tells by itself: its header, its lists, its printed formulas, its rows.
 * How rows nest is told by {@code check.identity.row}.
 */
@NullMarked
package org.yusuan.check.identity.table;

import org.jspecify.annotations.NullMarked;
