/** A DuckDB database of disclosures: facts, tables, documents, findings and claims. */
@NullMarked
package org.yusuan.store;

import org.jspecify.annotations.NullMarked;
