/**
 * What people corrected: entries of their own, bound to a file's hash, a page and a rectangle, and
 * replayed over whatever is read from that file.
 */
@NullMarked
package org.yusuan.correction;

import org.jspecify.annotations.NullMarked;
