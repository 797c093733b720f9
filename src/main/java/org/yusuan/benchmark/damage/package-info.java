/** Plants damage and misreadings in disclosures and measures what is told of it. */
@NullMarked
package org.yusuan.benchmark.damage;

import org.jspecify.annotations.NullMarked;
