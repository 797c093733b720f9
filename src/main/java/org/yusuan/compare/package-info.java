/** Years, and budgets and final accounts, side by side. */
@NullMarked
package org.yusuan.compare;

import org.jspecify.annotations.NullMarked;
