/** What is known of sentences that state amounts. */
@NullMarked
package org.yusuan.knowledge.claim;

import org.jspecify.annotations.NullMarked;
