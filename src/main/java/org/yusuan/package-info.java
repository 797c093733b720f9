/** The façade: a file goes in, a {@link org.yusuan.model.Disclosure} comes out. */
@NullMarked
package org.yusuan;

import org.jspecify.annotations.NullMarked;
