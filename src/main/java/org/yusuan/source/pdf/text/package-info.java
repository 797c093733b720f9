/** What a painted glyph says: its characters, its width, its place in the text of the page. */
@NullMarked
package org.yusuan.source.pdf.text;

import org.jspecify.annotations.NullMarked;
