/** Algorithms on graphs that stages share. */
@NullMarked
package org.yusuan.graph;

import org.jspecify.annotations.NullMarked;
