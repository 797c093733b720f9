/** The cells of tables by what their labels, headers and titles say that they hold. */
@NullMarked
package org.yusuan.claim.cell;

import org.jspecify.annotations.NullMarked;
