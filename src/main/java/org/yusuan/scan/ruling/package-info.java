/** Rulings of a picture: finding them, and erasing them before recognition. */
@NullMarked
package org.yusuan.scan.ruling;

import org.jspecify.annotations.NullMarked;
