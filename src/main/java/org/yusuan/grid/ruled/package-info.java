/** Tables whose cells are enclosed by rulings. */
@NullMarked
package org.yusuan.grid.ruled;

import org.jspecify.annotations.NullMarked;
