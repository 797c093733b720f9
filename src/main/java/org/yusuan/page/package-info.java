/** What a page is, whatever it came from: words, rulings and size, in points from the top left. */
@NullMarked
package org.yusuan.page;

import org.jspecify.annotations.NullMarked;
