/** Tables of a disclosure: columns, rows, cells, and where they stand on their pages. */
@NullMarked
package org.yusuan.model.table;

import org.jspecify.annotations.NullMarked;
