/** Which rows of a list are parts of which: by codes, levels, marks, names and columns. */
@NullMarked
package org.yusuan.check.identity.row;

import org.jspecify.annotations.NullMarked;
