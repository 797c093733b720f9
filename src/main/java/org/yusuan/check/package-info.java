/** What a disclosure's own arithmetic says of its amounts: identities, verdicts, corrections. */
@NullMarked
package org.yusuan.check;

import org.jspecify.annotations.NullMarked;
