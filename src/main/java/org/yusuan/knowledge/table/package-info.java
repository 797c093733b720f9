/** What is known of tables: prescribed layouts, kinds, the grammar of titles, the vocabulary. */
@NullMarked
package org.yusuan.knowledge.table;

import org.jspecify.annotations.NullMarked;
