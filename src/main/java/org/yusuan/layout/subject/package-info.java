/** Whose document it is, and for when. */
@NullMarked
package org.yusuan.layout.subject;

import org.jspecify.annotations.NullMarked;
