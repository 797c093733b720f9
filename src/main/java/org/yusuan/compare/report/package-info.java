/** Comparisons as pages, tables and JSON. */
@NullMarked
package org.yusuan.compare.report;

import org.jspecify.annotations.NullMarked;
