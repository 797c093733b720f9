/** Documents while they are read: several at a time, in order, and how far each has come. */
@NullMarked
package org.yusuan.cli.reading;

import org.jspecify.annotations.NullMarked;
