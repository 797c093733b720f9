/** The command that compares years and organizations. */
@NullMarked
package org.yusuan.cli.command.compare;

import org.jspecify.annotations.NullMarked;
