/** Pages with a text layer: PDFBox's content stream becomes {@link org.yusuan.page.Page}. */
@NullMarked
package org.yusuan.pdf;

import org.jspecify.annotations.NullMarked;
