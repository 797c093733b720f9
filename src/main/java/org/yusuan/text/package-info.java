/** Characters: normalization, Chinese numerals, numbers as printed, edit distance. */
@NullMarked
package org.yusuan.text;

import org.jspecify.annotations.NullMarked;
