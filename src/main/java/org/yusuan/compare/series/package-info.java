/** Lines of several years side by side. */
@NullMarked
package org.yusuan.compare.series;

import org.jspecify.annotations.NullMarked;
