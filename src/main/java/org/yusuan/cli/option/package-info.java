/** Options and arguments that several commands share. */
@NullMarked
package org.yusuan.cli.option;

import org.jspecify.annotations.NullMarked;
