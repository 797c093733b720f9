/** Grids become tables: which standard table, what each column and row means. */
@NullMarked
package org.yusuan.layout;

import org.jspecify.annotations.NullMarked;
