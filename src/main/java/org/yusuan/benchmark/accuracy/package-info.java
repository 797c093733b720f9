/** Measures extractions and findings against truth files. */
@NullMarked
package org.yusuan.benchmark.accuracy;

import org.jspecify.annotations.NullMarked;
