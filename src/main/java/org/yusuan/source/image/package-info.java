/** Picture files as pages. */
@NullMarked
package org.yusuan.source.image;

import org.jspecify.annotations.NullMarked;
