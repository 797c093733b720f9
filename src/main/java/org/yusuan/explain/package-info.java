/**
 * Words, for a person, why a page was read as it was: from what the stages left in their traces.
 */
@NullMarked
package org.yusuan.explain;

import org.jspecify.annotations.NullMarked;
