/** What identities prove, and which readings or cells explain those that fail. */
@NullMarked
package org.yusuan.check.solve;

import org.jspecify.annotations.NullMarked;
