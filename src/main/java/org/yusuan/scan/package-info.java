/** Images of pages → pages: straightened, rulings found, text recognized. */
@NullMarked
package org.yusuan.scan;

import org.jspecify.annotations.NullMarked;
