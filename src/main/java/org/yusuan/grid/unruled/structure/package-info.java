/** Header and rows of a table without rulings: from columns and chunks to cells with spans. */
@NullMarked
package org.yusuan.grid.unruled.structure;

import org.jspecify.annotations.NullMarked;
