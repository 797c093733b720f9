/** Links from statements to the cells that they restate. */
@NullMarked
package org.yusuan.claim.link;

import org.jspecify.annotations.NullMarked;
