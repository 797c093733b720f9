/** What a table is: its title, its kind, and the layout that it follows. */
@NullMarked
package org.yusuan.layout.title;

import org.jspecify.annotations.NullMarked;
