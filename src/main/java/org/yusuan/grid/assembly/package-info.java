/** The tables of each page, and tables joined over pages. */
@NullMarked
package org.yusuan.grid.assembly;

import org.jspecify.annotations.NullMarked;
