/** Verdicts and findings as the output holds them. */
@NullMarked
package org.yusuan.check.report;

import org.jspecify.annotations.NullMarked;
