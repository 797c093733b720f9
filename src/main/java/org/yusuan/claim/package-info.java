/** Amounts that the prose states, linked to the cells that they restate. */
@NullMarked
package org.yusuan.claim;

import org.jspecify.annotations.NullMarked;
