/** Findings about a document as a whole, beside its figures. */
@NullMarked
package org.yusuan.check.document;

import org.jspecify.annotations.NullMarked;
