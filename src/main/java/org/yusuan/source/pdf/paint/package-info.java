/** What a page shows: colours, clips, covered areas, layers and lines as painted. */
@NullMarked
package org.yusuan.source.pdf.paint;

import org.jspecify.annotations.NullMarked;
