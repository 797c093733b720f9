/** Pictures of pages: cleaning, light, connected components, deskewing. */
@NullMarked
package org.yusuan.scan.image;

import org.jspecify.annotations.NullMarked;
