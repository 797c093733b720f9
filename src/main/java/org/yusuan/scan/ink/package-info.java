/** Tells print from what lies over and behind it: seals, pens, coloured and dark grounds. */
@NullMarked
package org.yusuan.scan.ink;

import org.jspecify.annotations.NullMarked;
