/**
 * What an extraction yields: the data contract, as immutable records that know no other package.
 */
@NullMarked
package org.yusuan.model;

import org.jspecify.annotations.NullMarked;
