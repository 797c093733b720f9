/** Statements of the prose: paragraph, headings, subject, quantity, amount. */
@NullMarked
package org.yusuan.claim.statement;

import org.jspecify.annotations.NullMarked;
