/**
 * Writes disclosures: JSON by the published schema, the neutral form of cells, and tables of facts.
 */
@NullMarked
package org.yusuan.export;

import org.jspecify.annotations.NullMarked;
