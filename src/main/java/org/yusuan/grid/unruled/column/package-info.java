/** Columns of a table without rulings: found in the white space between its text chunks. */
@NullMarked
package org.yusuan.grid.unruled.column;

import org.jspecify.annotations.NullMarked;
