/** A table as cells with spans, before anything is known of its meaning. */
@NullMarked
package org.yusuan.grid;

import org.jspecify.annotations.NullMarked;
