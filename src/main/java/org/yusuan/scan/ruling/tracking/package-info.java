/** Follows rulings that are known in part past the places where shade or faint print hides them. */
@NullMarked
package org.yusuan.scan.ruling.tracking;

import org.jspecify.annotations.NullMarked;
