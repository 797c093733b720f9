/** Identities: equations that the amounts of a disclosure ought to satisfy. */
@NullMarked
package org.yusuan.check.identity;

import org.jspecify.annotations.NullMarked;
