/** What the database holds of an organization's years, and which document is taken for a year. */
@NullMarked
package org.yusuan.compare.holding;

import org.jspecify.annotations.NullMarked;
