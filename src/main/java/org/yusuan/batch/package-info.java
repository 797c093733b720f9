/**
 * Folders of documents: read in parallel, cut off when too costly, resumed after any interruption.
 */
@NullMarked
package org.yusuan.batch;

import org.jspecify.annotations.NullMarked;
