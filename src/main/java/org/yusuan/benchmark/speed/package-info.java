/** Measures time and memory, against other programs in one run. */
@NullMarked
package org.yusuan.benchmark.speed;

import org.jspecify.annotations.NullMarked;
