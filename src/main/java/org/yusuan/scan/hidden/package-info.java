/** Print that pens, coloured ink or missing toner hide in part: where, and what it says. */
@NullMarked
package org.yusuan.scan.hidden;

import org.jspecify.annotations.NullMarked;
