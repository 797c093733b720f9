/** Opening files and telling whether a page is read from its text layer or from its picture. */
@NullMarked
package org.yusuan.source;

import org.jspecify.annotations.NullMarked;
