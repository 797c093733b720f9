/** What the columns of a table mean: its header read, and each column given a role. */
@NullMarked
package org.yusuan.layout.column;

import org.jspecify.annotations.NullMarked;
