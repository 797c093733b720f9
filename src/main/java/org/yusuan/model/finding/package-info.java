/** What a check found, how grave it is, and where it stands. */
@NullMarked
package org.yusuan.model.finding;

import org.jspecify.annotations.NullMarked;
