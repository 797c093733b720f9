/** Measures extractions: against truth files, and against other programs in one run. */
@NullMarked
package org.yusuan.benchmark;

import org.jspecify.annotations.NullMarked;
