/** Undoes what a press, a display or a moved camera did to a picture, before it is cleaned. */
@NullMarked
package org.yusuan.scan.restoration;

import org.jspecify.annotations.NullMarked;
