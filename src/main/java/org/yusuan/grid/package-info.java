/** Tables as cells with spans: ruled and unruled, joined over pages. */
@NullMarked
package org.yusuan.grid;

import org.jspecify.annotations.NullMarked;
