/** Files: which names are documents, hashes of content, writing that is whole or not at all. */
@NullMarked
package org.yusuan.io;

import org.jspecify.annotations.NullMarked;
