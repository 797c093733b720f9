/**
 * Tables whose cells are not closed by rulings: where on the page they are. Their columns and their
 * cells are found in the packages below.
 */
@NullMarked
package org.yusuan.grid.unruled;

import org.jspecify.annotations.NullMarked;
