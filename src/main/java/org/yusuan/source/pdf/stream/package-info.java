/** The content streams of a page, decoded within the budget of the document. */
@NullMarked
package org.yusuan.source.pdf.stream;

import org.jspecify.annotations.NullMarked;
