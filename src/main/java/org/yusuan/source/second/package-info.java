/** Another reader of text layers, asked before a document is accused. */
@NullMarked
package org.yusuan.source.second;

import org.jspecify.annotations.NullMarked;
