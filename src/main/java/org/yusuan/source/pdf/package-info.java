/** PDF files: PDFBox's content stream becomes {@link org.yusuan.page.Page}. */
@NullMarked
package org.yusuan.source.pdf;

import org.jspecify.annotations.NullMarked;
