/** Recognition of lines behind one interface: Tesseract and networks. */
@NullMarked
package org.yusuan.scan.ocr;

import org.jspecify.annotations.NullMarked;
