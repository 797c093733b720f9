/** The command line: commands, progress, exit codes. */
@NullMarked
package org.yusuan.cli;

import org.jspecify.annotations.NullMarked;
