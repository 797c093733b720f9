/** What speaks for which explanation of a failed check, and what is odd in a document. */
@NullMarked
package org.yusuan.knowledge.evidence;

import org.jspecify.annotations.NullMarked;
