/** Amounts that others cannot exceed: a part and its whole, a balance and its limit. */
@NullMarked
package org.yusuan.check.bound;

import org.jspecify.annotations.NullMarked;
