/** Pictures of what was read, laid over the page that it was read from. */
@NullMarked
package org.yusuan.overlay;

import org.jspecify.annotations.NullMarked;
