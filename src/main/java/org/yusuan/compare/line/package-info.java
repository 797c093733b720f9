/** Lines of one item over the years, and how its entries differ. */
@NullMarked
package org.yusuan.compare.line;

import org.jspecify.annotations.NullMarked;
