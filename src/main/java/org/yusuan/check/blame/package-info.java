/** What makes a finding the fault of the reading, and not of the publisher: damage, loose text. */
@NullMarked
package org.yusuan.check.blame;

import org.jspecify.annotations.NullMarked;
