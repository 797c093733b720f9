/** Sentences of findings, notes and explanations, in two languages. */
@NullMarked
package org.yusuan.knowledge.message;

import org.jspecify.annotations.NullMarked;
