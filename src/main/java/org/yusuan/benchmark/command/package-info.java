/** Commands that measure. Nothing of the product uses them. */
@NullMarked
package org.yusuan.benchmark.command;

import org.jspecify.annotations.NullMarked;
