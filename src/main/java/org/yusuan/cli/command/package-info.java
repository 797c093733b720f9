/** The commands. */
@NullMarked
package org.yusuan.cli.command;

import org.jspecify.annotations.NullMarked;
