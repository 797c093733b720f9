/**
 * What the files under {@code models/} say: classification, vocabulary, relations, evidence,
 * messages. What they say of tables and of prose is in the packages below.
 */
@NullMarked
package org.yusuan.knowledge;

import org.jspecify.annotations.NullMarked;
