/** What the rows of a table mean: codes, names and levels. */
@NullMarked
package org.yusuan.layout.row;

import org.jspecify.annotations.NullMarked;
