/** White hairlines of missing toner: finding them, and joining the strokes that they cut. */
@NullMarked
package org.yusuan.scan.toner;

import org.jspecify.annotations.NullMarked;
