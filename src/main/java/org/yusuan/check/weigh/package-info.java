/** Why an identity fails: evidence that the document is wrong, the reading, or the rule. */
@NullMarked
package org.yusuan.check.weigh;

import org.jspecify.annotations.NullMarked;
