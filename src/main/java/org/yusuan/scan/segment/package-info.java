/** Lines of text and marks in a picture. */
@NullMarked
package org.yusuan.scan.segment;

import org.jspecify.annotations.NullMarked;
