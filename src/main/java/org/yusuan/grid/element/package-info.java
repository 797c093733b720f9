/** What tables are made of: joined rulings, chunks of text, lines, captions. */
@NullMarked
package org.yusuan.grid.element;

import org.jspecify.annotations.NullMarked;
