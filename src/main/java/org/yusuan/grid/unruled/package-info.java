/** Tables whose cells are held together by alignment and white space. */
@NullMarked
package org.yusuan.grid.unruled;

import org.jspecify.annotations.NullMarked;
