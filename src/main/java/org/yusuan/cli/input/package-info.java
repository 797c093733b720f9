/** What a command is given to read: files, folders, pages, the standard input. */
@NullMarked
package org.yusuan.cli.input;

import org.jspecify.annotations.NullMarked;
