/**
 * What an extraction yields: the data contract, as immutable records. They know {@code model.table}
 * and nothing else.
 */
@NullMarked
package org.yusuan.model;

import org.jspecify.annotations.NullMarked;
