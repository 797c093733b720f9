/**
 * What the files under {@code models/} say: layouts, terms, classification, vocabulary, relations.
 */
@NullMarked
package org.yusuan.knowledge;

import org.jspecify.annotations.NullMarked;
