/**
 * What an extraction yields: the data contract, as immutable records. Tables and findings are in
 * the packages below.
 */
@NullMarked
package org.yusuan.model;

import org.jspecify.annotations.NullMarked;
